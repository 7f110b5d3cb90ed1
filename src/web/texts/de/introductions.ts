import type { introductions as en } from '../en/introductions.ts'
import type { Translated } from '../translated.ts'
import { und, vorname } from './words.ts'

export const introductions: Translated<typeof en> = {
  ask: {
    through: (name) => `${vorname(name)} um eine Vorstellung bitten`,
    direct: (name) => `${vorname(name)} schreiben`,
    drafted: 'Entworfen, und aufbewahrt unter',
    text: 'Text zum Versenden',
    edit: 'Ändern Sie ihn, wie Sie mögen: Er bleibt so, wie er hier steht.',
    kept: 'Behalten.',
    isDrafted: 'Entworfen',
  },
  paths: {
    find: 'Einen Weg finden',
    to: (name) => `Wege zu ${name}`,
    whom: 'Zu wem, welcher Organisation oder welcher offenen Stelle?',
    exact: 'Der genaue Name, eine Profiladresse oder eine E-Mail-Adresse.',
    go: 'Finden',
    discreet: 'Wer meinem jetzigen Arbeitgeber nahesteht, bleibt außen vor',
    found: (n, independent) =>
      n === 1
        ? 'Ein Weg.'
        : `${n} Wege; ${independent === n ? 'außer Ihnen ist niemand auf zweien' : independent === 1 ? 'alle teilen jemanden' : `auf ${independent} davon ist außer Ihnen niemand zweimal`}.`,
    none: 'Kein Weg bekannt',
    nearest: 'Am nächsten daran, wen Sie erreichen:',
    wasWhere: (name) => `Wo ist oder war ${name}? Eine Zeile zeigt vielleicht einen Weg.`,
  },
  introductions: {
    empty: 'Noch um keine Vorstellung gebeten',
    emptySays:
      'Wählen Sie eine offene Stelle in Reichweite: Acquaint entwirft einen Text, den Ihre Bekanntschaft weiterleiten kann. Nichts wird ohne Sie versandt.',
    direct: 'Sie schreiben selbst.',
    through: (names) => `über ${und(names)}`,
    groups: {
      stale: 'Lange still',
      draft: 'Zu versenden',
      waiting: 'Unterwegs',
      made: 'Zustande gekommen',
      ended: 'Beendet',
    },
    note: 'Eine Notiz dazu (freiwillig)',
    opening: (title) => `für ${title}`,
    ledTo: 'Daraus wurde:',
    invitation: 'eine Einladung',
    stale:
      'Lange still: Eine freundliche Erinnerung hilft vielleicht, oder halten Sie fest, dass keine Antwort kam.',
    text: 'Der Text',
    next: 'Was als Nächstes geschah',
    invited: 'Daraus wurde eine Einladung',
    noted: (step) => `Notiert: ${step}`,
    backOf: (step) => `Den Schritt zurücknehmen: ${step}`,
    states: {
      draft: 'Entwurf',
      asked: 'gefragt',
      'connector-agreed': 'Mittlerin oder Mittler ist einverstanden',
      'target-agreed': 'die andere Seite ist einverstanden',
      introduced: 'vorgestellt',
      met: 'getroffen',
      declined: 'abgelehnt',
      'no-answer': 'keine Antwort',
    },
    steps: {
      draft: 'Zurück zum Entwurf',
      asked: 'Ich habe gefragt',
      'connector-agreed': 'Mittlerin oder Mittler ist einverstanden',
      'target-agreed': 'Die andere Seite ist einverstanden',
      introduced: 'Vorgestellt',
      met: 'Wir haben uns getroffen',
      declined: 'Abgelehnt',
      'no-answer': 'Keine Antwort',
    },
  },
}
