import { z } from 'zod'
import { action } from '../../action.ts'
import { findPerson } from '../../people/find.ts'
import { reference } from '../../people/shapes.ts'
import { STAFF } from '../../role.ts'
import type { PersonFact, PositionFact } from '../records.ts'
import { writeJsonResume } from './json-resume.ts'

/** The way out of what JSON Resume brings in: the file round-trips, dates at their precision. */
export const personResume = action({
  name: 'person.resume',
  says: 'A person as a JSON Resume 1.0.0: positions with dates as precise as known, education, skills.',
  kind: 'read',
  file: true,
  may: STAFF,
  input: z.object({ person: reference('person') }),
  output: z.looseObject({ $schema: z.string(), basics: z.looseObject({ name: z.string() }) }),
  async run(context, input) {
    const person = await findPerson(context, input.person)
    const { tx } = context
    const row = await tx.selectFrom('person').selectAll().where('id', '=', person).executeTakeFirstOrThrow()
    const keys = await tx
      .selectFrom('person_key')
      .select(['kind', 'value'])
      .where('person_id', '=', person)
      .orderBy('value')
      .execute()
    const positions = await tx
      .selectFrom('position')
      .innerJoin('organization', 'organization.id', 'position.organization_id')
      .select(['organization.name', 'organization.url', 'title', 'site', 'from_date', 'to_date'])
      .where('person_id', '=', person)
      .orderBy('position.id')
      .execute()
    const of = (kind: string) => keys.filter((key) => key.kind === kind).map(({ value }) => value)
    const { education, ...extra } = row.extra as { education?: PersonFact['education'] }
    return writeJsonResume({
      name: row.name,
      ...(row.headline ? { headline: row.headline } : {}),
      ...(row.summary ? { summary: row.summary } : {}),
      ...(row.location ? { location: row.location } : {}),
      emails: of('email'),
      phones: of('phone'),
      profileUrls: of('profile-url').map((url) => `https://${url}`),
      skills: row.skills,
      ...(education ? { education } : {}),
      positions: positions.map(
        (position): PositionFact => ({
          organization: { name: position.name, ...(position.url ? { url: position.url } : {}) },
          ...(position.title ? { title: position.title } : {}),
          ...(position.site ? { site: position.site } : {}),
          ...(position.from_date ? { from: position.from_date } : {}),
          ...(position.to_date ? { to: position.to_date } : {}),
        }),
      ),
      extra,
    }) as { $schema: string; basics: { name: string } }
  },
})
