import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ATTRIBUTION, fitWith, shippedModel, titleModel } from './index.ts'

const file = (name: string) => readFileSync(new URL(`./model/${name}`, import.meta.url))

describe('the title model', () => {
  it('is the file that its figures were measured on, and at most 4 MB', () => {
    const figures = JSON.parse(file('figures.json').toString()) as { model: string; bytes: number }
    const bytes = file('title.bin')
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(figures.model)
    expect(figures.bytes).toBe(bytes.length)
    expect(bytes.length).toBeLessThanOrEqual(4_000_000)
  })

  it('calls at most one of a hundred related pairs unrelated, and many more of those drawn at random', () => {
    const { below } = JSON.parse(file('figures.json').toString()) as { below: Record<string, number> }
    expect(below.related).toBeLessThanOrEqual(0.01)
    expect(below.random).toBeGreaterThan(0.2)
  })

  it('weighs whether two titles are likelier to be related than by chance', () => {
    const { embed, weigh } = shippedModel()
    const odds = (a: string, b: string) => weigh(embed(a), embed(b), null)
    expect(odds('Registered Nurse', 'Licensed Practical Nurse')).toBeGreaterThan(0)
    expect(odds('Registered Nurse', 'Welder')).toBeLessThan(0)
    expect(odds('Registered Nurse', '')).toBe(0)
  })

  it('lets the families speak more of a title that is less clear', () => {
    const { embed, weigh } = shippedModel()
    const nurse = embed('Registered Nurse')
    const unclear = nurse.slice()
    unclear[0] = 1
    const said = (a: Float32Array) => weigh(a, nurse, 1) - weigh(a, nurse, null)
    expect(said(unclear)).toBeGreaterThan(said(nurse))
    expect(said(nurse)).toBeGreaterThan(0)
    expect(weigh(nurse, nurse, 0)).toBeLessThan(weigh(nurse, nurse, null))
  })

  it('says which group of occupations a title belongs to', () => {
    const model = shippedModel()
    const group = (title: string) => {
      const shares = model.groupShares(title) ?? new Float32Array()
      return model.groups[shares.indexOf(Math.max(...shares))]
    }
    expect(group('Software Developer')).toBe('Computer Occupations')
    expect(group('Secondary School Teacher')).toContain('Teachers')
    expect(group('Bricklayer')).toBe('Construction Trades Workers')
  })

  it('gives an empty vector for a title it cannot read', () => {
    const { embed } = shippedModel()
    expect(embed('')).toHaveLength(0)
    expect(embed('\u0645\u0647\u0646\u062f\u0633')).toHaveLength(0)
    expect(embed('Registered Nurse').length).toBeGreaterThan(0)
  })

  it('refuses bytes that are no model', () => {
    expect(() => titleModel(new Uint8Array(64))).toThrow('this is no title model')
  })

  it('names its sources', () => {
    for (const name of ['O*NET', 'USDOL/ETA', 'CC BY 4.0', 'ESCO']) expect(ATTRIBUTION).toContain(name)
  })

  it('may be replaced by another reader of titles', () => {
    const letters = fitWith({ embed: (title) => Float32Array.of(title.length, 1) })
    expect(letters({ titles: ['Zorber'] }, { title: 'Wizard' }).fit).toBeGreaterThan(0.9)
  })
})
