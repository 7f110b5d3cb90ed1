import { z } from 'zod'
import { action } from '../action.ts'
import { said } from '../language.ts'
import { Refusal } from '../refusal.ts'
import type { Db } from '../store/db.ts'
import { type Id, newId } from '../store/ids.ts'
import { findMember } from './members.ts'
import { hashOf, newToken } from './sessions.ts'
import { type Who, whoEnters } from './who.ts'

// Bearer tokens for scripts: printed once, kept as hashes, limited if wished, revocable.

const DAY = 86_400_000
const id = z.uuid()

export const tokenCreate = action({
  name: 'token.create',
  says: 'Make a bearer token for a script, for all capabilities or only some. It is shown once.',
  kind: 'write',
  secret: true,
  may: ['owner'],
  except: { mcp: 'an assistant must not hand out keys' },
  input: z.object({
    name: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .refine((name) => !/[\0\p{Surrogate}]/u.test(name), {
        message: 'contains a NUL or half a character, which cannot be kept',
      })
      .describe('what it is for'),
    only: z.array(z.string().regex(/^[a-z-]+\.[a-z-]+$/, 'is not the name of a capability')).optional(),
    email: z
      .email()
      .optional()
      .describe(
        'the member for whom it acts, at the command line of whoever runs this server; you, when absent',
      ),
    days: z.coerce
      .number()
      .int()
      .min(1)
      .max(3650)
      .optional()
      .describe('how long it is good; for ever, when absent'),
  }),
  output: z.object({ id, token: z.string(), expiresAt: z.string().nullable() }),
  async run(context, { name, only, days, email }) {
    const { tx, workspace, now, caller } = context
    const member = email === undefined ? (caller.member ?? null) : await findMember(context, email)
    if (caller.member && member !== caller.member) throw new Refusal('forbidden', said(OWN_ALONE), 'email')
    const token = `acq_${newToken()}`
    const made = newId<'api-token'>(now.getTime())
    const expires = days === undefined ? null : new Date(Date.now() + days * DAY)
    await tx
      .insertInto('api_token')
      .values({
        ...{ workspace_id: workspace, id: made, token_hash: hashOf(token), name, only_these: only ?? null },
        member_id: member,
        ...{ created_at: new Date(), expires_at: expires, revoked_at: null },
      })
      .execute()
    return { id: made, token, expiresAt: expires?.toISOString() ?? null }
  },
})

export const tokenList = action({
  name: 'token.list',
  says: 'The bearer tokens of this workspace: what for, what they may, until when. Never the tokens themselves.',
  kind: 'read',
  may: ['owner'],
  except: { mcp: 'keys are no business of an assistant' },
  input: z.object({}),
  output: z.object({
    tokens: z.array(
      z.object({
        id,
        name: z.string(),
        only: z.array(z.string()).nullable(),
        createdAt: z.string(),
        expiresAt: z.string().nullable(),
        revokedAt: z.string().nullable(),
      }),
    ),
  }),
  async run({ tx }) {
    const rows = await tx.selectFrom('api_token').selectAll().orderBy('created_at').orderBy('id').execute()
    return {
      tokens: rows.map((row) => ({
        ...{ id: row.id, name: row.name, only: row.only_these, createdAt: row.created_at.toISOString() },
        expiresAt: row.expires_at?.toISOString() ?? null,
        revokedAt: row.revoked_at?.toISOString() ?? null,
      })),
    }
  },
})

export const tokenRevoke = action({
  name: 'token.revoke',
  says: 'Revoke a bearer token: it opens nothing from now on.',
  kind: 'write',
  may: ['owner'],
  except: { mcp: 'keys are no business of an assistant' },
  input: z.object({ id }),
  output: z.object({ id }),
  async run({ tx }, input) {
    const revoked = await tx
      .updateTable('api_token')
      .set({ revoked_at: new Date() })
      .where('id', '=', input.id as Id<'api-token'>)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (revoked.numUpdatedRows === 0n) throw new Refusal('not-found', said(NO_TOKEN), 'id')
    return { id: input.id }
  },
})

export type TokenHolder = Who & { only: ReadonlySet<string> | undefined }

/** Whose token this is; null when it is unknown, revoked or expired, or its member has left. */
export async function tokenHolder(db: Db, token: string, now = new Date()): Promise<TokenHolder | null> {
  const row = await db
    .selectFrom('api_token')
    .select(['workspace_id', 'member_id', 'name', 'only_these'])
    .where('token_hash', '=', hashOf(token))
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .executeTakeFirst()
  const who = await whoEnters(db, row)
  if (row === undefined || who === null) return null
  const only = row.only_these === null ? undefined : new Set(row.only_these)
  const name = who.member ? `${who.name}, token ${row.name}` : `token ${row.name}`
  return { ...who, name, only }
}

const NO_TOKEN = {
  en: 'There is no such token, or it was revoked before.',
  de: 'Diesen Schlüssel gibt es nicht, oder er wurde schon widerrufen.',
}
const OWN_ALONE = {
  en: 'A token acts for its member: make one for yourself. For others, whoever runs this server makes it at the command line.',
  de: 'Ein Schlüssel handelt für sein Mitglied: Legen Sie einen für sich an. Für andere legt ihn an der Kommandozeile an, wer diesen Server betreibt.',
}
