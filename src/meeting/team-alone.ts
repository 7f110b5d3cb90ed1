import type { Context } from '../action.ts'
import type { Id } from '../store/ids.ts'

/** Of these invitations, those of a mandate on whose team the viewer is not: what a candidate wrote is for the team alone. */
export async function forTeamAlone(
  { tx, caller }: Pick<Context, 'tx' | 'caller'>,
  invitations: readonly Id<'invitation'>[],
): Promise<Set<Id<'invitation'>>> {
  if (invitations.length === 0) return new Set()
  const rows = await tx
    .selectFrom('invitation')
    .innerJoin('candidacy', 'candidacy.id', 'candidacy_id')
    .select('invitation.id')
    .where('invitation.id', 'in', [...invitations])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('mandate_team')
            .select('member_id')
            .whereRef('mandate_team.mandate_id', '=', 'candidacy.mandate_id')
            .where('member_id', '=', caller.member ?? null),
        ),
      ),
    )
    .execute()
  return new Set(rows.map(({ id }) => id))
}
