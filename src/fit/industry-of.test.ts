import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isIndustryKnown, isIndustryRight, isTouchRight, touchOf } from '../../bench/lib/industries.ts'
import { ORGANIZATIONS, TEXT_ORGANIZATIONS } from '../../test/fixtures/organizations.ts'
import { naicsName, naicsOfName } from './industries.ts'
import { sectorsOf, touches } from './industry.ts'
import { industryOf, type OnRecord } from './industry-of.ts'
import { SECTORS } from './sectors.ts'

const acme = (more: Partial<OnRecord>) => industryOf({ name: 'Acme', ...more })
const from = (more: Partial<OnRecord>) => {
  const found = acme(more)
  return found && [found.naics, found.certainty]
}

describe('the industry of an organization', () => {
  it('is unknown where nothing says so', () => {
    expect(acme({})).toBe(null)
    expect(
      acme({
        industry: 'Something quite else',
        description: 'We delight customers.',
        domain: 'acme.example',
      }),
    ).toBe(null)
    expect(acme({ industry: ' ', naics: '', isic: '', description: '', postings: [] })).toBe(null)
  })

  it('comes from a code first, then from the name of an industry, then from words as a guess', () => {
    const all = { naics: '312230', industry: 'Breweries', description: 'A bakery.' }
    expect(from(all)).toEqual(['312230', 'code'])
    expect(from({ ...all, naics: null })).toEqual(['312120', 'name of industry'])
    expect(from({ description: 'A bakery.' })).toEqual(['3118', 'guess'])
  })

  it('is read from codes as people write them, and from no other number', () => {
    const code = (text: string) => from({ industry: text })?.[0]
    expect(code('NAICS 3122')).toBe('3122')
    expect(code('NAICS 2022: 312230')).toBe('312230')
    expect(code('ISIC Rev. 4 C1200')).toBe('3122')
    expect(code('NACE C12.00')).toBe('3122')
    expect(code('312230')).toBe('312230')
    // the classification is not said, or is none that is known here
    expect(code('1200')).toBeUndefined()
    expect(code('SIC 2111')).toBeUndefined()
    expect(code('999999')).toBeUndefined()
  })

  it('is one in old and new names, in German, and under several names', () => {
    const same = ['Defense & Space', 'Defense and Space Manufacturing', 'Rüstungsindustrie']
    expect(new Set(same.map((industry) => from({ industry })?.[0]))).toEqual(new Set(['336414']))
    expect(from({ industry: 'Manufacturing > Tobacco Manufacturing' })).toEqual(['3122', 'name of industry'])
    expect(from({ industry: 'Unheard of; Breweries' })).toEqual(['312120', 'name of industry'])
  })

  it('is guessed neither from what is denied nor from whom one serves', () => {
    expect(acme({ description: 'Not a bank.' })).toBe(null)
    expect(acme({ description: 'We supply hospitals.' })).toBe(null)
    expect(from({ description: 'Software for hospitals.' })).toEqual(['5132', 'guess'])
    expect(from({ description: 'A hospital.' })).toEqual(['622', 'guess'])
  })

  it('is guessed from postings that hint at it twice, never from one line or from the small print', () => {
    const twice = 'Our hospital seeks nurses. We are a hospital of 300 beds.'
    expect(from({ postings: [twice] })).toEqual(['622', 'guess'])
    expect(acme({ postings: ['Our hospital seeks nurses.'] })).toBe(null)
    expect(acme({ postings: ['Benefits: hospital insurance. Equal opportunity at every hospital.'] })).toBe(
      null,
    )
    expect(from({ postings: [twice], industry: 'Banking' })).toEqual(['5221', 'name of industry'])
  })

  it('says why in the language asked for', () => {
    expect(industryOf({ name: 'Stadtbrauerei' }, 'de')).toEqual({
      naics: '312120',
      name: 'Herstellung von Getränken und Tabakwaren',
      certainty: 'guess',
      because: 'im Namen steht „brauerei“',
    })
    expect(naicsName('312120', 'en')).toBe('Breweries')
    expect(naicsName('31-33', 'en')).toBe(naicsName('32', 'en'))
    expect(naicsName('99', 'en')).toBe(null)
  })
})

