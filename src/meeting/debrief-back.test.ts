import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { workspaceShow } from '../access/workspace.ts'
import { personEdit } from '../people/edit.ts'
import { lookAlikeList } from '../people/look-alike.ts'
import { noteAdd } from '../people/notes.ts'
import { personList, personShow } from '../people/people.ts'
import { rhythmList, rhythmSet } from '../people/rhythm.ts'
import { tieConfirm, tieShow } from '../people/tie.ts'
import { enthusiasmHistory } from './before-and-after.ts'
import { calendarExport } from './calendar-file.ts'
import { meetingDebrief } from './debrief.ts'
import { debriefTakeBack } from './debrief-back.ts'
import { enthusiasmSay } from './enthusiasm.ts'
import { followUpDone, followUpList } from './follow-ups.ts'
import { introductionTakeBack } from './introduction-state.ts'
import { introductionAsk } from './introductions.ts'
import { invitationShow } from './invitations.ts'
import { followUpSent } from './letters.ts'
import { lineageShow } from './lineage.ts'
import { lineageLookBack } from './look-back.ts'
import { openingList } from './openings.ts'
import { networkStanding } from './openings-reach.ts'
import { organizationList } from './organizations.ts'
import { pathFind } from './paths.ts'
import { meetingAdd, meetingMove } from './rounds.ts'
import { testWalk, type Walk } from './testing.ts'

let walk: Walk
let invitation: string
let vera: string
beforeAll(async () => {
  walk = await testWalk()
})
afterAll(() => walk.close())
beforeEach(async () => {
  await walk.begin()
  vera = await walk.person('Vera Holm', ['Cobalt:2015..2024'])
  await walk.person('Tom Berg', ['Cobalt:2015..2024', 'Amber:2025'])
  await walk.opening('Data Engineer', 'Amber')
  invitation = await walk.invite({
    ...{ organization: 'Northwind', role: 'Data Engineer', with: ['Vera Holm'], at: '2026-06-14T12:00Z' },
  })
})

const rejects = (of: Promise<unknown>) => expect(of).rejects
const back = (debrief: string) => walk.ask(debriefTakeBack, { debrief })
const debrief = (more: object = {}) =>
  walk.ask(meetingDebrief, { invitation, enthusiasm: 4, met: ['Vera Holm=4'], ...more } as never)

/** A debrief that touches all that one can. */
const FULL = {
  met: ['Vera Holm=5', 'Yuki Sato=3'],
  wouldTakeCall: ['Vera Holm'],
  note: 'They talk over each other.',
  followUps: [
    { person: 'Vera Holm', kind: 'promised-to-me', says: 'Send the paper', dueOn: '2026-06-20' },
    { says: 'Read their blog' },
  ],
  openings: [{ title: 'Head of Data', organization: 'Sorrel', by: 'Yuki Sato' }],
}

/** What the doors of the house answer about all that a debrief touches. */
const told = async () => ({
  shown: await walk.ask(invitationShow, { invitation }),
  worth: await walk.worth(invitation),
  standing: await walk.ask(networkStanding),
  paths: await walk.ask(pathFind, { target: 'Amber' }),
  tie: await walk.ask(tieShow, { person: vera }),
  rhythm: await walk.ask(rhythmList),
  toDo: await walk.ask(followUpList),
  calendar: (await walk.ask(calendarExport)).ics.replaceAll(/DTSTAMP.*/g, ''),
  people: await walk.ask(personList, {}),
  workspace: await walk.ask(workspaceShow).then(({ counts }) => counts),
  organizations: await walk.ask(organizationList, {}),
  openings: await walk.ask(openingList, {}),
  enthusiasm: await walk.ask(enthusiasmHistory),
  lineage: await walk.ask(lineageShow, { of: invitation }),
  brought: await walk.ask(lineageLookBack),
})

