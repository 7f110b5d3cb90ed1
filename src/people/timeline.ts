import { sql } from 'kysely'
import type { Context } from '../action.ts'
import { language, listed, said } from '../language.ts'
import { originInWords } from './origin.ts'
import type { PersonId } from './person.ts'
import { candidacies, clientWords } from './timeline-candidacies.ts'
import type { Part, TimelineItem } from './timeline-item.ts'
import { followUps, introductions, letters, meetings } from './timeline-meetings.ts'

// One line for each thing that happened with somebody, newest first: each once, each leading to its source.

/** Everything that happened with a person, the newest first. */
export async function timelineOf(context: Context, person: PersonId): Promise<TimelineItem[]> {
  const parts = [
    meetings,
    contacts,
    introductions,
    letters,
    notes,
    followUps,
    ties,
    career,
    candidacies,
    clientWords,
    rhythms,
    edits,
    record,
  ]
  const items: TimelineItem[] = []
  for (const part of parts) items.push(...(await part(context, person)))
  return items.sort((one, other) =>
    one.at === other.at ? (one.id < other.id ? -1 : 1) : one.at < other.at ? 1 : -1,
  )
}

/** By channel and month: hundreds of messages are no timeline. */
const contacts: Part = async ({ tx }, person) => {
  const { rows } = await sql<{ id: string; at: Date; channel: string; count: number }>`
    select (array_agg(id order by at desc))[1] as id, max(at) as at, channel, count(*)::int as count
    from contact where from_person = ${person} or to_person = ${person}
    group by channel, date_trunc('month', at)`.execute(tx)
  return rows.map(({ at, channel, count, ...row }) => ({
    ...{ id: row.id, at: at.toISOString(), kind: 'contact' as const, leads: null },
    says: contactInWords(channel, count),
  }))
}

const CHANNELS: Readonly<Record<string, Record<'en' | 'de', [one: string, many: string]>>> = {
  message: { en: ['message', 'messages'], de: ['Nachricht', 'Nachrichten'] },
  mail: { en: ['mail', 'mails'], de: ['Mail', 'Mails'] },
  calendar: { en: ['meeting in the calendar', 'meetings in the calendar'], de: ['Termin', 'Termine'] },
  'connection-request': {
    en: ['connection request', 'connection requests'],
    de: ['Kontaktanfrage', 'Kontaktanfragen'],
  },
}

function contactInWords(channel: string, count: number): string {
  const [one, many] = CHANNELS[channel]?.[language()] ?? [channel, channel]
  return `${count} ${count === 1 ? one : many}`
}

const notes: Part = async ({ tx }, person) => {
  const rows = await tx
    .selectFrom('note')
    .select(['id', 'on_day', 'says', 'contact'])
    .where('person_id', '=', person)
    .where('removed_at', 'is', null)
    .execute()
  const touch = said({ en: 'In touch', de: 'In Kontakt' })
  return rows.map((row) => ({
    ...{ id: row.id, at: row.on_day, kind: row.contact ? 'contact' : 'note', leads: null },
    says: row.contact ? `${touch}: ${row.says}` : row.says,
  }))
}

const WORDS: Readonly<Record<string, (who: string) => string>> = {
  'know-well': (who) => said({ en: `${who} know each other well`, de: `${who} kennen einander gut` }),
  'would-take-call': (who) =>
    said({ en: `${who}: would take the call`, de: `${who}: würde ans Telefon gehen` }),
  'would-not-take-call': (who) =>
    said({ en: `${who}: would not take the call`, de: `${who}: würde nicht ans Telefon gehen` }),
  'do-not-know': (who) => said({ en: `${who} do not know each other`, de: `${who} kennen einander nicht` }),
  'do-not-use': (who) =>
    said({ en: `${who}: kept out of every path`, de: `${who}: aus allen Wegen herausgehalten` }),
  unsaid: (who) =>
    said({ en: `${who}: the last word was taken back`, de: `${who}: das letzte Wort wurde zurückgenommen` }),
  'veto-withdrawn': (who) => said({ en: `${who}: counts again`, de: `${who}: zählt wieder` }),
}

