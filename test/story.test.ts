import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Cast, castIn } from './support/cast.ts'
import { answerOf, type Cli, cliOn } from './support/cli.ts'
import * as contract from './support/contract.ts'
import { filesUnder } from './support/house.ts'
import { zipOf } from './support/zip.ts'

// The story of the product from its command line, step by step on one data folder, with a clock that the story sets.
// Each step stands on the one before.

const APRIL = '2026-04-15T09:00:00Z'
const AFTER_THE_MEETING = '2026-04-23T08:00:00Z'
const MAY = '2026-05-21T08:00:00Z'

const MESSAGE = `Hi Ada,

thanks for your application for the position of Senior Software Engineer at Northwind Analytics.
We would like to invite you to an interview on Wednesday, 22 April 2026 at 14:00 (Europe/Berlin).
You will meet Vera Holm (VP Engineering) and Tom Ferris (Engineering Manager).

Best regards
Kim Salo
Northwind Analytics
`

const id = z.uuid()
const loose = z.looseObject({})

let folder: string
let cast: Cast
let cli: Cli
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-story-'))
  cast = castIn(folder)
  cli = cliOn(join(folder, 'data'), APRIL)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const known = { marge: '', northwind: '', meeting: '', introduction: '', second: '', offer: '' }

describe('the command line', { timeout: 120_000 }, () => {
  it('tells wrong usage from a refusal: 2 with a sentence, before anything is opened', async () => {
    expect(await cli.misused('wroth', 'x')).toContain('worth')
    expect(await cli.spawn('worth')).toMatchObject({ code: 2, stdout: '' })
    expect(await cli.misused('paths', 'x', '--topp', '3')).toContain('--top')
    expect(await cli.misused('debrief', 'x')).toContain('--enthusiasm')
  })
})

describe('what comes in', { timeout: 120_000 }, () => {
  it('the export as a folder, with every connection accounted for', async () => {
    const args = ['import', cast.exportFolder, '--me', 'homer@example.org', '--json']
    const { files } = answerOf(contract.imported, args, await cli.spawn(...args))
    const connections = files.find(({ kind }) => kind === 'linkedin-connections')
    expect(connections).toMatchObject({ read: cast.connections, created: cast.connections, rejected: [] })
  })

  it('the same as a zip changes nothing', async () => {
    const { name, bytes } = await zipOf('export.zip', filesUnder(cast.exportFolder))
    writeFileSync(join(folder, name), bytes)
    const { files } = await cli.ask(contract.imported, 'import', join(folder, name))
    expect(files.length).toBeGreaterThan(2)
    expect(files.filter(({ created, updated }) => created + updated > 0)).toEqual([])
  })

  it('three job boards', async () => {
    const { files } = await cli.ask(contract.imported, 'import', ...cast.boards)
    expect(files.map(({ kind }) => kind)).toEqual(['greenhouse', 'lever', 'ashby'])
    expect(files.every(({ created, rejected }) => created > 0 && rejected.length === 0)).toBe(true)
  })

  it('files of no known kind are listed as skipped, and a path that is not there is refused by its name', async () => {
    writeFileSync(join(folder, 'notes.txt'), 'Call the dentist.')
    const { files } = await cli.ask(contract.imported, 'import', join(folder, 'notes.txt'))
    expect(files).toMatchObject([{ kind: 'unknown', read: 1, skipped: 1 }])
    expect(await cli.refused('import', join(folder, 'nowhere.csv'))).toContain('nowhere.csv')
  })
})

describe('an invitation in a mail, of which nobody knows more than a name', { timeout: 120_000 }, () => {
  it('is imported by asking for its worth, which leads with whom one would meet and never refuses', async () => {
    const worth = await cli.ask(contract.worth, 'worth', cast.calendarMail)
    known.marge = worth.invitation
    expect(worth.room.map(({ person, role }) => [person.name, role])).toEqual([['Marge', 'interviewer']])
    expect(worth.advice).toMatchObject({ verdict: 'take', clause: 'default' })
    expect(worth.advice.because).toContain('Marge')
    expect(worth.advice.ask).toContain('role')
    expect(worth.blind.map(({ person }) => person.name)).toEqual(['Marge'])
    expect(worth.totals).toMatchObject({ people: 1, opened: 0, organizations: 0 })
  })

  it('asked again it is the same invitation, and a form that people read says so too', async () => {
    const again = await cli.ask(contract.worth, 'worth', cast.calendarMail)
    expect(again.invitation).toBe(known.marge)
    const read = await cli.spawn('worth', known.marge)
    expect(read).toMatchObject({ code: 0, stderr: '' })
    expect(read.stdout).toContain('Marge')
  })

  it('what was wanted before a meeting is locked once it has started', async () => {
    expect(await cli.refused('prepare', known.marge, '--enthusiasm', '3')).toContain('locked')
  })
})

