import { said } from '../language.ts'

// What readers say of a file or a row, for a reader of German. They speak English as they go; here, at the edge, it is
// said again. `$1` is what the English names: a number, a cell, a column.

const PHRASES: readonly (readonly [RegExp, string])[] = [
  // Rows that are skipped.
  [/^no known kind of file$/, 'keine bekannte Art von Datei'],
  [/^not used by Acquaint$/, 'von Acquaint nicht verwendet'],
  [/^no name and no profile$/, 'kein Name und kein Profil'],
  [/^no name, no e-mail address and no profile$/, 'kein Name, keine E-Mail-Adresse und kein Profil'],
  [/^neither a name nor an e-mail address$/, 'weder ein Name noch eine E-Mail-Adresse'],
  [/^no name$/, 'kein Name'],
  [/^no company and no title$/, 'keine Firma und kein Titel'],
  [/^no organization$/, 'keine Organisation'],
  [/^no e-mail address$/, 'keine E-Mail-Adresse'],
  [/^no date$/, 'kein Datum'],
  [/^a position without an organization$/, 'eine Position ohne Organisation'],
  [/^an empty row$/, 'eine leere Zeile'],
  [/^a profile without a name$/, 'ein Profil ohne Namen'],
  [/^the same as row (\d+)$/, 'dasselbe wie Zeile $1'],
  [/^the same job stands above$/, 'dieselbe Stelle steht weiter oben'],
  [/^the same posting as in (.+)$/, 'dieselbe Ausschreibung wie in $1'],
  [/^the board lists no openings$/, 'hier sind keine Stellen ausgeschrieben'],
  [/^a draft$/, 'ein Entwurf'],
  [/^an advertisement or spam$/, 'Werbung oder Spam'],
  [/^no longer said from whom or to whom$/, 'nicht mehr gesagt, von wem oder an wen'],
  [/^nobody here bears that name alone$/, 'niemand hier trägt diesen Namen allein'],
  [/^erased before, and not brought back by a file$/, 'früher gelöscht und durch keine Datei zurückgeholt'],
  [/^nobody else takes part$/, 'niemand sonst nimmt teil'],
  [/^a meeting of more than twelve others$/, 'ein Termin mit mehr als zwölf anderen'],
  [/^cancels a meeting that is not here$/, 'sagt einen Termin ab, der nicht hier ist'],
  [/^an organization, not a person$/, 'eine Organisation, keine Person'],
  [/^a mail without a calendar part$/, 'eine Mail ohne Kalenderteil'],
  [/^an empty calendar$/, 'ein leerer Kalender'],
  [/^a task, not a meeting$/, 'eine Aufgabe, kein Termin'],
  [/^a journal entry, not a meeting$/, 'ein Tagebucheintrag, kein Termin'],
  [
    /^times when somebody is free or busy, not a meeting$/,
    'Zeiten, zu denen jemand frei oder belegt ist, kein Termin',
  ],
  [/^a time zone, not a meeting$/, 'eine Zeitzone, kein Termin'],
  [/^hours of availability, not a meeting$/, 'Zeiten der Verfügbarkeit, kein Termin'],
  [/^an alarm without a meeting$/, 'ein Alarm ohne Termin'],
  [/^not a meeting$/, 'kein Termin'],
  // Rows that are rejected.
  [/^has no title$/, 'hat keinen Titel'],
  [/^has no id$/, 'hat keine Kennung'],
  [/^does not say which organization is hiring$/, 'sagt nicht, welche Organisation einstellt'],
  [/^is no job: an object was expected$/, 'ist keine Stelle: erwartet wurde ein Objekt'],
  [/^larger than (\d+) MB$/, 'größer als $1 MB'],
  [/^a position without a company$/, 'eine Position ohne Firma'],
  [/^"(.*)" is not an e-mail address$/s, '„$1“ ist keine E-Mail-Adresse'],
  [/^"(.*)" is not a date$/s, '„$1“ ist kein Datum'],
  [
    /^the row has (\d+) cells where the header has (\d+): a comma without quotes\?$/,
    'die Zeile hat $1 Zellen, der Kopf hat $2: ein Komma ohne Anführungszeichen?',
  ],
  [/^a zip inside a zip is not opened$/, 'eine Zip-Datei in einer Zip-Datei wird nicht geöffnet'],
  [/^damaged: the checksum does not fit$/, 'beschädigt: die Prüfsumme passt nicht'],
  [/^damaged: /, 'beschädigt: '],
  [/^(\d+) MB; at most (\d+) MB are read$/, '$1 MB; höchstens $2 MB werden gelesen'],
  [/^unpacks to more than (\d+) times its size$/, 'wird beim Entpacken mehr als $1-mal so groß'],
  [/^the calendar part holds no calendar$/, 'der Kalenderteil enthält keinen Kalender'],
  [/^the event has no end \(END:VEVENT is missing\)$/, 'der Termin hat kein Ende (END:VEVENT fehlt)'],
  [/^has no END:VCARD before line (\d+)$/, 'hat vor Zeile $1 kein END:VCARD'],
  [/^has no END:VCARD$/, 'hat kein END:VCARD'],
  [/^stands outside of BEGIN:VCARD and END:VCARD$/, 'steht außerhalb von BEGIN:VCARD und END:VCARD'],
  // Whole files.
  [
    / holds no calendar \(no line BEGIN:VCALENDAR\)$/,
    ' enthält keinen Kalender (keine Zeile BEGIN:VCALENDAR)',
  ],
  [/ is no readable mail message \((.*)\)$/s, ' ist keine lesbare Mail ($1)'],
  [
    / is a complete export of Acquaint: workspace\.import brings it into an empty workspace\.$/,
    ' ist ein vollständiger Export von Acquaint: workspace.import bringt ihn in einen leeren Arbeitsbereich.',
  ],
  [/ is no complete export of Acquaint\.$/, ' ist kein vollständiger Export von Acquaint.'],
  [
    / was written by an? (newer|older) Acquaint \(schema (\d+); this one has (\d+)\): bring it in with that one\.$/,
    ' wurde von einem anderen Acquaint geschrieben (Schema $2; dieses hat $3): Übernehmen Sie es mit jenem.',
  ],
  [/: (data\/\S+) is damaged or missing\.$/, ': $1 ist beschädigt oder fehlt.'],
  [/ is no vCard file: it has no BEGIN:VCARD\.$/, ' ist keine vCard-Datei: BEGIN:VCARD fehlt.'],
  [/is not valid JSON: it breaks at (.+?)\.?$/, 'ist kein gültiges JSON: es bricht bei $1.'],
  [/ is nested deeper than (\d+) levels\.$/, ' ist tiefer als $1 Ebenen verschachtelt.'],
  [/ malformed (\S+) at line (\d+)(?: \(byte (\d+)\))?$/, ' fehlerhaftes $1 in Zeile $2'],
  [
    / is no whole XML: an element is not closed\.$/,
    ' ist kein vollständiges XML: Ein Element ist nicht geschlossen.',
  ],
  [
    / is a Europass document without a CV in it \(no LearnerInfo\)\.$/,
    ' ist ein Europass-Dokument ohne Lebenslauf (kein LearnerInfo).',
  ],
  [/ is no JSON Resume: it holds no object\.$/, ' ist kein JSON Resume: es enthält kein Objekt.'],
  [
    / holds no text: a scanned page cannot be read here\.$/,
    ' enthält keinen Text: Eine eingescannte Seite ist hier nicht lesbar.',
  ],
  [/ holds no text\.$/, ' enthält keinen Text.'],
  [/ is locked with a password\.$/, ' ist mit einem Passwort geschützt.'],
  [/ is no PDF that can be read\.$/, ' ist kein lesbares PDF.'],
  [/ is no Word document \(\.docx\) that can be read\.$/, ' ist kein lesbares Word-Dokument (.docx).'],
  [
    / has (\d+) pages; at most (\d+) are read as a resume\.$/,
    ' hat $1 Seiten; höchstens $2 werden als Lebenslauf gelesen.',
  ],
  [/ holds no schema\.org JobPosting\.$/, ' enthält kein JobPosting von schema.org.'],
  [/ is no (\S+) board: (.+) were expected\.$/, ' ist keine Stellenliste von $1: erwartet wurde $2.'],
  [
    / is (.+), which is not read: boards of Greenhouse, Lever and Ashby and pages with a schema\.org JobPosting are\.$/,
    ' ist $1 und wird nicht gelesen: gelesen werden Stellenlisten von Greenhouse, Lever und Ashby und Seiten mit einem JobPosting von schema.org.',
  ],
  [
    / (\d+) files in one zip; at most (\d+) are read$/,
    ' $1 Dateien in einer Zip-Datei; höchstens $2 werden gelesen',
  ],
  [
    / an Office file, which is not read: save the table as CSV first$/,
    ' eine Office-Datei, die nicht gelesen wird: Speichern Sie die Tabelle zuerst als CSV',
  ],
  [
    / the zip unpacks to more than is read from one file$/,
    ' die Zip-Datei wird entpackt größer, als aus einer Datei gelesen wird',
  ],
  [/ the zip is damaged at its end: /, ' die Zip-Datei ist an ihrem Ende beschädigt: '],
  [/ the zip is damaged in entry (\d+): /, ' die Zip-Datei ist in Eintrag $1 beschädigt: '],
  [/ holds something that cannot be kept: /, ' enthält etwas, das nicht aufbewahrt werden kann: '],
  [
    / the file is empty, a line with the names of columns was expected$/,
    ' die Datei ist leer, erwartet wurde eine Zeile mit den Namen der Spalten',
  ],
  [
    / a quote is opened in this row and not closed before the next one begins$/,
    ' ein Anführungszeichen wird in dieser Zeile geöffnet und vor der nächsten nicht geschlossen',
  ],
  [/ the columns do not tell what this is;/, ' die Spalten sagen nicht, was dies ist;'],
  [/ no column (.+); expected (.+); found /, ' keine Spalte $1; erwartet: $2; gefunden: '],
  [/; expected Name /, '; erwartet: Name '],
  [/; found /, '; gefunden: '],
  [/: line (\d+): /, ': Zeile $1: '],
]

const PLACES: readonly (readonly [RegExp, string])[] = [
  [/^row (\d+)/, 'Zeile $1'],
  [/^line (\d+)/, 'Zeile $1'],
  [/^card (\d+), line (\d+)/, 'Karte $1, Zeile $2'],
  [/^the job/, 'die Stelle'],
  [/^message/, 'Nachricht'],
]

const replaced = (text: string, table: typeof PHRASES): string =>
  table.reduce((before, [pattern, german]) => before.replace(pattern, german), text)

/** Why a row or a file was left out, for the reader. */
export const whyInWords = (why: string): string => said({ en: why, de: replaced(why, PHRASES) })

/** Where in a file, for the reader. */
export const placeInWords = (at: string): string => said({ en: at, de: replaced(at, PLACES) })
