import { readFileSync } from 'node:fs'
import { type Figures, figuresOf } from '../scripts/train-fit/figures.ts'
import { FIGURES } from '../scripts/train-fit/files.ts'
import { auc, quantile } from '../scripts/train-fit/measure.ts'
import { hasTaxonomy } from '../scripts/train-fit/taxonomy.ts'
import { fit as relatedness, shippedModel } from '../src/fit/index.ts'
import { TITLE_PAIRS } from '../test/fixtures/title-pairs.ts'
import { industriesRight, industryTable, touchesRight } from './lib/industries.ts'
import type { Report, Target } from './lib/report.ts'
import { VACANCIES } from './lib/vacancies.ts'

// The fit on titles that were never trained on, on plain pairs and on titles as adverts write them, and its speed;
// and how often the industry of an organization is told right.

type Pairs = [a: string, b: string][]

export async function bench(): Promise<Report> {
  const figures = hasTaxonomy() ? figuresOf() : undefined
  const { bytes } = JSON.parse(readFileSync(FIGURES, 'utf8')) as { bytes: number }
  const lines = VACANCIES.trim().split('\n')
  const titles = lines.map((line) => line.split(' | '))
  const [median, slow] = speed(titles.flat())
  return {
    tables: [
      {
        title: 'one title read, none of it remembered, microseconds',
        head: ['median', '95 of 100'],
        rows: [[median, slow]],
      },
      ...(figures ? [table(figures)] : []),
      industryTable(),
    ],
    targets: [
      ...(figures ? unseenTargets(figures) : []),
      { says: 'plain pairs: related above unrelated (AUC)', value: plain(), unit: '', least: 0.98 },
      {
        says: 'titles as adverts write them: same work above others (AUC)',
        value: adverts(titles),
        unit: '',
        least: 0.9,
      },
      { says: 'industry of an organization told right', value: industriesRight(), unit: '', least: 0.9 },
      { says: 'sector of an organization told right', value: touchesRight(), unit: '', least: 0.9 },
      { says: 'one title read', value: median, unit: 'µs', most: 50 },
      { says: 'size of the model', value: bytes / 1e6, unit: 'MB', most: 4 },
    ],
    notes: [
      'industries: the words were made with all sources but "unseen" at hand; only that row tells of free texts',
      ...(figures
        ? []
        : ['the taxonomies are absent: figures on unseen titles are in src/fit/model/figures.json']),
    ],
  }
}

function speed(titles: string[]): [median: number, slow: number] {
  const model = shippedModel()
  for (let round = 0; round < 100; round++) for (const title of titles) model.embed(title)
  const times = titles.map((title) => {
    const start = performance.now()
    model.embed(title)
    return (performance.now() - start) * 1000
  })
  return [quantile(times, 0.5), quantile(times, 0.95)]
}

function table({ titles, groups, auc: areas, ceiling, below, unknown }: Figures) {
  const rows = Object.entries({
    ...groups,
    ...prefixed('AUC', areas),
    ...prefixed('AUC of whoever knows the occupations', ceiling),
    ...prefixed('below .15', below),
    unknown,
  })
  return { title: `${titles} titles never trained on`, head: ['figure', 'value'], rows }
}

function prefixed(by: string, values: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${by} ${name}`, value]))
}

function unseenTargets({ groups, auc: areas, below }: Figures): Target[] {
  return [
    { says: 'minor group right at 1', value: groups.first, unit: '', least: 0.65 },
    { says: 'minor group right at 5', value: groups.five, unit: '', least: 0.91 },
    { says: 'related above random (AUC)', value: areas.related, unit: '', least: 0.92 },
    { says: 'related pairs below .15', value: below.related, unit: '', most: 0.01 },
  ]
}

const valuesOf = (pairs: Pairs) =>
  pairs.map(([a, b]) => relatedness({ titles: [a] }, { title: b }).fit ?? 0.15)

function plain(): number {
  const banded = (bands: string[]) =>
    TITLE_PAIRS.filter(([band]) => bands.includes(band)).map(([, a, b]): [string, string] => [a, b])
  return auc(valuesOf(banded(['high'])), valuesOf(banded(['none', 'far'])))
}

/** Each title with the others of its line, and with titles of seven other lines. */
function adverts(lines: string[][]): number {
  const same: Pairs = []
  const other: Pairs = []
  for (const [i, line] of lines.entries()) {
    for (const [a, title] of line.entries()) {
      for (const second of line.slice(a + 1)) same.push([title, second])
      for (let k = 1; k <= 7; k++) {
        const far = lines[(i + k * 7) % lines.length]!
        if (far !== line) other.push([title, far[(a + k) % far.length]!])
      }
    }
  }
  return auc(valuesOf(same), valuesOf(other))
}
