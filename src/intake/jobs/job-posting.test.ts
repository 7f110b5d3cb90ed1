import { describe, expect, it } from 'vitest'
import { IntakeError, type Item, type OpeningFact } from '../records.ts'
import { head } from '../text/text.ts'
import { jobPosting } from './job-posting.ts'

const NOW = new Date('2026-04-15T12:00:00Z')
const read = (source: string | Uint8Array): Item[] => {
  const bytes = typeof source === 'string' ? Buffer.from(source) : source
  return [...(jobPosting.read(bytes, { name: 'page.html', now: NOW }) as Iterable<Item>)]
}
const script = (value: unknown): string =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`
const page = (...parts: string[]): string =>
  `<!DOCTYPE html><html><head></head><body>${parts.join('\n')}</body></html>`
const opening = (posting: object): OpeningFact => {
  const item = read(
    JSON.stringify({ '@context': 'https://schema.org', '@type': 'JobPosting', ...posting }),
  )[0]!
  if (!('fact' in item) || item.fact.kind !== 'opening') throw new Error(JSON.stringify(item))
  return item.fact
}
const base = {
  '@type': 'JobPosting',
  title: 'Head of Imaging',
  hiringOrganization: { name: 'Cobalt Health' },
}

describe('a posting becomes an opening', () => {
  it('with all that schema.org says of it', () => {
    expect(
      opening({
        ...base,
        title: 'Head of R&amp;D',
        identifier: { '@type': 'PropertyValue', name: 'Cobalt', value: 'R-17' },
        url: 'https://jobs.cobalt.example/17',
        hiringOrganization: {
          name: 'Cobalt Health',
          sameAs: ['https://www.linkedin.com/company/cobalt', 'https://www.cobalt.example'],
        },
        industry: { '@type': 'DefinedTerm', name: 'Hospitals' },
        employmentUnit: { name: 'Imaging' },
        jobLocation: [
          {
            '@type': 'Place',
            address: { addressLocality: 'Lund', addressCountry: { '@type': 'Country', name: 'SE' } },
          },
          { '@type': 'Place', address: 'Oslo, Norway' },
        ],
        employmentType: ['FULL_TIME', 'CONTRACTOR'],
        baseSalary: { currency: 'EUR', value: { minValue: '90,000', maxValue: 120000, unitText: 'YEAR' } },
        datePosted: '2026-03-01T08:00:00Z',
        validThrough: '2026-05-31',
        description: '&lt;p&gt;Lead &lt;b&gt;imaging&lt;/b&gt;.&lt;/p&gt;<script>alert(1)</script>',
        skills: ['MRI', 'CT'],
      }),
    ).toEqual({
      kind: 'opening',
      key: 'posting:cobalt health:R-17',
      url: 'https://jobs.cobalt.example/17',
      organization: {
        name: 'Cobalt Health',
        domain: 'cobalt.example',
        industry: 'Hospitals',
        url: 'https://www.cobalt.example/',
      },
      title: 'Head of R&D',
      description: 'Lead imaging.\n\nSkills: MRI; CT',
      department: 'Imaging',
      location: 'Lund, SE; Oslo, Norway',
      employmentType: 'full-time, contract',
      salary: { min: 90000, max: 120000, currency: 'EUR', per: 'year' },
      postedOn: '2026-03-01',
      until: '2026-05-31',
    })
  })

  it.each([
    ['2026-04-14', true],
    ['2026-04-15', undefined],
    ['2026-04-15T11:59', true],
    ['2026-04-15T12:01:00Z', undefined],
    ['2026-04-15T13:30:00+02:00', true],
    ['2026-03', true],
    ['soon', undefined],
    [undefined, undefined],
  ])('valid through %s is closed: %s', (validThrough, closed) => {
    expect(opening({ ...base, validThrough }).closed).toBe(closed)
  })

  it.each([
    [
      { baseSalary: 100000, salaryCurrency: 'USD' },
      { min: 100000, max: 100000, currency: 'USD' },
    ],
    [
      { baseSalary: { currency: 'USD', value: 40, unitText: 'HOUR' } },
      { min: 40, max: 40, currency: 'USD', per: 'hour' },
    ],
    [{ baseSalary: { currency: 'USD', minValue: 5, maxValue: 6 } }, { min: 5, max: 6, currency: 'USD' }],
    [{ baseSalary: 'competitive' }, undefined],
    [{ baseSalary: { value: { minValue: 0, maxValue: 0 } } }, undefined],
  ])('salary %j', (said, salary) => expect(opening({ ...base, ...said }).salary).toEqual(salary))

  it('telecommuting is remote, from where applicants may live', () => {
    const said = {
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: { '@type': 'Country', name: 'Sweden' },
    }
    expect(opening({ ...base, ...said })).toMatchObject({ remote: true, location: 'Sweden' })
    expect(opening({ ...base, jobLocation: 'Lund' }).remote).toBeUndefined()
  })

  it('the organization may be a text, or stand beside it in the graph', () => {
    expect(opening({ ...base, hiringOrganization: 'Cobalt Health' }).organization).toEqual({
      name: 'Cobalt Health',
    })
    const graph = [
      { '@id': '#org', '@type': 'Organization', name: 'Ferro' },
      { ...base, hiringOrganization: { '@id': '#org' } },
    ]
    expect(read(page(script({ '@graph': graph })))[0]).toMatchObject({
      fact: { organization: { name: 'Ferro' } },
    })
  })
})

describe('a page holds its postings', () => {
  const microdata = `<div itemscope itemtype="https://schema.org/JobPosting"><h2 itemprop="title">Head of Imaging</h2>
    <meta itemprop="validThrough" content="2026-05-31"><time itemprop="datePosted" datetime="2026-03-01">March</time>
    <p itemprop="description">Lead <b>imaging</b> at <span itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization">
    <a itemprop="url" href="https://cobalt.example">site</a><span itemprop="name">Cobalt Health</span></span></p>
    <span itemprop="jobLocation" itemscope itemtype="https://schema.org/Place"><span itemprop="address" itemscope>
    <span itemprop="addressLocality">Lund</span></span></span></div>`
  const rdfa = `<div vocab="https://schema.org/" typeof="JobPosting"><h2 property="title">Nurse</h2>
    <span property="hiringOrganization" typeof="Organization"><span property="name">Cobalt Health</span></span></div>`

  it('as microdata and RDFa', () => {
    const [first, second] = read(page(microdata, rdfa))
    expect(first).toMatchObject({
      at: 'microdata 1',
      fact: {
        title: 'Head of Imaging',
        organization: { name: 'Cobalt Health', domain: 'cobalt.example' },
        location: 'Lund',
        postedOn: '2026-03-01',
        until: '2026-05-31',
      },
    })
    expect(second).toMatchObject({
      at: 'RDFa 1',
      fact: { title: 'Nurse', organization: { name: 'Cobalt Health' } },
    })
  })

  it('as JSON-LD: several, in arrays, in a graph, nested, with prefixes', () => {
    const prefixed = {
      '@type': 'schema:JobPosting',
      'schema:title': 'C',
      'schema:hiringOrganization': { name: 'Ferro' },
    }
    const items = read(
      page(
        script([
          { ...base, title: 'A' },
          { '@type': 'WebPage', mainEntity: { ...base, title: 'B' } },
        ]),
        script({ '@graph': [prefixed] }),
        script({ ...base, '@type': ['Thing', 'https://schema.org/JobPosting'], title: 'D' }),
      ),
    )
    expect(items.map((i) => ('fact' in i && i.fact.kind === 'opening' ? i.fact.title : i))).toEqual([
      'A',
      'B',
      'C',
      'D',
    ])
  })

  it('the same posting in two ways counts once', () => {
    const items = read(
      page(script({ ...base, jobLocation: { address: { addressLocality: 'Lund' } } }), microdata),
    )
    expect(items[1]).toEqual({ at: 'microdata 1', skipped: 'the same posting as in script 1' })
  })

  it('one that names no organization has that of the others, or of the site', () => {
    const bare = { '@type': 'JobPosting', title: 'Nurse' }
    expect(read(page(script([base, bare])))[1]).toMatchObject({
      fact: { organization: { name: 'Cobalt Health' } },
    })
    expect(read(page('<meta property="og:site_name" content="Ferro">', script(bare)))[0]).toMatchObject({
      fact: { organization: { name: 'Ferro' } },
    })
    expect(read(page(script(bare)))).toEqual([
      { at: 'script 1', rejected: 'does not say which organization is hiring' },
    ])
  })

  it('a broken script is rejected with its place, the others come through', () => {
    const items = read(page(script('{"@type": "JobPosting",\n "title": }'), script(base)))
    expect(items[0]).toEqual({
      at: 'script 1',
      rejected: 'is not valid JSON: it breaks at line 2, column 11',
    })
    expect(items[1]).toMatchObject({ at: 'script 2', fact: { title: 'Head of Imaging' } })
  })

  it('line breaks within texts, comments and CDATA around it break no script', () => {
    const loose = JSON.stringify({ ...base, description: 'one BREAK two' }).replace('BREAK', '\n')
    for (const source of [
      loose,
      `<!--\n${JSON.stringify(base)}\n-->`,
      `//<![CDATA[\n${JSON.stringify(base)}\n//]]>`,
    ])
      expect(read(page(script(source)))[0]).toMatchObject({ fact: { title: 'Head of Imaging' } })
  })

  it('a posting without a title is rejected', () => {
    expect(read(page(script({ '@type': 'JobPosting' })))).toEqual([
      { at: 'script 1', rejected: 'has no title' },
    ])
  })

  it('in the charset that it declares', () => {
    const source = page('<meta charset="iso-8859-2">', script({ ...base, title: 'In\u017cynier' }))
    const bytes = Buffer.from(source.replace('\u017c', '\xbf'), 'latin1')
    expect(read(bytes)[0]).toMatchObject({ fact: { title: 'Inżynier' } })
  })
})

