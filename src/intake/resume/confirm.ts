import { z } from 'zod'
import { action, type Context } from '../../action.ts'
import { said } from '../../language.ts'
import { findPerson } from '../../people/find.ts'
import { lookAlikeFind } from '../../people/look-alike-find.ts'
import { ensureMe } from '../../people/me.ts'
import {
  addKeys,
  fillPerson,
  matchPerson,
  type NewPerson,
  type PersonId,
  UNNAMED,
} from '../../people/person.ts'
import { sayPosition } from '../../people/position.ts'
import { id, partialDate, personShape, reference, words } from '../../people/shapes.ts'
import { Refusal } from '../../refusal.ts'
import { STAFF } from '../../role.ts'
import type { Id } from '../../store/ids.ts'
import { compact } from '../text/json.ts'
import { readResumeDocument } from './document.ts'

// A resume in PDF or Word says nothing until somebody has confirmed it, field by field. The original is kept.

const position = z.object({
  organization: words(300),
  title: words(300).optional(),
  site: words(300).optional(),
  from: partialDate.optional(),
  to: partialDate.optional(),
  current: z.boolean().optional(),
})
const education = z.object({
  institution: words(300),
  area: words(300).optional(),
  degree: words(300).optional(),
  from: partialDate.optional(),
  to: partialDate.optional(),
})
const at = z.string().describe('the words of the document that it was read from')

const documentShape = z.object({
  id,
  name: z.string(),
  kind: z.enum(['pdf', 'docx']),
  addedAt: z.string(),
  confirmedAt: z.string().nullable(),
  person: personShape.nullable(),
})

const documentInput = z.object({ document: id })

export const resumeList = action({
  name: 'resume.list',
  says: 'Resumes in PDF or Word that were imported, those that wait for your confirmation first.',
  kind: 'read',
  may: STAFF,
  input: z.object({}),
  output: z.object({ documents: z.array(documentShape) }),
  async run({ tx }) {
    const rows = await documentsOf(tx).orderBy('confirmed_at', 'asc').orderBy('document.id', 'desc').execute()
    const waiting = rows.filter(({ confirmed_at }) => confirmed_at === null)
    return { documents: [...waiting, ...rows.filter((row) => !waiting.includes(row))].map(shapeOf) }
  },
})

export const resumeShow = action({
  name: 'resume.show',
  says: 'What a resume in PDF or Word seems to say, each field with the words that it was read from. Nothing of it counts before you confirm it.',
  kind: 'read',
  may: STAFF,
  input: documentInput,
  output: z.object({
    document: documentShape,
    person: personShape.nullable().describe('whom it seems to be about, if that person is here'),
    name: z.string().optional(),
    headline: z.string().optional(),
    summary: z.string().optional(),
    emails: z.array(z.string()),
    phones: z.array(z.string()),
    profileUrls: z.array(z.string()),
    positions: z.array(position.extend({ at })),
    education: z.array(education.extend({ at })),
    skills: z.array(z.string()),
  }),
  async run(context, { document }) {
    const row = await rowOf(context, document)
    const draft = await readResumeDocument(row.kind, row.bytes, row.name)
    const {
      positions,
      education: schools = [],
      emails = [],
      phones = [],
      profileUrls = [],
      skills = [],
      ...said
    } = draft
    return {
      ...said,
      ...{
        document: shapeOf(row),
        person: await seemsToBe(context, { name: said.name ?? '', emails, profileUrls }),
      },
      ...{ emails, phones, profileUrls, skills, education: schools },
      positions: (positions ?? []).map(({ organization, ...rest }) => ({
        ...rest,
        organization: organization.name,
      })),
    }
  },
})

