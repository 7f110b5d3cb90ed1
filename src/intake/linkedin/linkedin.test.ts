import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { detect } from '../formats.ts'
import { type Fact, IntakeError, type Item, type PersonFact } from '../records.ts'

const NOW = new Date('2026-03-01T00:00:00Z')

function read(name: string, content: string | Buffer): { kind: string; items: Item[] } {
  const bytes = Buffer.from(content)
  const format = detect(name, bytes)
  if (!format) throw new Error(`nothing knows ${name}`)
  return { kind: format.kind, items: [...(format.read(bytes, { name, now: NOW }) as Iterable<Item>)] }
}

const facts = (items: Item[]): Fact[] => items.flatMap((item) => ('fact' in item ? [item.fact] : []))
const people = (items: Item[]): PersonFact[] => facts(items).filter((fact) => fact.kind === 'person')
const reasons = (items: Item[]): string[] =>
  items.flatMap((item) =>
    'skipped' in item ? [item.skipped] : 'rejected' in item ? [`! ${item.rejected}`] : [],
  )

const CONNECTIONS = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On'
const connections = (...rows: string[]) => read('Connections.csv', [CONNECTIONS, ...rows].join('\n')).items

describe('LinkedIn connections', () => {
  it('become people with a position and the day of the connection', () => {
    const [item] = connections(
      'Ada,Example,https://www.linkedin.com/in/ada-x,ada@example.com,"Acme, Inc.",CTO,26 Nov 2020',
    )
    expect(item).toEqual({
      at: 'row 2',
      fact: {
        kind: 'person',
        key: 'linkedin.com/in/ada-x|ada example',
        name: 'Ada Example',
        givenName: 'Ada',
        familyName: 'Example',
        profileUrls: ['https://www.linkedin.com/in/ada-x'],
        emails: ['ada@example.com'],
        positions: [{ organization: { name: 'Acme, Inc.' }, title: 'CTO', current: true }],
        connected: { on: '2020-11-26' },
      },
    })
  })

  it('have the profile URL as identity, not the e-mail address', () => {
    const [a, b] = people(
      connections(
        'Ada,Example,https://www.linkedin.com/in/ada/?x=1,old@example.com,Acme,,1 May 2020',
        'Bo,Test,https://www.linkedin.com/in/bo,old@example.com,Acme,,1 May 2020',
      ),
    )
    const [again] = people(
      connections('Ada,Example,http://uk.linkedin.com/in/Ada,new@example.com,Beta,Boss,1 May 2020'),
    )
    expect(again?.key).toBe(a?.key)
    expect(b?.key).not.toBe(a?.key)
  })

  it('under one URL with different names are different people, the later ones marked', () => {
    const url = 'https://www.linkedin.com/in/same'
    const found = people(
      connections(
        `Ada,Example,${url},,Acme,,1 May 2020`,
        `Bo,Test,${url},,Acme,,1 May 2020`,
        `Ada,Example,${url},,Beta,,1 May 2021`,
      ),
    )
    expect(found.map((person) => [person.name, person.extra])).toEqual([
      ['Ada Example', undefined],
      ['Bo Test', { sharedUrl: true }],
      ['Ada Example', { sharedUrl: true }],
    ])
    expect(new Set(found.map(({ key }) => key)).size).toBe(3)
  })

  it('that stand twice, word for word, are one', () => {
    const row = 'Ada,Example,https://www.linkedin.com/in/ada,,Acme,,1 May 2020'
    expect(reasons(connections(row, 'Bo,,,,,,', row))).toEqual(['the same as row 2'])
  })

  it('without a URL are told apart by name and day, and then by employer', () => {
    const found = people(
      connections(
        'Ada,Example,,,Acme,,1 May 2020',
        'Ada,Example,,,Acme,,2 May 2020',
        'Ada,Example,,,Beta,,1 May 2020',
      ),
    )
    expect(new Set(found.map(({ key }) => key)).size).toBe(3)
    expect(found.every(({ extra }) => extra === undefined)).toBe(true)
  })

  it('without name and URL are skipped and counted; with a URL alone they are kept by it', () => {
    const items = connections(
      ',,,,,,26 Nov 2020',
      ',,,ada@example.com,Acme,,26 Nov 2020',
      ',,https://www.linkedin.com/in/ada-x/,,,,1 May 2020',
      ',,,,,,',
    )
    expect(items).toHaveLength(4)
    expect(reasons(items)).toEqual(Array(3).fill('no name and no profile'))
    expect(people(items)[0]).toMatchObject({ name: 'ada-x', extra: { nameFromUrl: true } })
  })

  it('are never lost for a date that nobody can read', () => {
    const [ada] = people(connections('Ada,Example,,,Acme,CTO,31 Feb 2020'))
    expect(ada).toMatchObject({ name: 'Ada Example', connected: {}, extra: { connectedOn: '31 Feb 2020' } })
    expect(people(connections('Ada,Example,,,Acme,CTO,'))[0]?.connected).toEqual({})
  })

  it('are rejected with the reason when a comma shifted the row', () => {
    const items = connections('Ada,Example,,,Acme, Inc.,CTO,1 May 2020', 'Bo,Test,,,Acme,CTO,1 May 2020,,')
    expect(reasons(items)).toEqual(['! the row has 8 cells where the header has 7: a comma without quotes?'])
    expect(people(items)).toHaveLength(1)
  })

  it('read as US month/day/year unless the file proves otherwise', () => {
    const day = (...dates: string[]) =>
      people(connections(...dates.map((d, i) => `A${i},B,,,C,,"${d}"`))).map((p) => p.connected?.on)
    expect(day('3/4/23, 10:15 AM')).toEqual(['2023-03-04'])
    expect(day('3/4/23', '25/4/23')).toEqual(['2023-04-03', '2023-04-25'])
  })

  it('saved again by a spreadsheet in Europe are read: semicolons, Windows-1252, day.month.year', () => {
    const saved = Buffer.from(
      'First Name;Last Name;Company;Position;Connected on\r\nJürgen;Groß;Bäckerei;Geschäftsführer;26.11.2020\r\n',
      'latin1',
    )
    expect(people(read('Kontakte.csv', saved).items)[0]).toMatchObject({
      name: 'Jürgen Groß',
      connected: { on: '2020-11-26' },
    })
  })

  it('keep columns that LinkedIn does not write', () => {
    const { items } = read('x.csv', 'First Name,Last Name,Connected On,Score\nAda,Example,1 May 2020,7\n')
    expect(people(items)[0]?.extra).toEqual({ columns: { Score: '7' } })
  })

  it('with an unknown header are an error that lists what was expected and what was found', () => {
    expect(() => read('Connections.csv', 'Notes:\n\nFoo,Bar\n1,2\n')).toThrow(IntakeError)
    expect(() => read('Connections.csv', 'Notes:\n\nFoo,Bar\n1,2\n')).toThrow(
      'Connections.csv: line 3: no column First Name or Last Name or URL, Connected On or Company or Position or URL; ' +
        'expected First Name, Last Name, URL, Email Address, Company, Position, Connected On; found Foo, Bar',
    )
    expect(() => read('c.csv', 'Company,Position,Connected On\nAcme,CTO,1 May 2020\n')).toThrow(
      'no column First Name or Last',
    )
  })
})

