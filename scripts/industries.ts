// Makes src/fit/industries/naics.txt: NAICS 2022 (United States Census Bureau, public domain) as far as the product
// needs it. `npx tsx scripts/industries.ts FILE`, FILE with a code and a title a line, parted by a tab.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SECTORS } from '../src/fit/index.ts'

const FOLDER = fileURLToPath(new URL('../src/fit/industries/', import.meta.url))

/** Down to four digits all; finer ones where a sector or a name needs them. */
const COARSE = 4

function neededCodes(): Set<string> {
  const sectors = SECTORS.flatMap(({ naics }) => [...naics.makes, ...naics.serves])
  const lists = ['names', 'isic', 'words'].map((name) => readFileSync(`${FOLDER}${name}.txt`, 'utf8'))
  return new Set([...sectors, ...(lists.join('\n').match(/\b\d{5,6}\b/g) ?? [])])
}

function lineOf(line: string): [code: string, title: string] | null {
  const [code, title] = line.split('\t').map((part) => part.trim())
  return code && title && /^\d/.test(code) ? [code, title] : null
}

const codes = readFileSync(process.argv[2] ?? '', 'utf8')
  .split('\n')
  .map(lineOf)
  .filter((line) => line !== null)
const needed = neededCodes()
const kept = codes.filter(([code]) => code.includes('-') || code.length <= COARSE || needed.has(code))
const lines = kept.map(([code, title]) => `${code} ${title}`).toSorted()
writeFileSync(`${FOLDER}naics.txt`, `# NAICS 2022, United States Census Bureau\n${lines.join('\n')}\n`)
console.log(`${lines.length} of ${codes.length} codes`)
const known = new Set(codes.map(([code]) => code))
const unknown = [...needed].filter((code) => !known.has(code))
if (unknown.length > 0) throw new Error(`not in NAICS 2022: ${unknown.join(', ')}`)
