import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Action, action, type Context } from './action.ts'
import { EngineStopped } from './network/protocol.ts'
import { addOrigin } from './people/origin.ts'
import { addPerson } from './people/person.ts'
import { type TestHouse, testHouse } from './people/testing.ts'
import { Refusal } from './refusal.ts'
import { newId } from './store/ids.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())

const write = (name: string, run: (context: Context, input: { note: string }) => Promise<unknown>) =>
  action({
    name: `test.${name}`,
    says: 'A capability of this test.',
    kind: 'write',
    may: ['owner'],
    input: z.object({ note: z.string().default(''), person: z.uuid().optional() }),
    output: z.object({ person: z.string().optional() }),
    run: run as Action['run'],
  } as never) as unknown as Action<z.ZodObject<{ note: z.ZodOptional<z.ZodString> }>>

async function addsPerson(context: Context) {
  const origin = await addOrigin(context, 'form', 'test')
  return { person: await addPerson(context, { name: 'Vera Holm' }, origin) }
}

const workspaceRow = () =>
  house.store.inWorkspace(house.workspace, (tx) =>
    tx.selectFrom('workspace').select(['version', 'facts_version']).executeTakeFirstOrThrow(),
  )
const audit = () =>
  house.store.inWorkspace(house.workspace, (tx) =>
    tx.selectFrom('audit').select(['capability', 'actor', 'door', 'subject']).orderBy('id').execute(),
  )
const people = () =>
  house.store.inWorkspace(house.workspace, (tx) => tx.selectFrom('person').select('id').execute())

const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error) => error as Refusal,
  )

describe('the gate', () => {
  it('refuses an unknown field by its name, and a wrong one by its place, before anything runs', async () => {
    let ran = false
    const runs = write('runs', async () => {
      ran = true
      return {}
    })
    const unknown = await refusal(house.ask(runs, { nte: 'x' } as never))
    expect(unknown).toMatchObject({ code: 'invalid-input', at: 'nte', status: 400 })
    expect(unknown?.message).toContain('"nte"')
    expect(await refusal(house.ask(runs, { note: 7 } as never))).toMatchObject({ at: 'note' })
    expect(ran).toBe(false)
  })

  it('validates before it asks who may, and asks who may before it runs', async () => {
    const nobody = { ...write('closed', async () => ({})), may: [] }
    expect(await refusal(house.ask(nobody, { note: 7 } as never))).toMatchObject({ code: 'invalid-input' })
    expect(await refusal(house.ask(nobody, {}))).toMatchObject({ code: 'forbidden', status: 403 })
    expect((await audit()).filter(({ capability }) => capability === 'test.closed')).toEqual([])
  })

  it('writes nothing when the work throws: no row, no audit line, no version', async () => {
    const before = { row: await workspaceRow(), people: await people(), audit: await audit() }
    const fails = write('fails', async (context) => {
      await addsPerson(context)
      throw new Refusal('conflict', 'Not today.')
    })
    expect(await refusal(house.ask(fails))).toMatchObject({ message: 'Not today.' })
    expect({ row: await workspaceRow(), people: await people(), audit: await audit() }).toEqual(before)
  })

  it('counts each write, and a change of facts apart', async () => {
    const before = await workspaceRow()
    await house.ask(write('adds', addsPerson))
    const after = await workspaceRow()
    expect([after.version - before.version, after.facts_version - before.facts_version]).toEqual([1, 1])
    await house.ask(write('notes', async (context) => ({ origin: await addOrigin(context, 'form', 'test') })))
    const noFact = await workspaceRow()
    expect([noFact.version - after.version, noFact.facts_version - after.facts_version]).toEqual([1, 0])
  })

  it('audits who did what to which record, and none of the words', async () => {
    const { person } = (await house.ask(write('audited', addsPerson), {
      note: 'a secret',
    })) as unknown as { person: string }
    const line = (await audit()).at(-1)!
    expect(line).toEqual({ capability: 'test.audited', actor: 'you', door: 'cli', subject: { person } })
    expect(JSON.stringify(line)).not.toContain('secret')
  })

  it('leaves no trace of a read, except by an assistant', async () => {
    const reads = { ...write('reads', async () => ({})), kind: 'read' as const }
    const before = [await workspaceRow(), (await audit()).length]
    await house.ask(reads)
    expect([await workspaceRow(), (await audit()).length]).toEqual(before)
    await house.ask(reads, {}, { door: 'mcp', name: 'assistant' })
    expect((await audit()).at(-1)).toMatchObject({ capability: 'test.reads', actor: 'assistant' })
  })

  it('refuses a workspace that does not exist', async () => {
    const asked = house.ask(write('nowhere', addsPerson), {}, { workspace: newId() })
    expect(await refusal(asked)).toMatchObject({ code: 'not-found' })
  })

  it('does once more what failed because the engine was lost, and only that', async () => {
    let attempts = 0
    const failing = (error: Error) =>
      write('again', async (context) => {
        attempts++
        const added = await addsPerson(context)
        if (attempts === 1) throw error
        return added
      })
    const count = (await people()).length
    await house.ask(failing(new EngineStopped('lost')))
    expect([attempts, (await people()).length]).toEqual([2, count + 1])
    attempts = 0
    await expect(house.ask(failing(new Error('other')))).rejects.toThrow('other')
    expect(attempts).toBe(1)
  })
})

describe('a write with a key of its sender', () => {
  const key = { key: 'a key of this test' }

  it('said twice is done once, and answered alike', async () => {
    const add = write('keyed', addsPerson)
    const before = (await people()).length
    const first = await house.ask(add, {}, key)
    const again = await house.ask(add, {}, key)
    expect(again).toEqual(first)
    expect((await people()).length).toBe(before + 1)
  })

  it('said twice at the same time is done once', async () => {
    const add = write('twins', addsPerson)
    const before = (await people()).length
    const answers = await Promise.all([1, 2, 3].map(() => house.ask(add, {}, { key: 'twins' })))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect((await people()).length).toBe(before + 1)
  })

  it('of something else is refused; one that failed may be said again', async () => {
    expect(await refusal(house.ask(write('other', addsPerson), {}, key))).toMatchObject({ code: 'conflict' })
    let fails = true
    const shaky = write('shaky', async (context) => {
      if (fails) throw new Refusal('conflict', 'Not now.')
      return addsPerson(context)
    })
    expect(await refusal(house.ask(shaky, {}, { key: 'shaky' }))).toMatchObject({ message: 'Not now.' })
    fails = false
    expect(await house.ask(shaky, {}, { key: 'shaky' })).toHaveProperty('person')
  })

  it('without a key is done as often as it is said', async () => {
    const add = write('plain', addsPerson)
    const before = (await people()).length
    await house.ask(add, {})
    await house.ask(add, {})
    expect((await people()).length).toBe(before + 2)
  })
})
