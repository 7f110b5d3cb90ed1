import type { resume as english } from '../en/resume.ts'
import type { Translated } from '../translated.ts'

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

export const resume: Translated<typeof english> = {
  resume: {
    title: (name) => `Was in ${name} steht`,
    says: 'Nach Regeln gelesen, auf diesem Rechner. Nichts davon gilt, bevor Sie es bestätigen: Nehmen Sie heraus, was falsch ist, und berichtigen Sie, was beinahe stimmt.',
    about: 'Um wen es geht',
    you: 'Um Sie',
    somebody: 'Um jemand anderen: Name oder E-Mail einer Person, die hier bekannt ist',
    contact: 'Person',
    name: 'Name',
    headline: 'Kurzbeschreibung',
    summary: 'Zusammenfassung',
    email: 'E-Mail',
    phone: 'Telefon',
    profile: 'Profil',
    positions: 'Stationen',
    noPositions:
      'Es wurde keine Station erkannt. Auf der Seite der Person können Sie einen Werdegang eintippen.',
    organization: 'Organisation',
    role: 'Position',
    site: 'Ort',
    from: 'Von',
    to: 'Bis',
    current: 'noch dort',
    dateHint: '2019, 2019-04 oder 2019-04-01',
    badDate: 'Schreiben Sie 2019, 2019-04 oder 2019-04-01.',
    missing: 'Eine Organisation braucht einen Namen.',
    education: 'Ausbildung',
    institution: 'Schule oder Hochschule',
    degree: 'Abschluss',
    area: 'Fach',
    skills: 'Kenntnisse',
    readFrom: (text) => `Gelesen aus: „${text}“`,
    keep: (what) => `Übernehmen: ${what}`,
    confirm: (n) => `${count(n, 'Angabe', 'Angaben')} bestätigen`,
    nothing: 'Es ist nichts ausgewählt.',
    done: (name, created, updated) =>
      `Für ${name} übernommen: ${count(created, 'neue Station', 'neue Stationen')}, ${updated} ergänzt.`,
    before: (on, name) =>
      `Bestätigt am ${on}, für ${name}. Noch einmal zu bestätigen fügt nur hinzu, was neu ist.`,
    original: 'Das Original',
    remove: 'Original entfernen',
    removed: 'Das Original ist entfernt. Was Sie bestätigt haben, bleibt.',
    see: 'Zur Person',
    waiting: (name) => `Bestätigen, was in ${name} steht`,
  },
}
