import type { calls as en } from '../en/calls.ts'
import type { Translated } from '../translated.ts'

export const calls: Translated<typeof en> = {
  demo: {
    title: 'Erst einmal umsehen',
    says: 'Ein erfundenes Netzwerk von 2.000 Menschen mit einer Geschichte darin. Es liegt an einem eigenen Ort: Nichts davon mischt sich mit Ihren Daten, und beim Verlassen verschwindet es.',
    go: 'Die Demo ansehen',
    begins: 'Menschen werden erfunden …',
    making: (what) => `In Arbeit: ${what} …`,
    banner: 'Demo',
    here: 'Das ist die Demo: Alle Menschen hier sind erfunden. Ihre eigenen Daten sind unberührt.',
    leave: 'Demo verlassen',
  },
  calls: {
    title: 'Wer würde Ihren Anruf annehmen?',
    why: (n) =>
      `Ein Kontakt ist ein Klick; nur Sie wissen, wer antworten würde. Eine Minute über ${n === 1 ? 'einen Menschen' : `die ${n} wahrscheinlichsten`} macht jeden Weg wahrer.`,
    begin: 'Die Minute nehmen',
    place: (at, all) => `${at} von ${all}`,
    ask: (name) => `Würde ${name.split(' ')[0]} Ihren Anruf annehmen?`,
    says: { yes: 'Ja', no: 'Nein', skip: 'Auslassen' },
    keys: 'Tasten: Y oder → ja, N oder ← nein, S oder ↓ auslassen, U zurück.',
    undo: 'Letzte Antwort zurücknehmen',
    enough: 'Das genügt',
    minute: 'Das war die Minute. Machen Sie weiter, solange Sie mögen, oder hören Sie auf.',
    done: (yes, no, skipped) =>
      yes + no === 0
        ? 'Es gab keine Antwort: Nichts hat sich geändert.'
        : `${yes} würden Ihren Anruf annehmen, ${no} nicht${skipped > 0 ? `, ${skipped} blieben offen` : ''}.`,
    organizations: 'Organisationen',
    openings: 'Offene Stellen',
    reach: 'Reichweite',
    before: 'vorher',
    after: 'jetzt',
    nobody: 'Es ist niemand mehr zu erfragen',
    nobodySays: 'Von allen in Ihrer Nähe haben Sie gesagt, ob sie Ihren Anruf annehmen würden.',
  },
}
