import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { randomCase } from './cases.ts'
import { buildNetwork, openNetwork } from './network.ts'
import { BadSnapshot } from './snapshot.ts'

const folder = mkdtempSync(join(tmpdir(), 'network-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'network')

function saved(seed: number) {
  const { input, steps } = randomCase(seed)
  const network = buildNetwork(input)
  network.save(file)
  return { network, steps }
}

describe('a snapshot', () => {
  it.each(['wasm', 'typescript'] as const)('answers (%s) and changes as the network did', (kernel) => {
    for (let seed = 1; seed <= 40; seed++) {
      const { network, steps } = saved(seed)
      const opened = openNetwork(file, { kernel })
      for (const { says, act } of steps) expect(act(opened), says).toEqual(act(network))
      expect(opened.version).toBe(network.version)
    }
  })

  it('keeps the changes made before it was written', () => {
    const { network } = saved(1)
    network.setOpen(0, true)
    network.save(file)
    expect(openNetwork(file).version).toBe(1)
  })

  it('leaves nothing beside itself', () => {
    saved(1)
    expect(readdirSync(folder)).toEqual(['network'])
  })
})

describe('is refused', () => {
  it.each<[string, (bytes: Buffer) => Buffer | string]>([
    ['when torn', (bytes) => bytes.subarray(0, -1)],
    ['when torn early', (bytes) => bytes.subarray(0, 100)],
    ['when empty', () => ''],
    ['when longer than it was', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
    ['when one bit of the memory is another', (bytes) => flipped(bytes, bytes.length - 5)],
    ['when one bit of what it says is another', (bytes) => flipped(bytes, bytes.indexOf('version') + 9)],
    ['when it is another file', () => 'person;organization\n1;2\n'],
    ['when it is another JSON', () => '{"people": 3}\n'],
  ])('%s', (_, change) => {
    saved(3)
    writeFileSync(file, change(readFileSync(file)))
    expect(() => openNetwork(file)).toThrow(BadSnapshot)
  })
})

function flipped(bytes: Buffer, at: number): Buffer {
  bytes[at]! ^= 1
  return bytes
}
