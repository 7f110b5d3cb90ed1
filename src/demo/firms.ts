import type { Random } from './random.ts'

// Invented organizations: a first word, or a coined one, and what they do.

export type Industry = {
  /** As profile pages name it. */
  name: string
  weight: number
  /** What stands second in a name. */
  words: readonly string[]
  /** Occupations that are more frequent here than elsewhere, and by how much. */
  more: Readonly<Record<string, number>>
}

const industry = (name: string, weight: number, words: string, more: Record<string, number>): Industry => ({
  name,
  weight,
  words: words.split('|'),
  more,
})

export const INDUSTRIES: readonly Industry[] = [
  industry('Software Development', 14, 'Software|Systems|Labs|Cloud|Works|Digital|Apps|Studio', {
    ...{ software: 4, data: 2.5, infrastructure: 4, product: 3 },
  }),
  industry('Data Infrastructure and Analytics', 6, 'Analytics|Data|Insight|Metrics|Signals', {
    ...{ data: 8, software: 3, infrastructure: 3, product: 2 },
  }),
  industry('Hospitals and Health Care', 8, 'Health|Care|Clinics|Medical|Wellness', {
    research: 3,
    operations: 1.5,
  }),
  industry('Biotechnology Research', 4, 'Biologics|Bio|Therapeutics|Genomics|Diagnostics', {
    research: 8,
    data: 2,
  }),
  industry('Financial Services', 8, 'Capital|Pay|Finance|Ledger|Trust', { finance: 4, data: 2, legal: 2 }),
  industry('Insurance', 4, 'Mutual|Insurance|Assurance|Cover', { finance: 3, data: 2, customer: 2 }),
  industry('Transportation and Logistics', 7, 'Logistics|Freight|Transit|Mobility|Couriers', {
    operations: 4,
  }),
  industry('Retail', 7, 'Stores|Market|Outfitters|Home|Goods', { sales: 2.5, marketing: 2, operations: 2 }),
  industry('Food and Beverage Services', 5, 'Foods|Kitchens|Bakeries|Provisions|Orchards', {
    operations: 3,
    sales: 2,
  }),
  industry('Renewable Energy Power Generation', 4, 'Solar|Wind|Energy|Grid|Renewables', {
    operations: 2,
    data: 1.5,
  }),
  industry('Industrial Machinery Manufacturing', 6, 'Robotics|Machines|Automation|Tools|Instruments', {
    ...{ operations: 3, software: 1.5, research: 1.5 },
  }),
  industry('Media Production', 4, 'Media|Pictures|Press|Audio|Stories', { marketing: 4, product: 1.5 }),
  industry('E-Learning Providers', 3, 'Learning|Academy|Campus|Tutors', { product: 2, customer: 2 }),
  industry('Business Consulting and Services', 6, 'Partners|Consulting|Advisory|Group', {
    data: 2,
    finance: 2,
    people: 2,
  }),
  industry('Telecommunications', 4, 'Networks|Telecom|Connect|Wireless', {
    infrastructure: 4,
    customer: 2,
    sales: 2,
  }),
  industry('Construction', 4, 'Builders|Structures|Homes|Civil', { operations: 4 }),
  industry('Travel Arrangements', 3, 'Journeys|Travel|Stays|Voyages', { customer: 3, marketing: 2 }),
  industry('Non-profit Organizations', 3, 'Foundation|Alliance|Commons|Initiative', {
    people: 2,
    marketing: 2,
  }),
]

const FIRST_WORDS =
  `Amberline Ashgrove Birchwater Blackfen Bluestem Bracken Brightwell Cairnmoor Cedarholm Cinderford Clearbrook
  Copperleaf Coralside Crestfall Dovetail Driftwood Dunlin Eastgate Elderfield Emberly Fairwater Fennel Fernway Foxglove
  Frostline Glassford Goldcrest Greenhithe Greyfriar Halesworth Harrowgate Hazelmere Heronway Highmark Hollowell Honeycomb
  Ironbridge Ivorygate Jasperfield Kestrelby Kingfisher Lanternlight Larchmont Lavender Limeburn Linden Lockhart Longmeadow
  Maplewood Marigold Meadowlark Millrace Moonstone Mossbank Nightjar Northbeck Oakhaven Opaline Otterburn Palisade
  Papertrail Pebblebrook Peregrine Pinecrest Plumtree Quarrystone Quayside Quickthorn Redfern Riverbend Rosewater Rowanfield
  Saltmarsh Sandpiper Seabright Silverbirch Skylark Slateford Snowdrop Southmere Spindrift Stillwater Stonechat Summerhill
  Sunfield Swiftwater Tallgrass Tamarack Teasel Thornbury Tidewell Timberline Topaz Trillium Turnstone Umberfield Valewood
  Violetta Wagtail Waterford Wayside Westering Whitebeam Wildrose Willowby Windermoor Winterbourne Woodlark Yarrow Zephyr`.split(
    /\s+/,
  )
const STEMS =
  `Alder Ander Arden Astel Bal Bar Bel Bram Bren Cal Car Corin Dal Dor Elm Ever Fal Far Gal Gar Hal Har Hol
  Ister Jar Kel Kir Lan Lor Mal Mar Mel Mor Nar Nor Ol Or Per Pol Quill Ral Rav Sal Sel Sol Tal Tar Tor Ul Val Var Vel Wil
  Win Yar Zan`.split(/\s+/)
const ENDINGS =
  `a aro by combe dale den don elle era ex field fold gate ham heim ia ico ida ion is ium land leigh lund
  mere mond more nova ora oro port rick ridge shaw sted stone ton tra um va vale vik ward well wick worth yx`.split(
    /\s+/,
  )

/** A name that nobody in `taken` has; adds it there. */
export function inventFirm(random: Random, { words }: Industry, taken: Set<string>): string {
  for (;;) {
    const name = `${firstWord(random)} ${random.pick(words)}`
    if (taken.has(name.toLowerCase())) continue
    taken.add(name.toLowerCase())
    return name
  }
}

/** As the world grows the known words are soon all taken; coined ones are many. */
function firstWord(random: Random): string {
  if (random.chance(0.35)) return random.pick(FIRST_WORDS)
  const coined = random.pick(STEMS) + random.pick(ENDINGS)
  return random.chance(0.8)
    ? coined
    : `${coined} ${random.pick(['North', 'Blue', 'One', 'Bridge', 'Park', 'Lane'])}`
}

export const CITIES =
  `Amsterdam Athens Austin Barcelona Bengaluru Berlin Bogota Boston Brussels Bucharest Budapest Chicago
  Copenhagen Dublin Hamburg Helsinki Istanbul Krakow Lagos Leeds Lisbon London Lyon Madrid Melbourne Milan Montreal Munich
  Nairobi Oslo Paris Porto Prague Riga Rotterdam Seattle Singapore Stockholm Tallinn Tokyo Toronto Utrecht Valencia Vienna
  Vilnius Warsaw Zagreb Zurich`.split(/\s+/)

/** A web host under a reserved domain. */
export const hostOf = (name: string): string =>
  `${name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9]+/g, '-')}.test`
