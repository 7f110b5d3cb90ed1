import type { z } from 'zod'
import { careerAdd } from '../people/career.ts'
import { meSet } from '../people/me.ts'
import { openingAdd } from '../people/opening.ts'
import { personAdd } from '../people/people.ts'
import { type TestHouse, testHouse } from '../people/testing.ts'
import { meetingDebrief } from './debrief.ts'
import { invitationAdd } from './invitation.ts'
import { invitationWorth } from './worth.ts'
import type { Worth } from './worth-shape.ts'

/** A house in which somebody looks for work, with what a walk through it needs. */
export type Walk = TestHouse & {
  /** A new workspace of Mara Lind, data engineer at Globex since 2020. */
  begin(): Promise<void>
  /** Adds somebody, with positions as `career.add` takes them, and a title for all of them. */
  person(name: string, positions?: string[], title?: string): Promise<string>
  opening(title: string, organization: string): Promise<string>
  invite(input: z.input<typeof invitationAdd.input>): Promise<string>
  worth(invitation: string, more?: { withColleagues?: boolean }): Promise<Worth>
  /** An interview of the day before yesterday's invitation, debriefed. */
  meet(organization: string, met: string[], at?: string): Promise<{ invitation: string; meeting: string }>
}

export async function testWalk(): Promise<Walk> {
  const house = await testHouse()
  const { ask } = house
  const person: Walk['person'] = async (name, positions = [], title) => {
    const added = await ask(personAdd, { name })
    if (positions.length > 0)
      await ask(careerAdd, { person: added.person, at: positions, ...(title ? { title } : {}) })
    return added.person
  }
  const invite: Walk['invite'] = async (input) => (await ask(invitationAdd, input)).invitation
  return Object.assign(house, {
    person,
    invite,
    begin: async () => {
      await house.fresh()
      const { me } = await ask(meSet, { name: 'Mara Lind', email: 'mara@example.com' })
      await ask(careerAdd, { person: me, at: ['Globex:2020'], title: 'Data Engineer' })
    },
    opening: async (title: string, organization: string) =>
      (await ask(openingAdd, { title, organization })).opening,
    worth: (invitation: string, more = {}) => ask(invitationWorth, { invitation, ...more }),
    meet: async (organization: string, met: string[], at = '2026-06-14T08:00Z') => {
      const names = met.map((each) => each.replace(/=\d$/, ''))
      const invitation = await invite({ organization, role: 'Data Engineer', with: names, at })
      const { meeting } = await ask(meetingDebrief, { invitation, enthusiasm: 4, met })
      return { invitation, meeting }
    },
  })
}
