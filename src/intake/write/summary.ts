/** What a meeting's title says of the role: "Interview: Senior Data Engineer", "Northwind // CFO interview". Pure. */

const PATTERNS = [
  /\binterview(?:\s+(?:for|as))?\s*(?:for\s+)?(?:the\s+)?(?:role|position)?(?:\s+of)?\s*[:–—-]\s*(.+)$/i,
  /\binterview\s+(?:for|as)\s+(?:the\s+|an?\s+)?(?:(?:role|position)\s+of\s+)?(.+)$/i,
  /^(.+?)\s+(?:[-–—:|/]+\s*)?(?:\w+\s+)?interview\b/i,
]

const ROLE_WORDS =
  /\b(engineer|developer|manager|director|head|lead|analyst|scientist|designer|architect|consultant|officer|president|specialist|accountant|controller|nurse|teacher|lawyer|counsel|partner|administrator|coordinator|researcher|producer|editor|writer|technician|c[efot]o|vp|entwickler|leiter|berater|ingenieur|referent)(in)?\b/i

/** The role that a title names, or undefined: only words that name work count as one. */
export function roleInTitle(title: string | undefined): string | undefined {
  if (title === undefined) return undefined
  const found = PATTERNS.map((pattern) => pattern.exec(title)?.[1]).find(
    (part) => part && ROLE_WORDS.test(part),
  )
  const role = found
    ?.replace(/\s+(?:at|@|with|bei|mit)\s+.*$/i, '')
    .replace(/\s*[([|/–—-]+\s*.*$/, '')
    .trim()
  return role && ROLE_WORDS.test(role) && role.length <= 80 ? role : undefined
}
