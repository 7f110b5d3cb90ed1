import { describe, expect, it } from 'vitest'
import { LEVELS, level } from './level.ts'

const CASES = `
board | Chairman of the Board
board | Chair & Non-Executive Director
board | Board Member
board | Aufsichtsrat
board | Chairwoman and CEO
chief | CEO
chief | Chief Executive Officer
chief | Interim CFO
chief | CTO & Co-Founder
chief | Chief Human Resources Officer
chief | CISO
chief | Founder
chief | President
chief | President and COO
chief | Managing Director
chief | Partner
chief | Managing Partner
chief | Geschäftsführer
chief | Geschäftsführerin
chief | Mitglied der Geschäftsleitung
chief | Vorstand
chief | Inhaber
chief | Owner
vice president | Vice President
vice president | VP Engineering
vice president | V.P. of Sales
vice president | SVP, Global Marketing
vice president | EVP Operations
vice president | Senior Vice President
vice president | Deputy CEO
director | Director of Finance
director | Senior Director, Product
director | General Manager
director | General Counsel
director | Executive Director
director | Assistant Vice President
director | AVP
director | Chief of Staff to the CEO
head | Head of Data
head | Global Head, Risk
head | Leiter Finanzen
head | Leiterin Personal
head | Vertriebsleiter
head | Abteilungsleiterin
head | Associate Director
head | Deputy Director
manager | Engineering Manager
manager | Senior Manager, Audit
manager | HR Manager
manager | Store Manager
manager | Group Product Manager
manager | Marketing Manager
lead | Lead Engineer
lead | Team Lead
lead | Teamleiter
lead | Staff Software Engineer
lead | Principal Engineer
lead | Lead Product Manager
lead | Shift Supervisor
lead | Assistant Manager
senior | Senior Software Engineer
senior | Sr. Accountant
senior | Senior Product Manager
senior | Senior Executive Assistant
professional | Software Engineer
professional | Product Manager
professional | Project Manager
professional | Key Account Manager
professional | Customer Success Manager
professional | Assistant to the CEO
professional | Executive Assistant
professional | CEO Assistant
professional | Assistenz der Geschäftsführung
professional | HR Business Partner
professional | Product Owner
professional | Headhunter
professional | Lead Generation Specialist
professional | Staff Accountant
professional | Registered Nurse
professional | Partner Manager
professional | Recruiter for C-level and VP roles
professional | Engineer at Head Sports
professional | Analyst @ President's Choice
junior | Junior Developer
junior | Graduate Engineer
junior | Associate Software Engineer
intern | Marketing Intern
intern | Werkstudent Marketing
intern | Trainee
intern | Student
`

const rows = CASES.trim()
  .split('\n')
  .map((line) => line.split(' | ') as [string, string])

describe('the level a title names', () => {
  it.each(rows)('%s: %s', (name, title) => {
    expect(level(title)?.name).toBe(name)
  })

  it('is null without a title, and for one that nobody holds', () => {
    for (const title of [null, '', '  ', '-', 'Retired', 'Looking for new opportunities', 'Unemployed']) {
      expect(level(title), String(title)).toBeNull()
    }
  })

  it('puts the most senior first when sorted by rank', () => {
    const titles = ['Engineer', 'CEO', 'Intern', 'VP Sales', 'Chairman', 'Head of Data']
    const sorted = titles.toSorted((a, b) => (level(a)?.rank ?? 99) - (level(b)?.rank ?? 99))
    expect(sorted).toEqual(['Chairman', 'CEO', 'VP Sales', 'Head of Data', 'Engineer', 'Intern'])
    expect(level('Chairman')?.rank).toBe(1)
    expect(level('Intern')?.rank).toBe(LEVELS.length)
  })
})
