import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type InvitationMessage, readMessage } from './message.ts'

/** A Friday. */
const now = new Date('2026-05-01T09:00:00Z')
/** An instant by the clock of this machine, as a message without a zone is read. */
const local = (time: string) => new Date(time).toISOString()
const read = (text: string) => readMessage(text, now)

type Case = [what: string, text: string, expected: Partial<InvitationMessage>]

const vera = { name: 'Vera Holm', title: 'CTO', role: 'interviewer' as const }
const tom = { name: 'Tom Berg', title: 'Head of Data', role: 'interviewer' as const }

const cases: Case[] = [
  [
    'a recruiter of a search firm',
    `Hi Alex,

I hope you are well. My client Northwind is looking for a Senior Data Engineer. They would like you to meet with Vera Holm (CTO) and Tom Berg, Head of Data.

Would Tuesday, 12 May 2026 at 10:00 (CET) suit you? It will be via Zoom.

Best,
Nina Katz
Talent Partner, Harbor Search
nina@harborsearch.example`,
    {
      organization: 'Northwind',
      role: 'Senior Data Engineer',
      people: [vera, tom],
      startsAt: '2026-05-12T08:00:00.000Z',
      timeZone: 'Europe/Berlin',
      place: 'Zoom',
      recruiter: { name: 'Nina Katz', email: 'nina@harborsearch.example' },
      from: { name: 'Nina Katz', email: 'nina@harborsearch.example' },
      sure: { organization: true, role: true, people: true, startsAt: true, place: true },
    },
  ],
  [
    'the firm itself, with headers',
    `From: Nina Katz <nina.katz@northwind.example>
To: Alex Reed <alex@mail.example>
Date: Thu, 30 Apr 2026 10:00:00 +0200
Subject: Interview for the Product Manager position at Northwind

Dear Alex,

thank you for applying. We would like to invite you to an interview with our CTO Vera Holm on 14 May at 2:30 pm UK time in our London office.

Kind regards
Nina Katz
People Operations`,
    {
      organization: 'Northwind',
      role: 'Product Manager',
      people: [vera],
      startsAt: '2026-05-14T13:30:00.000Z',
      timeZone: 'Europe/London',
      place: 'London office',
      recruiter: { name: 'Nina Katz', email: 'nina.katz@northwind.example' },
    },
  ],
  [
    'a LinkedIn InMail',
    `Nina Katz sent the following message at 2:03 PM
Hi Alex,
Cobalt Health is hiring a Head of Platform in Berlin and I thought of you. Could we have a call?
Best regards,
Nina
Executive Search Consultant`,
    { organization: 'Cobalt Health', role: 'Head of Platform', people: [], recruiter: { name: 'Nina Katz' } },
  ],
  [
    'a chat',
    `[30/04/2026, 14:03] Vera Holm: Hey Alex! Would love to meet you for a chat about the Staff Engineer role at Globex
[30/04/2026, 14:04] Vera Holm: Tomorrow at 4pm works?`,
    {
      organization: 'Globex',
      role: 'Staff Engineer',
      people: [{ name: 'Vera Holm', role: 'interviewer' }],
      from: { name: 'Vera Holm' },
    },
  ],
  [
    'a panel as a list',
    `Hello Alex,
your interview for the position of Data Scientist at Initech is confirmed.
Date: Wednesday, May 13, 2026
Time: 9:30 AM - 11:00 AM EST
Location: 12 Main Street, Boston
Panel:
- Vera Holm, CTO
- Tom Berg – Head of Data
- Dr. Ida Falk (VP Engineering)
See you there`,
    {
      organization: 'Initech',
      role: 'Data Scientist',
      people: [vera, tom, { name: 'Ida Falk', title: 'VP Engineering', role: 'interviewer' }],
      startsAt: '2026-05-13T13:30:00.000Z',
      timeZone: 'America/New_York',
      place: '12 Main Street, Boston',
    },
  ],
  [
    'German, formal',
    `Sehr geehrte Frau Reed,

vielen Dank für Ihre Bewerbung als Leiterin Daten bei der Nordwind AG. Wir laden Sie herzlich zu einem Vorstellungsgespräch mit Vera Holm (CTO) am Dienstag, den 12. Mai 2026 um 14:30 Uhr ein.

Mit freundlichen Grüßen
Nina Katz
Personalreferentin, Nordwind AG`,
    {
      organization: 'Nordwind AG',
      role: 'Leiterin Daten',
      people: [vera],
      startsAt: new Date('2026-05-12T14:30:00').toISOString(),
      recruiter: { name: 'Nina Katz' },
    },
  ],
  [
    'German, informal',
    `Hallo Alex, die Nordwind AG sucht eine Produktmanagerin. Hast du Lust auf ein Gespräch mit unserem CTO Tom Berg am 14.05.2026 um 10 Uhr? Viele Grüße, Nina Katz`,
    {
      organization: 'Nordwind AG',
      people: [{ name: 'Tom Berg', title: 'CTO', role: 'interviewer' }],
      startsAt: new Date('2026-05-14T10:00:00').toISOString(),
    },
  ],
  [
    'a title behind the name',
    'Hi Alex, you will speak with Vera Holm, our CTO, about the Engineering Manager role at Globex.',
    { organization: 'Globex', role: 'Engineering Manager', people: [vera] },
  ],
  [
    'a title before the name',
    'Hi Alex, the next step is an interview with our Head of Data Tom Berg and CTO Vera Holm at Globex.',
    { organization: 'Globex', people: [tom, vera] },
  ],
  [
    'who will join',
    'Hi Alex, interview with Globex is set. Vera Holm (CTO) and Tom Berg, Head of Data, will join the call. Cheers, Sam Lund',
    { people: [vera, tom], from: { name: 'Sam Lund' } },
  ],
  [
    'a time in another city',
    'Interview at Globex on May 20th, 2026 at 15:00 Helsinki time with Vera Holm.',
    { organization: 'Globex', startsAt: '2026-05-20T12:00:00.000Z', timeZone: 'Europe/Helsinki' },
  ],
  [
    'an offset',
    'Interview at Globex on 2026-05-20 at 15:00 UTC+3.',
    { startsAt: '2026-05-20T12:00:00.000Z', sure: { organization: true, startsAt: true } },
  ],
  [
    'a day without a time',
    'Could you come in for an interview at Globex on Wednesday, 13 May?',
    { startsAt: '2026-05-13', sure: { organization: true, startsAt: false } },
  ],
  [
    'a link to the room',
    'Our call about the role at Globex: https://meet.google.com/abc-defg-hij on 13 May 2026, 10:00 CET',
    { place: 'https://meet.google.com/abc-defg-hij', startsAt: '2026-05-13T08:00:00.000Z' },
  ],
  [
    'an address of the office',
    'We would love to meet you at our office at Hauptstraße 5, Berlin for the Analyst role.',
    { place: 'Hauptstraße 5, Berlin', role: 'Analyst' },
  ],
  [
    'a client that is not named',
    'Hi Alex, our client, a leading bank, is looking for a CFO. Can we speak? Best, Nina Katz, Partner at Spencer Search',
    { role: 'CFO', people: [], recruiter: { name: 'Nina Katz' } },
  ],
  [
    'a firm with small words and signs',
    'We discussed the position of Lecturer at the University of Oslo, and the role of Analyst at AT&T.',
    { role: 'Lecturer', organization: 'University of Oslo', sure: { role: false, organization: false } },
  ],
  [
    'a firm known by the address alone',
    'From: Vera Holm <vera@cobalt-health.example>\nSubject: Coffee?\n\nHi Alex, shall we meet up and talk? Best, Vera',
    {
      organization: 'Cobalt Health',
      people: [{ name: 'Vera Holm', role: 'interviewer' }],
      sure: { organization: false, people: false },
    },
  ],
  [
    'the role and firm in the subject',
    'Subject: Interview: Backend Engineer at Globex\n\nHi Alex,\nplease confirm the call.\nThanks,\nSam Lund\nRecruiting Coordinator',
    { organization: 'Globex', role: 'Backend Engineer', from: { name: 'Sam Lund' } },
  ],
  [
    'on behalf of',
    'On behalf of Initech I would like to talk to you about the VP Sales opportunity.',
    { organization: 'Initech', role: 'VP Sales' },
  ],
  [
    'an application',
    'Thank you for your application for the UX Designer position with Initech. We invite you to a first conversation with Ida Falk on Monday, 11 May at 11am.',
    {
      organization: 'Initech',
      role: 'UX Designer',
      people: [{ name: 'Ida Falk', role: 'interviewer' }],
      startsAt: new Date('2026-05-11T11:00:00').toISOString(),
    },
  ],
  [
    'a recruiter to meet is one',
    'You will meet: Nina Katz (Talent Partner) and Vera Holm (CTO) for the interview at Globex.',
    { people: [{ name: 'Nina Katz', title: 'Talent Partner', role: 'recruiter' }, vera] },
  ],
  [
    'a coming weekday',
    'Can you do an interview with Tom Berg, Head of Data, on Tuesday at 10:00?',
    {
      people: [tom],
      startsAt: new Date('2026-05-05T10:00:00').toISOString(),
      sure: { people: true, startsAt: false },
    },
  ],
  [
    'names with small words and hyphens',
    "Interview with Anna-Lena van der Berg (COO) and Seán O'Neill, CFO, at Globex",
    {
      people: [
        { name: 'Anna-Lena van der Berg', title: 'COO', role: 'interviewer' },
        { name: "Seán O'Neill", title: 'CFO', role: 'interviewer' },
      ],
    },
  ],
  [
    'an invitation of the year to come',
    'Interview at Globex on 12 January at 10:00 CET',
    { startsAt: '2027-01-12T09:00:00.000Z' },
  ],
  [
    'a forwarded chat line of Android',
    '12.05.26, 14:03 - Nina Katz: Hi Alex, Globex is looking for an Account Executive. Interested in a call?',
    { organization: 'Globex', role: 'Account Executive', from: { name: 'Nina Katz' } },
  ],
  [
    'a panel below a blank line, in the time of the Pacific',
    `Hi Sam,

The team at Acme Robotics enjoyed your background. You'll be meeting with:

* Priya Nair, VP of Engineering
* Marcus Lee, Principal Engineer

It will take place on Thursday, June 4th from 1:00pm to 5:00pm PT at our San Mateo office.

Best,
Jordan Smith
Senior Technical Recruiter | Acme Robotics
jordan@acmerobotics.example`,
    {
      organization: 'Acme Robotics',
      people: [
        { name: 'Priya Nair', title: 'VP of Engineering', role: 'interviewer' },
        { name: 'Marcus Lee', title: 'Principal Engineer', role: 'interviewer' },
      ],
      startsAt: '2026-06-04T20:00:00.000Z',
      place: 'San Mateo office',
      recruiter: { name: 'Jordan Smith', email: 'jordan@acmerobotics.example' },
    },
  ],
  [
    'an assistant who writes for the CEO',
    `Hello Maria, we are hiring a Chief of Staff at Blue Harbor Capital and our CEO, Daniel Ortiz, would love to chat with you this Wednesday at 3pm ET.
Thanks,
Emily Chen
Executive Assistant to the CEO`,
    {
      organization: 'Blue Harbor Capital',
      role: 'Chief of Staff',
      people: [{ name: 'Daniel Ortiz', title: 'CEO', role: 'interviewer' }],
      startsAt: '2026-05-06T19:00:00.000Z',
      from: { name: 'Emily Chen' },
    },
  ],
  [
    'German, with honorifics and an address',
    `Guten Tag Herr Weber,
das Gespräch findet am 19.05.2026 um 13:00 Uhr in unserem Büro in der Lindenstraße 12, Hamburg statt. Teilnehmen werden Frau Dr. Katrin Vogel (Bereichsleiterin IT) und Herr Jens Petersen (Vorstand).
Stelle: IT-Projektleiter (m/w/d)
Freundliche Grüße
Sabine Krause
Musterwerke GmbH`,
    {
      role: 'IT-Projektleiter',
      people: [
        { name: 'Katrin Vogel', title: 'Bereichsleiterin IT', role: 'interviewer' },
        { name: 'Jens Petersen', title: 'Vorstand', role: 'interviewer' },
      ],
      place: 'Lindenstraße 12, Hamburg',
      from: { name: 'Sabine Krause' },
    },
  ],
  [
    'role and firm in the subject of a forwarded mail',
    `From: Omar Haddad <omar@talentbridge.example>
Subject: Fwd: Next steps - Solutions Architect, Vertex Cloud

Vertex Cloud would like to schedule an interview with Lena Fischer, Head of Solutions, on 20 May at 16:00 CEST.
Omar`,
    {
      organization: 'Vertex Cloud',
      role: 'Solutions Architect',
      people: [{ name: 'Lena Fischer', title: 'Head of Solutions', role: 'interviewer' }],
      recruiter: { name: 'Omar Haddad', email: 'omar@talentbridge.example' },
    },
  ],
  [
    'casual, with a dash before the name',
    "hey! saw your profile, we're building something cool at Globex (fintech). got 20 min for a quick chat next tue 10am? – Sam, CTO",
    { organization: 'Globex', startsAt: local('2026-05-05T10:00:00'), from: { name: 'Sam' } },
  ],
  [
    'who introduces herself',
    "Hi Alex, I'm Lena Fischer from Vertex Cloud. We're looking for a Staff Engineer - would you be up for a coffee on Thursday?",
    {
      organization: 'Vertex Cloud',
      role: 'Staff Engineer',
      people: [{ name: 'Lena Fischer', role: 'interviewer' }],
      startsAt: '2026-05-07',
    },
  ],
  [
    'an hour without its half of the day',
    'Hi, free for a call tomorrow at 3? Want to tell you about a PM role at Initech. Tom',
    { organization: 'Initech', role: 'PM', people: [], startsAt: local('2026-05-02T15:00:00') },
  ],
  [
    'German, who introduces herself, next week',
    'Hallo Alex, ich bin Lena Fischer, Head of Data bei der Nordwind GmbH. Wir suchen gerade einen Senior Data Engineer (m/w/d). Hättest du nächste Woche Freitag um 10 Uhr Zeit für ein kurzes Telefonat? LG Lena',
    {
      organization: 'Nordwind GmbH',
      role: 'Senior Data Engineer',
      people: [{ name: 'Lena Fischer', title: 'Head of Data', role: 'interviewer' }],
      startsAt: local('2026-05-08T10:00:00'),
    },
  ],
  [
    'German, a search firm that names its client',
    'Guten Tag Herr Weber, mein Name ist Sabine Krause, ich bin Personalberaterin bei Talentwerk. Für unseren Mandanten, die Musterwerke AG in Köln, suchen wir einen Leiter Controlling. Passt Ihnen ein Gespräch mit dem CFO, Herrn Jens Petersen, am Donnerstag, 21. Mai, 14 Uhr per Teams?',
    {
      organization: 'Musterwerke AG',
      role: 'Leiter Controlling',
      people: [{ name: 'Jens Petersen', role: 'interviewer' }],
      startsAt: local('2026-05-21T14:00:00'),
      recruiter: { name: 'Sabine Krause' },
    },
  ],
  [
    'German, whom you meet',
    'Lieber Alex, wir würden dich gerne kennenlernen! Am 19.5. um 15:30 triffst du Katrin Vogel (CTO) und Jonas Meier, Teamlead Backend, in unserem Büro in Hamburg. Viele Grüße, Mia (People & Culture, Zeitblick)',
    {
      organization: 'Zeitblick',
      people: [
        { name: 'Katrin Vogel', title: 'CTO', role: 'interviewer' },
        { name: 'Jonas Meier', title: 'Teamlead Backend', role: 'interviewer' },
      ],
      place: 'Hamburg',
    },
  ],
  [
    'German, casual',
    'Moin, Bock auf n Kaffee? Wir bei Zeitblick suchen wen fürs Backend. Morgen 16h?',
    { organization: 'Zeitblick', startsAt: local('2026-05-02T16:00:00') },
  ],
  [
    'German, as a form',
    'Einladung zum Vorstellungsgespräch\nPosition: Projektleiterin Energie\nUnternehmen: Stadtwerke Beispielstadt\nTermin: 12.05.2026, 9:00 Uhr\nOrt: Rathausplatz 1, Beispielstadt\nGesprächspartner: Dr. Eva Lindner (Bereichsleitung), Paul Roth (HR)',
    {
      organization: 'Stadtwerke Beispielstadt',
      role: 'Projektleiterin Energie',
      people: [
        { name: 'Eva Lindner', title: 'Bereichsleitung', role: 'interviewer' },
        { name: 'Paul Roth', title: 'HR', role: 'recruiter' },
      ],
      startsAt: local('2026-05-12T09:00:00'),
      place: 'Rathausplatz 1, Beispielstadt',
    },
  ],
  [
    'short, with signs for words and a range of time',
    'Hi Alex! We loved your application for Product Designer. Next step: 45 mins w/ Ida Falk (Design Director) + Noor Haddad (PM) on Mon 11 May, 4-4.45pm BST. Zoom link to follow. x Beth @ Paperplane Studio',
    {
      organization: 'Paperplane Studio',
      role: 'Product Designer',
      people: [
        { name: 'Ida Falk', title: 'Design Director', role: 'interviewer' },
        { name: 'Noor Haddad', title: 'PM', role: 'interviewer' },
      ],
      startsAt: '2026-05-11T15:00:00.000Z',
    },
  ],
  [
    'German, formal, with those whom you meet in a sentence of their own',
    `Sehr geehrter Herr Brandt,

herzlichen Dank für Ihr Interesse. Gern möchten wir Sie zu einem Gespräch am Mittwoch, 13.05.2026, um 11:00 Uhr einladen. Ihre Gesprächspartner sind Frau Ute Kramer, Leiterin Personal, und Herr Dr. Olaf Stein, Geschäftsführer.

Mit freundlichen Grüßen

i. A. Petra Funk
Ruhrtal Energie GmbH`,
    {
      organization: 'Ruhrtal Energie GmbH',
      people: [
        { name: 'Ute Kramer', title: 'Leiterin Personal', role: 'interviewer' },
        { name: 'Olaf Stein', title: 'Geschäftsführer', role: 'interviewer' },
      ],
      startsAt: local('2026-05-13T11:00:00'),
      from: { name: 'Petra Funk' },
    },
  ],
  [
    'German, a date that reads like a time',
    'hallo zusammen, kurzer Reminder: Interview mit Hannah Vogt (Produktleiterin) bei Feldmann Digital am Mo, 11.05. um 9:30, Link folgt',
    {
      organization: 'Feldmann Digital',
      people: [{ name: 'Hannah Vogt', title: 'Produktleiterin', role: 'interviewer' }],
      startsAt: local('2026-05-11T09:30:00'),
    },
  ],
  [
    'a search firm, with the city of the time in brackets',
    'Dear Ms Osei, On behalf of our client Meridian Foods we would be delighted to invite you to a first interview for the position of Supply Chain Director on Thursday 14 May 2026 at 11.30am (London). You will be meeting Helen Ward, COO and Peter Lang, HR Director. Regards, James Holt, Holt Executive Search',
    {
      organization: 'Meridian Foods',
      role: 'Supply Chain Director',
      people: [
        { name: 'Helen Ward', title: 'COO', role: 'interviewer' },
        { name: 'Peter Lang', title: 'HR Director', role: 'recruiter' },
      ],
      startsAt: '2026-05-14T10:30:00.000Z',
      timeZone: 'Europe/London',
    },
  ],
  [
    'somebody who wants to meet, whom another names',
    'Hi Alex, following up on my InMail. Kestrel Analytics is growing its London office and the VP Data, Noor Rahman, asked me to reach out. 20 minutes this week? Thanks, Ben Archer, Principal, Archer Hale Search',
    {
      organization: 'Kestrel Analytics',
      people: [{ name: 'Noor Rahman', title: 'VP Data', role: 'interviewer' }],
      recruiter: { name: 'Ben Archer' },
    },
  ],
  [
    'a range that crosses noon',
    'Interview at Globex on 12 May 2026, 11-1pm CET, with Vera Holm (CTO)',
    { startsAt: '2026-05-12T09:00:00.000Z', people: [vera] },
  ],
]

