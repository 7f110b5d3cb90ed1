// Names as they are compared. Nothing here is shown; what was given is kept as it came.

/**
 * Accents are dropped where they decorate a letter (Latin, Greek, the Russian yo). In other scripts marks are letters:
 * without its vowel signs one Hindi name would be another.
 */
export const ACCENTED = /(?<=[\p{Script=Latin}\p{Script=Greek}]\p{M}*)\p{M}|(?<=[еЕ])\u0308/gu

const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(ACCENTED, '')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/ß/g, 'ss')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()

/** A person's name without case, accents and punctuation; the name itself where nothing of it would remain. */
export const personMatch = (name: string): string => fold(name) || name.trim()

const LEGAL_FORMS = new Set(
  `inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh mbh ag se kg kgaa ohg ug ev eg sa sas
   sarl sasu spa srl sl slu bv nv vof oy oyj ab as asa aps ks kk pty pte pvt sdn bhd sro zoo doo ltda cv`.split(
    /\s+/,
  ),
)

/** An organization's name without its legal form: "Acme, Inc." and "Acme GmbH" are one; "Plan A" and "Plan" are two. */
export function organizationMatch(name: string): string {
  const dotted = name.replace(/\b((?:\p{L}\.){2,})/gu, (abbreviation) => abbreviation.replaceAll('.', ''))
  const words = fold(dotted).split(' ')
  const end = words.findLastIndex((word) => !LEGAL_FORMS.has(word) && word !== 'and')
  const core = words.slice(0, end + 1).join(' ')
  // "The Limited" is a name, not "the" with a legal form; and a name may be all legal forms, or no letter at all.
  return core === '' || core === 'the' ? fold(dotted) || name.trim() : core
}

export const emailMatch = (email: string): string => email.trim().toLowerCase()

const SHARED_BOX = /^(info|contact|kontakt|hello|office|hr|jobs|mail|sales|team|support|careers?|recruiting)@/
/** Boxes that several people read are nobody's own address. */
export const isSharedBox = (email: string): boolean => SHARED_BOX.test(emailMatch(email))

/** A profile's address without scheme, host prefix, query and closing slash. */
export function profileUrlMatch(url: string): string {
  const bare = url
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
  const [host = '', ...path] = bare.split('/')
  const site = host
    .toLowerCase()
    .replace(/^(www|m|[a-z]{2})\.(?=linkedin\.)/, '')
    .replace(/^www\./, '')
  // Behind a LinkedIn name may stand a language or a tab of the page.
  const own = site === 'linkedin.com' && path[0]?.toLowerCase() === 'in' ? path.slice(0, 2) : path
  return [site, ...own.map(decoded)].join('/').toLowerCase().normalize('NFC')
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** A web host without its `www.`, from a domain or an address; null when it is neither. */
export function domainMatch(domain: string): string | null {
  const host = domain
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/[/?#:].*$/, '')
    .replace(/^www\./i, '')
    .toLowerCase()
  return /^[^\s@]+\.[^\s@.]+$/.test(host) ? host : null
}
