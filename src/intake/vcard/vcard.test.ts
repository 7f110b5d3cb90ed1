import { describe, expect, it } from 'vitest'
import { IntakeError, type Item, type PersonFact } from '../records.ts'
import { head } from '../text/text.ts'
import { vcard } from './vcard.ts'

const bytesOf = (text: string): Uint8Array => Buffer.from(text)
const read = (bytes: Uint8Array): Item[] => [
  ...(vcard.read(bytes, { name: 'cards.vcf', now: new Date('2026-04-15') }) as Iterable<Item>),
]
const card = (lines: string, version = '3.0'): string =>
  `BEGIN:VCARD\r\nVERSION:${version}\r\n${lines}\r\nEND:VCARD\r\n`
const person = (text: string | Uint8Array): PersonFact => {
  const item = read(typeof text === 'string' ? bytesOf(text) : text)[0]!
  if (!('fact' in item) || item.fact.kind !== 'person') throw new Error(JSON.stringify(item))
  return item.fact
}

describe('a card becomes a person', () => {
  it('with names, mail, phone, profile, organization, unit, title, note and tags', () => {
    const fact = person(
      card(
        [
          'UID:urn:uuid:0001',
          'FN:Nadia Ek',
          'N:Ek;Nadia;;;',
          'EMAIL;TYPE=home:nadia@example.com',
          'EMAIL;TYPE=work,pref:n.ek@cobalt.test',
          'TEL;VALUE=uri:tel:+46-8-555-0100;ext=7',
          'URL:https\\://www.linkedin.com/in/nadia-ek',
          'ORG:Cobalt Health;Research;Imaging',
          'TITLE:Head of Imaging',
          'ADR;TYPE=work:;;Main Street 1;Lund;;22100;Sweden',
          'NOTE:Met in Lund\\nlikes sailing\\, tea',
          'CATEGORIES:radiology,alumni',
        ].join('\r\n'),
      ),
    )
    expect(fact).toEqual({
      kind: 'person',
      key: '0001',
      name: 'Nadia Ek',
      givenName: 'Nadia',
      familyName: 'Ek',
      emails: ['n.ek@cobalt.test', 'nadia@example.com'],
      phones: ['+46-8-555-0100 ext. 7'],
      profileUrls: ['https://www.linkedin.com/in/nadia-ek'],
      location: 'Lund, Sweden',
      positions: [
        {
          organization: { name: 'Cobalt Health' },
          unit: 'Research, Imaging',
          title: 'Head of Imaging',
          current: true,
        },
      ],
      notes: 'Met in Lund\nlikes sailing, tea',
      tags: ['radiology', 'alumni'],
      extra: { ADR: [{ value: ';;Main Street 1;Lund;;22100;Sweden', params: { TYPE: ['work'] } }] },
    })
  })

  it('identified by UID, else by mail and name', () => {
    expect(person(card('FN:Nadia Ek\r\nEMAIL:N@example.com')).key).toBe('n@example.com nadia ek')
  })

  it('whose FN is only an address goes by the parts of the name', () => {
    expect(person(card('FN:nadia@example.com\r\nN:Ek;Nadia;;;')).name).toBe('Nadia Ek')
  })

  it('with two organizations holds two positions, titles in order', () => {
    const { positions } = person(
      card('FN:Nadia Ek\r\nORG:Cobalt\r\nORG:Ferro;Board\r\nTITLE:Chief\r\nTITLE:Member'),
    )
    expect(positions?.map((p) => [p.organization.name, p.title])).toEqual([
      ['Cobalt', 'Chief'],
      ['Ferro', 'Member'],
    ])
  })

  it('with two titles at one organization holds both', () => {
    expect(person(card('FN:A B\r\nORG:Cobalt\r\nTITLE:Head\r\nTITLE:Lecturer')).positions?.[0]?.title).toBe(
      'Head, Lecturer',
    )
  })

  it('with a title and no organization has a headline and no position', () => {
    const fact = person(card('FN:Nadia Ek\r\nORG:;\r\nTITLE:Physicist'))
    expect([fact.headline, fact.positions]).toEqual(['Physicist', undefined])
  })

  it('takes ROLE for the title only where TITLE is missing', () => {
    expect(person(card('FN:A B\r\nORG:Cobalt\r\nROLE:Buyer')).positions?.[0]?.title).toBe('Buyer')
    expect(person(card('FN:A B\r\nORG:Cobalt\r\nROLE:Buyer\r\nTITLE:Head')).extra).toEqual({
      ROLE: [{ value: 'Buyer' }],
    })
  })
})

