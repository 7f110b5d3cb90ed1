import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { Action } from '../../action.ts'
import { ownField } from './command.ts'

// An answer that is a file: with --out it is written where that says, and only the rest is printed.

/** Fields that are a file of their own: bytes in base64, or text. */
const FILES = ['base64', 'vcf', 'ics'] as const

export const OUT = ownField('out', 'writes the file there, a new one')

/** The field of a capability's answer that is a file, if it has one. */
export const fileFieldOf = ({ output }: Pick<Action, 'output'>): string | undefined =>
  output instanceof z.ZodObject ? FILES.find((name) => name in output.shape) : undefined

/**
 * Writes the file of an answer, readable for its owner alone; answers the rest, with where it is.
 * @throws Error with a sentence, when the path is taken or cannot be written
 */
export async function writeOut(
  path: string,
  field: string,
  answer: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const { [field]: content, ...rest } = answer
  const bytes = Buffer.from(String(content), field === 'base64' ? 'base64' : 'utf8')
  try {
    await writeFile(path, bytes, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = code === 'EEXIST' ? 'exists already: choose another name' : `cannot be written (${message})`
    throw new Error(`${path} ${why}.`, { cause: error })
  }
  return { file: resolve(path), ...rest }
}
