import { describe, expect, it } from 'vitest'
import { domainMatch, organizationMatch, personMatch, profileUrlMatch } from './names.ts'

type Case = [one: string, other: string]
const alike = (match: (name: string) => string | null) => (one: string, other: string) =>
  expect(match(one)).toBe(match(other))
const apart = (match: (name: string) => string | null) => (one: string, other: string) =>
  expect(match(one)).not.toBe(match(other))

describe('one organization', () => {
  it.each<Case>([
    ['Acme Inc', 'Acme GmbH'],
    ['Acme, Inc.', 'ACME'],
    ['Acme GmbH & Co. KG', 'Acme'],
    ['Acme S.A.', 'Acme SA'],
    ['Müller AG', 'Muller'],
    ['Smith & Sons Ltd', 'Smith and Sons'],
    ['Plan AG', 'Plan'],
    ['Тест', 'ТЕСТ'],
  ])('%s = %s', alike(organizationMatch))
})

describe('two organizations', () => {
  it.each<Case>([
    ['Plan A', 'Plan'],
    ['Plan A', 'Plan B'],
    ['Co', 'Inc'],
    ['The Company', 'The Limited'],
    ['株式会社', '有限会社'],
    ['ガス', 'カス'],
    ['राम', 'रमा'],
    ['!!!', '???'],
  ])('%s is not %s', apart(organizationMatch))

  it.each(['Inc', 'Co. Ltd.', '!!!', '日本', 'एक'])('%s keeps a name to be compared by', (name) => {
    expect(organizationMatch(name)).not.toBe('')
  })
})

describe('people', () => {
  it.each<Case>([
    ['Jürgen Müller', 'JURGEN MULLER'],
    ['Zoë  Ångström', 'Zoe Angstrom'],
    ['Anne-Marie Weiß', 'Anne Marie Weiss'],
    ['Nguyễn Thị', 'Nguyen Thi'],
    ['Семён', 'Семен'],
  ])('%s = %s', alike(personMatch))

  it.each<Case>([
    ['Tom Berg', 'Tim Berg'],
    ['राम', 'रमा'],
    ['김민', '김만'],
    ['🦊', '🐻'],
  ])('%s is not %s', apart(personMatch))
})

describe('a profile URL', () => {
  it.each<Case>([
    ['https://www.linkedin.com/in/vera-holm/', 'linkedin.com/in/vera-holm'],
    ['http://de.linkedin.com/in/Vera-Holm?trk=x#top', 'https://m.linkedin.com/in/vera-holm'],
    ['https://www.linkedin.com/in/vera-holm/en', 'https://www.linkedin.com/in/vera-holm/details/experience'],
    ['https://www.linkedin.com/in/j%C3%BCrgen', 'https://www.linkedin.com/in/jürgen'],
  ])('%s = %s', alike(profileUrlMatch))

  it.each<Case>([
    ['https://www.linkedin.com/in/vera-holm', 'https://www.linkedin.com/in/vera-holm-2'],
    ['https://www.linkedin.com/in/vera', 'https://www.linkedin.com/company/vera'],
    ['https://example.com/in/vera', 'https://linkedin.com/in/vera'],
  ])('%s is not %s', apart(profileUrlMatch))

  it('with a broken escape is still compared', () => {
    expect(profileUrlMatch('https://www.linkedin.com/in/%E0%A4%A')).toBe('linkedin.com/in/%e0%a4%a')
  })
})

describe('a domain', () => {
  it.each([
    ['https://www.Acme.example/about', 'acme.example'],
    ['acme.example', 'acme.example'],
    ['Acme Inc', null],
    ['x@acme.example', null],
  ])('%s', (given, domain) => expect(domainMatch(given)).toBe(domain))
})