describe('an invitation', () => {
  it.each(cases)('%s', (_, text, expected) => expect(read(text)).toMatchObject(expected))

  it('with line ends of Windows is the same', () => {
    for (const [, text] of cases) expect(read(text.replaceAll('\n', '\r\n'))).toEqual(read(text))
  })
})

describe('what is not certain is left out', () => {
  it.each([
    ['several times to choose from', 'Interview at Globex on 12 May at 10:00 or 13 May at 14:00?'],
    ['two times on a day', 'Interview at Globex on 12 May 2026 at 10:00, or rather at 15:00?'],
    ['a weekday that does not fit the date', 'Interview at Globex on Monday, 12 May 2026 at 10:00'],
    ['next Sunday, which may be in two days or in nine', 'Interview at Globex next Sunday at 10:00'],
    ['a day that does not exist', 'Interview at Globex on 31 June 2026'],
    ['the first day of work', 'Interview at Globex; start date: 1 June 2026.'],
    ['5/6/2026', 'Interview at Globex on 5/6/2026'],
  ])('time: %s', (_, text) => {
    expect(read(text).startsAt).toBeUndefined()
    expect(read(text).organization).toBe('Globex')
  })

  it('people: not the reader, not first names, firms, places or days', () => {
    const text =
      'Dear Alex Reed,\nwould you like to meet with Vera from Cobalt Health in New York on Tuesday Morning? We use Google Meet. You, Alex Reed, decide.\nBest,\nNina Katz'
    expect(read(text).people).toEqual([])
  })

  it('organization: not a tool, a place or the reader', () => {
    expect(read('Can we meet at Zoom for a call?').organization).toBeUndefined()
    expect(read('A position in Berlin with great people. Shall we talk?').organization).toBeUndefined()
    expect(read('Can we meet?\nBest,\nNina Katz\nPartner, Harbor Search').organization).toBeUndefined()
    expect(read('From: Nina Katz <nina@gmail.com>\n\nCan we meet?').organization).toBeUndefined()
  })

  it('role: only what is work', () => {
    expect(read('We have an exciting opportunity for you. Shall we talk?').role).toBeUndefined()
    expect(read('An interview for the next round').role).toBeUndefined()
  })
})

