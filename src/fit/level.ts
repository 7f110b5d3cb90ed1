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

/** Managers of a thing, not of people: a product manager is a professional until "senior", "lead" or "group" says more. */
const MANAGERS_OF_THINGS =
  /\b(?:product|produkt|project|projekt|program|programme|account|brand|category|case|community|relationship|customer success|success|partner|partnership|social media|content|campaign|portfolio|property|contract|release|delivery|office|event|events|marketing automation|crm|seo|key account|territory|change|alliance|channel|grant|data|asset|claims|bid|proposal|implementation|engagement|talent|vendor|product marketing|technical product|technical program|configuration|nurse case)[\s-]*manager(?:in)?\b/g

/**
 * The rules, most senior first; the first that fits a part of the title counts. A "deputy", "associate" or
 * "assistant" before a rank stands one level below it.
 */
const RULES: [LevelName, RegExp][] = [
  [
    'board',
    /\b(?:chair(?:man|woman|person)?|board (?:member|director|chair)|member of the (?:supervisory |advisory )?board|non-? ?executive|aufsichtsrat\w*|verwaltungsrat\w*|supervisory board|board of directors|beirat\w*|(?:independent|board) director)\b/,
  ],
  ['vice president', /\b(?:[es]?vp|avp|vice[\s-]president|vizepraesident\w*)\b/],
  [
    'chief',
    /\b(?:c[acdefgilmoprst]o|ciso|chro|chief(?: [\w&]+)* officer|chief executive|co-?founder|founder|founding partner|president|owner|proprietor|(?:co-?)?managing (?:director|partner|member)|geschaeftsfuehr(?:er|erin|end\w*)|geschaeftsleit(?:er|erin|ung)|vorstand\w*|(?:executive|management) board|entrepreneur|gruender(?:in)?|inhaber(?:in)?|gesellschafter(?:in)?|(?:senior |equity |general |name )?partner|director general|generaldirektor(?:in)?|praesident(?:in)?)\b/,
  ],
  [
    'director',
    /\b(?:directors?|direktor(?:in)?|general manager|country manager|general counsel|chief of staff|directeur|directora?)\b/,
  ],
  [
    'head',
    /\b(?:head (?:of|[,-])|(?:global|regional|group|deputy|department|division|practice) head|head$|bereichsleit(?:er|erin|ung)|abteilungsleit(?:er|erin|ung)|hauptabteilungsleit\w+|werkleit\w+|leiter(?:in)?|leitung|\w{4,}leit(?:er|erin|ung)|dean|headmaster|(?:school |college )principal|chief(?! engineer| architect)|prokurist(?:in)?|controller|superintendent)\b/,
  ],
  ['manager', /\b(?:manager(?:in)?|mgr|oberarzt|oberaerztin|chefarzt|managers)\b/],
  [
    'lead',
    /\b(?:lead(?!\s+generation|\s+gen)|leader|principal|supervisor|foreman|forewoman|distinguished|fellow|chief (?:engineer|architect)|head (?:nurse|chef|coach|teacher)|charge nurse|teamleit\w+|gruppenleit\w+|projektleit\w+|schichtleit\w+|meister(?:in)?|captain|staff (?:\w+ )*(?:engineer|developer|scientist|designer|architect|researcher|product manager|programmer))\b/,
  ],
  ['senior', /\b(?:senior|sr|snr|expert|specialist iii|professor(?:in)?|experienced)\b/],
  [
    'intern',
    /\b(?:intern(?:ship)?|trainee|apprentice(?:ship)?|werkstudent(?:in)?|working student|praktikant(?:in)?|azubi|auszubildende[rn]?|student(?:in)?|co-op|volontaer(?:in)?|lehrling)\b/,
  ],
  [
    'junior',
    /\b(?:junior|jr|jnr|graduate|entry[\s-]level|new grad|berufseinsteiger(?:in)?|(?:associate|assistant) (?:software |product |data |web )*(?:engineer|developer|consultant|analyst|designer|scientist|product manager|manager trainee)|helper)\b/,
  ],
]