describe('a debrief that is taken back', () => {
  it('leaves everything as it was before it: state, ties, worth, counts, follow-ups, lineage', async () => {
    await walk.ask(rhythmSet, { person: vera, days: 30 })
    const before = await told()
    await debrief(FULL)
    const between = await told()
    for (const part of Object.keys(before) as (keyof typeof before)[])
      expect([part, between[part]]).not.toEqual([part, before[part]])
    await back(invitation)
    expect(await told()).toEqual(before)
  })

  it('answers what was written, so that it can be kept again', async () => {
    const kept = await debrief(FULL)
    const { was, ...rest } = await back(kept.debrief)
    expect(rest).toEqual({ debrief: kept.debrief, meeting: kept.meeting, invitation })
    expect(was).toEqual({
      ...{ enthusiasm: 4, note: 'They talk over each other.' },
      met: [
        { person: vera, name: 'Vera Holm', chemistry: 5, wouldTakeCall: true },
        { person: 'Yuki Sato', name: 'Yuki Sato', chemistry: 3, wouldTakeCall: null },
      ],
      followUps: [
        { kind: 'promised-to-me', says: 'Send the paper', dueOn: '2026-06-20', person: vera },
        { kind: 'promised-by-me', says: 'Read their blog', dueOn: '2026-06-22', person: null },
      ],
      openings: [{ title: 'Head of Data', organization: 'Sorrel', by: 'Yuki Sato' }],
    })
    const again = await debrief({ ...FULL, enthusiasm: 2 })
    expect([again.followUps, again.openings.length]).toEqual([kept.followUps, kept.openings.length])
    expect((await walk.ask(enthusiasmHistory)).meetings).toMatchObject([{ after: 2 }])
    expect((await walk.ask(invitationShow, { invitation })).room.map(({ name }) => name)).toEqual([
      'Vera Holm',
      'Yuki Sato',
    ])
  })

  it('is corrected for its own round, when another was held since', async () => {
    const { meeting } = await debrief()
    await walk.ask(meetingAdd, { invitation, at: '2026-06-15T08:00Z' })
    await back(invitation)
    expect((await debrief({ invitation: meeting })).meeting).toBe(meeting)
    expect((await debrief()).meeting).not.toBe(meeting)
  })

  it('stays on record, with by whom and when, and what fell away with it', async () => {
    const { debrief: kept } = await debrief(FULL)
    walk.at('2026-06-16T08:00:00Z')
    await back(kept)
    const { written, said } = await walk.inside(async ({ tx }) => ({
      written: await tx.selectFrom('debrief').select('id').execute(),
      said: await tx.selectFrom('taken_back').selectAll().executeTakeFirstOrThrow(),
    }))
    expect(written).toEqual([{ id: kept }])
    expect(said).toMatchObject({ debrief_id: kept, by_name: 'you', at: walk.now() })
    const fallen = said.fell_away as { table: string; row: { name?: string } }[]
    expect(fallen.flatMap(({ table, row }) => (row.name ? [`${table} ${row.name}`] : []))).toEqual([
      'person Yuki Sato',
      'organization Sorrel',
    ])
  })

  it('is in the timeline once, as taken back; its promises are not', async () => {
    await debrief(FULL)
    walk.at('2026-06-16T08:00:00Z')
    await back(invitation)
    const { timeline } = await walk.ask(personShow, { person: vera })
    const about = timeline.filter(({ kind }) => kind === 'meeting' || kind === 'follow-up')
    expect(about).toMatchObject([
      { at: '2026-06-16T08:00:00.000Z', says: 'You took back what you wrote of a meeting at Northwind' },
    ])
  })

  it('takes nobody along of whom something was said since', async () => {
    await debrief({
      met: ['Yuki Sato', 'Noa Stern', 'Ira Wolf', 'Gus Lamb'],
      openings: FULL.openings.map(({ by: _, ...one }) => one),
    })
    await walk.ask(noteAdd, { person: 'Yuki Sato', says: 'Likes tea' })
    await walk.ask(personEdit, { person: 'Noa Stern', headline: 'Chief of Staff' })
    await walk.ask(tieConfirm, { person: 'Ira Wolf' })
    await back(invitation)
    const { people } = await walk.ask(personList, {})
    const names = people.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Yuki Sato', 'Noa Stern', 'Ira Wolf']))
    expect(names).not.toContain('Gus Lamb')
    expect((await walk.ask(invitationShow, { invitation })).room).toHaveLength(1)
  })

  it('leaves who sat in the room before, and an opening that was known', async () => {
    await debrief({ met: ['Vera Holm'], openings: [{ title: 'Data Engineer', organization: 'Amber' }] })
    await back(invitation)
    expect((await walk.ask(invitationShow, { invitation })).room).toMatchObject([{ name: 'Vera Holm' }])
    expect((await walk.ask(openingList, {})).openings).toMatchObject([
      { opening: { title: 'Data Engineer' } },
    ])
  })

  it('takes the question along whether somebody is known already', async () => {
    await walk.person('Yuki Sato', ['Hooli:2019'])
    await walk.person('Yuki Sato', ['Initech:2019'])
    await walk.ask(meetingDebrief, { invitation, enthusiasm: 3, met: ['yuki@example.com'] })
    await back(invitation)
    expect((await walk.ask(lookAlikeList)).pairs).toEqual([])
    expect((await walk.ask(personList, {})).people.filter(({ name }) => name.includes('yuki'))).toEqual([])
  })
})

