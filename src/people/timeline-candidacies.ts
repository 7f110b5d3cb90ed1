import { sql } from 'kysely'
import { said } from '../language.ts'
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

type Word = {
  id: string
  at: Date
  mandate: string
  title: string
  side: string
  kind: string
  says: string | null
  by: string
}

const KINDS: Readonly<Record<string, { en: string; de: string }>> = {
  yes: { en: 'yes', de: 'ja' },
  no: { en: 'no', de: 'nein' },
  more: { en: 'more, please', de: 'bitte mehr' },
}

/** What the client said of them and was answered, marked as theirs; of mandates that the reader may know of. */
export const clientWords: Part = async ({ tx }, person) => {
  const { rows } = await sql<Word>`
    select w.id, w.at, m.id as mandate, m.title, w.side, w.kind, w.says, w.by_name as by
    from candidacy c join mandate m on m.id = c.mandate_id join client_word w on w.candidacy_id = c.id
    where c.person_id = ${person}`.execute(tx)
  return rows.map(({ id, at, mandate, title, side, kind, says, by }) => {
    const who =
      side === 'client'
        ? said({ en: `the client (${by})`, de: `der Kunde (${by})` })
        : said({ en: `to the client (${by})`, de: `an den Kunden (${by})` })
    const verdict = KINDS[kind] === undefined ? null : said(KINDS[kind])
    return {
      ...{ id, at: at.toISOString(), kind: 'candidacy' as const },
      leads: { to: 'mandate' as const, id: mandate },
      says: `${title}, ${who}: ${[verdict, says].filter((part) => part !== null).join(', ')}`,
    }
  })
}
