// The import rule: which folder of src may import from which. The table is the house of README and ADR 1.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  cruise,
  type DependencyType,
  type IViolation,
  type IRegularForbiddenRuleType as Rule,
} from 'dependency-cruiser'

const root = fileURLToPath(new URL('..', import.meta.url))

/** From the street down. A folder may import from any floor below its own, never from beside or above. */
const FLOORS = [
  ['serve'],
  ['capabilities', 'jobs', 'demo'],
  ['channels'],
  ['intake'],
  ['desk'],
  ['meeting'],
  ['access'],
  ['people'],
  ['action'],
  ['refusal', 'role'],
  ['language'],
] as const

/** Open to every floor; they import nothing outside themselves. */
const CELLARS = ['fit', 'network', 'store'] as const

const FOLDERS = [...FLOORS.flat(), ...CELLARS, 'web']

/** The table of allowed arrows: folder of src -> folders it may import from. `web` is a rule of its own. */
export const ALLOWED: Record<string, string[]> = Object.fromEntries([
  ...FLOORS.flatMap((floor, level) => floor.map((folder) => [folder, below(level)])),
  ...CELLARS.map((folder) => [folder, []]),
])

function below(level: number): string[] {
  return [...FLOORS.slice(level + 1).flat(), ...CELLARS]
}

const places = (folders: readonly string[]) => `^src/(${folders.join('|')})(/|\\.tsx?$)`
const TESTS = '\\.test\\.tsx?$'
const PACKAGES: DependencyType[] = ['npm', 'npm-dev', 'npm-optional', 'npm-peer']

function rule(name: string, from: Rule['from'], to: Rule['to']): Rule {
  return { name, severity: 'error', from: { pathNot: TESTS, ...from }, to }
}

const RULES: Rule[] = [
  ...Object.entries(ALLOWED).map(([folder, allowed]) =>
    rule(
      `${folder} may import from ${allowed.join(', ') || 'nothing outside itself'}`,
      { path: places([folder]) },
      { path: '^src/', pathNot: places([folder, ...allowed]) },
    ),
  ),
  rule(
    'web may import from web, and types from capabilities',
    { path: places(['web']) },
    { path: '^src/', pathNot: places(['web', 'capabilities']) },
  ),
  rule(
    'web may import types only from capabilities',
    { path: places(['web']) },
    { path: places(['capabilities']), dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'a file of src lies in a folder of the table',
    { path: '^src/', pathNot: [places(FOLDERS), TESTS] },
    {},
  ),
  rule('nothing imports from a folder outside the table', {}, { path: '^src/', pathNot: places(FOLDERS) }),
  rule(
    'src imports nothing of this project outside src',
    { path: '^src/' },
    { path: '^(test|bench|scripts|bin)/' },
  ),
  rule('only tests import tests', {}, { path: TESTS }),
  rule(
    'fit and network use no packages',
    { path: places(['fit', 'network']) },
    { dependencyTypes: PACKAGES },
  ),
  rule(
    'what runs outside the browser uses no development package',
    { path: '^src/', pathNot: [places(['web']), TESTS] },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'no circle of imports',
    { path: '^src/' },
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
]

/** Each import in `<folder>/src` that the table does not allow, as `from -> to: rule`, sorted. */
export async function forbiddenImports(folder = root): Promise<string[]> {
  const { output } = await cruise(['src'], {
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden: RULES },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  })
  if (typeof output === 'string')
    throw new Error('dependency-cruiser answered with text instead of its result')
  return output.summary.violations.map(asLine).sort()
}

function asLine({ from, to, rule }: IViolation): string {
  return `${from} -> ${to}: ${rule.name}`
}

/** A small house with forbidden imports, and how each must be reported: it shows that the rule still sees. */
export const CANARY = {
  folder: join(root, 'test', 'fixtures', 'imports'),
  forbidden: [
    'src/cellar/unknown.ts -> src/store/rows.ts',
    'src/fit/outside.ts -> src/store/rows.ts',
    'src/meeting/upwards.ts -> src/desk/mandate.ts',
    'src/network/late.ts -> src/store/rows.ts',
    'src/people/typed.ts -> src/capabilities.ts',
    'src/web/skips.ts -> src/action.ts',
    'src/web/value.ts -> src/capabilities.ts',
  ],
}

/** The canary's imports as reported: exactly CANARY.forbidden, or the rule does not see what it should. */
export async function reportedCanaries(): Promise<string[]> {
  const lines = await forbiddenImports(CANARY.folder)
  return lines.map((line) => line.slice(0, line.indexOf(': ')))
}

async function main(): Promise<void> {
  const seen = await reportedCanaries()
  if (seen.join() !== CANARY.forbidden.join())
    fail(['The canary is not reported as it must be. Reported:', ...seen])
  const forbidden = await forbiddenImports()
  if (forbidden.length > 0) fail(forbidden)
  console.log(`imports: every arrow is allowed; ${seen.length} canaries reported`)
}

function fail(lines: string[]): never {
  console.error(lines.join('\n'))
  process.exit(1)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
