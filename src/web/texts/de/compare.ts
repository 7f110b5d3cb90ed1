import type { compare as en } from '../en/compare.ts'
import type { Translated } from '../translated.ts'
import { leute, tueren, zahl } from './words.ts'

export const compare: Translated<typeof en> = {
  compare: {
    title: 'Einladungen vergleichen',
    says: 'Wenn zwei sich überschneiden oder die Zeit nur für eine reicht: was jede öffnet, was sie gemeinsam haben, und was beide zusammen öffnen würden.',
    choose: 'Welche?',
    each: 'Nebeneinander',
    invitation: 'Einladung',
    people: 'Personen zu treffen',
    doors: 'Türen anderswo',
    onlyHere: 'Nur hier',
    organizations: 'Organisationen',
    shared: (n) => `${zahl(n, 'Tür, die', 'Türen, die')} alle öffnen.`,
    choices: 'Was eine Auswahl öffnet',
    choicesSay: 'Eine Tür oder Person, die zwei davon bringen, zählt einmal.',
    opens: (doors, people) => `${tueren(doors)}, ${leute(people)}`,
    clash: (one, other, minutes) =>
      `${one} und ${other} überschneiden sich um ${zahl(minutes, 'Minute', 'Minuten')}.`,
    between: (one, other, minutes, places) =>
      `Von ${one} bis ${other}: ${zahl(minutes, 'Minute', 'Minuten')}${places.length === 2 && places[0] !== places[1] ? `, von ${places[0]} nach ${places[1]}` : ''}.`,
    union: (n) => `${tueren(n)}, die mindestens eine von ihnen öffnet.`,
    regions: 'Welche Türen von wem geöffnet werden',
    exactly: 'Geöffnet von genau',
    when: 'Wann und wo',
    picture: ({ one, other, onlyOne, both, onlyOther }) =>
      `Türen: ${onlyOne} nur durch ${one}, ${onlyOther} nur durch ${other}, ${both} durch beide.`,
    offer: (n) => `${n} Treffen zur selben Zeit: Vergleichen Sie sie`,
    go: 'Vergleichen',
  },
}
