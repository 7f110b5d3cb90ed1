/** Pages that are about one person: host and the beginning of the path. */
const PROFILES: [RegExp, RegExp][] = [
  [/(^|\.)linkedin\.com$/, /^\/(in|pub)\/[^/]/],
  [/(^|\.)xing\.com$/, /^\/profile\/[^/]/],
  [/^(www\.)?github\.com$/, /^\/[^/]+\/?$/],
  [/^(www\.)?gitlab\.com$/, /^\/[^/]+\/?$/],
  [/^(www\.|mobile\.)?(twitter|x)\.com$/, /^\/[^/]+\/?$/],
  [/^orcid\.org$/, /^\/[\dX-]{19}/],
  [/^(www\.)?stackoverflow\.com$/, /^\/users\/\d+/],
]

/** The text as an http address (`www.example.com` is one), or null. */
export const httpUrl = (text: string): URL | null => {
  const full = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`
  try {
    const url = new URL(full)
    return /^https?:$/.test(url.protocol) && url.hostname.includes('.') && !/\s/.test(text) ? url : null
  } catch {
    return null
  }
}

/** The address if it is the profile of a person (`linkedin.com/in/...`), with its scheme; undefined for any other page. */
export const profileUrl = (text: string): string | undefined => {
  const url = httpUrl(text.trim())
  if (!url) return undefined
  const isProfile = PROFILES.some(([host, path]) => host.test(url.hostname) && path.test(url.pathname))
  return isProfile ? (/^https?:/i.test(text.trim()) ? text.trim() : url.href) : undefined
}
