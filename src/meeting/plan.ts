import { said } from '../language.ts'
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
          says: said({
            en: `Ask ${who} about ${name}: what ${first(name)} cares about, and whether you may mention ${first(who)}.`,
            de: `Fragen Sie ${who} nach ${name}: worauf es ${first(name)} ankommt und ob Sie ${first(who)} erwähnen dürfen.`,
          }),
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
          says: said({
            en: `Find out where ${name} was before: one line shows whom ${first(name)} knows.`,
            de: `Finden Sie heraus, wo ${name} vorher war: Eine Zeile zeigt, wen ${first(name)} kennt.`,
          }),
          person: id,
        })),
  },
  {
    needs: 1,
    of: ({ owed }) =>
      owed.map(({ says, name }) => ({
        says: said({
          en: `Keep what is owed${name ? ` with ${name}` : ''}: ${says}`,
          de: `Lösen Sie ein, was${name ? ` mit ${name}` : ''} offen ist: ${says}`,
        }),
      })),
  },
  {
    needs: 1,
    of: ({ panel }) =>
      panel.flatMap(({ id, name, places }) =>
        places.slice(0, 1).map((place) => ({
          says: said({
            en: `Recall your time at ${place}: ${name} was there too, and whom you both know from there is a beginning.`,
            de: `Denken Sie an Ihre Zeit bei ${place}: ${name} war auch dort, und wen Sie beide von dort kennen, ist ein Anfang.`,
          }),
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
        .map(({ id, name, question }) => ({
          says: said({
            en: `Have this ready for ${name}: ${question}`,
            de: `Halten Sie dies für ${name} bereit: ${question}`,
          }),
          person: id,
        })),
  },
  {
    needs: 0,
    of: ({ panel, isAsked }) =>
      isAsked && panel.length > 0
        ? [
            {
              says: said({
                en: 'Say how much you want this, before you go: afterwards you see what the meeting changed.',
                de: 'Sagen Sie vorher, wie sehr Sie dies wollen: Nachher sehen Sie, was das Treffen geändert hat.',
              }),
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
