import type { Family } from './family.ts'

/**
 * Which families lie beside each other, both ways: `close` ones share much of the daily work (people move between
 * them without retraining), `near` ones share colleagues, tools or customers. Our own judgement, checked against the
 * related occupations of O*NET.
 */
const CLOSE = `
software: infrastructure data qa engineering
infrastructure: it security-it
it: security-it
data: mathematics
product: project design
design: media fashion
project: operations consulting
finance: accounting banking
management: operations
insurance: banking
sales: customer marketing
marketing: communications
hr: recruiting learning
legal: compliance
operations: supply-chain management
supply-chain: procurement moving
consulting: management project
communications: writing
administration: customer
public: legal nonprofit
physician: nursing
nursing: care
therapy: care
medical-tech: nursing life-science
health-admin: nursing mental-health
dental: medical-tech
pharmacy: medical-tech
life-science: research physical-science
physical-science: research
environment: civil
social-science: research public mathematics
mathematics: research social-science
mechanical: engineering aerospace manufacturing
electrical: engineering electrician
civil: engineering architecture
chemical: engineering plant
manufacturing: engineering operations production
aerospace: engineering
teaching: higher-education education-admin childcare learning
higher-education: education-admin research
library: education-admin
writing: media
media: performing
hospitality: food travel
retail: sales
police: guard
fire: police
construction: plumbing electrician
electrician: maintenance
plumbing: maintenance
vehicle: maintenance
metal: production maintenance
production: textile wood printing food-production plant
mining: plant construction
farming: forestry veterinary
driving: moving
aviation: rail-water military
moving: production
gaming: hospitality
clergy: mental-health
`

const NEAR = `
software: product it security-it electrical design research project mathematics
infrastructure: qa data engineering
it: project customer electrical electrician
data: finance consulting research marketing product infrastructure social-science life-science
security-it: compliance guard police
qa: it manufacturing product
product: marketing consulting data management sales operations customer
design: marketing architecture writing software performing
project: management product construction engineering it
management: sales finance consulting project hr marketing product supply-chain real-estate public health-admin
  education-admin retail hospitality manufacturing
finance: compliance consulting management procurement insurance operations administration
accounting: banking compliance administration insurance
banking: sales real-estate compliance consulting
insurance: sales compliance mathematics customer
sales: management banking real-estate procurement travel product insurance
customer: operations retail administration hospitality product it
marketing: product design writing data media
communications: public nonprofit media
hr: administration learning compliance consulting management
recruiting: sales learning customer administration consulting
learning: higher-education consulting sport
legal: real-estate public administration
compliance: finance banking environment public manufacturing
operations: project consulting procurement customer administration retail
supply-chain: driving manufacturing administration operations
procurement: finance sales operations manufacturing retail
consulting: data public marketing
administration: hr accounting operations hospitality library health-admin
public: environment social-science management police consulting
nonprofit: marketing mental-health management education-admin
physician: medical-tech therapy life-science veterinary dental pharmacy mental-health
nursing: therapy medical-tech mental-health
care: mental-health childcare medical-tech dental
therapy: medical-tech mental-health sport nursing
pharmacy: life-science physician
health-admin: physician medical-tech care compliance
mental-health: teaching social-science public
veterinary: life-science care
life-science: environment physician farming chemical medical-tech
physical-science: chemical environment mathematics plant
environment: life-science chemical engineering manufacturing public farming forestry
social-science: finance writing banking
research: higher-education data
mechanical: electrical maintenance vehicle chemical metal
electrical: aerospace chemical manufacturing infrastructure
civil: construction environment
chemical: mechanical manufacturing mining
manufacturing: supply-chain project mechanical
engineering: maintenance architecture
architecture: construction performing
teaching: library sport mental-health
childcare: teaching
education-admin: management
performing: sport fashion teaching
fashion: textile retail beauty
sport: travel performing
food: food-production retail
hospitality: retail cleaning
cleaning: moving maintenance
travel: sales customer marketing aviation
beauty: sport retail therapy
police: military legal compliance
guard: fire military
fire: care medical-tech
construction: maintenance wood moving metal
electrician: construction
maintenance: production electrical plant moving
vehicle: metal aviation driving
metal: wood textile printing construction
production: construction
wood: construction
printing: design
plant: maintenance chemical
farming: food-production driving
forestry: driving wood
rail-water: driving moving military
aviation: driving vehicle aerospace
moving: construction
driving: construction
gaming: retail
research: medical-tech chemical environment mechanical electrical physician
life-science: forestry
nonprofit: writing
learning: design
mining: production moving
rail-water: vehicle supply-chain
military: fire
plumbing: production plant metal electrician
banking: customer
farming: construction
higher-education: social-science life-science physical-science mathematics
cleaning: textile
electrical: plant
administration: writing travel retail banking insurance
engineering: research qa
electrician: vehicle plant
`

/** Relatedness of two families, 0 to 1; the same family is 1. */
export const CLOSENESS = {
  same: 1,
  close: 0.6,
  near: 0.45,
  cluster: 0.25,
  general: 0.25,
  handwork: 0.15,
  none: 0.04,
}

function pairs(table: string): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>()
  for (const row of table.trim().split(/\n(?! )/)) {
    const [from = '', to = ''] = row.split(':')
    for (const other of to.trim().split(/\s+/)) link(out, from.trim(), other)
  }
  return out
}

function link(map: Map<string, Set<string>>, a: string, b: string) {
  map.set(a, (map.get(a) ?? new Set()).add(b))
  map.set(b, (map.get(b) ?? new Set()).add(a))
}

/** Work done in every field: whoever ran a company or a project may have run one of any kind. */
const GENERAL = new Set(['management', 'project', 'operations', 'consulting'])
const HANDWORK = new Set(['trades', 'land', 'service'])

/** The families named in the tables above, for the test that none is misspelt. */
export const RELATED = { close: pairs(CLOSE), near: pairs(NEAR) }

/** How near one family is to another, 0 to 1, the same both ways. */
export function closeness(a: Family, b: Family): number {
  if (a.id === b.id) return CLOSENESS.same
  if (RELATED.close.get(a.id)?.has(b.id)) return CLOSENESS.close
  if (RELATED.near.get(a.id)?.has(b.id)) return CLOSENESS.near
  if (a.cluster === b.cluster) return CLOSENESS.cluster
  if (HANDWORK.has(a.cluster) && HANDWORK.has(b.cluster)) return CLOSENESS.handwork
  return GENERAL.has(a.id) || GENERAL.has(b.id) ? CLOSENESS.general : CLOSENESS.none
}
