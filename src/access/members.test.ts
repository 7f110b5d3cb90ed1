import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { candidacyList } from '../desk/candidacy-list.ts'
import { mandateShow } from '../desk/mandate-show.ts'
import { mandateLeave } from '../desk/mandate-team.ts'
import { mandateOpen } from '../desk/mandates.ts'
import { type TestFirm, testFirm } from '../desk/testing.ts'
import { personAdd } from '../people/people.ts'
import { memberAdd, memberChange, memberEnd, memberLink, memberList } from './members.ts'
import { beginSession, sessionHolder } from './sessions.ts'
import { redeemStartToken } from './start-link.ts'
import { tokenCreate, tokenHolder } from './tokens.ts'

let firm: TestFirm
beforeAll(async () => {
  firm = await testFirm()
})
afterAll(() => firm.close())

const owner = () => firm.as('owner')
const db = () => firm.house.store.owner
let count = 0
const addConsultant = async () => {
  const email = `new-${++count}@quill.example`
  const { member } = await owner().ask(memberAdd, { email, role: 'consultant', name: `New ${count}` })
  return { email, member }
}
const tokenOf = (path: string) => path.replace('/#start=', '')

describe('a member', () => {
  it('comes in once by the link, and then nobody of the firm can make another for them', async () => {
    const { email } = await addConsultant()
    const { path } = await owner().ask(memberLink, { member: email })
    expect(await redeemStartToken(db(), tokenOf(path))).toMatchObject({
      role: 'consultant',
      name: `New ${count}`,
    })
    expect(await redeemStartToken(db(), tokenOf(path))).toBeNull()
    await expect(owner().ask(memberLink, { member: email })).rejects.toThrow('has signed in before')
    await expect(owner().ask(tokenCreate, { name: 'x', email })).rejects.toMatchObject({ status: 403 })
  })

  it('who owns the place may make a link and a token for themselves', async () => {
    const own = 'owner@quill.example'
    await expect(owner().ask(memberLink, { member: own })).resolves.toMatchObject({
      path: expect.any(String),
    })
    await expect(owner().ask(tokenCreate, { name: 'x', email: own })).resolves.toBeDefined()
  })

  it('who was let out is out at once, by session, link and token', async () => {
    const { email, member } = await addConsultant()
    const [workspace, id] = [firm.workspace, member as never]
    const { path } = await owner().ask(memberLink, { member: email })
    const session = await beginSession(db(), { workspace, member: id })
    const local = { ...owner(), member: null, person: null }
    const { token } = await firm.house.ask(tokenCreate, { name: 'x', email }, local)
    expect([await sessionHolder(db(), session), await tokenHolder(db(), token)]).toMatchObject([
      { member },
      { member },
    ])
    await owner().ask(memberEnd, { member: email })
    expect(await sessionHolder(db(), session)).toBeNull()
    expect(await tokenHolder(db(), token)).toBeNull()
    expect(await redeemStartToken(db(), tokenOf(path))).toBeNull()
    const { members } = await owner().ask(memberList)
    expect(members.find(({ id }) => id === member)?.endedAt).toEqual(expect.any(String))
  })

  it('has a record that is theirs alone: nobody else comes in by it, and who left comes back to it', async () => {
    const dana = firm.as('candidate')
    const other = { email: 'else@quill.example', role: 'candidate', person: dana.person! } as const
    await expect(owner().ask(memberAdd, other)).rejects.toThrow("Dana Dates's own")
    const { email, member } = await addConsultant()
    const { members } = await owner().ask(memberList)
    const person = members.find(({ id }) => id === member)!.person!
    await owner().ask(memberEnd, { member: email })
    await expect(owner().ask(memberAdd, { ...other, person })).rejects.toThrow('is or was a member')
    const again = await owner().ask(memberAdd, { email, role: 'researcher' })
    expect(again).toMatchObject({ person })
  })

  it('who leaves hands on what nobody else works on, and only that', async () => {
    const { email, member } = await addConsultant()
    const { path } = await owner().ask(memberLink, { member: email })
    const who = (await redeemStartToken(db(), tokenOf(path)))!
    const open = (title: string, team: string[]) =>
      firm.house.ask(
        mandateOpen,
        { title, client: 'Globex', confidential: true, team },
        { ...who, door: 'http' },
      )
    const alone = (await open('Alone', [])).mandate
    const shared = (await open('Shared', ['consultant@quill.example'])).mandate
    await expect(owner().ask(mandateShow, { mandate: alone })).rejects.toMatchObject({ status: 404 })
    await owner().ask(memberChange, { member, role: 'member' })
    expect((await owner().ask(mandateShow, { mandate: alone })).team).toContainEqual(
      expect.objectContaining({ name: 'owner', part: 'lead' }),
    )
    await expect(owner().ask(candidacyList, { mandate: shared })).rejects.toMatchObject({ status: 404 })
    await owner().ask(memberEnd, { member })
    const leaving = firm
      .as('consultant')
      .ask(mandateLeave, { mandate: shared, member: 'consultant@quill.example' })
    await expect(leaving).rejects.toThrow('Nobody else works on this mandate')
  })

  it('keeps an owner in the place, and is one person once', async () => {
    await expect(owner().ask(memberEnd, { member: 'owner@quill.example' })).rejects.toThrow('last owner')
    const twice = owner().ask(memberAdd, { email: 'CONSULTANT@quill.example', role: 'owner' })
    await expect(twice).rejects.toThrow('is in already')
    await firm.as('consultant').ask(personAdd, { name: 'Zoe Free' })
    await expect(
      firm.as('consultant').ask(memberAdd, { email: 'z@quill.example', role: 'owner' }),
    ).rejects.toThrow('may not use')
  })
})

it('what is given out once is kept under no key', async () => {
  const { email } = await addConsultant()
  const asked = firm.house.ask(memberLink, { member: email }, { ...owner(), key: 'again' })
  await expect(asked).rejects.toThrow('kept nowhere')
  const rows = await db().selectFrom('request_key').select('key').where('key', '=', 'again').execute()
  expect(rows).toEqual([])
})
