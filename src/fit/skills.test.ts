import { describe, expect, it } from 'vitest'
import { skillsIn } from './skills.ts'

describe('skills a text names', () => {
  it('finds whole terms, once each, under one name, in the order of the text', () => {
    expect(skillsIn('We use TypeScript, React.js, k8s and AWS. TypeScript again.')).toEqual([
      'TypeScript',
      'React',
      'Kubernetes',
      'AWS',
    ])
  })

  it('takes the longer name', () => {
    expect(skillsIn('React Native')).toEqual(['React Native'])
    expect(skillsIn('C++ and C#')).toEqual(['C++', 'C#'])
    expect(skillsIn('T-SQL, Microsoft SQL Server')).toEqual(['T-SQL', 'Microsoft SQL Server'])
    expect(skillsIn('CI/CD with GitLab CI')).toEqual(['CI/CD', 'GitLab CI'])
  })

  it('does not find a name inside another word', () => {
    expect(skillsIn('JavaScript')).toEqual(['JavaScript'])
    expect(skillsIn('visit example.net for an auditorium')).toEqual([])
    expect(skillsIn('reactive, scrumptious, pandasia')).toEqual([])
  })

  it('finds Go, R and C in lists of skills and beside words that make them plain', () => {
    expect(skillsIn('Python, Go, Kafka')).toEqual(['Python', 'Go', 'Apache Kafka'])
    expect(skillsIn('Go developer')).toEqual(['Go'])
    expect(skillsIn('statistics in R, Python')).toEqual(['Statistics', 'R', 'Python'])
    expect(skillsIn('experience with C and C++')).toEqual(['C', 'C++'])
    expect(skillsIn('knowledge of R')).toEqual(['R'])
    expect(skillsIn('Rust/Go/C')).toEqual(['Rust', 'Go', 'C'])
  })

  it('does not find Go, R and C in ordinary text', () => {
    expect(skillsIn('Go to market with us')).toEqual([])
    expect(skillsIn('our R&D team, a Series C company, C-level exposure')).toEqual([])
    expect(skillsIn('vitamin C; go for it; Chef de partie; you excel at tasks; a swift reply')).toEqual([])
    expect(skillsIn('our sales team and your tax return')).toEqual([])
  })

  it('finds skills of other fields than software', () => {
    expect(skillsIn('IFRS, month-end close, M&A; wound care; Incoterms and FMEA')).toEqual([
      'IFRS',
      'Month-end close',
      'Mergers and acquisitions',
      'Wound care',
      'Incoterms',
      'FMEA',
    ])
  })

  it('finds nothing in nothing', () => {
    expect(skillsIn('')).toEqual([])
  })
})
