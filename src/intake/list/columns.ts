/** Names of columns: what plain lists call a person's fields, and how a header is compared. */

/** The fields that a column of a plain CSV can be mapped to. */
export const FIELDS = {
  name: [
    'name',
    'full name',
    'person',
    'contact',
    'contact name',
    'display name',
    'candidate',
    'vollständiger name',
    'nom complet',
    'nombre completo',
  ],
  givenName: ['first name', 'first', 'given name', 'forename', 'vorname', 'prénom', 'nombre'],
  familyName: [
    'last name',
    'last',
    'family name',
    'surname',
    'nachname',
    'familienname',
    'nom',
    'nom de famille',
    'apellido',
    'apellidos',
  ],
  email: [
    'email',
    'email address',
    'mail',
    'email 1',
    'e-mail 1 - value',
    'email addresses',
    'emails',
    'work email',
    'e-mail-adresse',
    'adresse e-mail',
    'correo electrónico',
  ],
  profileUrl: [
    'url',
    'profile url',
    'profile',
    'linkedin',
    'linkedin url',
    'linkedin profile',
    'linkedin profile url',
    'profile link',
    'public profile url',
    'profil-url',
  ],
  phone: [
    'phone',
    'phone number',
    'mobile',
    'mobile phone',
    'telephone',
    'business phone',
    'phone 1 - value',
    'telefon',
    'téléphone',
    'teléfono',
  ],
  organization: [
    'company',
    'company name',
    'organization',
    'organisation',
    'organization name',
    'employer',
    'firm',
    'current company',
    'firma',
    'unternehmen',
    'arbeitgeber',
    'entreprise',
    'société',
    'empresa',
  ],
  title: [
    'title',
    'job title',
    'position',
    'role',
    'occupation',
    'current title',
    'organization title',
    'stelle',
    'poste',
    'cargo',
    'puesto',
  ],
  unit: ['unit', 'department', 'team', 'division', 'abteilung', 'service', 'departamento'],
  from: ['from', 'start', 'start date', 'started', 'started on', 'since', 'von', 'seit', 'début', 'desde'],
  to: ['to', 'end', 'end date', 'ended', 'ended on', 'finished on', 'until', 'bis', 'fin', 'hasta'],
  connectedOn: [
    'connected on',
    'connected',
    'connection date',
    'vernetzt am',
    'en relation depuis',
    'conectado el',
  ],
  headline: ['headline', 'profil-slogan', 'titre du profil'],
  skills: ['skills', 'skill', 'competencies', 'kenntnisse', 'compétences', 'aptitudes'],
  location: ['location', 'city', 'place', 'ort', 'lieu', 'ubicación'],
  notes: ['notes', 'note', 'comment', 'comments', 'remarks', 'notizen', 'remarques', 'notas'],
  tags: ['tags', 'tag', 'labels', 'groups', 'group membership', 'schlagwörter', 'étiquettes', 'etiquetas'],
} as const satisfies Record<string, readonly string[]>

export type Field = keyof typeof FIELDS

