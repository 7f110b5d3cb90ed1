import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readResumeDocument } from '../src/intake/resume/document.ts'

// Real resumes in PDF that came with their truth beside them: what was typeset, in YAML.

const FOLDER = fileURLToPath(
  new URL('../../shared/data/resumes/rendercv__rendercv/examples/', import.meta.url),
)
const names = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.pdf')) : []

type Truth = { organization: string; title: string; from: string; to: string }

/** The entries below `experience:`; of the YAML, no more than these four keys is read. */
function truthOf(yaml: string): Truth[] {
  const section = /\n {4}experience:\n([\s\S]*?)\n {4}\S/.exec(yaml)?.[1] ?? ''
  return section
    .split(/\n? {6}- /)
    .filter((entry) => entry.includes('company:'))
    .map((entry) => {
      const said = (key: string) => new RegExp(`(?:^|\\n) *${key}: *(.+)`).exec(entry)?.[1]?.trim() ?? ''
      return {
        organization: said('company'),
        title: said('position'),
        from: said('start_date'),
        to: said('end_date'),
      }
    })
}

describe.skipIf(names.length === 0)('real resumes', () => {
  it.each(names)(
    '%s: at least nine of ten positions are right in organization, title and dates',
    async (name) => {
      const truth = truthOf(readFileSync(join(FOLDER, name.replace('.pdf', '.yaml')), 'utf8'))
      const { positions } = await readResumeDocument('pdf', readFileSync(join(FOLDER, name)), name)
      const read = positions.map(({ organization, title, from, to, current }) =>
        JSON.stringify({ organization: organization.name, title, from, to: current ? 'present' : to }),
      )
      const right = truth.filter((one) => read.includes(JSON.stringify(one))).length
      expect(truth.length).toBeGreaterThan(3)
      expect(right / truth.length).toBeGreaterThanOrEqual(0.9)
      // Nothing is made up either: what is read is what is there.
      expect(read.length).toBeLessThanOrEqual(truth.length)
    },
  )
})
