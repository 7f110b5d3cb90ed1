import type { Answer, Input } from '../client.ts'

// What the reader proposes, and what of it is kept. Pure.

export type Draft = Answer<'resume.show'>
type Position = Draft['positions'][number]
type Education = Draft['education'][number]

/** A field with its own tick; `at`: the words that it was read from. */
export type Kept<Value> = { kept: boolean; value: Value }

export type Chosen = {
  /** Whom it is about: you, or a name or e-mail typed. */
  whom: string | null
  texts: Record<'name' | 'headline' | 'summary', Kept<string>>
  emails: Kept<string>[]
  phones: Kept<string>[]
  profileUrls: Kept<string>[]
  positions: Kept<Position>[]
  education: Kept<Education>[]
  skills: string[]
}

const kept = <Value>(value: Value): Kept<Value> => ({ kept: true, value })
const text = (value: string | undefined): Kept<string> => ({ kept: value !== undefined, value: value ?? '' })

/** Everything that was read is proposed. */
export const proposed = (draft: Draft): Chosen => ({
  whom: null,
  texts: { name: text(draft.name), headline: text(draft.headline), summary: text(draft.summary) },
  emails: draft.emails.map(kept),
  phones: draft.phones.map(kept),
  profileUrls: draft.profileUrls.map(kept),
  positions: draft.positions.map(kept),
  education: draft.education.map(kept),
  skills: draft.skills,
})

const valuesOf = <Value>(all: readonly Kept<Value>[]): Value[] =>
  all.filter((one) => one.kept).map(({ value }) => value)

export const isDate = (date: string | undefined): boolean =>
  date === undefined || date === '' || /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(date)

/** Why a position cannot be kept as it stands. */
export const faultIn = ({ organization, from, to }: Position): 'missing' | 'badDate' | null =>
  organization.trim() === '' ? 'missing' : isDate(from) && isDate(to) ? null : 'badDate'

/** How many fields are kept. */
export const countOf = ({
  texts,
  emails,
  phones,
  profileUrls,
  positions,
  education,
  skills,
}: Chosen): number =>
  [...Object.values(texts), ...emails, ...phones, ...profileUrls, ...positions, ...education].filter(
    (one) => one.kept,
  ).length + skills.length

/** Fields left empty are not said. */
const filled = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).filter(([, said]) => said !== '' && said !== undefined)) as Value

export function confirmInput(document: string, chosen: Chosen): Input<'resume.confirm'> {
  const { whom, texts, emails, phones, profileUrls, positions, education, skills } = chosen
  const said = Object.fromEntries(
    Object.entries(texts).flatMap(([key, one]) =>
      one.kept && one.value.trim() ? [[key, one.value.trim()]] : [],
    ),
  )
  return {
    document,
    ...(whom?.trim() ? { person: whom.trim() } : {}),
    ...said,
    ...{ emails: valuesOf(emails), phones: valuesOf(phones), profileUrls: valuesOf(profileUrls), skills },
    positions: valuesOf(positions).map(({ at: _, ...position }) => filled(position)),
    education: valuesOf(education).map(({ at: _, ...school }) => filled(school)),
  }
}