describe('what is not understood is kept', () => {
  it('X- properties with their group and Apple label', () => {
    const fact = person(card('FN:A B\r\nitem1.X-ABRELATEDNAMES:Kim\r\nitem1.X-ABLabel:_$!<Spouse>!$_'))
    expect(fact.extra).toEqual({ 'X-ABRELATEDNAMES': [{ value: 'Kim', group: 'item1', label: 'Spouse' }] })
  })

  it('a mail address in a group is understood, a broken one is kept', () => {
    const fact = person(card('FN:A B\r\nitem1.EMAIL:a@example.com\r\nitem1.X-ABLabel:Club\r\nEMAIL:nobody'))
    expect([fact.emails, fact.extra]).toEqual([['a@example.com'], { EMAIL: [{ value: 'nobody' }] }])
  })

  it('a company page and a fax are neither profile nor phone', () => {
    const fact = person(
      card('FN:A B\r\nURL:https://www.linkedin.com/company/cobalt\r\nTEL;TYPE=work,fax:555 0101'),
    )
    expect([fact.profileUrls, fact.phones]).toEqual([undefined, undefined])
    expect(Object.keys(fact.extra ?? {})).toEqual(['URL', 'TEL'])
  })

  it('but no pictures, sounds and keys', () => {
    const data =
      'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\r\n SkZJRg==\r\nKEY:https://example.com/key\r\nX-PIC;ENCODING=b:AAAA'
    expect(person(card(`FN:A B\r\n${data}`)).extra).toBeUndefined()
  })
})

describe('vCard 2.1', () => {
  it('has bare types, soft breaks of quoted-printable and charsets', () => {
    const fact = person(
      card(
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=85str=C3=B6m;Bj=C3=B6rn;;;\r\nTEL;CELL;VOICE:555 0102\r\n' +
          'NOTE;ENCODING=QUOTED-PRINTABLE:first=0D=0A=\r\nsecond\r\nEMAIL;PREF;INTERNET:b@example.com',
        '2.1',
      ),
    )
    expect([fact.name, fact.phones, fact.notes, fact.emails]).toEqual([
      'Björn Åström',
      ['555 0102'],
      'first\nsecond',
      ['b@example.com'],
    ])
  })

  it('has pictures on lines of their own, until a blank one', () => {
    const fact = person(
      card('FN:A B\r\nPHOTO;TYPE=JPEG;ENCODING=BASE64:\r\n /9j/4AAQ\r\n AAAA\r\n\r\nTITLE:Head', '2.1'),
    )
    expect([fact.headline, fact.extra]).toEqual(['Head', undefined])
  })

  it('keeps the blank at which a text was folded; 3.0 does not', () => {
    expect(person(card('FN:A B\r\nTITLE:Head of\r\n imaging', '2.1')).headline).toBe('Head of imaging')
    expect(person(card('FN:A B\r\nTITLE:Head of ima\r\n ging')).headline).toBe('Head of imaging')
  })

  it('may be written in windows-1252, and each property in a charset of its own', () => {
    expect(person(Buffer.from(card('FN:Jos\xe9 \x96 N\xfa\xf1ez', '2.1'), 'latin1')).name).toBe(
      'José – Núñez',
    )
    const polish = card(
      'FN;CHARSET=ISO-8859-2;ENCODING=QUOTED-PRINTABLE:=A3ucja\r\nTITLE:Chief \u2013 labs',
      '2.1',
    )
    expect(person(polish)).toMatchObject({ name: 'Łucja', headline: 'Chief – labs' })
  })

  it('may be UTF-16 with a mark', () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(card('FN:Zoë Åkesson'), 'utf16le')])
    expect(person(bytes).name).toBe('Zoë Åkesson')
  })
})

