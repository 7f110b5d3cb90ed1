import type { worth as en } from '../en/worth.ts'
import type { Translated } from '../translated.ts'
import { organisationen, stellen, tueren, und, zahl } from './words.ts'

const weitere = (n: number): string => (n === 1 ? 'eine weitere Person' : `${n} weitere`)
const mitTitel = (name: string, title: string | null): string => (title ? `${name} (${title})` : name)

export const worth: Translated<typeof en> = {
  worth: {
    title: 'Was es über die Stelle hinaus bringt',
    titleAfter: 'Was es über die Stelle hinaus gebracht hat',
    room: (name, title, others) =>
      `Am Tisch: ${mitTitel(name, title)}${others > 0 ? ` und ${weitere(others)}` : ''}.`,
    meets: (name, title, others) =>
      `Sie würden ${mitTitel(name, title)}${others > 0 ? ` und ${weitere(others)}` : ''} treffen.`,
    nobodyNamed: (organization) =>
      `Wen immer Sie${organization ? ` bei ${organization}` : ''} treffen, arbeitet in Ihrem Gebiet und kennt andere, die es tun. Nennen Sie unten eine Person, um zu sehen, wen sie erreicht.`,
    opens: ({ opened, strengthened, organizations }, places) => {
      const parts = [
        ...(opened > 0 ? [`öffnet ${tueren(opened)} bei ${organisationen(places)}`] : []),
        ...(strengthened > 0 ? [`stärkt ${opened > 0 ? strengthened : tueren(strengthened)}`] : []),
        ...(organizations > 0 ? [`bringt ${organisationen(organizations)} in Reichweite`] : []),
      ]
      return parts.length === 0 ? null : `Das ${und(parts)}.`
    },
    after:
      'Wen sie kennen, liegt jetzt in Ihrer Reichweite, ob mit oder ohne Angebot: Die offenen Stellen zeigen, wo.',
    beyond: (blind) =>
      blind > 0
        ? 'Sie kennen Menschen aus Ihrem Gebiet, ob mit oder ohne Angebot. Wo sie früher gearbeitet haben, zeigt, wen: Eine Zeile für jede Person genügt.'
        : 'Sie kennen Menschen aus Ihrem Gebiet, ob mit oder ohne Angebot. Mehr offene Stellen und Stellenbörsen würden zeigen, welche Türen das sind.',
    sums: {
      people: (n) => (n === 1 ? 'Person zu treffen' : 'Personen zu treffen'),
      organizations: (n) => (n === 1 ? 'Organisation in Reichweite' : 'Organisationen in Reichweite'),
      opened: (n) => (n === 1 ? 'Tür geöffnet' : 'Türen geöffnet'),
      strengthened: (n) => (n === 1 ? 'Tür gestärkt' : 'Türen gestärkt'),
    },
    grown: ({ opened, strengthened, organizations }) => {
      const parts = [
        ...(opened > 0 ? [`öffnete ${zahl(opened, 'weitere Tür', 'weitere Türen')}`] : []),
        ...(strengthened > 0 ? [`stärkte ${zahl(strengthened, 'weitere Tür', 'weitere Türen')}`] : []),
        ...(organizations > 0
          ? [`brachte ${zahl(organizations, 'weitere Organisation', 'weitere Organisationen')} in Reichweite`]
          : []),
      ]
      return `Das ${und(parts)}.`
    },
    added: (names, more) => `Neu: ${und([...names, ...(more > 0 ? [`${more} weitere`] : [])])}.`,
    isNew: 'neu',
  },
  room: {
    title: 'Wen Sie treffen würden',
    titleAfter: 'Am Tisch',
    blind: (n) =>
      `Ihre Daten zeigen nicht, wo ${n === 1 ? 'eine Person' : `${n} von ihnen`} früher gearbeitet ${n === 1 ? 'hat' : 'haben'}. Je eine Zeile zeigt es, und was das Treffen bringt, folgt sofort.`,
    known: 'Sie kennen sich',
    new: 'neu für Sie',
    addCareer: 'Frühere Stationen hinzufügen',
    moreCareer: (name) => `Wo war ${name} noch?`,
    whom: 'Wissen Sie, wen Sie treffen würden?',
    whomElse: 'Ist noch jemand dabei?',
    namesExample: 'Vera Holm, Tom Reyes',
    add: 'Hinzufügen',
  },
  career: {
    placeholder: 'Cobalt Health bis 2021',
    how: 'Eine Zeile, oder der ganze eingefügte Text einer Profilseite.',
    go: 'Hinzufügen',
  },
  organizations: {
    title: (n) => `${organisationen(n)} in Reichweite gebracht`,
    says: 'Bisher führt kein Weg dorthin; nach diesem Treffen schon.',
    openings: stellen,
  },
  doors: {
    title: 'Türen anderswo',
    says: 'Offene Stellen bei anderen Organisationen, die mit dem größten Gewinn zuerst.',
    opened: 'öffnet',
    strengthened: 'stärkt',
    change: (before, after) =>
      before === null
        ? `Jetzt außer Reichweite; nach dem Treffen ${after}.`
        : `Jetzt ${before}, nach dem Treffen ${after}.`,
    fit: (fit) => `Passung zu Ihrer Arbeit: ${fit}.`,
  },
  atTheInviter: {
    title: 'Außerdem offen bei der einladenden Organisation',
    says: 'Neben der Stelle, für die Sie eingeladen sind; oben nicht mitgezählt.',
  },
  advice: {
    verdict: { take: 'Rat: zusagen', 'may-decline': 'Rat: Sie dürfen absagen' },
    rule: 'Nehmen Sie jedes Treffen wahr, es sei denn, die Stelle liegt in einem Gebiet, das mit Ihrem gar nichts zu tun hat, was die Organisation tut, widerspricht Ihren Werten, oder Sie kennen sie schon gründlich. Nichts davon trifft hier zu, soweit es jemand gesagt hat.',
    yours: 'Die Entscheidung liegt in jedem Fall bei Ihnen.',
    does: 'Was Sie selbst darüber sagen, was sie herstellt oder hauptsächlich tut, geht jedem Eintrag vor.',
    say: 'Antworten',
    inField: 'Nein, es ist mein Gebiet',
    outside: 'Ja, es liegt außerhalb',
    inFieldAfterAll: 'Es ist doch mein Gebiet',
    knowThoroughly: 'Ich kenne diese Organisation gründlich',
    notThoroughly: 'So gut kenne ich sie nicht',
  },
  discretion: {
    quiet: 'Solche Wege auslassen',
    quietSays: 'Nur in diesem Fenster, auf jeder Seite. Es wird nirgends festgehalten.',
    leftOut: 'Ausgelassen: Wege über diese Personen, die Ihrem jetzigen Arbeitgeber nahestehen.',
    title: 'Diskretion',
    says: 'Jemand hier steht Ihrem jetzigen Arbeitgeber nahe. Überlegen Sie, wem Sie davon erzählen.',
  },
}
