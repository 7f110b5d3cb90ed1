import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCareer } from './career.ts'

const now = new Date('2026-05-01T00:00:00Z')

/** `Title @ Firm from..to`, `+` for lasting, `-` for ended. */
function said(text: string): string[] {
  return readCareer(text, now).positions.map(({ organization, title, from, to, current }) => {
    const span = from || to ? ` ${from ?? ''}..${to ?? ''}` : ''
    const lasts = current === undefined ? '' : current ? ' +' : ' -'
    return `${title ? `${title} @ ` : ''}${organization.name}${span}${lasts}`
  })
}

describe('a typed line', () => {
  it.each([
    ['Cobalt Health until 2021', ['Cobalt Health ..2021']],
    ['cobalt health until 2021', ['cobalt health ..2021']],
    ['Cobalt Health, until March 2021', ['Cobalt Health ..2021-03']],
    ['Cobalt Health 2018-2021, then Northwind', ['Cobalt Health 2018..2021', 'Northwind']],
    ['Cobalt Health 2018-2021, Northwind 2021-2024', ['Cobalt Health 2018..2021', 'Northwind 2021..2024']],
    ['CTO at Acme (2015 to 2019); Globex since Jan 2020', ['CTO @ Acme 2015..2019', 'Globex 2020-01.. +']],
    ['Northwind (since 2020), Cobalt Health (2015-2020)', ['Northwind 2020.. +', 'Cobalt Health 2015..2020']],
    ['was at Cobalt Health', ['Cobalt Health -']],
    ['she was CTO at Acme until 2019', ['CTO @ Acme ..2019']],
    ['formerly Cobalt Health', ['Cobalt Health -']],
    ['Ex-Cobalt Health', ['Cobalt Health -']],
    ['now at Northwind', ['Northwind +']],
    ['left Cobalt Health in 2021', ['Cobalt Health ..2021']],
    ['joined Northwind in 2019', ['Northwind 2019..']],
    ['worked at Cobalt Health, Northwind and Globex', ['Cobalt Health', 'Northwind', 'Globex']],
    ['worked for Cobalt Health from 2018 to 2021', ['Cobalt Health 2018..2021']],
    ['Cobalt Health', ['Cobalt Health']],
    ['Cobalt Health:2018..2021', ['Cobalt Health 2018..2021']],
    ['Cobalt Health:2018', ['Cobalt Health 2018..']],
    ['Cobalt Health:..2021', ['Cobalt Health ..2021']],
    ['Cobalt Health:2018-04..2021-03-31', ['Cobalt Health 2018-04..2021-03-31']],
    ['Cobalt Health bis 2021', ['Cobalt Health ..2021']],
    ['seit 2019 bei Globex', ['Globex 2019.. +']],
    ['war bis März 2021 bei Cobalt Health', ['Cobalt Health ..2021-03']],
    [
      'Geschäftsführerin bei Nordwind GmbH von 2012 bis 2015',
      ['Geschäftsführerin @ Nordwind GmbH 2012..2015'],
    ],
    ['Head of Data, Cobalt Health, 2018 - present', ['Head of Data @ Cobalt Health 2018.. +']],
    ['Cobalt Health | Head of Data | Jan 2018 – Mar 2021', ['Head of Data @ Cobalt Health 2018-01..2021-03']],
    ['2018 – 2021 Head of Data, Cobalt Health', ['Head of Data @ Cobalt Health 2018..2021']],
    ['Acme (2015 to 2019) as CTO', ['CTO @ Acme 2015..2019']],
    ['Founder of Acme, 2010-2012', ['Founder @ Acme 2010..2012']],
    ['Acme, Inc. until 2019', ['Acme, Inc. ..2019']],
    ['Studio 54 until 2001', ['Studio 54 ..2001']],
    ['AT&T early 2010 until late 2012', ['AT&T 2010..2012']],
    ['Cobalt 2018-06 bis 2019-03', ['Cobalt 2018-06..2019-03']],
    ['Cobalt 2018-21', ['Cobalt 2018..2021']],
    ['Cobalt until recently', ['Cobalt -']],
    ['Cobalt Health until 2021\nNorthwind 2021 - heute', ['Cobalt Health ..2021', 'Northwind 2021.. +']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected))

  it.each([
    '',
    ' \n\t',
    'hello',
    'I do not know',
    'no idea, sorry',
    'CTO',
    '2019',
    'Berlin 2019',
    'born 1970',
    'She left.',
    'Acme 2021-2018',
    'Globex since 2040',
    'Built the platform from 2018 to 2020',
    'https://www.linkedin.com/in/vera',
    '<script>alert(1)</script>',
    'Dear Alex,\nthank you for your application. We regret that Northwind has chosen somebody else.\nBest,\nNina',
  ])('of which nothing is certain gives nothing, and says so: %j', (text) => {
    const { positions, why } = readCareer(text, now)
    expect(positions).toEqual([])
    expect(why).toMatch(/^[A-Z].*\. Write, for example, "Cobalt Health until 2021"\.$/)
  })
})

const profile = `Vera Holm
Vera Holm
She/Her · 2nd
CTO at Northwind | Data
Berlin, Germany
Contact info
About
I build things since 2004.
Experience
Experience
CTO
CTO
Northwind · Full-time
Northwind · Full-time
Jan 2021 - Present · 5 yrs 5 mos
Jan 2021 to Present · 5 yrs 5 mos
Berlin, Germany · Hybrid
Berlin, Germany · Hybrid
Leading 40 people
Skills: Leadership, Data
Cobalt Health logo
Cobalt Health
Cobalt Health
6 yrs 3 mos
6 yrs 3 mos
Head of Data
Head of Data
Full-time
Full-time
Mar 2018 - Dec 2020 · 2 yrs 10 mos
Mar 2018 to Dec 2020 · 2 yrs 10 mos
Built the platform from 2018 to 2020 with Globex.
Senior Engineer
Senior Engineer
Oct 2014 - Mar 2018 · 3 yrs 6 mos
Oct 2014 to Mar 2018 · 3 yrs 6 mos
Oslo
Analyst
Analyst
Globex
Globex
2012 - 2014 · 2 yrs
2012 to 2014 · 2 yrs
Education
University of Oslo
2007 - 2012`

describe('a pasted profile', () => {
  it('gives firms, titles and dates once, roles within their firm, and the headline', () => {
    expect(said(profile)).toEqual([
      'CTO @ Northwind 2021-01.. +',
      'Head of Data @ Cobalt Health 2018-03..2020-12',
      'Senior Engineer @ Cobalt Health 2014-10..2018-03',
      'Analyst @ Globex 2012..2014',
    ])
    expect(readCareer(profile, now).headline).toBe('CTO at Northwind | Data')
  })

  it('gives the same without what the page reads out, and with other line ends', () => {
    const lines = profile
      .split('\n')
      .filter((line, index, all) => line !== all[index - 1] && !/ to .* · /.test(line))
    expect(said(lines.join('\r\n\r\n'))).toEqual(said(profile))
  })

  it('in German', () => {
    const german = `Berufserfahrung\nLeiterin Daten\nNordwind AG · Vollzeit\nJan. 2019–Heute · 4 Jahre 2 Monate\nAusbildung\nTU Berlin\n2001–2005`
    expect(said(german)).toEqual(['Leiterin Daten @ Nordwind AG 2019-01.. +'])
  })

  it('does not take studies, skills or a year in a sentence for work', () => {
    expect(said(profile).join()).not.toMatch(/Oslo|platform|Leadership/)
    expect(said('Education\nUniversity of Oslo\nMSc\n2007 - 2012')).toEqual([])
  })
})

describe('a curriculum vitae', () => {
  it.each([
    ['title, firm, time', 'Head of Data\nCobalt Health\nJan 2018 – Mar 2021\nEngineer\nGlobex\n2012 – 2017'],
    [
      'firm, title, time',
      'Cobalt Health, Berlin\nHead of Data\nJan 2018 – Mar 2021\nGlobex\nEngineer\n2012 – 2017',
    ],
    ['time first', 'Jan 2018 – Mar 2021\nHead of Data\nCobalt Health, Berlin\n2012 – 2017\nEngineer\nGlobex'],
    [
      'one line and time',
      'Head of Data, Cobalt Health\n01/2018 – 03/2021\n- did things\nEngineer, Globex\n2012 – 2017',
    ],
    [
      'all on one line',
      'Cobalt Health — Head of Data — Jan 2018 – Mar 2021\nGlobex — Engineer — 2012 – 2017',
    ],
    [
      'below a heading',
      'Vera Holm\nWORK EXPERIENCE\n01/2018-03/2021 Head of Data, Cobalt Health\n2012-2017 Engineer, Globex\nSkills\nSQL',
    ],
  ])('%s', (_, text) => {
    expect(said(text)).toEqual([
      'Head of Data @ Cobalt Health 2018-01..2021-03',
      'Engineer @ Globex 2012..2017',
    ])
  })
})

describe('any text', () => {
  it('comes back, however long or odd', () => {
    const odd = [
      'until '.repeat(9000),
      '2019 - '.repeat(9000),
      `${'a'.repeat(300)}\n`.repeat(2000),
      ' · '.repeat(5000),
      '(((('.repeat(5000),
    ]
    for (const text of odd) expect(readCareer(text, now).positions.length).toBeLessThan(101)
  })

  const naughty = '../shared/data/evil/minimaxir__blns/blns.txt'
  it.skipIf(!existsSync(naughty))('of naughty strings is no career with dates', () => {
    for (const line of readFileSync(naughty, 'utf8').split('\n')) {
      for (const { from, to } of readCareer(line, now).positions)
        expect([from, to]).toEqual([undefined, undefined])
    }
  })
})
