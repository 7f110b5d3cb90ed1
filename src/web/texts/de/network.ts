import type { network as en } from '../en/network.ts'
import type { Translated } from '../translated.ts'

export const network: Translated<typeof en> = {
  network: {
    search: 'Ein Name, eine Organisation, eine Position, eine Kenntnis, ein Wort aus einer Notiz',
    how: 'Ein falscher Buchstabe im Namen schadet nicht. "Finance director" OR CFO, NOT Bank und Klammern gehen auch.',
    results: 'Gefunden',
    found: (total, shown) => (total > shown ? `${total} gefunden; die besten ${shown}` : `${total} gefunden`),
    columns: {
      name: 'Name',
      title: 'Position',
      organization: 'Organisation',
      people: 'Personen',
      openings: 'Offen',
    },
    which: 'Was gezeigt wird',
    people: (n) => (n ? `Personen (${n})` : 'Personen'),
    organizations: (n) => (n ? `Organisationen (${n})` : 'Organisationen'),
    nobody: (search) => `Nichts davon passt zu „${search}“.`,
    noOrganizations: 'Noch ist keine Organisation bekannt.',
    empty: 'Noch niemand hier',
    emptySays:
      'Ihr LinkedIn-Export enthält alle, mit denen Sie verbunden sind. Auf LinkedIn: Einstellungen, Datenschutz, Kopie Ihrer Daten anfordern; sie kommt in einigen Minuten per Mail.',
  },
  tie: {
    title: 'Sie beide',
    none: 'Zwischen Ihnen ist keine Bekanntschaft verzeichnet.',
    vetoed: {
      'do-not-know': 'Sie sagten, dass Sie sich nicht kennen: Kein Weg führt hier entlang.',
      'do-not-use': 'Sie halten diese Bekanntschaft aus jedem Weg heraus.',
    },
    reconnect:
      'Sie hatten lange keinen Kontakt. Alte Bekannte raten so gut wie neue, sobald Sie wieder schreiben.',
    say: 'Ihr eigenes Wort',
    words: {
      'know-well': 'Ich kenne sie oder ihn gut',
      'would-take-call': 'Geht ans Telefon, wenn ich anrufe',
      'would-not-take-call': 'Geht nicht ans Telefon',
      'do-not-know': 'Wir kennen uns nicht',
      'do-not-use': 'Aus Wegen heraushalten',
    },
    withdraw: 'Wieder zählen lassen',
    said: 'Ihr Wort zählt.',
  },
  person: {
    paths: 'Wer könnte mich vorstellen?',
    picture: 'Im Bild zeigen',
    work: 'Werdegang',
    career: (name) => `Wo hat ${name} noch gearbeitet?`,
    since: (from) => `seit ${from}`,
    seen: (on) => `Stand ${on}`,
    spell: (from, to) => (from ? `${from} – ${to ?? 'unbekannt'}` : to ? `bis ${to}` : 'früher'),
    timeline: 'Was geschah',
    about: 'Bekannt',
    location: 'Ort',
    summary: 'Zusammenfassung',
    skills: 'Kenntnisse',
    tags: 'Schlagwörter',
    notes: 'Notizen',
    keys: 'Adressen',
    origin: 'Kommt aus',
    card: 'Als vCard sichern',
    cardSays: 'Für ein Adressbuch; ohne Ihre Notizen und Schlagwörter.',
  },
  organization: {
    paths: 'Wer könnte mich vorstellen?',
    nobody: 'Niemand Bekanntes arbeitet hier oder hat hier gearbeitet.',
    now: (n) => `Jetzt hier (${n})`,
    formerly: (n) => `Früher hier (${n})`,
    openings: (n) => `Offen (${n})`,
    until: (day) => `bis ${day}`,
  },
}
