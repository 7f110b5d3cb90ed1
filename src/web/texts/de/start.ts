import type { start as en } from '../en/start.ts'
import type { Translated } from '../translated.ts'
import { und, zahl } from './words.ts'

export const start: Translated<typeof en> = {
  start: {
    welcome: 'Was bringt ein Treffen über die Stelle hinaus?',
    title: 'Hinzufügen',
    idea: 'Wer mit Ihnen spricht, kennt andere, und diese wissen von anderen offenen Stellen. Acquaint zeigt, wen ein Treffen in Ihre Reichweite bringt, bevor Sie zu- oder absagen, und macht aus den Menschen, die Sie getroffen haben, die nächste Vorstellung.',
    data: 'Alles bleibt in einem Ordner auf diesem Rechner: Nichts verlässt ihn, außer der Anfrage an eine Karriereseite, die Sie selbst wünschen. Die Texte von Nachrichten und Mails werden nicht aufbewahrt; wer, wann und in welche Richtung, schon.',
  },
  files: {
    title: 'Ihre Dateien',
    says: 'Ihr LinkedIn-Export zeigt, wen Sie kennen; eine Einladung zeigt, wen Sie treffen würden; eine Stellenbörse zeigt, was offen ist.',
    drop: 'Dateien oder ganze Ordner hier ablegen, gepackt oder nicht',
    choose: 'Dateien wählen',
    folder: 'Einen Ordner wählen',
    kinds:
      'LinkedIn-Export, Kalendereintrag oder Mail (.ics, .eml), Kontakte (.vcf), Lebenslauf (.pdf, .docx, .json), Liste (.csv, .xlsx), Stellenbörsen und Ausschreibungen. Was eine Datei ist, zeigt ihr Inhalt.',
    sending: 'Die Dateien werden übergeben …',
    progress: 'Fortschritt des Imports',
    reading: (name, done, total) =>
      name === 'done' ? 'Fertig.' : `${name} wird gelesen (${Math.min(done + 1, total)} von ${total})`,
  },
  result: {
    title: (created, updated, unchanged) =>
      created + updated === 0
        ? `Nichts Neues: ${zahl(unchanged, 'Eintrag war', 'Einträge waren')} schon da.`
        : `Gefunden: ${und([...(created > 0 ? [`${created} neu`] : []), ...(updated > 0 ? [`${updated} geändert`] : [])])}.`,
    read: 'gelesen',
    created: 'neu',
    updated: 'geändert',
    unchanged: 'wie zuvor',
    skipped: 'ausgelassen',
    rejected: 'nicht lesbar',
    unknownKind: 'keine Art von Datei, die Acquaint kennt',
    skippedBecause: (n, why) => `${n} ausgelassen: ${why}`,
    moreRejected: (n) => `und ${n} weitere, die nicht gelesen werden konnten`,
    download: (n) => `Nicht lesbare Zeilen als CSV (${n})`,
    columns: ['Datei', 'Stelle', 'Grund'],
    lookAlikes: (n) =>
      `${zahl(n, 'Paar', 'Paare')} von Einträgen ${n === 1 ? 'ist' : 'sind'} vielleicht je eine Person: nachsehen`,
    next: 'Ihr Netzwerk ansehen',
    openings: 'Offene Stellen ansehen',
    see: (name) => `Sehen, was es bringt: ${name}`,
  },
  kinds: {
    'linkedin-connections': 'LinkedIn-Kontakte',
    'linkedin-positions': 'LinkedIn-Stationen',
    'linkedin-profile': 'LinkedIn-Profil',
    'linkedin-emails': 'LinkedIn-E-Mail-Adressen',
    'linkedin-messages': 'LinkedIn-Nachrichten (nur gezählt)',
    'linkedin-invitations': 'LinkedIn-Anfragen',
    'linkedin-recommendations': 'LinkedIn-Empfehlungen',
    'linkedin-skills': 'LinkedIn-Kenntnisse',
    icalendar: 'Kalender',
    mail: 'Mail',
    vcard: 'Kontakte',
    'json-resume': 'Lebenslauf',
    'europass-xml': 'Lebenslauf',
    'resume-pdf': 'Lebenslauf',
    'resume-docx': 'Lebenslauf',
    'csv-people': 'Liste von Personen',
    'csv-positions': 'Liste von Stationen',
    greenhouse: 'Stellenbörse (Greenhouse)',
    lever: 'Stellenbörse (Lever)',
    ashby: 'Stellenbörse (Ashby)',
    'job-posting': 'Stellenausschreibung',
  },
  paste: {
    title: 'Eine Einladung einfügen',
    says: 'Die Nachricht, wie sie kam: Wer einlädt, wofür und wann, wird daraus gelesen. Ihr Text wird nicht aufbewahrt.',
    label: 'Die Nachricht',
    placeholder:
      'Guten Tag, wir möchten Sie einladen, Vera Holm, VP Engineering bei Northwind, kennenzulernen …',
    go: 'Lesen',
  },
  write: {
    title: 'Eine Einladung aufschreiben',
    says: 'Jede einzelne Angabe genügt.',
    organization: 'Organisation',
    role: 'Position',
    names: 'Wen Sie treffen würden',
    at: 'Wann',
    place: 'Wo',
    roleExample: 'Leitung Softwareentwicklung',
    namesExample: 'Vera Holm, Tom Reyes',
    cameFrom: 'Es wird festgehalten, dass eine Vorstellung zu dieser Einladung geführt hat.',
    go: 'Einladung hinzufügen',
  },
}
