import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { conflict, type Organization, sectorsOf } from './industry.ts'
import { SECTORS } from './sectors.ts'

const acme = (more: Partial<Organization> = {}): Organization => ({ name: 'Acme', ...more })
const verdict = (sector: string, organization: Organization) =>
  conflict([{ sector, stance: 'never' }], organization).verdict

/** Sector, one who makes it, one who stands beside it (a question), one who has nothing to do with it. */
const CASES: [string, Partial<Organization>, Partial<Organization>, Partial<Organization>][] = [
  [
    'tobacco',
    { industry: 'Tobacco Manufacturing' },
    { does: 'software for tobacco companies' },
    { industry: 'Software Development', description: 'A tobacco-free workplace' },
  ],
  [
    'weapons',
    { naics: '332992' },
    { does: 'audits of weapons makers' },
    { name: 'Gunn Diller LLP', industry: 'Law Practice' },
  ],
  [
    'defence',
    { industry: 'Armed Forces' },
    { does: 'catering for the military' },
    { industry: 'Restaurants' },
  ],
  ['meat', { naics: '311612' }, { industry: 'Farming' }, { naics: '111219', name: 'Meatball Software' }],
  [
    'dairy-and-eggs',
    { industry: 'Dairy Product Manufacturing' },
    { does: 'packaging for dairy farms' },
    { industry: 'Furniture' },
  ],
  [
    'fur-and-leather',
    { naics: '316110' },
    { industry: 'Footwear Manufacturing' },
    { name: 'Furman Logistics', industry: 'Truck Transportation' },
  ],
  [
    'gambling',
    { industry: 'Gambling & Casinos' },
    { description: 'Our customers include casinos' },
    { name: 'Better Health', industry: 'Hospitals' },
  ],
  [
    'fossil-fuels',
    { naics: '211120' },
    { industry: 'Utilities' },
    { naics: '221115', industry: 'Wind Electric Power Generation' },
  ],
  [
    'nuclear',
    { industry: 'Nuclear Electric Power Generation' },
    { industry: 'Utilities' },
    { industry: 'Solar Electric Power Generation' },
  ],
  ['alcohol', { industry: 'Wineries' }, { industry: 'Bars, Taverns, and Nightclubs' }, { naics: '312111' }],
  [
    'adult',
    { does: 'adult entertainment' },
    { description: 'payments for adult content' },
    { industry: 'Education', description: 'adult education' },
  ],
  ['prisons', { naics: '922140' }, { does: 'supplies food to prisons' }, { industry: 'Hospitals' }],
  [
    'animal-testing',
    { does: 'animal testing' },
    { industry: 'Biotechnology Research' },
    { industry: 'Veterinary Services' },
  ],
  ['payday-lending', { does: 'payday loans' }, { industry: 'Loan Brokers' }, { naics: '522110' }],
  [
    'pharmaceuticals',
    { naics: '325412' },
    { industry: 'Retail Pharmacies' },
    { industry: 'Hospitals', description: 'oncology research hospital' },
  ],
  [
    'fast-fashion',
    { does: 'fast fashion' },
    { industry: 'Retail Apparel and Fashion' },
    { industry: 'Interior Design' },
  ],
  [
    'surveillance',
    { does: 'spyware' },
    { description: 'facial recognition at the door' },
    { industry: 'Accounting' },
  ],
  [
    'data-brokers',
    { does: 'data broker' },
    { industry: 'Market Research' },
    { industry: 'Software Development' },
  ],
  [
    'crypto',
    { industry: 'Blockchain Services' },
    { description: 'we accept bitcoin' },
    { name: 'Crypton Valves', industry: 'Metal Valve, Ball, and Roller Manufacturing' },
  ],
  ['pesticides', { naics: '325320' }, { industry: 'Chemical Manufacturing' }, { naics: '325611' }],
  [
    'mining',
    { industry: 'Coal Mining' },
    { naics: '333131' },
    { industry: 'Software Development', description: 'data mining tools' },
  ],
  [
    'logging',
    { naics: '113310' },
    { industry: 'Wood Product Manufacturing' },
    { industry: 'Software Development', description: 'logging and tracing' },
  ],
  ['aviation', { naics: '481111' }, { industry: 'Travel Arrangements' }, { industry: 'Rail Transportation' }],
  [
    'plastics',
    { industry: 'Plastics Manufacturing' },
    { industry: 'Packaging and Containers Manufacturing' },
    { industry: 'Glass Product Manufacturing' },
  ],
  ['sugar', { naics: '311314' }, { industry: 'Beverage Manufacturing' }, { naics: '311421' }],
  [
    'politics',
    { industry: 'Political Organizations' },
    { industry: 'Think Tanks' },
    { industry: 'Libraries' },
  ],
  [
    'religion',
    { industry: 'Religious Institutions' },
    { description: 'a faith-based charity' },
    { name: 'Ministry of Health', industry: 'Government Administration' },
  ],
]

