import type { Context } from '../action.ts'
import { type Id, newId } from '../store/ids.ts'
import type { PersonId } from './person.ts'

/** The columns that every statement about a person begins with: which, whose, by whom, when. */
export const saidOf = <What extends string>({ workspace, now, caller }: Context, person: PersonId) => ({
  ...{ workspace_id: workspace, id: newId(now.getTime()) as Id<What>, person_id: person },
  ...{ by_member: caller.member ?? null, at: now },
})
