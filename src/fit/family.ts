export type Cluster =
  | 'technology'
  | 'business'
  | 'public'
  | 'health'
  | 'science'
  | 'engineering'
  | 'education'
  | 'creative'
  | 'service'
  | 'protection'
  | 'trades'
  | 'land'

/**
 * A family of occupations. `titles` name the work by themselves ("recruiter"); `fields` say what it is about and
 * need a role beside them ("finance" in "Finance director"); `weak` ones count when nothing else does ("designer").
 */
export type Family = {
  id: string
  name: string
  cluster: Cluster
  titles: string[]
  fields: string[]
  weak: string[]
}

/** A family from comma-separated lists of terms. */
export function family(
  id: string,
  name: string,
  cluster: Cluster,
  terms: { titles: string; fields: string; weak?: string },
): Family {
  return {
    id,
    name,
    cluster,
    titles: list(terms.titles),
    fields: list(terms.fields),
    weak: list(terms.weak ?? ''),
  }
}

function list(terms: string): string[] {
  return terms
    .split(',')
    .map((term) => term.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}
