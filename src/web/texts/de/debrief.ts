import type { debrief as en } from '../en/debrief.ts'
import type { Translated } from '../translated.ts'
import { und, vorname, zahl } from './words.ts'

export const debrief: Translated<typeof en> = {
  debrief: {
    title: 'Wie war es?',
    enthusiasm: 'Wie sehr wollen Sie das jetzt?',
    enthusiasmMissing: 'Wählen Sie eine Zahl von 1 bis 5.',
    met: 'Wen haben Sie getroffen?',
    nobody: 'Vorab war niemand genannt. Fügen Sie hinzu, wen Sie getroffen haben.',
    somebodyElse: 'Noch jemand, den Sie getroffen haben',
    chemistry: (name) => `Chemie mit ${vorname(name)}`,
    none: 'keine',
    great: 'großartig',
    wouldTakeCall: (name) => `Würde ${vorname(name)} ans Telefon gehen, wenn Sie anrufen?`,
    calls: { yes: 'Ja', unsure: 'Unsicher', no: 'Nein' },
    promises: 'Was wurde versprochen?',
    promisesSay: 'Von Ihnen, oder Ihnen.',
    kind: 'Art',
    kinds: {
      'promised-by-me': 'Ich habe versprochen',
      'promised-to-me': 'Mir wurde versprochen',
      'thank-you': 'Danke sagen',
    },
    withWhom: 'Mit wem',
    nobodyChosen: 'mit niemand Bestimmtem',
    what: 'Was',
    due: 'Bis',
    addPromise: 'Versprechen hinzufügen',
    mentions: 'Kamen andere offene Stellen zur Sprache?',
    mentionsSay: 'Hier oder bei einer anderen Organisation.',
    openingTitle: 'Offene Stelle',
    openingPlace: 'Organisation',
    mentionedBy: 'Erwähnt von',
    addMention: 'Offene Stelle hinzufügen',
    remove: 'Entfernen',
    note: 'Eine Notiz für Sie selbst',
    keep: 'Festhalten',
    kept: 'Festgehalten, ob mit oder ohne Angebot',
    keptSays: (met, followUps, openings) =>
      `${und([
        met === 1
          ? '1 Person, die Sie getroffen haben, gehört jetzt zu Ihrem Netzwerk'
          : `${met} Personen, die Sie getroffen haben, gehören jetzt zu Ihrem Netzwerk`,
        ...(followUps > 0 ? [`${zahl(followUps, 'Vorhaben', 'Vorhaben')} notiert`] : []),
        ...(openings > 0 ? [`${zahl(openings, 'offene Stelle', 'offene Stellen')} hinzugefügt`] : []),
      ])}.`,
    reach: (n) => `${zahl(n, 'offene Stelle liegt', 'offene Stellen liegen')} jetzt in Ihrer Reichweite.`,
    offline: 'Auf diesem Gerät aufbewahrt',
    offlineSays:
      'Gerade gibt es keine Verbindung. Sobald es eine gibt, wird es von selbst gesendet, genau einmal, auch wenn Sie diese Seite schließen.',
    waiting: (n) =>
      `${zahl(n, 'Rückblick wartet', 'Rückblicke warten')} auf diesem Gerät auf eine Verbindung.`,
    refused: 'Das Aufgeschriebene wurde nicht angenommen:',
    discard: 'Verwerfen',
    sendNow: 'Jetzt senden',
  },
}
