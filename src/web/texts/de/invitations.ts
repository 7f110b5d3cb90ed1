import type { invitations as en } from '../en/invitations.ts'
import type { Translated } from '../translated.ts'
import { leute, organisationen, tueren, und, zahl } from './words.ts'

const reasons: (typeof en)['reasons'] = {
  'unrelated-field': 'nicht mein Gebiet',
  values: 'gegen meine Werte',
  'know-the-company': 'ich kenne die Firma',
  timing: 'nicht der Zeitpunkt',
  pay: 'Gehalt',
  place: 'Ort',
  'present-employer': 'mein jetziger Arbeitgeber',
  'in-process': 'anderswo weit fortgeschritten',
  personal: 'aus persönlichen Gründen',
  other: 'etwas anderes',
  none: 'möchte ich nicht sagen',
}

const reasonOf = (reason: string): string => reasons[reason as keyof typeof reasons] ?? reason

export const invitations: Translated<typeof en> = {
  list: {
    add: 'Einladung hinzufügen',
    empty: 'Noch keine Einladung',
    emptySays:
      'Fügen Sie eine hinzu, sobald jemand Sie treffen möchte und bevor Sie sich entscheiden: Ein Name und eine Firma genügen, um zu sehen, was das Treffen bringt.',
    with: (names, more) => `${names} und ${more} weitere`,
    noNames: 'Noch niemand genannt',
    noTime: 'Noch kein Termin',
    groups: {
      offer: 'Angebote, die auf Antwort warten',
      open: 'Zu entscheiden',
      debrief: 'Wie war es?',
      coming: 'Bevorstehend',
      held: 'Gewesen',
      refused: 'Abgesagt',
      ended: 'Beendet',
      removed: 'Entfernt',
    },
    explained: {
      offer: '',
      open: '',
      debrief: 'Fünf Minuten jetzt bewahren die Menschen, die Sie getroffen haben.',
      coming: '',
      held: '',
      refused: 'Jede kann noch angenommen werden.',
      ended: 'Die Menschen, die Sie getroffen haben, bleiben.',
      removed: 'Aus Versehen aufgeschrieben. Jede lässt sich zurückholen.',
    },
  },
  states: {
    open: 'zu entscheiden',
    taken: 'zugesagt',
    refused: 'abgesagt',
    cancelled: 'von der anderen Seite abgesagt',
    held: 'gewesen',
    offer: 'Angebot',
    accepted: 'Angebot angenommen',
    ended: 'beendet',
  },
  reasons,
  roles: {
    interviewer: 'führt das Gespräch',
    coordinator: 'koordiniert',
    recruiter: 'Personalvermittlung',
    robot: 'Automat',
  },
  invitation: {
    name: (organization, role) => [organization, role].filter(Boolean).join(' · ') || 'Eine Einladung',
    received: (when) => `${when} eingegangen`,
  },
  decide: {
    take: 'Zusagen',
    takeAfterAll: 'Doch zusagen',
    refuse: 'Absagen …',
    refuseAfterAll: 'Doch absagen …',
    prepare: 'Vorbereiten',
    debrief: 'Aufschreiben, wie es war',
    debriefAgain: 'Nachtragen, wie es war',
    taken: 'Notiert: zugesagt.',
    lineage: 'Was daraus wurde',
    openings: 'Offene Stellen in Reichweite',
    now: (state, reason) => {
      if (state === 'taken') return 'Sie haben zugesagt.'
      if (state === 'refused')
        return reason && reason !== 'none'
          ? `Sie haben abgesagt (${reasonOf(reason)}).`
          : 'Sie haben abgesagt.'
      if (state === 'held')
        return 'Sie waren dort. Die Menschen, die Sie getroffen haben, gehören jetzt zu Ihrem Netzwerk.'
      if (state === 'offer') return 'Man hat Ihnen ein Angebot gemacht.'
      if (state === 'accepted') return 'Sie haben das Angebot angenommen.'
      if (state === 'cancelled') return 'Das Treffen wurde von der anderen Seite abgesagt.'
      return state === 'ended'
        ? 'Das ist beendet. Die Menschen, die Sie getroffen haben, bleiben.'
        : 'Sie entscheiden.'
    },
  },
  refuse: {
    title: 'Hier absagen?',
    forgone: (totals) => {
      const parts = [
        ...(totals.people > 0 ? [`ein Treffen mit ${leute(totals.people)}`] : []),
        ...(totals.opened > 0 ? [`${tueren(totals.opened)} anderswo`] : []),
        ...(totals.organizations > 0 ? [`${organisationen(totals.organizations)} in Reichweite`] : []),
      ]
      return parts.length === 0
        ? 'Es ist Ihre Entscheidung. Wen immer Sie getroffen hätten, arbeitet in Ihrem Gebiet.'
        : `Es ist Ihre Entscheidung. Der Vollständigkeit halber: Ihnen entgingen ${und(parts)}, soweit Ihre Daten es zeigen.`
    },
    why: 'Warum? Ein Klick sagt ab und genügt.',
    note: 'Vorher eine Notiz für Sie selbst (freiwillig)',
    done: 'Notiert: abgesagt.',
    back: 'Zurück',
    undo: 'Sie können jederzeit doch noch zusagen.',
  },
  outcome: {
    title: 'Was daraus wurde',
    says: 'Was es auch ist: Die Menschen, die Sie getroffen haben, bleiben in Ihrem Netzwerk.',
    write: 'Aufschreiben, wie es ausging',
    note: 'Eine Notiz (freiwillig)',
    offer: 'Es gab ein Angebot',
    rejection: 'Die andere Seite hat abgelehnt',
    withdrawal: 'Ich ziehe mich zurück',
    accept: 'Angebot annehmen',
    decline: 'Angebot ausschlagen',
    backOf: (what) => `Zurücknehmen: ${what}`,
    kinds: {
      offer: 'Es gab ein Angebot',
      'offer-accepted': 'Sie haben das Angebot angenommen',
      'offer-declined': 'Sie haben das Angebot ausgeschlagen',
      rejection: 'Die andere Seite hat abgelehnt',
      withdrawal: 'Sie haben sich zurückgezogen',
    },
  },
  written: {
    title: 'Was Sie danach aufschrieben',
    on: (day) => `Aufgeschrieben ${day}`,
    correct: 'Berichtigen',
    correctOf: (day) => `Berichtigen, was Sie ${day} aufschrieben`,
    backOf: (day) => `Zurücknehmen, was Sie ${day} aufschrieben`,
    takenBack: 'Zurückgenommen, mit Verbindungen und Vorhaben',
  },
  details: {
    title: 'Einzelheiten',
    when: (round) => (round > 1 ? `Wann, Runde ${round}` : 'Wann'),
    place: 'Wo',
    organization: 'Organisation',
    role: 'Position',
    unknown: 'noch nicht bekannt',
    received: 'Eingegangen',
    origin: 'Kommt aus',
    lineage: 'Herkunft',
    lineageSays: 'Was hierher führte, und was daraus wurde',
    decided: (on, verdict, reason) =>
      verdict === 'back'
        ? `${on}: zurückgenommen.`
        : verdict === 'take'
          ? `${on}: zugesagt.`
          : `${on}: abgesagt${reason && reason !== 'none' ? `, ${reasonOf(reason)}` : ''}.`,
    assumptions: 'Die Zahlen hinter dem, was es bringt',
    lasts: (minutes) => zahl(minutes, 'Minute', 'Minuten'),
    change: 'Zeit oder Ort ändern',
    changeRound: (round) => `Zeit oder Ort von Runde ${round} ändern`,
    callOff: 'Findet nicht statt',
    callOffRound: (round) => `Runde ${round} findet nicht statt`,
    restore: 'Findet doch statt',
    calledOff: 'Notiert: Findet nicht statt.',
    addRound: 'Weitere Runde hinzufügen',
    round: 'Weitere Runde',
    at: 'Tag und Uhrzeit',
    atHelp: 'Etwa 2026-12-01 10:00; der Tag allein genügt.',
    zone: 'Zeitzone',
    minutes: 'Dauer in Minuten',
    who: 'Wer ist in dieser Runde dabei?',
    whoHelp: 'Niemand genannt: alle, die bisher dabei sind.',
    keep: 'Behalten',
    back: 'Zurück',
    remove: 'Entfernen: Es war ein Versehen',
    removed: 'Aus Ihren Einladungen entfernt.',
    isRemoved: 'Diese Einladung wurde als Versehen entfernt.',
    putBack: 'Zurückholen',
  },
}
