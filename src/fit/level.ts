import { plain } from './words.ts'

/** Levels from the most senior down; `rank` is the place in this list, from 1, so "most senior first" sorts upwards. */
export const LEVELS = [
  'board',
  'chief',
  'vice president',
  'director',
  'head',
  'manager',
  'lead',
  'senior',
  'professional',
  'junior',
  'intern',
] as const
export type LevelName = (typeof LEVELS)[number]
export type Level = { rank: number; name: LevelName }

/**
 * The words of rank, most senior first; the first row that fits a part of the title counts. Written over plain text:
 * lower case, umlauts as two letters.
 */
const RULES: [LevelName, RegExp][] = [
  row('board', [
    'chair(?:man|woman|person)?',
    'board (?:member|director|chair)|member of the (?:supervisory |advisory )?board',
    'non-? ?executive|supervisory board|board of directors|independent director',
    'aufsichtsrat\\w*|verwaltungsrat\\w*|beirat\\w*',
  ]),
  row('vice president', ['[es]?vp|avp', 'vice[\\s-]president', 'vizepraesident\\w*']),
  row('chief', [
    'c[acdefgilmoprst]o|ciso|chro',
    'chief(?: [\\w&]+)* officer|chief executive',
    '(?:co-?)?founder|founding partner|entrepreneur|owner|proprietor|gruender(?:in)?|inhaber(?:in)?',
    'president|praesident(?:in)?|director general|generaldirektor(?:in)?',
    '(?:co-?)?managing (?:director|partner|member)|partner|gesellschafter(?:in)?',
    'geschaeftsfuehr(?:er|erin|end\\w*)|geschaeftsleit(?:er|erin|ung)|vorstand\\w*|(?:executive|management) board',
  ]),
  row('director', [
    'directors?|direktor(?:in)?|directeur|directora',
    'general manager|country manager|general counsel',
    'chief of staff',
  ]),
  row('head', [
    'head (?:of|[,-])|(?:global|regional|group|deputy|department|division|practice) head|head$',
    '(?:\\w{4,})?leit(?:er|erin|ung)',
    'dean|headmaster|(?:school|college) principal|superintendent|controller|prokurist(?:in)?',
    'chief(?! engineer| architect)',
  ]),
  row('manager', ['managers?|managerin|mgr', 'oberarzt|oberaerztin|chefarzt|chefaerztin']),
  row('lead', [
    'lead(?!\\s+gen)|leader|principal|supervisor|fore(?:man|woman)|captain|meister(?:in)?',
    'distinguished|fellow|chief (?:engineer|architect)|head (?:nurse|chef|coach|teacher)|charge nurse',
    'staff (?:\\w+ )*(?:engineer|developer|scientist|designer|architect|researcher|programmer)',
  ]),
  row('senior', ['senior|sr|snr|expert|experienced', 'professor(?:in)?']),
  row('intern', [
    'intern(?:ship)?|trainee|apprentice(?:ship)?|working student|student(?:in)?|co-op',
    'werkstudent(?:in)?|praktikant(?:in)?|azubi|auszubildende[rn]?|volontaer(?:in)?|lehrling',
  ]),
  row('junior', [
    'junior|jr|jnr|graduate|entry[\\s-]level|new grad|berufseinsteiger(?:in)?|helper',
    'associate (?:software |product |data |web )*(?:engineer|developer|consultant|analyst|designer|scientist)',
  ]),
]

function row(name: LevelName, patterns: string[]): [LevelName, RegExp] {
  return [name, anyOf(patterns)]
}

function anyOf(patterns: string[], flags = ''): RegExp {
  return new RegExp(`\\b(?:${patterns.join('|')})(?!\\w)`, flags)
}

/** Managers of a thing, not of people. */
const THINGS =
  `product|produkt|project|projekt|program|programme|account|brand|category|case|community|relationship|success|partner|
  partnership|social media|content|campaign|portfolio|property|contract|release|delivery|office|events?|marketing automation|
  crm|seo|territory|change|alliance|channel|grant|data|asset|claims|bid|proposal|implementation|engagement|talent|vendor|
  product marketing|configuration`.replace(/\s*\n\s*/g, '')
