import type { GivenFile } from '../../src/action.ts'
import { file } from './house.ts'
import { zipOf } from './zip.ts'

export const CONNECTIONS = [
  'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
  'Mara,Voss,https://www.linkedin.com/in/mara-voss-example,,Globex,CFO,1 Mar 2020',
  '',
].join('\n')

const joined = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

const EVENT = 'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\n'
const PEOPLE = 'ORGANIZER:mailto:a@example.com\nATTENDEE:mailto:b@example.com\n'

/** Files that cannot be read, each with where and what is wrong: one sentence that names file and place. */
export async function malformed(): Promise<[GivenFile, RegExp][]> {
  return [
    [
      file(
        'board.json',
        '{"jobs":[{"id":1,"title":"x","absolute_url":"https://boards.greenhouse.io/a/jobs/1"},\n{"id":',
      ),
      /board\.json.*line 2, column \d+/,
    ],
    [file('resume.json', '{"basics":{"name":"Ada",},"work":[]}'), /resume\.json.*line 1, column \d+/],
    [file('half.json', '{"basics":{"name":"Ada"},"work":[{"name":"Globex"'), /half\.json.*line 1/],
    [
      file('latin.json', joined('{"basics":{"name":"Ad', [0xff], '"},\n"work":[]}')),
      /latin\.json.*UTF-8 at line 1/,
    ],
    [
      file('Connections.csv', joined(CONNECTIONS, 'Zo', [0x81, 0x8d, 0xff], ',X,,,,,\n')),
      /Connections\.csv.*UTF-8 at line 3/,
    ],
    [file('open.csv', `${CONNECTIONS}"open,quote,,,,,\nA,B,,,,,\n`), /open\.csv.*line 3.*quote/],
    [file('empty.csv', ''), /empty\.csv.*line 1.*empty/],
    [file('columns.csv', 'a,b,c\n1,2,3\n'), /columns\.csv.*line 1.*expected Name/],
    [file('empty.ics', ''), /empty\.ics.*BEGIN:VCALENDAR/],
    [file('cut.ics', EVENT), /VEVENT 1, line 3.*END:VEVENT/],
    [
      file('when.ics', `${EVENT}DTSTART:yesterday\n${PEOPLE}END:VEVENT\nEND:VCALENDAR\n`),
      /VEVENT 1.*"yesterday" is no date/,
    ],
    [file('cut.vcf', 'BEGIN:VCARD\nVERSION:3.0\nFN:Mara Voss\n'), /card 1.*END:VCARD/],
    ...(await brokenZips()),
  ]
}

async function brokenZips(): Promise<[GivenFile, RegExp][]> {
  const { bytes } = await zipOf('export.zip', [file('Connections.csv', CONNECTIONS)])
  const bomb = await zipOf('bomb.zip', [file('zeros.csv', new Uint8Array(40 * 2 ** 20))])
  return [
    [file('cut.zip', bytes.subarray(0, bytes.length - 30)), /cut\.zip.*damaged/],
    [file('stub.zip', bytes.subarray(0, 60)), /stub\.zip.*damaged/],
    [file('locked.zip', encrypted(bytes)), /Connections\.csv.*encrypted/],
    [bomb, /zeros\.csv.*200 times/],
  ]
}

/** Marks the first entry as encrypted, in its own header and in the directory. */
function encrypted(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip)
  const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  bytes[6] = bytes[6]! | 1
  bytes[directory + 8] = bytes[directory + 8]! | 1
  return bytes
}

/** A zip whose only entry wants to stand three folders above. */
export async function climbing(): Promise<GivenFile> {
  const { bytes } = await zipOf('climbing.zip', [file('aaaaaaaa/Connections.csv', CONNECTIONS)])
  const renamed = Buffer.from(bytes).toString('latin1').replaceAll('aaaaaaaa/', '../../../')
  return file('climbing.zip', Buffer.from(renamed, 'latin1'))
}