/** Leaders of a group or a project, whom the German "Leiter" rule would call heads. */
const SMALL_LEADERS = /\b(?:team|gruppen|projekt|schicht)[\s-]?leit(?:er|erin|ung)\b/
const DEPUTY = /\b(?:deputy|associate|assistant|stellvertretende[rn]?|stv|stellv|avp)\b/
/** Words that turn a rank beside them into something else. */
const NOT_RANKS =
  /\b(?:product|process|scrum|data|system|task) owner\b|\b(?:business|people|talent|channel|hr|human resources?|finance business|solution|solutions|delivery|technology|alliance|sales|strategic) partner\b|\bpartner(?=[\s-]+(?:manager|success|marketing|sales|development|enablement|engineer|account|operations|solutions|relations))|\bhead ?hunter\b|\bdirector(?=s? (?:assistant|cut))/g
/** Who assists or reports is not who is assisted. */
const ASSISTANTS =
  /\b(?:(?:executive|personal|administrative|management|team|office|ceo|cfo|cto|coo)[\s-]+assistant|assistant(?! (?:(?:general |project |store |branch |managing |regional )?manager|vice|director|dean|professor|head|controller|coach|principal|superintendent|chief|treasurer|secretary general))|secretary(?! general| of state)|assistenz|assistentin?|sekretaer(?:in)?|\bea\b|\bpa\b|receptionist)\b/
const OFFICE_OF = /\s(?:to|reporting to|office of|for|at|@|bei)\s[^,|;(]*/g
/** Not a level at all. */
const AWAY =
  /^\W*(?:retired|unemployed|pensioner|between jobs|open to work|(?:actively )?(?:seeking|looking for)|rentner(?:in)?|im ruhestand|career break|n\/?a|none|-+)\b|^\W*$/

/**
 * The level a title names, or null when there is no title, or none that is held ("Retired", "Looking for…"). A title
 * without a word of rank is `professional`. Choices: a product, project or account manager is a professional; a partner
 * and a managing director are chiefs; an "executive director" is a director; `staff` and `principal` are leads.
 */
export function level(title: string | null): Level | null {
  if (title === null) return null
  const text = plain(title).replace(/\s+/g, ' ').replace(OFFICE_OF, ' ').trim()
  if (AWAY.test(text)) return null
  const levels = text.split(/\s*[,|;/•·()+]\s*|\s[-–—]+\s|\s&\s|\s(?:and|und)\s/).map(levelOfPart)
  const best = Math.min(...levels.filter((rank): rank is number => rank !== null), Number.POSITIVE_INFINITY)
  return named(Number.isFinite(best) ? best : PROFESSIONAL)
}

const PROFESSIONAL = LEVELS.indexOf('professional')

function named(place: number): Level {
  return { rank: place + 1, name: LEVELS[place] ?? 'professional' }
}

/** The place in LEVELS of one part of a title; null when it says nothing about it. */
function levelOfPart(part: string): number | null {
  if (ASSISTANTS.test(part)) return /\b(?:senior|sr)\b/.test(part) ? LEVELS.indexOf('senior') : PROFESSIONAL
  const text = part
    .replace(OFFICE_OF, '')
    .replace(NOT_RANKS, ' ')
    .replace(MANAGERS_OF_THINGS, managerOfThings)
  if (SMALL_LEADERS.test(text)) return LEVELS.indexOf('lead')
  const rule = RULES.find(([, pattern]) => pattern.test(text))
  if (!rule) return null
  const place = LEVELS.indexOf(rule[0])
  return DEPUTY.test(text) && place < PROFESSIONAL && place > 0 ? Math.min(place + 1, PROFESSIONAL) : place
}

/** "Group Product Manager" leads product managers; any other manager of things keeps only the words before it. */
function managerOfThings(found: string, at: number, whole: string): string {
  return /\bgroup\s$/.test(whole.slice(0, at)) ? found : ' '
}
