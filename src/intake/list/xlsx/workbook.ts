import { posix } from 'node:path'
import type { Part } from '../../archive.ts'
import { IntakeError } from '../../records.ts'
import { plain, readXml } from './xml.ts'

/** What the cells of a workbook's sheets point to (ECMA-376, part 1, chapter 18). */
export type Workbook = {
  /** The sheets that are not hidden, in their order. */
  sheets: { name: string; part: Part }[]
  /** The texts that cells of type "s" count from 0. */
  strings: string[]
  /** Whether a number of this style (`s` of a cell) is a date. */
  isDate: boolean[]
  /** Days begin in 1904 instead of 1900. */
  is1904: boolean
}

export const WORKBOOK = 'xl/workbook.xml'

/** @throws {IntakeError} when there is no workbook, or it is damaged */
export async function readWorkbook(name: string, parts: ReadonlyMap<string, Part>): Promise<Workbook> {
  const part = parts.get(WORKBOOK)
  if (part === undefined) throw new IntakeError(`${name}: no workbook in it`)
  const targets = await readTargets(parts.get('xl/_rels/workbook.xml.rels'))
  const sheets: Workbook['sheets'] = []
  let is1904 = false
  await readXml(part, {
    open(element, attributes) {
      if (element === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (element !== 'sheet' || /hidden/i.test(attributes.state ?? '')) return
      const sheet = parts.get(targets.get(attributes['r:id'] ?? '') ?? '')
      if (sheet) sheets.push({ name: attributes.name ?? '', part: sheet })
    },
  })
  const strings = await readStrings(parts.get('xl/sharedStrings.xml'))
  return { sheets, strings, isDate: await readDateStyles(parts.get('xl/styles.xml')), is1904 }
}

async function readTargets(part: Part | undefined): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  if (part === undefined) return targets
  await readXml(part, {
    open(element, { Id, Target }) {
      if (element === 'Relationship' && Id && Target) targets.set(Id, posix.resolve('/xl', Target).slice(1))
    },
  })
  return targets
}

/** A text may be cut into pieces of different looks; how it is pronounced (`rPh`) is no part of it. */
async function readStrings(part: Part | undefined): Promise<string[]> {
  const strings: string[] = []
  if (part === undefined) return strings
  let [said, isText, isSound] = ['', false, false]
  await readXml(part, {
    open(element) {
      if (element === 'si') said = ''
      if (element === 'rPh') isSound = true
      isText = element === 't' && !isSound
    },
    text(piece) {
      if (isText) said += piece
    },
    close(element) {
      if (element === 't') isText = false
      if (element === 'rPh') isSound = false
      if (element === 'si') strings.push(plain(said))
    },
  })
  return strings
}

/** Formats of numbers that need not be written down: those of dates (ECMA-376, part 1, 18.8.30), some by country. */
const isDateId = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** A format that shows a year or a day, outside of what stands in quotes or brackets. */
const isDateCode = (code: string): boolean => /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))

async function readDateStyles(part: Part | undefined): Promise<boolean[]> {
  const codes = new Map<number, string>()
  const styles: boolean[] = []
  if (part === undefined) return styles
  let isCell = false
  await readXml(part, {
    open(element, { numFmtId = '0', formatCode = '' }) {
      const id = Number(numFmtId)
      if (element === 'numFmt') codes.set(id, formatCode)
      if (element === 'cellXfs') isCell = true
      if (element === 'xf' && isCell) styles.push(isDateId(id) || isDateCode(codes.get(id) ?? ''))
    },
    close(element) {
      if (element === 'cellXfs') isCell = false
    },
  })
  return styles
}
