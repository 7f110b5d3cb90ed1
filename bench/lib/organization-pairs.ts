import type { Kin } from '../../src/people/organization-agree.ts'
import { seeded } from './random.ts'

// Pairs of invented organizations from rules, with the truth: what each rule does to a name is known.

type Pair = [one: string, other: string, kin: Kin]
type Rule = { says: string; pair(name: string, other: string, draw: (list: string[]) => string): Pair }

const FIRST = list(
  'Alder Bram Corvin Dorset Elmar Fenwick Galen Hollis Isolde Jarrow Kestrel Lorne Maren Norvik Orrin Pell Quarry Rusk',
)
const SECOND = list('Peak Harbor Stone Bridge Field River North Gate Mills Works Point Wood Light Crown')
const TRADE = list(
  'Logistics Foods Energy Robotics Textiles Insurance Pharmaceuticals Manufacturing Systems Consulting Media Instruments',
)
const OTHER_TRADE = list('Records Foundation Dental Airlines Ventures Motors Breweries Shipping')
const SHORT: [string, string][] = [
  ['Manufacturing', 'Mfg'],
  ['Systems', 'Sys'],
  ['Pharmaceuticals', 'Pharma'],
  ['Insurance', 'Ins'],
]
const FORMS = list('Inc GmbH Ltd AG LLC S.A. B.V. plc')
const COUNTRIES = list('Deutschland France UK India Japan Canada Schweiz Italia')

function list(text: string): string[] {
  return text.split(' ')
}

const RULES: readonly Rule[] = [
  { says: 'one without its legal form', pair: (name, _, draw) => [name, `${name} ${draw(FORMS)}`, 'same'] },
  { says: 'capitals and commas', pair: (name) => [`${name}, Inc.`, `${name.toUpperCase()} INC`, 'same'] },
  { says: 'two legal forms', pair: (name) => [`${name} Inc`, `${name} GmbH`, 'group'] },
  {
    says: 'two countries',
    pair: (name, _, draw) => [`${name} ${draw(COUNTRIES)}`, `${name} USA LLC`, 'group'],
  },
  { says: 'the group', pair: (name) => [`${name} Group`, `${name} Ltd`, 'group'] },
  { says: 'short words', pair: (name, _, draw) => shortened(name, draw) },
  { says: 'umlauts', pair: (name) => [`Möhr ${name} AG`, `Moehr ${name} AG`, 'same'] },
  { says: 'initials', pair: (name) => [initials(`${name} Trading`), `${name} Trading`, 'same'] },
  { says: 'a word more', pair: (name, _, draw) => [name, `${name} ${draw(OTHER_TRADE)}`, 'different'] },
  { says: 'a word less', pair: (name) => [name, name.split(' ')[0]!, 'different'] },
  {
    says: 'another trade',
    pair: (name, _, draw) => [`${name} ${draw(TRADE)}`, `${name} ${draw(OTHER_TRADE)}`, 'different'],
  },
  { says: 'a letter more', pair: (name) => [`${name} A`, `${name} B`, 'different'] },
  { says: 'two names', pair: (name, other) => [`${name} Inc`, `${other} Inc`, 'different'] },
]

function shortened(name: string, draw: (list: string[]) => string): Pair {
  const word = draw(SHORT.map(([long]) => long))
  return [`${name} ${word}`, `${name} ${SHORT.find(([long]) => long === word)![1]}.`, 'same']
}

const initials = (name: string) =>
  name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')

const EACH = 77

/** Some 1,000 pairs, as many of each rule. */
export function organizationPairs(seed: number): { says: string; pair: Pair }[] {
  const random = seeded(seed)
  const draw = (words: string[]) => words[random.below(words.length)]!
  const name = () => `${draw(FIRST)} ${draw(SECOND)}`
  return RULES.flatMap(({ says, pair }) =>
    Array.from({ length: EACH }, () => {
      const one = name()
      let other = name()
      while (other === one) other = name()
      return { says, pair: pair(one, other, draw) }
    }),
  )
}
