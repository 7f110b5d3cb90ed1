import { existsSync, readFileSync } from 'node:fs'

const LIST = '../shared/data/evil/minimaxir__blns/blns.json'

/** A few of each sort, for where the Big List of Naughty Strings is absent. */
const SOME = [
  ...['', ' ', 'null', 'NaN', '0', '1E+02', '1,000.00', '__proto__', 'constructor', '\\', '%s', "';--"],
  ...[
    '田中さん',
    'ثم نفس سقطت',
    '👾 🙇 💁',
    'Ω≈ç√∫',
    'ﬀ Ｔｈｅ ｑｕｉｃｋ',
    '\u202etest',
    '\u200b',
    '\ufeff',
    ' test ',
  ],
  ...['<script>alert(1)</script>', '$(touch /tmp/x)', '=1+1', '../../../etc/passwd', 'Z̮̞̠͙͔', 'a\tb', '{{7*7}}'],
]

/** The Big List of Naughty Strings, or some of its sorts. */
export const NAUGHTY: readonly string[] = existsSync(LIST) ? JSON.parse(readFileSync(LIST, 'utf8')) : SOME

/** What says nothing: blank once the white space is gone. */
export const isBlank = (text: string): boolean => text.trim() === ''

export const NUL = String.fromCharCode(0)
export const HALF_A_CHARACTER = String.fromCharCode(0xd83d)

/** One of each sort that broke something somewhere, for where all of them would take too long. */
export const NASTIEST: readonly string[] = [
  ...[
    "'; drop table person; --",
    '%',
    '_',
    '\\',
    '\\x00',
    '"',
    '{}',
    '[]',
    '{"$gt":""}',
    'null',
    '-1',
    '1e999',
  ],
  ...[
    '__proto__',
    'toString',
    '\u202eabc',
    '\u200b',
    '\ufeffx',
    ' x ',
    '👨‍👩‍👧',
    'ǅ',
    'ß',
    'İ',
    '=',
    'a=b=9',
    '..',
    ':',
    'a:..',
  ],
  ...[
    '00000000-0000-0000-0000-000000000000',
    'x'.repeat(490),
    '(('.repeat(100),
    'a '.repeat(200),
    'OR',
    'NOT (',
  ],
]
