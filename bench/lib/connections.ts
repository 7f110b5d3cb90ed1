import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'
import { type Random, seeded } from './random.ts'

// An invented Connections.csv in the shape that LinkedIn gives it, and the zip around it.

const NOTES = `Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed their connections to see or download their email address using this setting https://www.linkedin.com/psettings/privacy/email. You can learn more here https://www.linkedin.com/help/linkedin/answer/261"

First Name,Last Name,URL,Email Address,Company,Position,Connected On
`
const GIVEN =
  'Ada Ben Cleo Dara Emil Fay Gus Hana Ivo Jun Kai Lena Mina Noor Otto Pia Ravi Sana Tomas Uma'.split(' ')
const FAMILY =
  'Abel Brandt Castel Dorn Ebner Falk Garrow Holm Ibsen Juhl Kestrel Lund Moravec Nour Oakes'.split(' ')
const FIRST = 'Cobalt North Lark Tide Pen Ash Grey Bright Stone River Fern Hollow Iron Salt Wind'.split(' ')
const SECOND = 'Health,"Systems, Inc.",Analytics,Freight,Energy,Foods,Robotics,Bank,Media,Works'
const TITLES =
  'Software Engineer|Data Analyst|Account Executive|"Director, Operations"|Product Manager|Recruiter|VP Sales|Founder|Nurse|Controller'.split(
    '|',
  )
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** As many rows as asked for; one in ten has an e-mail address, one in fifty neither company nor position. */
export function connectionsCsv(rows: number, seed: number): string {
  const random = seeded(seed)
  return NOTES + Array.from({ length: rows }, (_, at) => rowOf(random, at)).join('\n')
}

function rowOf(random: Random, at: number): string {
  const pick = (from: readonly string[]) => from[random.below(from.length)]!
  const [given, family] = [pick(GIVEN), `${pick(FAMILY)}-${pick(FAMILY)}`]
  const slug = `${given}-${family}-${at}`.toLowerCase()
  const email = random.below(10) === 0 ? `${slug}@example.com` : ''
  const work = random.below(50) === 0 ? ',' : `${company(random)},${pick(TITLES)}`
  const day = String(1 + random.below(28)).padStart(2, '0')
  const on = `${day} ${pick(MONTHS)} ${2008 + random.below(18)}`
  return `${given},${family},https://www.linkedin.com/in/${slug},${email},${work},${on}`
}

const SECONDS = SECOND.match(/"[^"]*"|[^,]+/g)!

function company(random: Random): string {
  const number = random.zipf(4000)
  const second = SECONDS[number % SECONDS.length]!
  const name = `${FIRST[number % FIRST.length]} ${number} ${second.replaceAll('"', '')}`
  return second.startsWith('"') ? `"${name}"` : name
}

/** The archive as LinkedIn sends it, as far as it matters here. */
export async function zipOf(files: Record<string, string>): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new yazl.ZipFile()
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name)
  zip.end()
  const bytes = await buffer(zip.outputStream)
  return Uint8Array.from(bytes)
}