const ties: Part = async ({ tx, me }, person) => {
  const { rows } = await sql<{ id: string; at: Date; says: string; other: string; name: string }>`
    select tie_word.id, at, says, person.id as other, name from tie_word
    join person on person.id = case when a = ${person} then b else a end
    where a = ${person} or b = ${person}`.execute(tx)
  return rows.map(({ at, says, other, name, ...row }) => {
    const them = said({ en: 'they', de: 'diese Person' })
    const who = other === me ? listed([said({ en: 'You', de: 'Sie' }), them]) : listed([name, them])
    return {
      ...{ id: row.id, at: at.toISOString(), kind: 'tie' as const, leads: null },
      says: WORDS[says]?.(who) ?? says,
    }
  })
}

/** Where they worked, by the day when it was learned. */
const career: Part = async ({ tx }, person) => {
  const { rows } = await sql<{
    id: string
    at: Date
    title: string | null
    place: string
    organization: string
    origin: string
  }>`
    select position.id, origin.at, title, organization.name as place, organization.id as organization, origin.name as origin
    from position join organization on organization.id = organization_id join origin on origin.id = position.origin_id
    where person_id = ${person}`.execute(tx)
  return rows.map(({ at, title, place, organization, origin, ...row }) => {
    const from = originInWords(origin)
    const work = title ? `${title}, ${place}` : place
    return {
      ...{ id: row.id, at: at.toISOString(), kind: 'career' as const },
      says: said({ en: `Learned: ${work} (${from})`, de: `Erfahren: ${work} (${from})` }),
      leads: { to: 'organization', id: organization },
    }
  })
}

/** How often one wants to be in touch, as it was said. */
const rhythms: Part = async ({ tx }, person) => {
  const rows = await tx
    .selectFrom('rhythm')
    .select(['id', 'days', 'at'])
    .where('person_id', '=', person)
    .execute()
  return rows.map(({ at, days, ...row }) => ({
    ...{ id: row.id, at: at.toISOString(), kind: 'record' as const, leads: null },
    says:
      days === null
        ? said({ en: 'Keep in touch: no rhythm any more', de: 'In Kontakt bleiben: kein Rhythmus mehr' })
        : said({ en: `Keep in touch every ${days} days`, de: `In Kontakt bleiben: alle ${days} Tage` }),
  }))
}

/** `who`: in a shared workspace, whoever did it. */
const EDITS: Readonly<Record<string, (who: string | null) => string>> = {
  'person.edit': (who) =>
    who === null
      ? said({ en: 'Corrected by you', de: 'Von Ihnen berichtigt' })
      : said({ en: `Corrected by ${who}`, de: `Berichtigt von ${who}` }),
  'portal.correct': (who) => said({ en: `Corrected by ${who}`, de: `Berichtigt von ${who}` }),
  'portal.contest': (who) => said({ en: `Contested by ${who}`, de: `Widerspruch von ${who}` }),
  'career.remove': () => said({ en: 'A position was removed', de: 'Eine Position wurde entfernt' }),
}

/** What was corrected, as the audit has it: that it was, when, and by whom. */
const edits: Part = async ({ tx }, person) => {
  const { rows } = await sql<{ id: string; at: Date; capability: string; who: string | null }>`
    select audit.id, at, capability, member.name as who from audit left join member on member.id = member_id
    where subject ? 'person' and subject ->> 'person' = ${person} and capability = any(${Object.keys(EDITS)})`.execute(
    tx,
  )
  return rows.map(({ at, capability, who, ...row }) => ({
    ...{ id: row.id, at: at.toISOString(), kind: 'record' as const, leads: null },
    says: EDITS[capability]!(who),
  }))
}

/** The record itself: added, and joined by others that are the same person. */
const record: Part = async ({ tx }, person) => {
  const { rows } = await sql<{ id: string; at: Date; origin: string; name: string; isOther: boolean }>`
    select person.id, person.created_at as at, origin.name as origin, person.name, merged_into is not null as "isOther"
    from person join origin on origin.id = origin_id
    where person.id = ${person} or merged_into = ${person}`.execute(tx)
  return rows.map(({ at, origin, name, isOther, ...row }) => {
    const from = originInWords(origin)
    const what = isOther ? said({ en: `Another record, ${name}`, de: `Ein weiterer Eintrag, ${name}` }) : null
    return {
      ...{ id: row.id, at: at.toISOString(), kind: 'record' as const, leads: null },
      says: what ?? said({ en: `On record since (${from})`, de: `Erfasst seit (${from})` }),
    }
  })
}