describe('an invitation in a pasted message, nearly refused', { timeout: 120_000 }, () => {
  it('is understood as far as the message says', async () => {
    const path = join(folder, 'message.txt')
    writeFileSync(path, MESSAGE)
    const answer = await cli.ask(
      z.looseObject({ invitation: id, understood: loose }),
      'invite',
      '--text',
      path,
    )
    known.northwind = answer.invitation
    expect(answer.understood).toMatchObject({
      organization: 'Northwind Analytics',
      role: 'Senior Software Engineer',
      startsAt: '2026-04-22T12:00:00.000Z',
    })
  })

  it('a career typed in one line opens doors at once', async () => {
    const before = await cli.ask(contract.worth, 'worth', known.northwind)
    expect(before.room.map(({ person }) => person.name).slice(0, 2)).toEqual(['Vera Holm', 'Tom Ferris'])
    expect(before.blind.map(({ person }) => person.name)).toContain('Vera Holm')
    expect(before.doors).toEqual([])
    await cli.ask(loose, 'career', 'Vera Holm', '--at', `${cast.door.organization}:2019..2025-06`)
    const after = await cli.ask(contract.worth, 'worth', known.northwind)
    expect(after.blind.map(({ person }) => person.name)).not.toContain('Vera Holm')
    const door = after.doors.find(({ opening }) => opening.title === cast.door.opening)
    expect(door).toMatchObject({
      kind: 'opened',
      before: null,
      path: { steps: [{ to: { name: 'Vera Holm' } }] },
    })
    expect(door?.path.steps[0]?.tie).toMatchObject({ certainty: 'foreseen' })
    expect(after.organizations.map(({ organization }) => organization.name)).toEqual([cast.door.organization])
    expect(after.totals).toMatchObject({ organizations: 1, opened: after.doors.length, strengthened: 0 })
  })

  it('is refused against the advice, with what that forgoes, and then taken', async () => {
    const decided = z.looseObject({ overruled: z.boolean(), reason: z.string().nullable() })
    const refuse = ['decide', known.northwind, 'refuse', '--reason', 'timing', '--note', 'Too busy in April.']
    const refusal = await cli.ask(decided, ...refuse)
    expect(refusal).toMatchObject({ overruled: true, reason: 'timing', forgone: { organizations: 1 } })
    expect(await cli.refused('decide', known.northwind, 'take', '--reason', 'pay')).toContain('reason')
    const taken = await cli.ask(decided, 'decide', known.northwind, 'take')
    expect(taken).toMatchObject({ overruled: false, reason: null, forgone: null })
    expect(await cli.refused('decide', 'nobody knows it', 'take')).toContain('nobody knows it')
  })

  it('is prepared, and cannot be debriefed before it starts', async () => {
    const page = await cli.ask(
      z.looseObject({ room: z.array(loose), enthusiasm: loose }),
      ...['prepare', known.northwind, '--enthusiasm', '2'],
    )
    expect(page.enthusiasm).toEqual({ before: 2, locked: false })
    expect(page.room.length).toBeGreaterThan(1)
    expect(await cli.refused('prepare', known.northwind, '--enthusiasm', '6')).toContain('1 to 5')
    expect(await cli.refused('debrief', known.northwind, '--enthusiasm', '4')).toContain('afterwards')
  })
})