/** A header cell as it is compared: letters and digits only, lower case, without pandas' `.1` of a repeated name. */
export function fold(cell: string): string {
  const plain = cell.replace(/\.\d+$/, '')
  return plain.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

const fieldOfName: ReadonlyMap<string, Field> = new Map(
  Object.entries(FIELDS).flatMap(([field, names]) =>
    names.map((name) => [fold(name), field as Field] as const),
  ),
)

/** Which field a column's name tells, if any. */
export function fieldOf(cell: string): Field | null {
  return fieldOfName.get(fold(cell)) ?? null
}

export function isField(text: string): text is Field {
  return Object.hasOwn(FIELDS, text)
}

/** The columns of the LinkedIn files that are read. The order is that of the export. */
export const LINKEDIN = {
  connections: ['First Name', 'Last Name', 'URL', 'Email Address', 'Company', 'Position', 'Connected On'],
  positions: ['Company Name', 'Title', 'Description', 'Location', 'Started On', 'Finished On'],
  profile: [
    'First Name',
    'Last Name',
    'Maiden Name',
    'Address',
    'Birth Date',
    'Headline',
    'Summary',
    'Industry',
    'Zip Code',
    'Geo Location',
    'Twitter Handles',
    'Websites',
    'Instant Messengers',
  ],
  emails: ['Email Address', 'Confirmed', 'Primary', 'Updated On'],
  skills: ['Name'],
  messages: [
    'CONVERSATION ID',
    'CONVERSATION TITLE',
    'FROM',
    'SENDER PROFILE URL',
    'TO',
    'RECIPIENT PROFILE URLS',
    'DATE',
    'SUBJECT',
    'CONTENT',
    'FOLDER',
  ],
  invitations: ['From', 'To', 'Sent At', 'Message', 'Direction', 'inviterProfileUrl', 'inviteeProfileUrl'],
  recommendations: ['First Name', 'Last Name', 'Company', 'Job Title', 'Text', 'Creation Date', 'Status'],
} as const satisfies Record<string, readonly string[]>

/** The columns by which the LinkedIn files are known that are not read. One of two columns must match exactly. */
export const LINKEDIN_OTHER: Record<string, readonly string[]> = {
  'Ad_Targeting.csv': ['Member Age', 'Company Names', 'Company Follower of', 'Member Schools'],
  'Causes You Care About.csv': ['Supported Cause'],
  'Certifications.csv': ['Name', 'Url', 'Authority', 'License Number'],
  'Comments.csv': ['Date', 'Link', 'Message'],
  'Company Follows.csv': ['Organization', 'Followed On'],
  'ImportedContacts.csv': ['Source', 'FirstName', 'LastName', 'BookmarkedAt'],
  'Courses.csv': ['Name', 'Number'],
  'Education.csv': ['School Name', 'Start Date', 'End Date', 'Degree Name'],
  'Endorsement_Given_Info.csv': ['Endorsement Date', 'Skill Name', 'Endorsee First Name'],
  'Endorsement_Received_Info.csv': ['Endorsement Date', 'Skill Name', 'Endorser First Name'],
  'Events.csv': ['Event Name', 'Event Time', 'Status'],
  'Honors.csv': ['Title', 'Description', 'Issuer', 'Issue Date'],
  'Honors (new).csv': ['Title', 'Description', 'Issued On'],
  'Inferences_about_you.csv': ['Category', 'Type of inference', 'Inference'],
  'Job Applications.csv': ['Application Date', 'Company Name', 'Job Title', 'Job Url'],
  'Job Seeker Preferences.csv': ['Open To Recruiters', 'Dream Companies', 'Job Seeker Activity Level'],
  'Languages.csv': ['Name', 'Proficiency'],
  'Learning.csv': ['Content Title', 'Content Description', 'Content Type', 'Content Saved'],
  'LearningCoachMessages.csv': ['No conversations found'],
  'Logins.csv': ['Login Date', 'IP Address', 'User Agent'],
  'Organizations.csv': ['Name', 'Description', 'Position', 'Started On', 'Finished On'],
  'PhoneNumbers.csv': ['Extension', 'Number', 'Type'],
  'Profile Summary.csv': ['Profile Summary'],
  'Projects.csv': ['Title', 'Description', 'Url', 'Started On', 'Finished On'],
  'Projects (old).csv': ['Title', 'Description', 'Url', 'Start Date', 'End Date'],
  'Publications.csv': ['Name', 'Published On', 'Description', 'Publisher'],
  'Reactions.csv': ['Date', 'Type', 'Link'],
  'Receipts.csv': ['Transaction Made At', 'Payment Method Type', 'Invoice Number'],
  'Registration.csv': ['Registered At', 'Registration Ip'],
  'Registration (old).csv': ['Registration Date', 'Registration IP Address'],
  'Rich_Media.csv': ['Date/Time', 'Media Description', 'Media Link'],
  'Rich Media.csv': ['Type', 'Link'],
  'Saved Jobs.csv': ['Saved Date', 'Job Url', 'Job Title'],
  'SearchQueries.csv': ['Time', 'Search Query'],
  'Security Challenges.csv': ['Challenge Date', 'IP Address', 'Challenge Type'],
  'Shares.csv': ['Date', 'ShareLink', 'ShareCommentary'],
  'Shares (old).csv': ['Date', 'Share Title', 'Share Link'],
  'Verifications.csv': ['Verification type', 'Organization name', 'Verified date'],
}

/** Every name by which a header line is told from notes above it. */
export const KNOWN_COLUMNS: ReadonlySet<string> = new Set([
  ...fieldOfName.keys(),
  ...[...Object.values(LINKEDIN), ...Object.values(LINKEDIN_OTHER)].flat().map(fold),
  ...['Date Sent', 'Date', 'Subject', 'Content', 'Folder', 'Attachments', 'Text'].map(fold),
])