describe('vCard 4.0', () => {
  it('has quoted parameters with colons and ranked preferences', () => {
    const lines =
      'FN:A B\r\nTEL;VALUE=uri;TYPE="work,voice";PREF=2:tel:+1-555-0103\r\nTEL;X="a:b";PREF=1:tel:+1-555-0104'
    expect(person(card(lines, '4.0')).phones).toEqual(['+1-555-0104', '+1-555-0103'])
  })
})

describe('cards that are nobody', () => {
  it.each([
    ['KIND:group\r\nFN:Friends', 'a group, not a person'],
    ['X-ADDRESSBOOKSERVER-KIND:group\r\nFN:Friends', 'a group, not a person'],
    ['KIND:org\r\nFN:Cobalt\r\nORG:Cobalt', 'an organization, not a person'],
    ['X-ABShowAs:COMPANY\r\nFN:Cobalt Travel\r\nORG:Cobalt Travel', 'an organization, not a person'],
    ['ORG:Cobalt', 'an organization, not a person'],
    ['TEL:555 0105', 'neither a name nor an e-mail address'],
  ])('%s', (lines, why) => {
    expect(read(bytesOf(card(lines)))).toEqual([{ at: 'card 1, line 1', skipped: why }])
  })

  it('somebody with a mail address alone is one', () => {
    expect(person(card('EMAIL:a@example.com')).name).toBe('a@example.com')
  })
})

describe('a bad card', () => {
  const good = card('FN:A B')

  it.each([
    [
      'a line that is no property',
      card('FN:C D\r\nblablabla\r\nTITLE:x'),
      'card 2, line 5',
      'line 8 is no property: "blablabla"',
    ],
    [
      'no end',
      'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:C D\r\n',
      'card 2, line 5',
      'has no END:VCARD before line 8',
    ],
    [
      'no beginning',
      'VERSION:3.0\r\nFN:C D\r\nEND:VCARD\r\n',
      'line 5',
      'stands outside of BEGIN:VCARD and END:VCARD',
    ],
  ])('with %s is rejected with its place, the others come through', (_, bad, at, why) => {
    const items = read(bytesOf(good + bad + good))
    expect(items.filter((i) => 'fact' in i)).toHaveLength(2)
    expect(items.filter((i) => 'rejected' in i)).toEqual([{ at, rejected: why }])
  })

  it('at the end of a cut-off file is rejected', () => {
    expect(read(bytesOf(`${good}BEGIN:VCARD\r\nFN:C`)).at(-1)).toEqual({
      at: 'card 2, line 5',
      rejected: 'has no END:VCARD',
    })
  })

  it('a note folded without its blank is no bad card', () => {
    expect(person(card('FN:A B\r\nNOTE:one\r\ntwo, three\r\nTITLE:Head')).notes).toBe('one\ntwo, three')
  })

  it('a card within a card (AGENT) does not end the outer one', () => {
    const items = read(bytesOf(card(`FN:A B\r\nAGENT:\r\n${card('FN:Inner').trim()}\r\nTITLE:Head`)))
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ fact: { name: 'A B', headline: 'Head' } })
  })
})

describe('recognition', () => {
  it('is by content', () => {
    expect(vcard.recognizes(head('x.txt', bytesOf(card('FN:A B'))))).toBe(true)
    expect(vcard.recognizes(head('x.vcf', bytesOf('Name,Email\nBEGIN:VCARD,x')))).toBe(false)
  })

  it('a file without a card is refused as a whole', () => {
    expect(() => read(bytesOf('FN:A B'))).toThrow(IntakeError)
  })
})
