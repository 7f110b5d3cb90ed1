import type { shared as english } from '../en/shared.ts'
import type { Translated } from '../translated.ts'

export const shared: Translated<typeof english> = {
  share: {
    title: 'Mit dem Kunden geteilt',
    nothing: 'Nichts ist geteilt.',
    choose: 'Wählen, was geteilt wird',
    which: 'Was darf der Kunde sehen?',
    fields: {
      name: 'Name',
      work: 'Heutiger Titel und Organisation',
      career: 'Werdegang',
      summary: 'Zusammenfassung',
      salary: 'Gehaltsvorstellung',
      documents: 'Dokumente',
    },
    summary: 'Zusammenfassung, für den Kunden geschrieben',
    salary: 'Was erwartet wird',
    documents: 'Welche Dokumente?',
    keep: 'Genau dies teilen',
    takeBack: 'Alles zurücknehmen',
    kept: 'Es gilt sofort.',
  },
  clientWords: {
    title: 'Mit dem Kunden',
    none: 'Noch wurde nichts gesagt.',
    sides: { client: 'Der Kunde', firm: 'Die Beratung' },
    kinds: { yes: 'Ja', no: 'Nein', more: 'Bitte mehr', comment: 'Kommentar' },
    answer: 'Dem Kunden antworten',
    answerSays: 'Dies liest der Kunde. Interne Notizen stehen bei den Schritten.',
    send: 'Antwort senden',
  },
  shared: {
    title: 'Mit Ihnen geteilt',
    says: 'Das sind die Personen, die Ihre Beraterin oder Ihr Berater mit Ihnen teilt. Was Sie zu ihnen sagen, erreicht die Beratung, nicht die Personen selbst.',
    none: 'Mit Ihnen ist noch nichts geteilt',
    noneSays: 'Was Ihre Beraterin oder Ihr Berater mit Ihnen teilt, wird hier stehen.',
    nobody: 'Für diese Suche ist noch niemand mit Ihnen geteilt.',
    unsaid: 'noch nichts gesagt',
    said: 'Was gesagt wurde',
    comment: 'Was meinen Sie?',
    commentSays: 'Die Beratung liest es, die Kandidatin oder der Kandidat nicht.',
    send: 'Als Kommentar senden',
    sent: 'An die Beratung gesendet.',
  },
}
