import type { Context } from '../action.ts'
import { type Id, newId } from '../store/ids.ts'
import { domainMatch, organizationMatch } from './names.ts'
import type { OriginId } from './origin.ts'

export type OrganizationId = Id<'organization'>

export type NewOrganization = {
  name: string
  domain?: string
  url?: string
  industry?: string
  headCount?: number
}

/** The organization of this name (legal form aside), added when it is new; empty fields are filled. */
export async function ensureOrganization(
  context: Context,
  given: NewOrganization,
  origin: OriginId,
): Promise<OrganizationId> {
  const known = await context.tx
    .selectFrom('organization')
    .selectAll()
    .where('match_name', '=', organizationMatch(given.name))
    .executeTakeFirst()
  if (known === undefined) {
    // Undefined when somebody else added it at this very moment: then it is here now.
    return (await addOrganization(context, given, origin)) ?? ensureOrganization(context, given, origin)
  }
  const filled = {
    domain: known.domain ?? domainOf(given),
    url: known.url ?? given.url ?? null,
    industry: known.industry ?? given.industry ?? null,
    head_count: known.head_count ?? given.headCount ?? null,
  }
  const changed = Object.entries(filled).some(
    ([field, value]) => value !== known[field as keyof typeof filled],
  )
  if (changed) await context.tx.updateTable('organization').set(filled).where('id', '=', known.id).execute()
  return known.id
}

const domainOf = ({ domain, url }: NewOrganization): string | null =>
  domain ? domainMatch(domain) : url ? domainMatch(url) : null

async function addOrganization(
  { tx, workspace, now }: Context,
  given: NewOrganization,
  origin: OriginId,
): Promise<OrganizationId | undefined> {
  const row = await tx
    .insertInto('organization')
    .values({
      workspace_id: workspace,
      id: newId<'organization'>(now.getTime()),
      name: given.name,
      match_name: organizationMatch(given.name),
      domain: domainOf(given),
      url: given.url ?? null,
      industry: given.industry ?? null,
      head_count: given.headCount ?? null,
      origin_id: origin,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'match_name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}