describe('without a posting it is refused with a sentence', () => {
  it.each([
    [page('<p>We are hiring a JobPosting writer</p>'), 'page.html holds no schema.org JobPosting.'],
    [page(script({ '@type': 'Person', name: 'A B' })), 'page.html holds no schema.org JobPosting.'],
    ['{"@type": "Person"}', 'page.html holds no schema.org JobPosting.'],
    [
      page('<li class="iCIMS_JobCardItem">'),
      'page.html is a page of iCIMS and holds no schema.org JobPosting.',
    ],
    ['{"@type": "JobPosting"', 'page.html is not valid JSON: it breaks at line 1, column 23.'],
    ['', 'page.html holds no schema.org JobPosting.'],
  ])('%s', (source, sentence) => expect(() => read(source)).toThrow(new IntakeError(sentence)))

  it('however deep it is nested', () => {
    const deep = `${'<div>'.repeat(20_000)}${'<b itemprop=a itemscope>'.repeat(5_000)}`
    expect(() => read(page(deep))).toThrow(IntakeError)
    expect(() => read(page(script(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)))).toThrow(IntakeError)
  })
})

describe('recognition', () => {
  it.each([
    [page(''), true],
    ['<!-- saved -->\n<div>x</div>', true],
    ['TYPES: x\n<script type="application/ld+json">', true],
    ['{"@context": "https://schema.org", "@type": "JobPosting"}', true],
    ['Subject: hello\n\n<script type="application/ld+json">', false],
    ['{"jobs": []}', false],
    ['First Name,Last Name', false],
    ['<?xml version="1.0"?><rss></rss>', false],
    ['a < b', false],
  ])('%j: %s', (source, is) => expect(jobPosting.recognizes(head('x', Buffer.from(source)))).toBe(is))
})
