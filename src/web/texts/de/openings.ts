import type { openings as en } from '../en/openings.ts'
import type { Translated } from '../translated.ts'

const zahl = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
const stellen = (n: number): string => zahl(n, 'offene Stelle', 'offene Stellen')

export const openings: Translated<typeof en> = {
  openings: {
    search: 'Titel, Organisation oder Ort suchen',
    fit: 'Passung',
    anyFit: 'beliebig',
    related: 'verwandt mit Ihrer Arbeit',
    close: 'nah an Ihrer Arbeit',
    unlike: 'anders als Ihre Arbeit',
    unknownFit: 'Passung unbekannt',
    reach: 'Reichweite',
    reaches: {
      any: 'beliebig',
      long: 'mindestens vage',
      workable: 'mindestens gangbar',
      warm: 'warm',
      near: 'über höchstens 2 Bekanntschaften',
    },
    order: 'Reihenfolge',
    orders: { best: 'nah und passend', newest: 'neueste', reach: 'nächste', fit: 'beste Passung' },
    isNew: 'Neu diese Woche',
    ended: 'Geschlossen und abgelaufen',
    of: (name) => `Bei ${name}`,
    everywhere: 'Alle Organisationen zeigen',
    noMatch: 'Keine offene Stelle passt zu diesem Filter.',
    clear: 'Filter aufheben',
    found: stellen,
    list: 'Offene Stellen',
    loading: 'Wird geladen …',
    empty: 'Noch keine offene Stelle erfasst',
    emptySays:
      'Fügen Sie oben die Adresse einer Karriereseite ein, oder ziehen Sie eine gespeicherte Seite herein. Jede offene Stelle zeigt dann, wen Sie dort kennen und wer Sie vorstellen könnte.',
    know: (contacts, now) =>
      contacts === now
        ? `Sie kennen dort ${now}`
        : now === 0
          ? `Sie kennen ${contacts}, die früher dort waren`
          : `Sie kennen dort ${contacts}, davon ${now} jetzt`,
    knowNobody: 'niemand, den Sie direkt kennen',
    seen: (day) => `seit ${day}`,
    new: 'neu',
    until: (day) => `offen bis ${day}`,
    closed: 'geschlossen',
    expired: 'abgelaufen',
    posting: 'Anzeige',
    why: 'Warum diese Passung',
    noWay: 'Noch ist kein Weg in Reichweite.',
  },
  board: {
    title: 'Offene Stellen hereinholen',
    label: 'Adresse einer Karriereseite',
    placeholder: 'https://jobs.lever.co/cobalthealth',
    says: 'Greenhouse, Lever, Ashby oder jede Seite mit Stellenanzeigen.',
    leaves: (host) =>
      `Auf den Klick hin ruft dieser Rechner die Seite bei ${host} ab. Von Ihnen geht nichts mit.`,
    go: 'Abrufen',
    fetching: (says) => `${says} …`,
    found: (created, updated, unchanged, closed) =>
      created + updated === 0
        ? `Nichts Neues dort: ${stellen(unchanged + closed)} schon bekannt.`
        : `${stellen(created)} erfasst, ${updated} geändert.`,
    write: 'Selbst eintragen',
    form: {
      title: 'Titel',
      organization: 'Organisation',
      location: 'Ort',
      url: 'Adresse der Anzeige',
      until: 'Offen bis',
      go: 'Offene Stelle hinzufügen',
      added: 'Die offene Stelle ist erfasst.',
    },
    missing: 'In Reichweite, Stellen unbekannt',
    missingSays: (n) =>
      `${zahl(n, 'Organisation ist', 'Organisationen sind')} in Ihrer Reichweite, ohne dass eine offene Stelle bekannt wäre. Ein Blick auf die Stellenseite kann lohnen.`,
    look: 'Stellenseite suchen',
    lookAt: (name) => `Stellenseite von ${name} suchen`,
    would: (n) =>
      `Ob es eine gibt, ist nicht bekannt. Dieser Rechner würde ${zahl(n, 'Adresse', 'Adressen')} abfragen, aus dem Namen erraten:`,
    ask: 'Abfragen',
    cannot: 'Der Name ergibt keine Adresse, die sich versuchen ließe.',
    asked: 'Unter diesen Adressen fand sich keine Stellenseite.',
    is: (openings, titles) => `${stellen(openings)}, darunter ${titles}.`,
    named: (name) => `Die Seite nennt sich ${name}.`,
    theirs: (name) => `Sie gehört zu ${name}: erfassen`,
  },
}
