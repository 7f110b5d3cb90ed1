// What to do before a meeting: each item hangs on somebody of this panel, and there must be time left for it. Pure.

/** One of the room, as far as the plan needs them. */
export type Panelist = {
  id: string
  name: string
  /** Nobody said where they were before. */
  blind: boolean
  /** Whom you know who knows them, the likeliest to help first. */
  common: readonly string[]
  /** Organizations where you both were. */
  places: readonly string[]
  /** The question that only they can answer. */
  question: string | null
}

export type PlanFacts = {
  /** Whole days until the meeting, on its own clock; null without a date, negative once it is over. */
  daysLeft: number | null
  panel: readonly Panelist[]
  owed: readonly { says: string; name: string | null }[]
  /** "How much do you want this?" was not answered yet. */
  isAsked: boolean
}

export type PlanItem = { says: string; person: string | null; daysBefore: number }

type Rule = {
  /** It needs so many days: with fewer left it is not proposed any more. */
  needs: number
  of: (facts: PlanFacts) => { says: string; person?: string }[]
}

const first = (name: string): string => name.split(' ')[0]!

const RULES: readonly Rule[] = [
  {
    needs: 3,
    of: ({ panel }) =>
      panel.flatMap(({ id, name, common }) =>
        common.slice(0, 1).map((who) => ({
          says: `Ask ${who} about ${name}: what ${first(name)} cares about, and whether you may mention ${first(who)}.`,
          person: id,
        })),
      ),
  },
  {
    needs: 2,
    of: ({ panel }) =>
      panel
        .filter(({ blind }) => blind)
        .map(({ id, name }) => ({
          says: `Find out where ${name} was before: one line shows whom ${first(name)} knows.`,
          person: id,
        })),
  },
  {
    needs: 1,
    of: ({ owed }) =>
      owed.map(({ says, name }) => ({ says: `Keep what is owed${name ? ` with ${name}` : ''}: ${says}` })),
  },
  {
    needs: 1,
    of: ({ panel }) =>
      panel.flatMap(({ id, name, places }) =>
        places.slice(0, 1).map((place) => ({
          says: `Recall your time at ${place}: ${name} was there too, and whom you both know from there is a beginning.`,
          person: id,
        })),
      ),
  },
  {
    needs: 0,
    of: ({ panel }) =>
      panel
        .filter(({ question }) => question !== null)
        .slice(0, 3)
        .map(({ id, name, question }) => ({ says: `Have this ready for ${name}: ${question}`, person: id })),
  },
  {
    needs: 0,
    of: ({ panel, isAsked }) =>
      isAsked && panel.length > 0
        ? [
            {
              says: 'Say how much you want this, before you go: afterwards you see what the meeting changed.',
            },
          ]
        : [],
  },
]

/** The items there is still time for, the ones that need the most time first. Nothing without a date. */
export function planOf(facts: PlanFacts): PlanItem[] {
  const { daysLeft } = facts
  if (daysLeft === null || daysLeft < 0) return []
  return RULES.filter(({ needs }) => needs <= daysLeft).flatMap(({ needs, of }) =>
    of(facts).map(({ says, person = null }) => ({ says, person, daysBefore: needs })),
  )
}
