import { emailMatch, profileUrlMatch } from '../../people/names.ts'
import type { Opened } from '../opened.ts'
import { type ContactFact, IntakeError, type OwnerFact, type Party } from '../records.ts'

/** Whose export it is, as far as the files tell: the jobseeker of a personal workspace. */
export type Owner = {
  name?: string
  emails: string[]
  profileUrl?: string
  told: 'said' | 'profile' | 'messages' | 'nobody'
}

const OWNER_KINDS = new Set(['linkedin-profile', 'linkedin-emails'])
const TRAFFIC_KINDS = new Set(['linkedin-messages', 'linkedin-invitations'])

/**
 * The owner by the export's Profile and e-mail addresses, or by `me`, or as the one participant common to all
 * conversations.
 */
export async function findOwner(files: readonly Opened[], me: string | undefined): Promise<Owner> {
  const said = me === undefined ? [] : [emailMatch(me)]
  const facts = await ownerFacts(files)
  const emails = [...new Set([...said, ...facts.flatMap((fact) => fact.emails ?? []).map(emailMatch)])]
  const name = facts.find((fact) => fact.name)?.name
  const talker = await commonParticipant(files)
  const profileUrl = facts.find((fact) => fact.profileUrl)?.profileUrl ?? talker?.profileUrl
  const told = said.length > 0 ? 'said' : facts.length > 0 ? 'profile' : talker ? 'messages' : 'nobody'
  const known = name ?? talker?.name
  return { ...(known ? { name: known } : {}), emails, ...(profileUrl ? { profileUrl } : {}), told }
}

async function ownerFacts(files: readonly Opened[]): Promise<OwnerFact[]> {
  const facts: OwnerFact[] = []
  for (const file of files.filter(({ format }) => OWNER_KINDS.has(format?.kind ?? ''))) {
    for await (const item of readable(file))
      if ('fact' in item && item.fact.kind === 'owner') facts.push(item.fact)
  }
  return facts
}

/** A file that cannot be read says so when it is imported, not here. */
async function* readable(file: Opened) {
  try {
    yield* file.items()
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error
  }
}

async function commonParticipant(files: readonly Opened[]): Promise<Party | null> {
  const conversations = new Map<string, Map<string, Party>>()
  for (const file of files.filter(({ format }) => TRAFFIC_KINDS.has(format?.kind ?? ''))) {
    for await (const item of readable(file)) {
      if ('fact' in item && item.fact.kind === 'contact') notePresence(conversations, item.fact)
    }
  }
  return presentInAll([...conversations.values()])
}

function notePresence(
  conversations: Map<string, Map<string, Party>>,
  { conversation, key, from, to }: ContactFact,
): void {
  const name = conversation ?? key
  const present = conversations.get(name) ?? new Map<string, Party>()
  conversations.set(name, present)
  for (const party of [from, ...to]) {
    const known = present.get(partyKey(party))
    present.set(partyKey(party), { ...party, ...known })
  }
}

/** By name: the owner's own profile address is often left out of their own messages. */
const partyKey = ({ name, profileUrl }: Party): string => name ?? profileUrlMatch(profileUrl ?? '')

function presentInAll(conversations: Map<string, Party>[]): Party | null {
  if (conversations.length < 2) return null
  const [first, ...others] = conversations
  const common = [...first!].filter(([key]) => others.every((present) => present.has(key)))
  return common.length === 1 ? common[0]![1] : null
}