describe('the other LinkedIn files', () => {
  it('Positions.csv gives dated positions; without an end they last', () => {
    const { kind, items } = read(
      'Positions.csv',
      'Company Name,Title,Description,Location,Started On,Finished On\nAcme,CTO,secret,Bern,Jan 2020,\nBeta,Boss,,,2016,Dec 2019\n,,,,,\n,Boss,,,2016,\n',
    )
    expect(kind).toBe('linkedin-positions')
    expect(facts(items).map((fact) => fact.kind === 'own-position' && fact.position)).toEqual([
      { organization: { name: 'Acme' }, title: 'CTO', site: 'Bern', from: '2020-01', current: true },
      { organization: { name: 'Beta' }, title: 'Boss', from: '2016', to: '2019-12' },
    ])
    expect(reasons(items)).toEqual(['no company and no title', '! a position without a company'])
  })

  it('Profile, Email Addresses and Skills say who the owner is', () => {
    const profile = read(
      'Profile.csv',
      'First Name,Last Name,Maiden Name,Headline,Summary,Industry,Geo Location\nAda,Example,,CTO,,Software,\n',
    )
    expect(facts(profile.items)).toEqual([
      {
        kind: 'owner',
        key: 'profile',
        name: 'Ada Example',
        givenName: 'Ada',
        familyName: 'Example',
        headline: 'CTO',
        industry: 'Software',
      },
    ])
    const emails = read(
      'Email Addresses.csv',
      'Email Address,Confirmed,Primary,Updated On\nAda@example.com,Yes,Yes,"3/25/23, 10:15 AM"\nx@example.com,No,No,\n',
    )
    expect(facts(emails.items)).toEqual([
      { kind: 'owner', key: 'email:ada@example.com', emails: ['Ada@example.com'] },
    ])
    expect(reasons(emails.items)).toEqual(['the address was never confirmed'])
    const skills = read('Skills.csv', ',Name\n0,Go\n1,\n')
    expect(facts(skills.items)).toEqual([{ kind: 'owner', key: 'skill:go', skills: ['Go'] }])
    expect(skills.items).toHaveLength(2)
  })

  it('messages.csv gives who, when and in which direction, and never what was said', () => {
    const { kind, items } = read(
      'messages.csv',
      [
        'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT',
        'c1,Secret title,Bo Test,https://www.linkedin.com/in/bo,Ada Example,https://www.linkedin.com/in/ada,2023-11-15 14:30:00 UTC,Secret,"Secret\nbody",INBOX,,No',
        'c1,,Ada Example,https://www.linkedin.com/in/ada,"Bo Test,Cy Case","https://www.linkedin.com/in/bo,https://www.linkedin.com/in/cy",2023-11-15 14:31:00 UTC,,x,SENT,,No',
        'c1,,Bo Test,https://www.linkedin.com/in/bo,Ada Example,https://www.linkedin.com/in/ada,2023-11-15 14:30:00 UTC,,second in a second,INBOX,,No',
        'c2,,Ada Example,https://www.linkedin.com/in/ada,Bo Test,https://www.linkedin.com/in/bo,2023-11-15 14:30:00 UTC,,x,SENT,,Yes',
        'c3,,LinkedIn Member,,Ada Example,https://www.linkedin.com/in/ada,2023-11-15 14:30:00 UTC,,x,INBOX,,No',
        'c4,Sponsored Conversation,Shop,https://www.linkedin.com/in/shop,Ada Example,https://www.linkedin.com/in/ada,2023-11-15 14:30:00 UTC,,x,INBOX,,No',
        'c5,,Shop,https://www.linkedin.com/in/shop,Ada Example,https://www.linkedin.com/in/ada,2023-11-15 14:30:00 UTC,,x,SPAM,,No',
        'c6,,Bo Test,https://www.linkedin.com/in/bo,Ada Example,https://www.linkedin.com/in/ada,yesterday,,x,INBOX,,No',
      ].join('\n'),
    )
    expect(kind).toBe('linkedin-messages')
    const [first, second, third] = facts(items)
    expect(first).toEqual({
      kind: 'contact',
      key: 'message|c1|https://www.linkedin.com/in/bo|https://www.linkedin.com/in/ada|2023-11-15T14:30:00.000Z',
      channel: 'message',
      conversation: 'c1',
      from: { name: 'Bo Test', profileUrl: 'https://www.linkedin.com/in/bo' },
      to: [{ name: 'Ada Example', profileUrl: 'https://www.linkedin.com/in/ada' }],
      at: '2023-11-15T14:30:00.000Z',
    })
    expect(second).toMatchObject({
      to: [{ name: 'Bo Test' }, { name: 'Cy Case', profileUrl: 'https://www.linkedin.com/in/cy' }],
    })
    expect(third).toMatchObject({ key: expect.stringMatching(/#2$/) })
    expect(reasons(items)).toEqual([
      'a draft',
      'no longer said from whom or to whom',
      'an advertisement or spam',
      'an advertisement or spam',
      '! "yesterday" is not a date',
    ])
    expect(JSON.stringify(items)).not.toMatch(/secret|second in/i)
  })

  it('old messages without URLs name several people, commas of degrees aside', () => {
    const { items } = read(
      'Messages.csv',
      'From,To,Date,Subject,Content,Direction,Folder\nAda Example,"Bo Test, PhD, Cy Case","3/25/23, 10:15 AM",,x,OUTGOING,SENT\n',
    )
    expect(facts(items)[0]).toMatchObject({
      to: [{ name: 'Bo Test, PhD' }, { name: 'Cy Case' }],
      at: '2023-03-25T10:15:00.000Z',
    })
  })

  it('without the column of dates, messages are an error that says so', () => {
    expect(() => read('messages.csv', 'CONVERSATION ID,FROM,TO,CONTENT\nc,a,b,x\n')).toThrow(
      /no column DATE; expected CONVERSATION ID/,
    )
  })

  it('Invitations.csv gives who asked whom to connect, in both date forms', () => {
    const header = 'From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl'
    const { kind, items } = read(
      'Invitations.csv',
      `${header}\nAda Example,Bo Test,"3/25/23, 10:15 AM",Secret,OUTGOING,https://www.linkedin.com/in/ada,https://www.linkedin.com/in/bo\nBo Test,Ada Example,Mar 25 2023 10:15 PM,,INCOMING,,\n`,
    )
    expect(kind).toBe('linkedin-invitations')
    expect(facts(items)).toMatchObject([
      {
        channel: 'connection-request',
        from: { profileUrl: 'https://www.linkedin.com/in/ada' },
        at: '2023-03-25T10:15:00.000Z',
      },
      {
        channel: 'connection-request',
        from: { name: 'Bo Test' },
        to: [{ name: 'Ada Example' }],
        at: '2023-03-25T22:15:00.000Z',
      },
    ])
    expect(JSON.stringify(items)).not.toContain('Secret')
  })

  it('recommendations are received, or given where the name of the file says so', () => {
    const text =
      'First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nBo,Test,Acme,CTO,Secret,"03/25/23, 10:15 AM",VISIBLE\n,,,,,,\n'
    for (const [name, direction] of [
      ['Recommendations.csv', 'received'],
      ['Recommendations_Received.csv', 'received'],
      ['Recommendations_Given.csv', 'given'],
    ] as const) {
      const { items } = read(name, text)
      expect(facts(items)).toEqual([
        {
          kind: 'recommendation',
          key: `${direction}|bo test|2023-03-25`,
          direction,
          person: { name: 'Bo Test' },
          organization: 'Acme',
          title: 'CTO',
          on: '2023-03-25',
        },
      ])
      expect(reasons(items)).toEqual(['no name'])
    }
  })

  it('what is not used is counted and skipped, not refused', () => {
    const { kind, items } = read('Languages.csv', 'Name,Proficiency\nGerman,Native\n')
    expect([kind, reasons(items)]).toEqual(['linkedin-other', ['not used by Acquaint']])
    expect(
      read('learning_coach_messages.csv', 'CONVERSATION ID,FROM,TO,DATE,CONTENT\n1,a,b,c,d\n').kind,
    ).toBe('linkedin-other')
  })
})

const naughty = '../shared/data/evil/minimaxir__blns/blns.json'
describe.skipIf(!existsSync(naughty))('the Big List of Naughty Strings', () => {
  it('comes through names, companies and titles unchanged', () => {
    const all = new Set(JSON.parse(readFileSync(naughty, 'utf8')) as string[])
    const strings = [...all].filter((text) => text.trim() !== '')
    const quoted = strings.map((text) => `"${text.replaceAll('"', '""')}"`)
    const rows = quoted.map((q, i) => `${q},${q},https://www.linkedin.com/in/n${i},,${q},${q},1 May 2020`)
    const found = people(read('Connections.csv', [CONNECTIONS, ...rows].join('\r\n')).items)
    expect(found.map(({ givenName }) => givenName)).toEqual(strings)
    expect(found.map(({ familyName }) => familyName)).toEqual(strings)
    expect(found.map(({ positions }) => positions?.[0]?.organization.name)).toEqual(strings)
    expect(found.map(({ positions }) => positions?.[0]?.title)).toEqual(strings)
    expect(people(connections(...quoted.map((q) => `${q},,,,,,1 May 2020`))).map(({ name }) => name)).toEqual(
      strings,
    )
  })
})

const exports = '../shared/data/linkedin'
const yang = `${exports}/YANG-DB__linked-knowledge_synthetic`
describe.skipIf(!existsSync(yang))('real exports', () => {
  const counts = (folder: string, name: string) => {
    const { kind, items } = read(name, readFileSync(`${folder}/${name}`))
    const of = (what: string) => items.filter((item) => what in item).length
    return { kind, read: items.length, facts: of('fact'), skipped: of('skipped'), rejected: of('rejected') }
  }

  it.each([
    ['Connections.csv', 'linkedin-connections', 1869, 0],
    ['Positions.csv', 'linkedin-positions', 8, 0],
    ['Messages.csv', 'linkedin-messages', 20, 0],
    ['Invitations.csv', 'linkedin-invitations', 20, 0],
    ['Recommendations.csv', 'linkedin-recommendations', 10, 0],
    ['Skills.csv', 'linkedin-skills', 96, 0],
    ['Learning.csv', 'linkedin-other', 0, 20],
    ['Projects.csv', 'linkedin-other', 0, 9],
    ['Publications.csv', 'linkedin-other', 0, 8],
  ])('%s is accounted for to the last row', (name, kind, of, skipped) => {
    expect(counts(yang, name)).toEqual({ kind, read: of + skipped, facts: of, skipped, rejected: 0 })
  })

  it('keep 1,869 people apart, of whom 73 share one of 63 URLs with somebody before them', () => {
    const found = people(read('Connections.csv', readFileSync(`${yang}/Connections.csv`)).items)
    expect(new Set(found.map(({ key }) => key)).size).toBe(1869)
    const shared = found.filter(({ extra }) => extra?.sharedUrl)
    expect(shared).toHaveLength(73)
    expect(new Set(shared.map(({ profileUrls }) => profileUrls?.[0])).size).toBe(63)
    expect(found.every(({ connected }) => connected?.on?.length === 10)).toBe(true)
  })

  it('with unquoted notes, two blank lines and the URL last are read too', () => {
    expect(counts(`${exports}/labeldekho/tests/fixtures`, 'Connections.csv')).toMatchObject({
      read: 10,
      facts: 10,
    })
    expect(counts(`${exports}/labeldekho/tests/fixtures`, 'Messages.csv')).toMatchObject({
      read: 11,
      facts: 11,
    })
    expect(counts(`${exports}/flashesofbrilliance`, 'sample_connections.csv')).toMatchObject({
      read: 7,
      facts: 7,
    })
  })

  it('are all recognised', () => {
    for (const name of readdirSync(yang).filter((file) => file.endsWith('.csv')))
      expect(counts(yang, name).kind).toMatch(/^linkedin-/)
  })
})
