import type { lookBack as en } from '../en/look-back.ts'
import type { Translated } from '../translated.ts'
import { leute, organisationen, tueren, und, zahl } from './words.ts'

export const lookBack: Translated<typeof en> = {
  lookBack: {
    title: 'Rückblick',
    brought: 'Was Ihre Treffen gebracht haben',
    broughtSays:
      'Alles, was über die Menschen, die Sie getroffen haben, aus einem Treffen wurde, so lang der Faden auch ist.',
    noMeetings:
      'Noch kein Treffen, zu dem Sie aufgeschrieben haben, wie es war. Fünf Minuten nach dem ersten genügen.',
    sums: ({ meetings, people, introductions, invitations, offers, fromNearlyRefused }) =>
      `In ${zahl(meetings, 'Treffen', 'Treffen')} haben Sie ${leute(people)} getroffen. Daraus wurden ${und([
        zahl(introductions, 'Vorstellung', 'Vorstellungen'),
        zahl(invitations, 'weitere Einladung', 'weitere Einladungen'),
        zahl(offers, 'Angebot', 'Angebote'),
      ])}${fromNearlyRefused > 0 ? `; ${zahl(fromNearlyRefused, 'Angebot geht', 'Angebote gehen')} auf ein Treffen zurück, das Sie beinahe abgesagt hätten` : ''}.`,
    meeting: 'Treffen',
    met: 'Wen Sie getroffen haben',
    kinds: { introductions: 'Vorstellungen', invitations: 'Einladungen', offers: 'Angebote' },
    enthusiasm: 'Vorher und nachher',
    enthusiasmSays:
      'Wie sehr Sie es wollten, von 1 bis 5, vor dem Treffen und danach. Wie die Chemie ist, weiß vorher niemand.',
    notSaid:
      'Sagen Sie vor einem Treffen, wie sehr Sie es wollen, und danach noch einmal: Hier sehen Sie dann, was die Treffen verändert haben.',
    few: 'Weniger als fünf Treffen: nur gezählt, keine Anteile.',
    chart: (n) => `Begeisterung vor und nach ${n} Treffen, je eine Linie; die Tabelle sagt dasselbe.`,
    before: 'Vorher',
    after: 'Nachher',
    turn: 'Was es bewirkte',
    turns: { 'turned keen': 'begeistert', cooled: 'abgekühlt', flip: 'umgeschlagen', steady: '' },
    turnedKeen: (n, of) => `Zu ${of} kamen Sie ohne große Lust; aus ${n} davon gingen Sie begeistert.`,
    cooled: (n, of) => `Zu ${of} kamen Sie begeistert; aus ${n} davon gingen Sie ernüchtert.`,
    flips: (n, of) => `In ${n} von ${of} Treffen änderte es sich um zwei oder mehr.`,
    interval: (from, to) => `(Anteil zwischen ${from} und ${to}, bei 90 % Sicherheit.)`,
    refused: 'Was Sie abgesagt haben',
    refusedSays: 'Mit Ihrem Grund und dem, was Ihnen damals entging, soweit Ihre Daten es zeigten.',
    noRefusals: 'Sie haben keine Einladung abgesagt.',
    forgone: ({ people, organizations, opened, strengthened }) =>
      `Ihnen entgingen ${und([leute(people), organisationen(organizations), tueren(opened + strengthened)])}.`,
    wouldHaveMet: (names) => `Sie hätten ${names} getroffen.`,
    closedSince: (openings) => `Seither geschlossen: ${openings}.`,
    takenLater: 'Sie haben doch noch zugesagt.',
  },
}