describe('no invitation', () => {
  const nothing = { people: [], sure: {} }

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t\n'],
    ['a greeting', 'Hello'],
    ['a shopping list', 'Milk\nBread\nButter 2x'],
    [
      'a rejection',
      'Dear Alex,\nthank you for your interview with Vera Holm (CTO) for the Analyst role at Globex. Unfortunately we have decided to move forward with other candidates.',
    ],
    [
      'a rejection in German',
      'Liebe Alex, leider müssen wir dir für die Stelle als Analyst bei Globex absagen.',
    ],
    ['an offer', "Great interview! We'd like to offer you the Analyst role at Globex, starting 1 June 2026."],
    ['a webinar', 'Meet Vera Holm (CTO, Globex) in our webinar on 12 May 2026 at 10:00 CET. Register now!'],
    ['a parcel', 'Your package arrives on Tuesday, 12 May between 10:00 and 12:00.'],
    [
      'a newsletter',
      'The Data Weekly\nThis week: an interview with Vera Holm, CTO at Globex, on 12 May 2026 at 10:00.\nUnsubscribe | View in browser',
    ],
  ])('in %s', (_, text) => expect(read(text)).toEqual(nothing))
})

describe('any text', () => {
  it('comes back, however long or odd, and is not in the answer', () => {
    const odd = [
      'interview with '.repeat(4000),
      'Aa '.repeat(20_000),
      '(((('.repeat(9000),
      'role at '.repeat(6000),
      'meet Vera '.repeat(5000),
    ]
    for (const text of odd) expect(JSON.stringify(read(text)).length).toBeLessThan(5000)
    const secret = 'Interview at Globex with Vera Holm. The budget is 123456 and nobody may know of it.'
    expect(JSON.stringify(read(secret))).not.toMatch(/123456|budget/)
  })

  const naughty = '../shared/data/evil/minimaxir__blns/blns.txt'
  it.skipIf(!existsSync(naughty))('of naughty strings invites nobody', () => {
    const lines = readFileSync(naughty, 'utf8').split('\n')
    for (const line of lines) expect(read(line).people).toEqual([])
    expect(read(lines.join('\n')).startsAt).toBeUndefined()
  })
})