describe('after the meeting, with a server running on the folder', { timeout: 240_000 }, () => {
  let server: Awaited<ReturnType<Cli['serve']>>
  beforeAll(async () => {
    cli.now = AFTER_THE_MEETING
    server = await cli.serve()
  }, 120_000)
  afterAll(() => server.stop())

  it('the debrief keeps who was met, and a chemistry of 7 writes nothing', async () => {
    const debrief = ['debrief', known.northwind, '--enthusiasm', '5']
    expect(await cli.refused(...debrief, '--met', 'Vera Holm=7')).toContain('1 to 5')
    const answer = await cli.ask(
      z.looseObject({ meeting: id, met: z.array(loose) }),
      ...[...debrief, '--met', 'Vera Holm=5', '--met', 'Tom Ferris', '--would-take-call', 'Vera Holm'],
      ...['--note', 'No offer, but a good talk.'],
    )
    known.meeting = answer.meeting
    expect(answer.met).toMatchObject([
      { chemistry: 5, wouldTakeCall: true },
      { chemistry: null, wouldTakeCall: null },
    ])
    const show = await cli.ask(loose, 'invitation.show', '--invitation', known.northwind)
    expect(show).toMatchObject({ state: 'held', nearlyRefused: true })
  })

  it('a rejection leaves the people met, and the path to where they were before', async () => {
    await cli.ask(loose, 'invitation.end', '--invitation', known.northwind, '--how', 'rejection')
    const found = await cli.ask(contract.paths, 'paths', cast.door.organization)
    expect(found.paths[0]).toMatchObject({
      steps: [{ to: { name: 'Vera Holm' }, tie: { certainty: 'verified' } }],
      affiliation: { current: false },
    })
    expect(found.independent).toBeGreaterThan(0)
  })

  it('where no tie leads there is no path, and a sentence says so', async () => {
    const found = await cli.ask(contract.paths, 'paths', cast.target.organization)
    expect(found).toMatchObject({ paths: [], independent: 0 })
    expect(found.none?.because).toContain(cast.target.organization)
  })

  it('a tie that somebody tells of makes a path; a veto takes it away at once, and gives it back', async () => {
    const there = [
      '--organization',
      cast.target.organization,
      '--title',
      'Head of Delivery',
      '--from',
      '2022',
    ]
    await cli.ask(loose, 'person.add', '--name', 'Ines Ortega', ...there)
    const pair = ['--person', 'Ines Ortega', '--other', 'Vera Holm']
    await cli.ask(loose, 'tie.confirm', ...pair, '--says', 'know-well')
    const names = async () => {
      const { paths } = await cli.ask(contract.paths, 'paths', cast.target.organization)
      return paths.map(({ steps }) => steps.map(({ to }) => to.name))
    }
    expect(await names()).toEqual([['Vera Holm', 'Ines Ortega']])
    await cli.ask(loose, 'tie.veto', ...pair)
    expect(await names()).toEqual([])
    await cli.ask(loose, 'tie.veto', ...pair, '--says', 'veto-withdrawn')
    expect(await names()).toEqual([['Vera Holm', 'Ines Ortega']])
  })

  it('an introduction is asked for along it, and goes on only as introductions do', async () => {
    const asked = z.looseObject({ introduction: id, path: contract.path, viaMeeting: id.nullable() })
    const answer = await cli.ask(asked, 'introduction.ask', '--target', cast.target.organization)
    known.introduction = answer.introduction
    expect(answer).toMatchObject({ state: 'draft', viaMeeting: known.meeting })
    expect(answer.draft).toContain('Ines')
    const advance = (to: string) => ['introduction.advance', '--introduction', known.introduction, '--to', to]
    expect(await cli.refused(...advance('met'))).toContain('asked')
    for (const to of ['asked', 'connector-agreed', 'target-agreed', 'introduced']) {
      expect(await cli.ask(loose, ...advance(to))).toMatchObject({ state: to })
    }
  })
})

describe('the invitation that came of it, and its lineage', { timeout: 240_000 }, () => {
  it('is written down with where it came from, taken, met and ends in an offer', async () => {
    const { organization, opening } = cast.target
    const invite = ['invite', '--organization', organization, '--role', opening, '--with', 'Ines Ortega']
    const when = ['--at', '2026-05-20T10:00+02:00', '--came-from', known.introduction]
    const { invitation } = await cli.ask(z.looseObject({ invitation: id }), ...invite, ...when)
    known.second = invitation
    const worth = await cli.ask(contract.worth, 'worth', invitation)
    expect(worth.room).toMatchObject([{ person: { name: 'Ines Ortega' }, role: 'interviewer' }])
    expect(worth.doors.map((door) => door.opening.organization.name)).not.toContain(organization)
    await cli.ask(loose, 'decide', invitation, 'take')
    cli.now = MAY
    await cli.ask(loose, 'debrief', invitation, '--enthusiasm', '5', '--met', 'Ines Ortega=4')
    const { offer } = await cli.ask(
      z.looseObject({ offer: id }),
      ...['offer.add', '--invitation', invitation, '--says', 'Start in July.'],
    )
    known.offer = offer
    await cli.ask(loose, 'offer.answer', '--offer', offer, '--answer', 'accept')
  })

  it('the offer is traced back to the invitation that was nearly refused', async () => {
    const { chain, cameOfIt } = await cli.ask(contract.lineage, 'lineage', known.offer)
    expect(chain.map(({ kind, id }) => [kind, id])).toEqual([
      ['offer', known.offer],
      ['invitation', known.second],
      ['introduction', known.introduction],
      ['meeting', known.meeting],
      ['invitation', known.northwind],
    ])
    expect(chain.map(({ nearlyRefused = false }) => nearlyRefused)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ])
    expect(cameOfIt.map(({ kind }) => kind)).toEqual(['placement'])
  })

  it('and from the first meeting forward to all that came of it', async () => {
    const { chain, cameOfIt } = await cli.ask(contract.lineage, 'lineage', known.meeting)
    expect(chain.map(({ kind }) => kind)).toEqual(['meeting', 'invitation'])
    expect(new Set(cameOfIt.map(({ kind }) => kind))).toEqual(
      new Set(['introduction', 'invitation', 'meeting', 'offer', 'placement']),
    )
    const named = await cli.ask(contract.lineage, 'lineage', cast.target.organization)
    expect(named.chain[0]?.kind).toBe('placement')
    const nobody = ['lineage', 'what never was']
    expect(await cli.refused(...nobody)).toContain('what never was')
    expect(await cli.spawn(...nobody)).toMatchObject({ code: 1, stdout: '' })
  })

  it('the refusal is kept, with what it would have forgone', async () => {
    const { refusals } = await cli.ask(z.looseObject({ refusals: z.array(loose) }), 'refusal.list')
    expect(refusals).toMatchObject([
      { invitation: known.northwind, reason: 'timing', note: 'Too busy in April.', takenLater: true },
    ])
  })
})
