import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tieConfirm } from '../people/tie.ts'
import { testWalk, type Walk } from './testing.ts'
import { invitationWorth } from './worth.ts'

let walk: Walk
beforeAll(async () => {
  walk = await testWalk()
})
afterAll(() => walk.close())
beforeEach(() => walk.begin())

const wellKnown = (person: string, other: string) =>
  walk.ask(tieConfirm, { person, other, says: 'know-well' })

describe('worth in silence', () => {
  it('leaves out paths through whoever is close to the present employer, and says who that is', async () => {
    await walk.person('Vera Holm')
    await walk.person('Tom Berg')
    await walk.person('Una Roth')
    await walk.person('Ada Quist', ['Cobalt:2015', 'Basalt:2015'])
    await walk.person('Ida Brandt', ['Globex:2018'])
    await walk.opening('Data Engineer', 'Cobalt')
    // To Ada through Tom, who knows Ida of the present employer well; and through Una, a little less well.
    await wellKnown('Vera Holm', 'Ada Quist')
    const invitation = await walk.invite({
      ...{ organization: 'Northwind', role: 'Data Engineer', with: ['Vera Holm', 'Tom Berg'] },
    })
    await wellKnown('Tom Berg', 'Ada Quist')
    await wellKnown('Tom Berg', 'Ida Brandt')
    const loud = await walk.worth(invitation)
    const quiet = await walk.ask(invitationWorth, { invitation, discreet: true })
    const through = (worth: typeof loud) => worth.doors.map(({ path }) => path.steps[0]!.to.name)
    // The gossip goes on through Ada to Vera; nobody of the room is left.
    expect(loud.totals).toMatchObject({ people: 2, organizations: 2, opened: 1 })
    expect(loud.discretion.map(({ person }) => person.name)).toContain('Tom Berg')
    expect(through(loud)).toHaveLength(1)
    expect(through(quiet)).not.toContain('Tom Berg')
    expect(quiet.discretion.map(({ person }) => person.name)).toContain('Tom Berg')
    expect(quiet.room).toEqual(loud.room)
  })

  it('keeps what nobody close is on, and the totals are those of what is left', async () => {
    await walk.person('Vera Holm', ['Cobalt:2015'])
    await walk.person('Tom Berg', ['Basalt:2015', 'Globex:2010..2015'])
    const invitation = await walk.invite({
      ...{ organization: 'Northwind', role: 'Data Engineer', with: ['Vera Holm', 'Tom Berg'] },
    })
    const loud = await walk.worth(invitation)
    const quiet = await walk.ask(invitationWorth, { invitation, discreet: true })
    const places = (worth: typeof loud) => worth.organizations.map(({ organization }) => organization.name)
    expect(places(loud).sort()).toEqual(['Basalt', 'Cobalt'])
    expect(places(quiet)).toEqual(['Cobalt'])
    expect(quiet.totals).toMatchObject({ people: 2, organizations: 1 })
  })

  it('is the same as aloud where nobody is close', async () => {
    await walk.person('Vera Holm', ['Cobalt:2015'])
    const invitation = await walk.invite({ organization: 'Northwind', with: ['Vera Holm'] })
    expect(await walk.ask(invitationWorth, { invitation, discreet: true })).toEqual({
      ...(await walk.worth(invitation)),
      discreet: true,
    })
  })
})
