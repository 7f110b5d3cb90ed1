import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { id, words } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import type { Role } from '../role.ts'
import { addWord, wordShape, wordsOn } from './client-words.ts'
import { isClosed, type MandateId, type MandateState, mandateState, stateOf } from './mandate-of.ts'
import { SHARE_FIELDS } from './share.ts'
import {
  calledBy,
  fieldsOf,
  type Shared,
  type SharedDocument,
  sharedFields,
  sharedRows,
  unnamed,
} from './shared-fields.ts'

// The mandates of a client's contact, as they see them: whom the firm shared with them, in the fields that it shared.
// What stands in none of these fields is not read for them by the database either.

const CLIENT = ['client-contact'] as const satisfies readonly Role[]

const called = z.string().describe('by their name, where it is shared')
const verdict = z.enum(['yes', 'no', 'more']).nullable().describe("the client's last word")

export const clientShow = action({
  name: 'client.show',
  says: 'Your mandates, and who is shared with you for each.',
  kind: 'read',
  may: CLIENT,
  input: z.object({}),
  output: z.object({
    mandates: z.array(
      z.object({
        ...{ mandate: id, title: z.string(), state: mandateState },
        candidates: z.array(
          z.object({
            ...{ candidacy: id, called, title: z.string().nullable(), organization: z.string().nullable() },
            verdict,
          }),
        ),
      }),
    ),
  }),
  async run(context) {
    const mandates = await context.tx
      .selectFrom('mandate')
      .select(['id as mandate', 'title'])
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .execute()
    const [shared, verdicts] = [await sharedRows(context), await verdictsOf(context)]
    const shown = []
    for (const one of mandates) {
      const theirs = shared.filter(({ mandate }) => mandate === one.mandate)
      const candidates = theirs.map((row) => ({
        ...{
          candidacy: row.candidacy,
          called: calledBy(row),
          title: row.title,
          organization: row.organization,
        },
        verdict: verdicts.get(row.candidacy) ?? null,
      }))
      shown.push({ ...one, state: await stateFor(context, one.mandate), candidates })
    }
    return { mandates: shown }
  },
})

/** The client's last yes, no or "more, please" on each candidacy that they were asked about. */
async function verdictsOf({ tx }: Context): Promise<Map<string, z.output<typeof verdict>>> {
  const rows = await tx
    .selectFrom('client_word')
    .distinctOn('candidacy_id')
    .select(['candidacy_id', 'kind'])
    .where('side', '=', 'client')
    .where('kind', '<>', 'comment')
    .orderBy('candidacy_id')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map(({ candidacy_id, kind }) => [candidacy_id, kind as z.output<typeof verdict>]))
}

/** How the mandate stands is the firm's history of it, and no client's to read whole. */
const stateFor = (context: Context, mandate: MandateId): Promise<MandateState> =>
  context.asHouse((house) => stateOf(house, mandate))

export const clientCandidacy = action({
  name: 'client.candidacy',
  says: 'A candidate who is shared with you: the fields that were shared, as they stand now, and what was said about them.',
  kind: 'read',
  file: true,
  may: CLIENT,
  input: z.object({ candidacy: id }),
  output: z.object({
    ...{
      candidacy: id,
      mandate: id,
      mandateTitle: z.string(),
      called,
      fields: z.array(z.enum(SHARE_FIELDS)),
    },
    ...sharedFields,
    verdict,
    words: z.array(wordShape),
  }),
  async run(context, { candidacy }) {
    const row = await sharedWithMe(context, candidacy)
    await noteWhose(context, row)
    const { title } = await context.tx
      .selectFrom('mandate')
      .select('title')
      .where('id', '=', row.mandate)
      .executeTakeFirstOrThrow()
    return {
      ...{ candidacy, mandate: row.mandate, mandateTitle: title, called: calledBy(row), fields: row.fields },
      ...(await fieldsOf(context, row)),
      verdict: (await verdictsOf(context)).get(row.candidacy) ?? null,
      words: await wordsOn(context, row.candidacy),
    }
  },
})

/** @throws Refusal, in the words of any other id that is none, when it is not shared with whoever asks. */
async function sharedWithMe(context: Context, candidacy: string): Promise<Shared> {
  const row = (await sharedRows(context)).find((one) => one.candidacy === candidacy)
  if (row === undefined) throw new Refusal('not-found', said(NO_CANDIDACY), 'candidacy')
  return row
}

/** The log says whose file was read; the client need not know by which id. */
const noteWhose = (context: Context, { candidacy }: Shared): Promise<void> =>
  context.asHouse(async ({ tx }) => {
    const row = await tx
      .selectFrom('candidacy')
      .select('person_id')
      .where('id', '=', candidacy)
      .executeTakeFirstOrThrow()
    context.lookedUp.add(row.person_id)
  })

export const clientDocument = action({
  name: 'client.document',
  says: 'A document that is shared with you.',
  kind: 'read',
  file: true,
  may: CLIENT,
  input: z.object({ candidacy: id, document: id }),
  output: z.object({ mandate: id, name: z.string(), kind: z.enum(['pdf', 'docx']), base64: z.string() }),
  except: { mcp: 'an original is for people' },
  async run(context, { candidacy, document }) {
    const shared = await sharedWithMe(context, candidacy)
    await noteWhose(context, shared)
    const { rows } = await sql<SharedDocument & { bytes: Buffer }>`
      select name, kind, bytes from app_shared_documents()
      where candidacy = ${candidacy} and document = ${document}`.execute(context.tx)
    const [row] = rows
    if (row === undefined) throw new Refusal('not-found', said(NO_DOCUMENT), 'document')
    const { name, kind, bytes } = row
    const { mandate } = shared
    return { mandate, name: name ?? unnamed(kind, 1), kind, base64: bytes.toString('base64') }
  },
})

export const clientSay = action({
  name: 'client.say',
  says: 'Say yes, no or "more, please" to a candidate who is shared with you, or comment. The firm reads it; the candidate does not.',
  kind: 'write',
  may: CLIENT,
  input: z.object({
    candidacy: id,
    kind: z.enum(['comment', 'yes', 'no', 'more']).default('comment'),
    says: words(20_000).optional().describe('needed for a comment'),
  }),
  output: z.object({ candidacy: id, mandate: id }),
  async run(context, { candidacy, kind, says }) {
    const { mandate, candidacy: found } = await sharedWithMe(context, candidacy)
    if (kind === 'comment' && says === undefined) {
      throw new Refusal('invalid-input', said(SAY_SOMETHING), 'says')
    }
    if (isClosed(await stateFor(context, mandate))) throw new Refusal('conflict', said(ENDED), 'candidacy')
    await addWord(context, found, { side: 'client', kind, says: says ?? null })
    return { candidacy, mandate }
  },
})

const NO_CANDIDACY = { en: 'There is no such candidacy.', de: 'Diese Kandidatur gibt es nicht.' }
const NO_DOCUMENT = { en: 'There is no such document.', de: 'Dieses Dokument gibt es nicht.' }
const SAY_SOMETHING = { en: 'A comment says something.', de: 'Ein Kommentar braucht Worte.' }
const ENDED = { en: 'This search has ended.', de: 'Diese Suche ist beendet.' }
