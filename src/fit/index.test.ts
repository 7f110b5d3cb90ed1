import { describe, expect, it } from 'vitest'
import { fit as fitOf } from './index.ts'
import { RELATED } from './relations.ts'
import { FAMILIES } from './title.ts'

const value = (titles: string[], title: string) => fitOf({ titles }, { title }).fit

describe('fit', () => {
  it('is 1 for the same title, whatever its level, spelling and employer', () => {
    expect(value(['Nurse Recruiter'], 'Nurse Recruiter')).toBe(1)
    expect(value(['Senior Data Engineer'], 'data engineer (m/f/d)')).toBe(1)
    expect(value(['Data Engineer at Acme'], 'Data Engineer')).toBe(1)
  })

  it('is null when it cannot tell, and says why', () => {
    expect(fitOf({ titles: ['Nurse'] }, { title: '  ' })).toEqual({
      fit: null,
      because: 'the opening has no title',
    })
    expect(fitOf({ titles: [] }, { title: 'Nurse' }).because).toBe('no title of your work is known')
    expect(fitOf({ titles: ['Nurse'] }, { title: 'Chief Happiness Wizard' }).fit).toBeNull()
    expect(fitOf({ titles: ['Director'] }, { title: 'Registered Nurse' }).fit).toBeNull()
  })

  it('compares by words where the field is not known', () => {
    expect(value(['Zorbing Marshmallow Wizard'], 'Marshmallow Wizard')).toBeGreaterThan(0.5)
  })

  it('never calls titles unrelated for their level alone', () => {
    const levels = ['Junior', 'Senior', 'Lead', 'Head of', 'Director,', 'VP', 'Chief', 'Intern,', 'Associate']
    for (const a of levels)
      for (const b of levels) expect(value([`${a} Marketing`], `${b} Marketing`)).toBeGreaterThan(0.6)
  })

  it('takes the best of several titles, the latest a little before older ones', () => {
    const both = value(['Software Engineer', 'Nurse'], 'Nurse')
    expect(both).toBeGreaterThan(0.9)
    expect(both).toBeLessThan(value(['Nurse', 'Software Engineer'], 'Nurse') ?? 0)
  })

  it('counts skills when both sides name them, and says how many', () => {
    const opening = { title: 'Data Engineer', description: 'Python, SQL, Kafka, Airflow, dbt and Snowflake.' }
    const bare = fitOf({ titles: ['Software Engineer'] }, opening)
    const rich = fitOf(
      { titles: ['Software Engineer'], skills: ['python', 'SQL', 'dbt'], summary: 'I run Kafka.' },
      opening,
    )
    expect(rich.fit).toBeGreaterThan(bare.fit ?? 1)
    expect(rich.because).toContain('you have 4 of the 6 skills named')
  })

  it('does not lower the fit for skills that either side leaves out', () => {
    const plain = value(['Accountant'], 'Accountant')
    expect(fitOf({ titles: ['Accountant'], skills: ['Xero'] }, { title: 'Accountant' }).fit).toBe(plain)
    expect(
      fitOf(
        { titles: ['Accountant'], skills: ['Xero'] },
        { title: 'Accountant', description: 'IFRS, SAP, HGB' },
      ).fit,
    ).toBe(plain)
  })

  it('knows skills that only the person names', () => {
    const opening = { title: 'Cooper', description: 'You know Barrel Toasting, Python, SQL.' }
    expect(fitOf({ titles: ['Cooper'], skills: ['barrel toasting', 'SQL'] }, opening).because).toContain(
      '2 of the 3 skills',
    )
  })

  it('can tell from skills alone when a title says nothing', () => {
    const opening = { title: 'Guru of Delight', description: 'SEO, Google Analytics, HubSpot, copywriting' }
    const judged = fitOf({ titles: ['Rockstar'], skills: ['SEO', 'Google Analytics', 'HubSpot'] }, opening)
    expect(judged.fit).toBeGreaterThan(0.3)
    expect(judged.because).toContain('3 of the 4 skills')
  })

  it('says why in words', () => {
    expect(fitOf({ titles: ['CFO'] }, { title: 'Finance director' }).because).toBe(
      'both are finance leadership and control',
    )
    expect(fitOf({ titles: ['Nurse'] }, { title: 'Welder' }).because).toBe(
      'nursing and metalwork and machining are different fields',
    )
  })

  it('takes any text', () => {
    for (const odd of [
      'constructor',
      '__proto__',
      '🎉',
      '((((',
      'a'.repeat(10_000),
      '\u0000',
      '- - -',
      '@',
      'مهندس',
    ]) {
      expect(() => fitOf({ titles: [odd], skills: [odd] }, { title: odd, description: odd })).not.toThrow()
    }
  })
})

describe('the tables', () => {
  it('name each family once, and relate only families that exist', () => {
    const ids = FAMILIES.map((family) => family.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const table of Object.values(RELATED)) for (const id of table.keys()) expect(ids).toContain(id)
  })

  it('are the same both ways', () => {
    expect(value(['Lawyer'], 'Auditor')).toBe(value(['Auditor'], 'Lawyer'))
  })
})
