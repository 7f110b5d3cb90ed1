import type { en } from './en/index.ts'
import { type Language, language } from './language.ts'
import type { Translated } from './translated.ts'

/** Every text that is shown, by key. Another language is another object of this shape. */
export type Texts = Translated<typeof en>

// Each language is loaded alone.
const load: Record<Language, () => Promise<Texts>> = {
  en: async () => (await import('./en/index.ts')).en,
  de: async () => (await import('./de/index.ts')).de,
}

export const t: Texts = await load[language]()

document.documentElement.lang = language
