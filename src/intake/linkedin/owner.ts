/** What a LinkedIn export tells of its owner: positions, profile, e-mail addresses, skills. */

import { organizationMatch, personMatch } from '../../people/names.ts'
import { LINKEDIN } from '../list/columns.ts'
import { column, type Row, type Table, textColumn } from '../list/table.ts'
import type { Item, OwnPositionFact, PositionFact } from '../records.ts'
import { readDate, readPeriod } from '../text/written-date.ts'
import { fullName } from './connections.ts'
import { fileNamed, hasAll, hasAny, linkedInFormat, numbering, place, shifted } from './shape.ts'

const SKILLS = fileNamed('skills')

export const linkedinPositions = linkedInFormat({
  kind: 'linkedin-positions',
  says: 'LinkedIn Positions.csv',
  named: fileNamed('positions'),
  expects: LINKEDIN.positions,
  needs: [['Company Name'], ['Title', 'Started On']],
  fits: (header) => hasAll(header, 'Company Name') && hasAny(header, 'Started On', 'Finished On'),
  rows: (table) => {
    const read = positionReader(table)
    const key = numbering()
    return (row) => ownPosition(table, row, read(row), key)
  },
})

export const linkedinProfile = linkedInFormat({
  kind: 'linkedin-profile',
  says: 'LinkedIn Profile.csv',
  named: fileNamed('profile'),
  expects: LINKEDIN.profile,
  needs: [['First Name', 'Last Name']],
  fits: (header) =>
    hasAll(header, 'Headline') &&
    hasAny(header, 'Maiden Name', 'Geo Location', 'Instant Messengers', 'Zip Code'),
  rows: profileRows,
})

export const linkedinEmails = linkedInFormat({
  kind: 'linkedin-emails',
  says: 'LinkedIn Email Addresses.csv',
  named: fileNamed('email[ _]?addresses'),
  expects: LINKEDIN.emails,
  needs: [['Email Address']],
  fits: (header) => hasAll(header, 'Email Address') && hasAny(header, 'Confirmed', 'Primary'),
  rows: (table) => {
    const email = column(table, 'Email Address')
    const confirmed = column(table, 'Confirmed')
    return (row) => ownerEmail(place(row), email(row), confirmed(row))
  },
})

export const linkedinSkills = linkedInFormat({
  kind: 'linkedin-skills',
  says: 'LinkedIn Skills.csv',
  named: SKILLS,
  expects: LINKEDIN.skills,
  needs: [['Name']],
  fits: (header, name) => header.size === 1 && header.has('name') && SKILLS.test(name),
  rows: (table) => {
    const skill = textColumn(table, 'Name')
    return (row) => ownerSkill(place(row), skill(row))
  },
})

function positionReader(table: Table) {
  const company = textColumn(table, 'Company Name')
  const title = textColumn(table, 'Title')
  const site = textColumn(table, 'Location')
  const from = column(table, 'Started On')
  const to = column(table, 'Finished On')
  return (row: Row) => ({
    company: company(row),
    title: title(row),
    site: site(row),
    from: from(row),
    to: to(row),
  })
}

type ReadPosition = ReturnType<ReturnType<typeof positionReader>>

function ownPosition(table: Table, row: Row, read: ReadPosition, distinct: (key: string) => string): Item {
  const at = place(row)
  const { company, title, from } = read
  if (!company && !title) return { at, skipped: 'no company and no title' }
  if (!company) return { at, rejected: 'a position without a company' }
  const garbled = from !== '' && readDate(from) === null ? shifted(table, row) : null
  if (garbled) return { at, rejected: garbled }
  const position = positionOf(read)
  const key = distinct(`${organizationMatch(company)}|${personMatch(title)}|${position.from ?? ''}`)
  return { at, fact: { kind: 'own-position', key, position } satisfies OwnPositionFact }
}

function positionOf({ company, title, site, from, to }: ReadPosition): PositionFact {
  return {
    organization: { name: company },
    ...(title && { title }),
    ...(site && { site }),
    ...readPeriod(from, to),
  }
}

function profileRows(table: Table): (row: Row) => Item {
  const first = textColumn(table, 'First Name')
  const last = textColumn(table, 'Last Name')
  const more = { headline: 'Headline', summary: 'Summary', industry: 'Industry' }
  const texts = Object.entries(more).map(([field, name]) => [field, textColumn(table, name)] as const)
  return (row) => {
    const name = fullName(first(row), last(row))
    if (name === '') return { at: place(row), skipped: 'a profile without a name' }
    const told = texts.map(([field, cell]) => [field, cell(row)] as const).filter(([, text]) => text !== '')
    const names = {
      ...(first(row) && { givenName: first(row) }),
      ...(last(row) && { familyName: last(row) }),
    }
    return {
      at: place(row),
      fact: { kind: 'owner', key: 'profile', name, ...names, ...Object.fromEntries(told) },
    }
  }
}

/** An address that was never confirmed may be somebody else's. */
function ownerEmail(at: string, email: string, confirmed: string): Item {
  if (email === '') return { at, skipped: 'no e-mail address' }
  if (!email.includes('@')) return { at, rejected: `"${email}" is not an e-mail address` }
  if (/^no$/i.test(confirmed)) return { at, skipped: 'the address was never confirmed' }
  return { at, fact: { kind: 'owner', key: `email:${email.toLowerCase()}`, emails: [email] } }
}

function ownerSkill(at: string, skill: string): Item {
  if (skill === '') return { at, skipped: 'an empty row' }
  return { at, fact: { kind: 'owner', key: `skill:${skill.trim().toLowerCase()}`, skills: [skill] } }
}
