/** The languages of the app. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof LANGUAGES

const KEPT = 'acquaint-language'

const isLanguage = (name: string | null | undefined): name is Language =>
  name !== null && name !== undefined && Object.hasOwn(LANGUAGES, name)

/** The one chosen here, else the first of the browser's that there is, else English; so too where there is no browser. */
export const language: Language =
  [
    globalThis.localStorage?.getItem(KEPT),
    ...(globalThis.navigator?.languages ?? []).map((one) => one.split('-')[0]),
  ].find(isLanguage) ?? 'en'

/** Another language for everything: the page begins anew, where it is. */
export function chooseLanguage(next: Language): void {
  localStorage.setItem(KEPT, next)
  location.reload()
}
