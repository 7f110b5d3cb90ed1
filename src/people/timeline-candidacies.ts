import { sql } from 'kysely'
import { type Stage, stageInWords } from './stages.ts'
import type { Part } from './timeline-item.ts'

type Move = {
  id: string
  at: Date
  mandate: string
  title: string
  stage: Stage
  reason: string | null
  by: string | null
}

/** Each move of a candidacy, with its reason and who made it; of mandates that the reader may know of. */
export const candidacies: Part = async ({ tx }, person) => {
  const { rows } = await sql<Move>`
    select s.id, s.at, m.id as mandate, m.title, s.stage, s.reason, member.name as by
    from candidacy c join mandate m on m.id = c.mandate_id join candidacy_state s on s.candidacy_id = c.id
    left join member on member.id = s.by_member
    where c.person_id = ${person}`.execute(tx)
  return rows.map(({ id, at, mandate, title, stage, reason, by }) => ({
    ...{
      id,
      at: at.toISOString(),
      kind: 'candidacy' as const,
      leads: { to: 'mandate' as const, id: mandate },
    },
    says: `${title}: ${[stageInWords(stage), reason, by].filter((part) => part !== null).join(', ')}`,
  }))
}
