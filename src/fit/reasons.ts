import type { Family } from './family.ts'
import { FAMILIES_IN_GERMAN, type Language, say } from './german.ts'
import type { Title } from './title.ts'

/** From which fit on two different fields are said to overlap, to be neighbours, to have something in common. */
const OVERLAP = 0.6
const NEIGHBOURS = 0.3
const COMMON = 0.15

/** Why two titles are as related as they are, by the families of occupations that they name. */
export function inWords(a: Title, b: Title, fit: number, language: Language): string {
  const mine = a.families[0]?.family
  const theirs = b.families[0]?.family
  if (mine && mine === theirs) return sameField(nameOf(mine, language), fit, language)
  if (mine && theirs) return twoFields(nameOf(mine, language), nameOf(theirs, language), fit, language)
  return unnamedFields(fit, language)
}

const nameOf = ({ id, name }: Family, language: Language): string =>
  say(language, { en: name, de: FAMILIES_IN_GERMAN[id] ?? name })

function sameField(name: string, fit: number, language: Language): string {
  return fit >= NEIGHBOURS
    ? say(language, { en: `both are ${name}`, de: `beides ist ${name}` })
    : say(language, {
        en: `both are ${name}, but the work differs`,
        de: `beides ist ${name}, aber die Arbeit ist verschieden`,
      })
}

function twoFields(mine: string, theirs: string, fit: number, language: Language): string {
  const names = say(language, { en: `${mine} and ${theirs}`, de: `${mine} und ${theirs}` })
  if (fit >= OVERLAP)
    return say(language, { en: `${names} overlap here`, de: `${names} überschneiden sich hier` })
  if (fit >= NEIGHBOURS)
    return say(language, { en: `${names} are neighbouring fields`, de: `${names} sind benachbarte Gebiete` })
  return say(language, {
    en: `${names} are different fields${common(fit, language)}`,
    de: `${names} sind verschiedene Gebiete${common(fit, language)}`,
  })
}

function unnamedFields(fit: number, language: Language): string {
  if (fit >= OVERLAP)
    return say(language, {
      en: 'the titles are of one kind of work',
      de: 'die Titel bezeichnen dieselbe Art von Arbeit',
    })
  if (fit >= NEIGHBOURS)
    return say(language, {
      en: 'the titles are of neighbouring fields',
      de: 'die Titel gehören zu benachbarten Gebieten',
    })
  return say(language, {
    en: `the titles are of different fields${common(fit, language)}`,
    de: `die Titel gehören zu verschiedenen Gebieten${common(fit, language)}`,
  })
}

const common = (fit: number, language: Language): string =>
  fit >= COMMON ? say(language, { en: ' with some common ground', de: ' mit etwas Gemeinsamem' }) : ''
