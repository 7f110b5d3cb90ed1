/** Words of titles and texts: lower case, one spelling for umlauts and accents, abbreviations written out. */

/** A Map: a title may hold the word "constructor". */
const ABBREVIATIONS = new Map(
  Object.entries({
    acct: 'accountant',
    admin: 'administrator',
    ae: 'account executive',
    ai: 'artificial intelligence',
    asst: 'assistant',
    ba: 'business analyst',
    bdm: 'business development manager',
    bdr: 'business development representative',
    bi: 'business intelligence',
    cao: 'chief accounting officer',
    cco: 'chief commercial officer',
    cdo: 'chief data officer',
    ceo: 'chief executive officer',
    cfo: 'chief finance officer',
    chro: 'chief human resource officer',
    cio: 'chief information officer',
    ciso: 'chief information security officer',
    clo: 'chief legal officer',
    cmo: 'chief marketing officer',
    cna: 'certified nursing assistant',
    coo: 'chief operating officer',
    cpa: 'certified public accountant',
    cpo: 'chief product officer',
    cro: 'chief revenue officer',
    cs: 'customer success',
    csm: 'customer success manager',
    cso: 'chief strategy officer',
    cto: 'chief technology officer',
    dba: 'database administrator',
    dev: 'developer',
    dir: 'director',
    ea: 'executive assistant',
    emt: 'emergency medical technician',
    eng: 'engineer',
    engr: 'engineer',
    evp: 'executive vice president',
    exec: 'executive',
    fe: 'frontend',
    gc: 'general counsel',
    gm: 'general manager',
    hr: 'human resource',
    hrbp: 'human resource business partner',
    it: 'information technology',
    jr: 'junior',
    lpn: 'licensed practical nurse',
    mgr: 'manager',
    mktg: 'marketing',
    ml: 'machine learning',
    nlp: 'natural language processing',
    np: 'nurse practitioner',
    ops: 'operation',
    ot: 'occupational therapist',
    pa: 'personal assistant',
    pmo: 'project management office',
    pr: 'public relation',
    pt: 'physical therapist',
    qa: 'quality assurance',
    qc: 'quality control',
    rep: 'representative',
    rn: 'registered nurse',
    sde: 'software development engineer',
    sdet: 'test automation engineer',
    sdr: 'sale development representative',
    slp: 'speech language pathologist',
    sr: 'senior',
    sre: 'site reliability engineer',
    svp: 'senior vice president',
    sw: 'software',
    swe: 'software engineer',
    tech: 'technician',
    tpm: 'technical program manager',
    ui: 'user interface',
    ux: 'user experience',
    vp: 'vice president',
  }),
)

/** Spellings that would fall apart when cut at punctuation. */
const SPELLINGS: [RegExp, string][] = [
  [/\bfp\s*&\s*a\b/g, 'financial planning'],
  [/\bm\s*&\s*a\b/g, 'mergers acquisitions'],
  [/\br\s*&\s*d\b/g, 'research development'],
  [/\bl\s*&\s*d\b/g, 'learning development'],
  [/\bc\+\+/g, 'cpp'],
  [/\b([cf])#/g, '$1sharp'],
  [/\.net\b/g, ' dotnet'],
  [/\b(node|next|vue|react|angular)\.?js\b/g, '$1js'],
  [/\bfront[\s-]end\b/g, 'frontend'],
  [/\bback[\s-]end\b/g, 'backend'],
  [/\bfull[\s-]stack\b/g, 'fullstack'],
  [/\bdev[\s-]?(sec)?[\s-]?ops\b/g, 'devops'],
  [/\bpre-sales?\b/g, 'presales'],
  [/\be-?commerce\b/g, 'ecommerce'],
  [/\bco-founder/g, 'cofounder'],
  [/\b([a-z])\.(?=[a-z]\b)/g, '$1'],
  // German gender forms: "(m/w/d)", "Entwickler:in", "Leiter/in", "Kaufmann/-frau"
  [/\((?:[mwfdxi]\s*[/|,*]\s*)+[mwfdxi]\)/g, ' '],
  [/(?<=[a-z]{3})[:*_/]-?in(?:nen)?\b/g, ''],
  [/(?<=mann)\/-?frau\b/g, ''],
]

const UMLAUTS: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'oe',
  å: 'a',
  ł: 'l',
}

/** Lower case, umlauts as two letters, other accents dropped, usual spellings joined. */
export function plain(text: string): string {
  let out = text.normalize('NFC').toLowerCase()
  if (/[^\p{ASCII}]/u.test(out)) {
    out = out.replace(/[äöüßæøåł]/g, (c) => UMLAUTS[c] ?? c)
    out = out.normalize('NFD').replace(/\p{M}/gu, '')
  }
  for (const [from, to] of SPELLINGS) out = out.replace(from, to)
  return out
}

/** One form for singular and plural, and for German feminine forms. */
export function singular(word: string): string {
  if (word.length > 6 && /(?:er|eur|ist|ent|ant|or)in(?:nen)?$/.test(word))
    return word.replace(/in(?:nen)?$/, '')
  // securities are no security
  if (word === 'securities') return word
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1)
}

const COMPOUND =
  /^(.{4,}?)s?(leiter|leitung|entwickler|ingenieur|manager|berater|techniker|referent|assistent|mitarbeiter|direktor|sachbearbeiter|mechaniker|pfleger|lehrer|kaufmann|kauffrau)$/

/** The words a piece of plain text is made of; abbreviations and German compounds are written out. */
export function wordsOf(text: string): string[] {
  const out: string[] = []
  for (const raw of text.split(/[^\p{L}\p{N}]+/u)) {
    if (!raw) continue
    const word = singular(raw)
    const long = ABBREVIATIONS.get(word) ?? ABBREVIATIONS.get(raw)
    if (long) out.push(...long.split(' '))
    else out.push(...(COMPOUND.exec(word)?.slice(1) ?? [word]))
  }
  return out
}

const ENDINGS = /(?:ations?|ments?|ings?|ants?|ers?|ors?|ists?|ives?|als?|ed|e|y)$/

/** A rough stem, only for asking whether two titles share a word. */
export function stem(word: string): string {
  const cut = word.replace(ENDINGS, '')
  return cut.length >= 4 ? cut : word
}
