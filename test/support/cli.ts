import { type ChildProcess, spawn } from 'node:child_process'
import { expect } from 'vitest'
import type { z } from 'zod'
import { runCli } from '../../src/serve/cli/run.ts'

/** What a command left behind. */
export type Ran = { code: number | null; stdout: string; stderr: string }

/** The command line on one data folder, at a time that the test sets. */
export type Cli = {
  now: string
  /** Runs a command as its user does, in a process of its own. */
  spawn(...args: string[]): Promise<Ran>
  /** Runs a command in this process: the same program without the time that it takes to load. */
  run(...args: string[]): Promise<Ran>
  /** Runs it with --json: exit 0, exactly one JSON object on standard output, of this shape. */
  ask<Shape extends z.ZodType>(shape: Shape, ...args: string[]): Promise<z.output<Shape>>
  /** Runs it and expects exit 1 and one sentence on standard error, nothing on standard output. */
  refused(...args: string[]): Promise<string>
  /** The same with exit 2. */
  misused(...args: string[]): Promise<string>
  /** Starts a server on the folder, in a process of its own, and waits until it serves. */
  serve(): Promise<{ link: string; stop(): Promise<void> }>
}

const PROGRAM = ['--import', 'tsx', 'src/serve/main.ts']

export function cliOn(data: string, now: string): Cli {
  const settings = () => ({ ACQUAINT_NOW: cli.now, DATABASE_URL: '', NO_COLOR: '1' })
  const start = (...args: string[]) =>
    spawn(process.execPath, [...PROGRAM, ...args, '--data', data], {
      env: { ...process.env, ...settings() },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  const cli: Cli = {
    now,
    spawn: (...args) => ended(start(...args)),
    run: (...args) => captured(settings(), () => runCli([...args, '--data', data])),
    ask: async (shape, ...args) => answerOf(shape, args, await cli.run(...args, '--json')),
    refused: async (...args) => sentenceOf(args, await cli.run(...args), 1),
    misused: async (...args) => sentenceOf(args, await cli.run(...args), 2),
    serve: () => serving(start('serve', '--port', '0')),
  }
  return cli
}

/** Runs the program here, with these settings, and keeps what it says. */
async function captured(settings: Record<string, string>, work: () => Promise<number>): Promise<Ran> {
  const said = { stdout: '', stderr: '' }
  const before = { ...process.env }
  const [out, err] = [process.stdout.write, process.stderr.write]
  const keep = (name: 'stdout' | 'stderr') => (text: string | Uint8Array) => {
    said[name] += typeof text === 'string' ? text : new TextDecoder().decode(text)
    return true
  }
  Object.assign(process.env, settings)
  process.stdout.write = keep('stdout')
  process.stderr.write = keep('stderr')
  try {
    const code = await work()
    return { code, ...said }
  } finally {
    Object.assign(process, { env: before })
    process.stdout.write = out
    process.stderr.write = err
  }
}

/** The one JSON object that a command answered, of the shape. */
export function answerOf<Shape extends z.ZodType>(shape: Shape, args: string[], ran: Ran): z.output<Shape> {
  expect([args, ran.code, ran.stderr]).toEqual([args, 0, ''])
  expect(ran.stdout).toMatch(/^\{[^\n]*\}\n$/)
  const read = shape.safeParse(JSON.parse(ran.stdout))
  expect([args, read.error?.issues ?? []]).toEqual([args, []])
  return read.data!
}

function sentenceOf(args: string[], { code, stdout, stderr }: Ran, expected: 1 | 2): string {
  expect([args, code, stdout]).toEqual([args, expected, ''])
  expect(stderr).toMatch(/^acquaint: [^\n]+\n$/)
  return stderr.trim()
}

export async function ended(child: ChildProcess): Promise<Ran> {
  let [stdout, stderr] = ['', '']
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return { code, stdout, stderr }
}

async function serving(child: ChildProcess): Promise<{ link: string; stop(): Promise<void> }> {
  const done = ended(child)
  const link = await new Promise<string>((resolve, reject) => {
    let told = ''
    child.stdout!.on('data', (text: string) => {
      told += text
      const found = /http:\/\/\S+#\S+/.exec(told)
      if (found) resolve(found[0])
    })
    void done.then(({ code, stderr }) => reject(new Error(`the server ended with ${code}: ${stderr}`)))
  })
  return {
    link,
    stop: async () => {
      child.kill('SIGTERM')
      await done
    },
  }
}
