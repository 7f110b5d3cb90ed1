import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ashby, greenhouse, lever } from './jobs/boards.ts'
import { jobPosting } from './jobs/job-posting.ts'
import { otherBoards } from './jobs/other-boards.ts'
import { type Format, IntakeError, type Item } from './records.ts'
import { jsonResume } from './resume/json-resume.ts'
import { head } from './text/text.ts'
import { vcard } from './vcard/vcard.ts'

const FORMATS: Format[] = [vcard, jsonResume, greenhouse, lever, ashby, otherBoards, jobPosting]
const DATA = '../shared/data'
const NOW = new Date('2026-04-15T12:00:00Z')

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

const formatsOf = (file: string): Format[] => {
  const start = head(file, readFileSync(file))
  return FORMATS.filter((format) => format.recognizes(start))
}

type Outcome = { facts: number; skipped: number; rejected: number; refused?: string }

/** What a format makes of a file. Anything thrown but IntakeError fails the test. */
const outcomeOf = (format: Format, bytes: Uint8Array, name: string): Outcome => {
  const outcome: Outcome = { facts: 0, skipped: 0, rejected: 0 }
  try {
    for (const item of format.read(bytes, { name, now: NOW }) as Iterable<Item>) {
      expect(item.at).not.toBe('')
      if ('fact' in item) outcome.facts++
      else if ('skipped' in item) outcome.skipped++
      else outcome.rejected++
    }
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error
    outcome.refused = error.message
  }
  return outcome
}

/** Files of a folder as lines "kind: what came of it", counted. */
const table = (folder: string): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const file of filesUnder(join(DATA, folder))) {
    const formats = formatsOf(file)
    expect(formats.length, file).toBeLessThan(2)
    const result = formats[0] && outcomeOf(formats[0], readFileSync(file), file)
    const line = formats[0]
      ? `${formats[0].kind}: ${result?.refused ? 'refused' : result?.facts ? 'read' : 'nothing in it'}`
      : 'of no known kind'
    counts[line] = (counts[line] ?? 0) + 1
  }
  return counts
}

describe.skipIf(!existsSync(DATA))('each real file is read, or refused with a reason, by one format', () => {
  it('address books', () => {
    expect(table('vcard')).toEqual({ 'vcard: read': 43, 'vcard: nothing in it': 3, 'of no known kind': 1 })
  })

  it('boards and postings', () => {
    expect(table('jobs')).toEqual({
      'greenhouse: read': 6,
      'greenhouse: refused': 2,
      'lever: read': 1,
      'ashby: read': 1,
      'other-board: refused': 33,
      'job-posting: read': 4,
      'job-posting: nothing in it': 9,
      'job-posting: refused': 17,
      'of no known kind': 3,
    })
  })

  it('resumes', () => {
    expect(table('resumes')).toEqual({
      'json-resume: read': 2,
      'json-resume: nothing in it': 2,
      'json-resume: refused': 8,
      'of no known kind': 28,
    })
  })
})

describe.skipIf(!existsSync(`${DATA}/evil`))('malformed input throws nothing but IntakeError', () => {
  const evil = existsSync(`${DATA}/evil`) ? filesUnder(`${DATA}/evil`) : []

  it.each(FORMATS.map((format) => [format.kind, format] as const))('%s, on every evil file', (_, format) => {
    for (const file of evil) outcomeOf(format, readFileSync(file), file)
  })

  it('broken JSON is refused with its place, whole JSON is not called broken', () => {
    const suite = evil.filter((f) => f.includes('test_parsing'))
    const said = suite.map(
      (f) => [f.split('/').at(-1)!, outcomeOf(jsonResume, readFileSync(f), 'x.json').refused ?? ''] as const,
    )
    const notJson = said.filter(([, why]) =>
      /not valid JSON: it breaks at line \d+, column \d+|malformed/.test(why),
    )
    expect(said.filter(([name]) => name.startsWith('n_')).filter((s) => !notJson.includes(s))).toEqual([])
    expect(notJson.filter(([name]) => name.startsWith('y_'))).toEqual([])
  })

  it('scripts in a posting come out as text without markup', () => {
    const payloads = readFileSync(evil.find((f) => f.includes('xss') && f.endsWith('.txt'))!, 'utf8').split(
      '\n',
    )
    for (const payload of payloads) {
      const posting = { '@type': 'JobPosting', title: 'x', hiringOrganization: 'y', description: payload }
      const items = [
        ...(jobPosting.read(Buffer.from(JSON.stringify(posting)), { name: 'x', now: NOW }) as Iterable<Item>),
      ]
      expect(JSON.stringify(items)).not.toMatch(/<(script|img|iframe|svg)\b[^>]*>/i)
    }
  })
})
