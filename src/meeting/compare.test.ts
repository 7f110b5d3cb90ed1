import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { invitationCompare } from './compare.ts'
import { testWalk, type Walk } from './testing.ts'

let walk: Walk
beforeAll(async () => {
  walk = await testWalk()
})
afterAll(() => walk.close())
beforeEach(async () => {
  await walk.begin()
  for (const [name, ...places] of [
    ['Vera Holm', 'Cobalt:2015..2022-06', 'Basalt:2015'],
    ['Tom Berg', 'Cobalt:2023'],
    ['Una Roth', 'Amber:2015'],
  ] as const)
    await walk.person(name, [...places])
  await walk.opening('Data Engineer', 'Cobalt')
  await walk.opening('Senior Data Engineer', 'Basalt')
  await walk.opening('Lead Data Engineer', 'Amber')
})

const invite = (organization: string, guest: string, at: string, place: string) =>
  walk.invite({ organization, role: 'Data Engineer', with: [guest], at, timeZone: 'UTC', place })

describe('invitations compared', () => {
  it('count each door once, under exactly those that have it, and every choice with what it opens', async () => {
    const one = await invite('Northwind', 'Vera Holm', '2026-06-18 10:00', 'Harbour Street 1')
    const two = await invite('Quill', 'Tom Berg', '2026-06-18 10:30', 'Online')
    const three = await invite('Tern', 'Una Roth', '2026-06-18 12:00', 'Mill Lane 4')
    const compared = await walk.ask(invitationCompare, { invitations: [one, two, three] })
    expect(compared.each.map(({ onlyHere }) => onlyHere)).toEqual([1, 0, 1])
    expect(compared).toMatchObject({ shared: 0, union: 3 })
    const regions = new Map(compared.regions.map(({ invitations, doors }) => [invitations.join(), doors]))
    expect(regions).toEqual(
      new Map([
        [one, 1],
        [[one, two].join(), 1],
        [three, 1],
      ]),
    )
    expect(compared.choices[0]).toEqual({ invitations: [one, three], doors: 3, people: 2 })
    expect(
      compared.choices.find(({ invitations }) => invitations.join() === [one, two].join()),
    ).toMatchObject({ doors: 2, people: 2 })
  })

  it('say which clash, and how long one has from one to the other', async () => {
    const one = await invite('Northwind', 'Vera Holm', '2026-06-18 10:00', 'Harbour Street 1')
    const two = await invite('Quill', 'Tom Berg', '2026-06-18 10:30', 'Online')
    const three = await invite('Tern', 'Una Roth', '2026-06-18 12:00', 'Mill Lane 4')
    const far = await invite('Lantern', 'Una Roth', '2026-06-19 12:00', 'Mill Lane 4')
    const compared = await walk.ask(invitationCompare, { invitations: [one, two, three, far] })
    expect(compared.clashes).toEqual([{ one, other: two, minutes: 30 }])
    expect(compared.between).toEqual([
      { one, other: three, minutes: 60, places: ['Harbour Street 1', 'Mill Lane 4'] },
      { one: two, other: three, minutes: 30, places: ['Online', 'Mill Lane 4'] },
    ])
  })

  it('are two at least, and different ones', async () => {
    const one = await invite('Northwind', 'Vera Holm', '2026-06-18 10:00', 'Online')
    await expect(walk.ask(invitationCompare, { invitations: [one, one] })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })
})
