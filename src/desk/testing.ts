import type { z } from 'zod'
import { memberAdd } from '../access/members.ts'
import { whoIs } from '../access/who.ts'
import { makeWorkspace } from '../access/workspaces.ts'
import { type Action, type Caller, perform } from '../action.ts'
import { type TestHouse, testHouse } from '../people/testing.ts'
import type { Role } from '../role.ts'
import type { Id } from '../store/ids.ts'

/** A firm with one person for each role, each of whom can be asked as. */
export type TestFirm = {
  house: TestHouse
  workspace: Id<'workspace'>
  as(who: Person): Member
  close(): Promise<void>
}

export type Person = Role | 'other-consultant'

export type Member = Caller & {
  ask<Input extends z.ZodObject, Output extends z.ZodType>(
    capability: Action<Input, Output>,
    input?: z.input<Input>,
  ): Promise<z.output<Output>>
}

const PEOPLE = {
  owner: ['Olga Owen', 'owner'],
  consultant: ['Carl Consul', 'consultant'],
  'other-consultant': ['Cleo Counsel', 'consultant'],
  researcher: ['Rita Search', 'researcher'],
  adviser: ['Adam Vise', 'adviser'],
  candidate: ['Dana Dates', 'candidate'],
  'client-contact': ['Clive Ent', 'client-contact'],
  member: ['Mona Ember', 'member'],
} as const satisfies Record<Person, readonly [string, Role]>

export async function testFirm(start?: string): Promise<TestFirm> {
  const house = await testHouse(start)
  const made = await makeWorkspace(house, {
    name: 'Quill Search',
    kind: 'firm',
    owner: 'owner@quill.example',
  })
  const { workspace } = made
  const members = new Map<Person, Member>()
  const enter = async (who: Person, member: string) => {
    const caller: Caller = {
      ...(await whoIs(house.store.owner, workspace, member as Id<'member'>))!,
      door: 'http',
    }
    members.set(who, { ...caller, ask: (action, input) => perform(house, action, input ?? {}, caller) })
  }
  await enter('owner', made.member)
  for (const [who, [name, role]] of Object.entries(PEOPLE)) {
    if (who === 'owner') continue
    const given = { email: `${who}@quill.example`, name, role }
    const { member } = await members.get('owner')!.ask(memberAdd, given)
    await enter(who as Person, member)
  }
  return { house, workspace, as: (who) => members.get(who)!, close: () => house.close() }
}
