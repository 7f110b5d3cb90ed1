import { said } from '../language.ts'

// Why two records wait for a look. The reason is stored as it was found, in English, and said in the reader's language.

const GERMAN: readonly (readonly [RegExp, string])[] = [
  [/^the same e-mail address/, 'dieselbe E-Mail-Adresse'],
  [/^the same profile URL/, 'dieselbe Profiladresse'],
  [/^the same name/, 'derselbe Name'],
  [/^which one is you\?/, 'Wer davon sind Sie?'],
  [/^your own word/, 'Ihr eigenes Wort'],
  [/, but the names differ$/, ', aber die Namen sind verschieden'],
  [/, but other employers or dates$/, ', aber andere Arbeitgeber oder Daten'],
]

export const reasonInWords = (stored: string): string =>
  said({
    en: stored,
    de: GERMAN.reduce((text, [pattern, german]) => text.replace(pattern, german), stored),
  })
