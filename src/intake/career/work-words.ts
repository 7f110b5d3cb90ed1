/** Words that tell a title of work from the name of a firm or a place. */

const titles = [
  'engineer(?:ing (?:manager|lead|director))?|developer|programmer|manager(?:in)?|director|head|lead|chief|officer|c[tefiomprd]o|chro|ciso',
  'president|vp|svp|evp|analyst(?:in)?|consultant|advis[eo]r|designer(?:in)?|scientist|architect|partner|associate|intern|trainee',
  '(?:co-?)?founder|owner|professor|lecturer|teacher|researcher|postdoc|assistant|specialist|coordinator|administrator',
  'recruiter(?:in)?|accountant|controller|treasurer|lawyer|counsel|nurse|physician|strategist|producer|editor|writer',
  'team ?lead(?:er)?|technician|tester|scrum master|principal|fellow|chair(?:man|woman|person)?|board member|member of staff|executive|salesperson',
  'leiter(?:in)?|leitung|\\p{L}+leiter(?:in)?|geschäftsführer(?:in)?|berater(?:in)?|\\p{L}*entwickler(?:in)?|\\p{L}*ingenieur(?:in)?|referent(?:in)?',
  'personal(?:referent|berater|leiter|chef)(?:in)?|werkstudent(?:in)?|praktikant(?:in)?|vorstand|mitarbeiter(?:in)?|gründer(?:in)?|professorin|direktor(?:in)?|programmierer(?:in)?',
].join('|')

const titlePattern = new RegExp(`(?<![\\p{L}\\d])(?:${titles})(?![\\p{L}\\d])`, 'iu')

/** "Head of Data", "CTO", "Geschäftsführerin"; not "Cobalt Health" and not "Harbor Partners". */
export function soundsLikeTitle(text: string): boolean {
  return text.length <= 120 && titlePattern.test(text)
}

const places = new Set(
  `berlin hamburg munich münchen cologne köln frankfurt stuttgart düsseldorf leipzig vienna wien zurich zürich geneva
  basel bern london manchester edinburgh dublin paris lyon amsterdam rotterdam brussels madrid barcelona lisbon porto
  rome milan stockholm oslo copenhagen helsinki warsaw prague budapest athens istanbul boston chicago seattle austin
  denver atlanta toronto montreal vancouver sydney melbourne singapore tokyo bangalore bengaluru mumbai delhi dubai
  shanghai beijing germany deutschland austria österreich switzerland schweiz uk usa us england france spain italy
  netherlands sweden norway denmark finland poland portugal ireland belgium canada australia india china japan
  europe emea remote hybrid`.split(/\s+/),
)
const longPlaces =
  /^(new york|san francisco|los angeles|united (kingdom|states)|hong kong|tel aviv|.* (metropolitan )?area)\b/i

/** A city or country that many positions name; a firm may be called like a place, too. */
export function soundsLikePlace(text: string): boolean {
  return places.has(text.trim().toLowerCase()) || longPlaces.test(text.trim())
}
