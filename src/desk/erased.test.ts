import { afterAll, beforeAll, expect, it } from 'vitest'
import { linkHolder } from '../access/answer-link.ts'
import { personErase } from '../people/erasure/capabilities.ts'
import { personAdd } from '../people/people.ts'
import { tenantTables } from '../store/tenant-tables.ts'
import { hirerSay } from './both-sides.ts'
import { candidacyAdd } from './candidacies.ts'
import { clientSay } from './client.ts'
import { candidacyAnswer } from './client-words.ts'
import { candidacyInvite, invitationSend } from './invite.ts'
import { mandateContact } from './mandate-team.ts'
import { mandateOpen } from './mandates.ts'
import { reportList, reportMake, reportShow } from './reports.ts'
import { scorecardCriteria, scorecardFill, scorecardSet } from './scorecards.ts'
import { candidacyShare } from './share.ts'
import { type TestFirm, testFirm } from './testing.ts'

// Whatever the desk keeps of a candidate in words goes with them, and what it keeps of others stays.

let firm: TestFirm
const carl = () => firm.as('consultant')
beforeAll(async () => {
  firm = await testFirm()
})
afterAll(() => firm.close())

/** Everything that is kept, in words. */
async function everything(): Promise<string> {
  const { pool } = firm.house.store
  const tables = await firm.house.store.inWorkspace(firm.workspace, tenantTables)
  const texts = await Promise.all(
    tables.map(async ({ name }) => JSON.stringify((await pool.query(`select * from ${name}`)).rows)),
  )
  return texts.join('\n')
}

it('what was shared, reported, said, marked and pitched of an erased candidate is gone; the others stay', async () => {
  const { mandate } = await carl().ask(mandateOpen, { title: 'Head of finance', client: 'Globex' })
  await carl().ask(mandateContact, { mandate, person: firm.as('client-contact').person!, part: 'decides' })
  await carl().ask(scorecardSet, { mandate, criteria: [{ name: 'Leads', weight: 1 }] })
  const { criteria } = await carl().ask(scorecardCriteria, { mandate })
  const made: { person: string; token: string }[] = []
  for (const mark of ['ZYZZO', 'KEPT']) {
    const { person } = await carl().ask(personAdd, { name: `Otto ${mark}by` })
    const { candidacy } = await carl().ask(candidacyAdd, { mandate, person })
    const shared = { summary: `${mark} summary`, salary: `${mark} salary` }
    await carl().ask(candidacyShare, { candidacy, fields: ['summary', 'salary'], ...shared })
    await firm.as('client-contact').ask(clientSay, { candidacy, says: `${mark} asked` })
    await carl().ask(candidacyAnswer, { candidacy, says: `${mark} answered` })
    await carl().ask(scorecardFill, {
      candidacy,
      marks: [{ criterion: criteria[0]!.criterion, mark: 4 }],
      note: `${mark} noted`,
    })
    const { invitation } = await carl().ask(candidacyInvite, { candidacy, at: '2026-06-20T10:00Z' })
    const { token } = await carl().ask(invitationSend, { invitation, pitch: `${mark} pitch` })
    await carl().ask(hirerSay, { invitation, moment: 'before', enthusiasm: 4, note: `${mark} wanted` })
    made.push({ person, token })
  }
  await carl().ask(reportMake, { mandate })
  expect(await everything()).toContain('ZYZZO summary')
  await firm.as('owner').ask(personErase, { person: made[0]!.person })
  const left = await everything()
  expect(left).not.toMatch(/ZYZZO/i)
  for (const what of ['summary', 'salary', 'asked', 'answered', 'noted', 'pitch', 'wanted'])
    expect(left).toContain(`KEPT ${what}`)
  const [report] = (await carl().ask(reportList, { mandate })).reports
  expect((await carl().ask(reportShow, { report: report!.report })).candidates).toMatchObject([
    { summary: 'KEPT summary' },
  ])
  expect(await linkHolder(firm.house.store, made[0]!.token)).toBeNull()
  expect(await linkHolder(firm.house.store, made[1]!.token)).toMatchObject({ person: made[1]!.person })
})