describe('each sector', () => {
  /** A text that touches the sector, and one so near that it must not. */
  const TEXTS: Record<string, [touching: string, near: string]> = {
    tobacco: ['We make cigarettes', 'A tobacco-free workplace'],
    weapons: ['Rifles and ammunition', 'Begun by Gunn & Co'],
    defence: ['A defence contractor', 'The best defence is a good lawyer'],
    meat: ['A slaughterhouse', 'Meetings that work'],
    'dairy-and-eggs': ['A creamery in the hills', 'Milkwood Street'],
    'fur-and-leather': ['A tannery', 'Further education'],
    gambling: ['An online sportsbook', 'A better bet on the future: alphabet books'],
    'fossil-fuels': ['We drill for crude oil', 'Olive presses and coalitions'],
    nuclear: ['We run nuclear reactors', 'A nuclear family of four'],
    alcohol: ['A distillery by the sea', 'Ginger, rumours and winery-free beards'],
    adult: ['Adult entertainment', 'Adult education'],
    prisons: ['We run detention centers', 'Imprisoned ideas set free'],
    'animal-testing': ['Preclinical trials', 'Animal shelters'],
    'payday-lending': ['Payday loans', 'Our payday is the first'],
    pharmaceuticals: ['We make vaccines', 'A drug-free workplace'],
    'fast-fashion': ['Ultra-fast fashion', 'Fast, in fashion of sorts'],
    surveillance: ['Facial recognition for shops', 'Recognition and respect'],
    'data-brokers': ['A data broker', 'A broker of ships'],
    crypto: ['A bitcoin wallet', 'A crypt, and cryptic crosswords'],
    pesticides: ['We make herbicides', 'Pest and herb gardens'],
    mining: ['Gold mining in the north', 'Data mining'],
    logging: ['A pulp mill', 'Logging in and logging out'],
    aviation: ['An airline with six jets', 'Airlines-free: no airline miles'],
    plastics: ['Single-use plastic cups', 'Plastic surgery'],
    sugar: ['Soft drinks', 'Software and drinkable water'],
    politics: ['Lobbying in the capital', 'Hotel lobby design'],
    religion: ['A diocese', 'Churchill Road 3'],
  }

  it.each(SECTORS)('$id is touched by a code, an industry and a text, and not by one so near', (sector) => {
    const [touching = '', near = ''] = TEXTS[sector.id] ?? []
    const code = [...sector.naics.makes, ...sector.naics.serves][0]!
    const { makes, serves, perhaps } = sector.industries
    const name = [...makes, ...serves, ...perhaps][0]!
    const has = (more: Partial<OnRecord>) => touches(sector.id, { name: 'Acme', ...more })
    expect(has({ naics: code })?.because).toBe(`its industry code is ${code}`)
    expect(has({ industry: name })?.because).toBe(`its industry is ${name}`)
    expect(has({ description: touching })).toMatchObject({ relation: 'unknown', certainty: 'guess' })
    expect(has({ description: near })).toBe(null)
  })

  it.each(SECTORS)(
    '$id: every industry of its lists has a code, and "perhaps" never means "makes"',
    (sector) => {
      const { makes, serves, perhaps } = sector.industries
      for (const name of [...makes, ...serves, ...perhaps]) expect(naicsOfName(name), name).not.toBe(null)
      for (const industry of perhaps)
        expect(touches(sector.id, { name: 'Acme', industry })?.relation, industry).not.toBe('makes')
    },
  )

  it('is touched by the industry of a posting as a guess, and not at all against a surer word', () => {
    const postings = ['Our brewery has grown. Brewers at our brewery work in shifts.']
    expect(sectorsOf({ name: 'Acme', postings })).toMatchObject([{ sector: 'alcohol', certainty: 'guess' }])
    expect(sectorsOf({ name: 'Acme', postings, does: 'no alcohol, we train brewers' })).toEqual([])
  })
})

describe('invented organizations', () => {
  it.each(ORGANIZATIONS)('$kind: $name ($given) and $sector: $touch', (one) => {
    expect(touchOf(one)).toBe(one.touch)
  })

  it('are told by their industry, nine of ten at least', () => {
    expect(ORGANIZATIONS.length).toBeGreaterThanOrEqual(60)
    expect(ORGANIZATIONS.filter(isIndustryRight).length / ORGANIZATIONS.length).toBeGreaterThan(0.9)
  })
})

describe('free texts that the words were not made for', () => {
  const unseen = TEXT_ORGANIZATIONS.filter(({ kind }) => kind === 'unseen')
  const share = (list: typeof unseen, holds: typeof isIndustryRight) =>
    list.filter(holds).length / list.length

  it('are told rightly where they are told, and mostly not told at all', () => {
    const told = unseen.filter(isIndustryKnown)
    expect(told.length).toBeGreaterThan(5)
    expect(told.length).toBeLessThan(unseen.length)
    expect(share(told, isIndustryRight)).toBeGreaterThan(0.7)
    expect(share(unseen, isTouchRight)).toBeGreaterThan(0.7)
  })

  it('never make a conflict', () => {
    expect(TEXT_ORGANIZATIONS.filter((one) => touchOf(one) === 'conflict')).toEqual([])
  })
})

const LINKEDIN = '../shared/data/taxonomy/linkedin_industry_codes.json'
describe.skipIf(!existsSync(LINKEDIN))('the industries of LinkedIn', () => {
  it('all have a code', () => {
    const { industries } = JSON.parse(readFileSync(LINKEDIN, 'utf8')) as { industries: { label: string }[] }
    expect(industries.map(({ label }) => label).filter((label) => naicsOfName(label) === null)).toEqual([])
  })
})