describe('what a person will not work for', () => {
  it.each(CASES)('%s: who makes it conflicts', (sector, makes) => {
    expect(verdict(sector, acme(makes))).toBe('conflict')
  })

  it.each(CASES)('%s: who stands beside it is a question', (sector, _makes, beside) => {
    const judged = conflict([{ sector, stance: 'never' }], acme(beside))
    expect(judged.verdict, JSON.stringify(judged)).toBe('ask')
    expect(judged.ask).toMatch(/\?$/)
  })

  it.each(CASES)('%s: who has nothing to do with it is neither', (sector, _makes, _beside, apart) => {
    expect(conflict([{ sector, stance: 'never' }], acme(apart))).toMatchObject({ verdict: 'none' })
  })

  it('has a case for every sector', () => {
    expect(CASES.map(([sector]) => sector).toSorted()).toEqual(SECTORS.map((one) => one.id).toSorted())
  })

  it('asks what an organization does when its industry is not known', () => {
    const judged = conflict([{ sector: 'tobacco', stance: 'never' }], acme())
    expect(judged).toMatchObject({
      verdict: 'ask',
      sector: 'tobacco',
      ask: 'What does Acme make or mainly do?',
    })
    expect(verdict('tobacco', acme({ description: 'We delight customers.' }))).toBe('ask')
  })

  it('does not ask about the unknown when nothing is held never', () => {
    expect(conflict([], acme()).verdict).toBe('none')
    expect(conflict([{ sector: 'tobacco', stance: 'fine' }], acme({ naics: '312230' })).verdict).toBe('none')
    expect(conflict([{ sector: 'tobacco', stance: 'only if' }], acme()).verdict).toBe('none')
  })

  it('asks about the condition where one is held', () => {
    const judged = conflict([{ sector: 'meat', stance: 'only if' }], acme({ naics: '311612' }))
    expect(judged).toMatchObject({
      verdict: 'ask',
      ask: 'You work for meat and animal farming only on a condition: does Acme meet it?',
    })
  })

  it("lets the user's own word win over code and industry name", () => {
    const code = { naics: '312230' }
    expect(verdict('tobacco', acme({ ...code, does: 'no tobacco any more, only patches' }))).toBe('none')
    expect(verdict('tobacco', acme({ ...code, does: 'a family firm in Kentucky' }))).toBe('ask')
    expect(verdict('tobacco', acme({ industry: 'Software Development', does: 'makes cigarettes' }))).toBe(
      'conflict',
    )
    expect(sectorsOf(acme({ does: 'smoking and tobacco cessation' }))).toEqual([])
  })

  it('takes a word in a name or description for a guess only', () => {
    expect(sectorsOf(acme({ name: 'Brown Tobacco Corp' }))).toEqual([
      { sector: 'tobacco', relation: 'unknown', certainty: 'guess', because: 'its name holds "tobacco"' },
    ])
    expect(
      sectorsOf(acme({ industry: 'Software Development', description: 'for the oil and gas industry' }))[0],
    ).toMatchObject({
      sector: 'fossil-fuels',
      certainty: 'guess',
    })
  })

  it('knows a sector that only the user names, by its word', () => {
    expect(verdict('palm oil', acme({ does: 'palm oil plantations' }))).toBe('conflict')
    expect(
      verdict('palm oil', acme({ industry: 'Software Development', description: 'palm oil tracking' })),
    ).toBe('ask')
    expect(verdict('palm oil', acme({ industry: 'Software Development' }))).toBe('none')
    expect(verdict('Plan', acme({ name: 'Planet Corp', industry: 'Software Development' }))).toBe('none')
  })

  it('finds a sector by its name as well as its id', () => {
    expect(verdict('Fossil fuels', acme({ industry: 'Oil and Gas' }))).toBe('conflict')
    expect(verdict('fossil-fuels', acme({ industry: 'Oil & Gas' }))).toBe('conflict')
  })
})

const TAXONOMY = '../shared/data/taxonomy'
describe.skipIf(!existsSync(TAXONOMY))('the codes and names of the sectors', () => {
  it('exist in NAICS 2022', () => {
    const codes = readFileSync(`${TAXONOMY}/naics_2022_codes.tsv`, 'utf8')
      .split('\n')
      .map((line) => line.split('\t')[0] ?? '')
    for (const { naics } of SECTORS)
      for (const code of [...naics.makes, ...naics.serves]) expect(codes).toContain(code)
  })
})