export const resumeConfirm = action({
  name: 'resume.confirm',
  says: 'Confirm what a resume says: only the fields given are written down, with the document as their origin.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    document: id,
    person: reference('person').optional().describe('whom it is about; you, when absent'),
    name: words(300).optional(),
    headline: words(500).optional(),
    summary: words(10_000).optional(),
    emails: z.array(z.email()).default([]),
    phones: z.array(words(60)).default([]),
    profileUrls: z.array(z.url()).default([]),
    positions: z.array(position).max(200).default([]),
    education: z.array(education).max(100).default([]),
    skills: z.array(words(120)).max(300).default([]),
  }),
  output: z.object({
    person: id,
    positions: z.array(
      z.object({ organization: z.string(), how: z.enum(['created', 'updated', 'unchanged']) }),
    ),
  }),
  async run(context, { document, person: whom, positions, education: schools, ...given }) {
    const { origin_id: origin } = await rowOf(context, document)
    const said = compact({
      ...given,
      name: given.name ?? '',
      ...(schools.length > 0 ? { extra: { education: schools.map(compact) } } : {}),
    }) as NewPerson
    const person = await personOf(context, whom, said, origin)
    const told = []
    for (const { organization, ...rest } of positions) {
      const how = await sayPosition(
        context,
        person,
        { organization: { name: organization }, ...compact(rest) },
        origin,
      )
      told.push({ organization, how })
    }
    await context.tx
      .updateTable('document')
      .set({ person_id: person, confirmed_at: context.now })
      .where('id', '=', document as Id<'document'>)
      .execute()
    context.later(lookAlikeFind, { person })
    return { person, positions: told }
  },
})

export const resumeOriginal = action({
  name: 'resume.original',
  says: 'The original of a resume, as it came.',
  kind: 'read',
  may: STAFF,
  input: documentInput,
  output: z.object({ name: z.string(), kind: z.enum(['pdf', 'docx']), base64: z.string() }),
  async run(context, { document }) {
    const { name, kind, bytes } = await rowOf(context, document)
    return { name, kind, base64: bytes.toString('base64') }
  },
  except: { mcp: 'an original is for people: an assistant reads resume.show' },
})

export const resumeRemove = action({
  name: 'resume.remove',
  says: 'Remove the original of a resume. What was confirmed of it stays.',
  kind: 'write',
  may: STAFF,
  input: documentInput,
  output: documentInput,
  async run(context, { document }) {
    await rowOf(context, document)
    await context.tx
      .deleteFrom('document')
      .where('id', '=', document as Id<'document'>)
      .execute()
    return { document }
  },
})

const documentsOf = (tx: Context['tx']) =>
  tx
    .selectFrom('document')
    .innerJoin('origin', 'origin.id', 'document.origin_id')
    .leftJoin('person', 'person.id', 'document.person_id')
    .select(['document.id', 'document.name', 'document.kind', 'origin.at', 'confirmed_at'])
    .select(['person.id as whom', 'person.name as called', 'person.headline'])

type Row = Awaited<ReturnType<ReturnType<typeof documentsOf>['executeTakeFirstOrThrow']>>

const shapeOf = ({ id, name, kind, at, confirmed_at, whom, called, headline }: Row) => ({
  ...{ id, name, kind, addedAt: at.toISOString(), confirmedAt: confirmed_at?.toISOString() ?? null },
  person: whom === null ? null : { id: whom, name: called!, headline },
})

async function rowOf({ tx }: Context, document: string) {
  const row = await documentsOf(tx)
    .select(['bytes', 'document.origin_id'])
    .where('document.id', '=', document as Id<'document'>)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found', said(NO_RESUME), 'document')
  return row
}

async function seemsToBe(context: Context, given: NewPerson) {
  const match = await matchPerson(context, given)
  const person = match.how === 'same' ? match.person : context.me
  if (person === null) return null
  const row = await context.tx
    .selectFrom('person')
    .select(['id', 'name', 'headline'])
    .where('id', '=', person)
    .executeTakeFirst()
  return row ?? null
}

async function personOf(
  context: Context,
  whom: string | undefined,
  said: NewPerson,
  origin: Parameters<typeof ensureMe>[2],
): Promise<PersonId> {
  if (whom === undefined && context.me === null)
    return ensureMe(context, { ...said, name: said.name || UNNAMED }, origin)
  const person = whom === undefined ? context.me! : await findPerson(context, whom)
  await nameUnnamed(context, person, said.name)
  await fillPerson(context, person, said)
  await addKeys(context, person, said, origin)
  return person
}

/** Who was only called "You" so far has a name now; a name that was said stays. */
async function nameUnnamed({ tx }: Context, person: PersonId, name: string): Promise<void> {
  if (name === '') return
  await tx.updateTable('person').set({ name }).where('id', '=', person).where('name', '=', UNNAMED).execute()
}

const NO_RESUME = { en: 'There is no such resume.', de: 'Diesen Lebenslauf gibt es nicht.' }