const MANAGERS_OF_THINGS = new RegExp(`(group )?\\b(?:${THINGS})[\\s-]*managers?(?:in)?\\b`, 'g')

/** Leaders of a group or a project, whom the German "Leiter" would make heads. */
const SMALL_LEADERS = /\b(?:team|gruppen|projekt|schicht)[\s-]?leit(?:er|erin|ung)\b/
/** A deputy stands one level below. */
const DEPUTY = /\b(?:deputy|associate|assistant|stellvertretende[rn]?|stv|stellv|avp)\b/
/** Words that only look like a rank. */
const NOT_RANKS = anyOf(
  [
    '(?:product|process|scrum|data|system|task) owner',
    '(?:business|people|talent|channel|hr|resources?|solutions?|delivery|technology|alliance|sales|strategic) partner',
    'partner(?=[\\s-]+(?:success|marketing|sales|development|enablement|engineer|account|operations|solutions|relations))',
  ],
  'g',
)
/** Who assists is not who is assisted; an "assistant director" is a deputy, though. */
const ASSISTED_RANK =
  '(?:general |project |store |branch |managing |regional )?manager|vice|director|dean|professor|head|controller|coach|principal|superintendent|treasurer'
const ASSISTANTS = anyOf([
  '(?:executive|personal|administrative|management|team|office|c[aefimopst]o)[\\s-]+assistant',
  `assistant(?! (?:${ASSISTED_RANK}))`,
  'secretary(?! general| of state)|receptionist|ea|pa',
  'assistenz|assistent(?:in)?|sekretaer(?:in)?',
])
/** What follows names somebody else: a superior, a client, an employer. */
const SOMEBODY_ELSE = /\s(?:to|reporting to|office of|for|at|@|bei)\s[^,|;(]*/g
/** Not held at all. */
const AWAY =
  /^(?:retired|unemployed|pensioner|between jobs|open to work|(?:actively )?(?:seeking|looking)|rentner(?:in)?|im ruhestand|career break|n\/?a|none)(?!\w)|^\W*$/
/** Nobody's title is longer; what is would only cost time. */
const LONGEST = 300
const PARTS = /\s*[,|;/•·()+]\s*|\s[-–—]+\s|\s&\s|\s(?:and|und)\s/

/**
 * The level a title names, or null when there is no title, or none that is held ("Retired", "Looking for…"). A title
 * without a word of rank is `professional`. Choices: a product, project or account manager is a professional unless
 * "senior", "lead" or "group" says more; a partner and a managing director are chiefs; an "executive director" is a
 * director; "staff" and "principal" engineers are leads; a deputy stands one level below.
 */
export function level(title: string | null): Level | null {
  const text = plain((title ?? '').slice(0, LONGEST))
    .replace(/\s+/g, ' ')
    .trim()
  if (AWAY.test(text)) return null
  const places = text.replace(SOMEBODY_ELSE, ' ').trim().split(PARTS).map(placeOf)
  const place = Math.min(...places.map((one) => one ?? LEVELS.length))
  return named(place < LEVELS.length ? place : PROFESSIONAL)
}

const PROFESSIONAL = LEVELS.indexOf('professional')

function named(place: number): Level {
  return { rank: place + 1, name: LEVELS[place] ?? 'professional' }
}

/** The place in LEVELS of one part of a title; null when the part says nothing about it. */
function placeOf(part: string): number | null {
  if (ASSISTANTS.test(part)) return /\b(?:senior|sr)\b/.test(part) ? LEVELS.indexOf('senior') : PROFESSIONAL
  // "Group Product Manager" leads product managers
  const text = part
    .replace(MANAGERS_OF_THINGS, (_, group) => (group ? 'manager' : ' '))
    .replace(NOT_RANKS, ' ')
  if (SMALL_LEADERS.test(text)) return LEVELS.indexOf('lead')
  const rule = RULES.find(([, pattern]) => pattern.test(text))
  if (!rule) return null
  const place = LEVELS.indexOf(rule[0])
  return DEPUTY.test(text) && place > 0 && place < PROFESSIONAL ? place + 1 : place
}
