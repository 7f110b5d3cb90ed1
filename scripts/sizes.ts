// How long functions and files are. Half of the functions have at most 10 lines, nine of ten at most 30, and nine
// of ten files at most 200. Prints the worst ten of each, whether or not the limits hold.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

type Measured = { what: string; lines: number }
type Limit = { of: string; share: number; most: number; found: number }

const root = fileURLToPath(new URL('..', import.meta.url))
const isCode = (file: string) => /\.(ts|tsx|mjs)$/.test(file) && !file.includes('fixtures')
const isTest = (file: string) => /\.test\.(tsx?|mjs)$/.test(file)

/** The functions that have a name, and every other one of more than one line, longest first. */
export function functionsIn(file: string, text: string): Measured[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: Measured[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) found.push(measure(node, source))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return longestFirst(found.filter(({ what, lines }) => lines > 1 || !what.endsWith('(nameless)')))
}

function measure(node: ts.SignatureDeclaration, source: ts.SourceFile): Measured {
  const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line
  const last = source.getLineAndCharacterOfPosition(node.end).line
  return { what: `${source.fileName}:${first + 1} ${nameOf(node, source)}`, lines: last - first + 1 }
}

function nameOf(node: ts.SignatureDeclaration, source: ts.SourceFile): string {
  if (node.name) return node.name.getText(source)
  if (ts.isConstructorDeclaration(node)) return 'constructor'
  const { parent } = node
  const isNamed = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)
  return isNamed ? parent.name.getText(source) : '(nameless)'
}

function longestFirst(measured: Measured[]): Measured[] {
  return measured.sort((a, b) => b.lines - a.lines)
}

/** The least length that the given share of the measured does not exceed; 0 for none. */
export function lengthOf(share: number, measured: Measured[]): number {
  const lines = measured.map((each) => each.lines).sort((a, b) => a - b)
  return lines[Math.max(0, Math.ceil(share * lines.length) - 1)] ?? 0
}

function report(title: string, measured: Measured[]): void {
  console.log(`${title} (${measured.length}), the longest:`)
  for (const { what, lines } of measured.slice(0, 10)) console.log(`${String(lines).padStart(6)}  ${what}`)
}

function main(): void {
  const files = ['src', 'test', 'bench', 'scripts'].flatMap(filesIn).filter(isCode)
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  const functions = longestFirst(
    files.filter((file) => !isTest(file)).flatMap((file) => functionsIn(file, read(file))),
  )
  const lengths = longestFirst(
    files.map((what) => ({ what, lines: read(what).trimEnd().split('\n').length })),
  )
  report('functions', functions)
  report('files', lengths)
  judge([
    { of: 'functions', share: 0.5, most: 10, found: lengthOf(0.5, functions) },
    { of: 'functions', share: 0.9, most: 30, found: lengthOf(0.9, functions) },
    { of: 'files', share: 0.9, most: 200, found: lengthOf(0.9, lengths) },
  ])
}

function filesIn(folder: string): string[] {
  const path = join(root, folder)
  return existsSync(path)
    ? readdirSync(path, { recursive: true }).map((file) => join(folder, String(file)))
    : []
}

function judge(limits: Limit[]): void {
  for (const { of, share, most, found } of limits) {
    console.log(`${share * 100} % of the ${of} have at most ${found} lines (limit ${most})`)
    if (found > most) process.exitCode = 1
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