describe('a debrief stays', () => {
  it('where it was written of again: only the last is taken back, one after the other', async () => {
    const first = await debrief()
    walk.at('2026-06-16T08:00:00Z')
    const second = await debrief({ met: ['Vera Holm=2'] })
    await rejects(back(first.debrief)).toMatchObject({
      ...{ code: 'conflict', at: 'debrief' },
      message: 'You wrote of that meeting again (16 Jun 2026): take that back first.',
    })
    await back(second.debrief)
    const { tie } = await walk.ask(tieShow, { person: vera })
    expect(tie!.evidence.map(({ says }) => says).join()).toContain('chemistry 4 of 5')
    await back(first.debrief)
    await rejects(back(first.debrief)).toThrow(/It is taken back already/)
    await rejects(back(invitation)).toThrow(/Nothing is written of a meeting of this invitation/)
  })

  it('where an introduction goes back to it, until that is taken back', async () => {
    await debrief()
    const { introduction } = await walk.ask(introductionAsk, { target: 'Amber' })
    await rejects(back(invitation)).toMatchObject({
      ...{ code: 'conflict', at: 'debrief' },
      message: 'An introduction to Tom Berg goes back to this meeting: take that back first.',
    })
    await walk.ask(introductionTakeBack, { introduction, state: 'draft' })
    await back(invitation)
  })

  it('where something it promised is done, and for good where a letter was sent', async () => {
    await debrief({ followUps: [{ says: 'Read their blog' }] })
    const { followUps } = await walk.ask(followUpList)
    const [blog, thanks] = ['Read their blog', 'Thank them, with one thing that was said.'].map(
      (says) => followUps.find((one) => one.says === says)!.id,
    ) as [string, string]
    await walk.ask(followUpDone, { followUp: blog })
    await rejects(back(invitation)).toThrow('“Read their blog” is done: say first that it is not.')
    await walk.ask(followUpDone, { followUp: blog, done: false })
    await walk.ask(followUpSent, { followUp: thanks, says: 'Thank you' })
    await rejects(back(invitation)).toThrow(/You wrote to Vera Holm after this meeting/)
  })
})

describe('what was wanted before', () => {
  const say = (value: number) => walk.ask(enthusiasmSay, { invitation, value })

  it('stays locked once the meeting has begun, whatever is taken back', async () => {
    await debrief()
    await back(invitation)
    await rejects(say(5)).toMatchObject({ code: 'conflict', at: 'value' })
  })

  it('stays locked where no time is known, and opens when the meeting turns out to be ahead', async () => {
    invitation = await walk.invite({ organization: 'Hooli', role: 'Head', with: ['Vera Holm'] })
    await say(2)
    await debrief()
    await back(invitation)
    await rejects(say(5)).toMatchObject({ code: 'conflict' })
    await walk.ask(meetingMove, { meeting: invitation, at: '2026-06-20T10:00Z' })
    await expect(say(5)).resolves.toMatchObject({ value: 5 })
  })
})
