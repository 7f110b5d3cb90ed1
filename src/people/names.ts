// Names as they are compared. Nothing here is shown; what was given is kept as it came.

const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
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
  return end < 0 ? fold(dotted) || name.trim() : words.slice(0, end + 1).join(' ')
}

export const emailMatch = (email: string): string => email.trim().toLowerCase()

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
  return [site, ...path.map(decoded)].join('/').toLowerCase()
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
