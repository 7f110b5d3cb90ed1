import { said } from '../language.ts'

// Why two records wait for a look. The reason is stored as it was found, in English, and said in the reader's language.

const GERMAN: readonly (readonly [RegExp, string])[] = [
  [/^the same e-mail address/, 'dieselbe E-Mail-Adresse'],
  [/^the same profile URL/, 'dieselbe Profiladresse'],
  [/^the same name, spelled differently/, 'derselbe Name, anders geschrieben'],
  [/^the same name/, 'derselbe Name'],
  [/^one name is short for the other/, 'der eine Name ist kurz für den anderen'],
  [/^names one letter apart/, 'Namen, die ein Buchstabe trennt'],
  [/^an initial that fits the name/, 'ein Anfangsbuchstabe, der zum Namen passt'],
  [/ in another order/, ' in anderer Reihenfolge'],
  [/, and both are or were at one organization$/, ', und beide sind oder waren bei einer Organisation'],
  [/, and both are or were at (.*)$/, ', und beide sind oder waren bei $1'],
  [/, and both are in the same place$/, ', und beide sind am selben Ort'],
  [/, and both go by the same handle$/, ', und beide nennen sich im Netz gleich'],
  [/, and both have the same telephone or address$/, ', und beide haben dieselbe Nummer oder Adresse'],
  [/, and both do the same work$/, ', und beide haben dieselbe Tätigkeit'],
  [/, and it is rare here$/, ', und er ist hier selten'],
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
