import { describe, expect, it } from 'vitest'
import { fit as fitOf } from './index.ts'

/** Our own pairs: "high" from .6, "near" .25 to .75, "far" below .3 and never .3, "none" below .15. */
const PAIRS = `
high | CFO | Finance director
high | Chief Financial Officer | VP Finance
high | CFO | Leiter Finanzen
high | Head of Finance | Financial Controller
high | Finance Manager | FP&A Director
high | Staff Software Engineer | Senior Backend Developer
high | Frontend Developer | Full-Stack Engineer
high | Software Engineer | Java Developer
high | Software Engineer | Softwareentwickler (m/w/d)
high | VP Engineering | Software Engineering Manager
high | CTO | VP of Engineering
high | iOS Developer | Mobile Engineer, Android
high | Principal Engineer, Platform | Staff Software Engineer
high | SRE | Site Reliability Engineer
high | DevOps Engineer | Senior Cloud Infrastructure Engineer
high | Data Scientist | ML Engineer
high | Data Engineer | Analytics Engineer
high | Head of Data | Data Science Manager
high | QA Engineer | Software Tester
high | Product Manager | Head of Product
high | Senior Product Manager, Payments | Group Product Manager
high | Product Owner | Produktmanager
high | UX Designer | Product Designer
high | Graphic Designer | Visual Designer
high | System Administrator | IT Support Specialist
high | CISO | Information Security Manager
high | Security Engineer | Penetration Tester
high | Accountant | Senior Auditor
high | Bookkeeper | Accounts Payable Clerk
high | Buchhalterin | Accountant
high | Steuerberater | Tax Advisor
high | Account Executive | Sales Manager
high | VP Sales | Chief Revenue Officer
high | Vertriebsleiter | Sales Director
high | Key Account Manager | Business Development Manager
high | SDR | Inside Sales Representative
high | CMO | Marketing Director
high | SEO Specialist | Digital Marketing Manager
high | Brand Manager | Head of Marketing
high | PR Manager | Head of Communications
high | HR Manager | People Operations Lead
high | CHRO | HR Business Partner
high | Personalreferentin | HR Generalist
high | Recruiter | Talent Acquisition Partner
high | Headhunter | Executive Search Consultant
high | Lawyer | General Counsel
high | Rechtsanwältin | Legal Counsel
high | Compliance Officer | Risk Manager
high | Procurement Manager | Strategic Buyer
high | Leiter Einkauf | Head of Procurement
high | Supply Chain Manager | Logistics Director
high | COO | Operations Director
high | Strategy Consultant | Management Consultant
high | Executive Assistant | Office Manager
high | Customer Success Manager | Customer Support Specialist
high | Project Manager | PMO Lead
high | Program Manager | Scrum Master
high | Registered Nurse | Charge Nurse
high | RN | Nurse Practitioner
high | Krankenpfleger | Registered nurse
high | Physician | Cardiologist
high | Oberarzt | Surgeon
high | Physical Therapist | Occupational Therapist
high | Dentist | Dental Hygienist
high | Pharmacist | Pharmacy Manager
high | Social Worker | Mental Health Counselor
high | Teacher | Elementary School Teacher
high | Lehrerin | High School Teacher
high | Professor of Economics | University Lecturer
high | Mechanical Engineer | Maschinenbauingenieur
high | Electrical Engineer | Hardware Engineer
high | Civil Engineer | Structural Engineer
high | Electrician | Elektriker
high | Plumber | HVAC Technician
high | Chef | Sous Chef
high | Waiter | Bartender
high | Store Manager | Retail Sales Associate
high | Truck Driver | Delivery Driver
high | Police Officer | Detective
high | Security Guard | Security Officer
high | Construction Manager | Site Supervisor
high | Carpenter | Bricklayer
high | Welder | CNC Machinist
high | Journalist | Editor
high | Photographer | Video Editor
high | Research Scientist | Postdoctoral Researcher
high | Biologist | Microbiologist
high | CEO | Managing Director
high | Geschäftsführer | CEO & Founder
high | Investment Banker | M&A Associate
high | Portfolio Manager | Investment Analyst
high | Underwriter | Actuary
high | Real Estate Agent | Property Manager
high | Hotel Manager | Front Desk Agent
near | Software Engineer | Data Engineer
near | Software Engineer | DevOps Engineer
near | Software Engineer | QA Engineer
near | Backend Developer | Engineering Technician
near | Product Manager | UX Designer
near | Product Manager | Project Manager
near | Product Manager | Product Marketing Manager
near | Data Analyst | Financial Analyst
near | CFO | Auditor
near | Accountant | Financial Controller
near | Finance Director | Investment Banker
near | Sales Manager | Marketing Manager
near | Account Executive | Customer Success Manager
near | HR Manager | Recruiter
near | HR Business Partner | Learning and Development Manager
near | Marketing Manager | PR Manager
near | Copywriter | Journalist
near | Lawyer | Compliance Officer
near | Operations Manager | Supply Chain Manager
near | Buyer | Supply Chain Manager
near | Management Consultant | Operations Manager
near | Nurse | Physician
near | Nurse | Caregiver
near | Teacher | Professor
near | Teacher | School Counselor
near | Mechanical Engineer | Manufacturing Engineer
near | Electrical Engineer | Electrician
near | Civil Engineer | Architect
near | Hotel Manager | Restaurant Manager
near | Police Officer | Security Guard
near | Warehouse Worker | Truck Driver
near | Plumber | Electrician
near | System Administrator | Information Security Analyst
near | CEO | COO
near | Pharmacist | Clinical Research Associate
near | Graphic Designer | Marketing Manager
near | Project Manager | Operations Manager
near | Insurance Agent | Sales Representative
near | Loan Officer | Accountant
near | Executive Assistant | HR Coordinator
none | Software engineer | Registered nurse
none | Recruiter | Backend developer at a recruiting firm
none | Software Engineer | Chef
none | CFO | Kindergarten Teacher
none | Accountant | Electrician
none | Lawyer | Welder
none | Marketing Manager | Surgeon
none | Nurse | Sales Director
none | Truck Driver | Data Scientist
none | Product Manager | Plumber
none | Teacher | Investment Banker
none | Barista | Chief Information Security Officer
none | Hairdresser | Backend Developer
none | Police Officer | Graphic Designer
none | Dentist | Supply Chain Manager
none | Pilot | HR Manager
none | Carpenter | Copywriter
none | Farmer | Compliance Officer
none | Physician | DevOps Engineer
none | Photographer | Tax Advisor
none | Recruiter | Structural Engineer
none | Vertriebsleiter | Krankenschwester
none | Elektriker | Rechtsanwalt
none | Lehrer | Einkaufsleiter
none | VP Finance | Head Nurse
none | Chief Financial Officer | Chief Nursing Officer
none | Director of Nursing | Director of Engineering
none | Senior Sales Manager | Senior Structural Engineer
far | HR Manager | Supply Chain Manager
far | Lawyer | Sales Manager
far | Teacher | UX Designer
far | Journalist | Software Engineer
far | Chemist | Software Engineer
`

const rows = PAIRS.trim()
  .split('\n')
  .map((line) => line.split(' | ') as [band: string, mine: string, theirs: string])

const BANDS: Record<string, [number, number]> = {
  high: [0.6, 1],
  near: [0.25, 0.75],
  far: [0, 0.299],
  none: [0, 0.149],
}

function inBand(band: string, mine: string, theirs: string): boolean {
  const [low, high] = BANDS[band] ?? [0, 0]
  const { fit: value } = fitOf({ titles: [mine] }, { title: theirs })
  return value !== null && value >= low && value <= high
}

describe('pairs of titles and the band they belong to', () => {
  it.each(rows)('%s: %s and %s', (band, mine, theirs) => {
    expect(inBand(band, mine, theirs), JSON.stringify(fitOf({ titles: [mine] }, { title: theirs }))).toBe(
      true,
    )
  })

  it.each(rows)('%s, the other way round: %s and %s', (band, mine, theirs) => {
    expect(inBand(band, theirs, mine), JSON.stringify(fitOf({ titles: [theirs] }, { title: mine }))).toBe(
      true,
    )
  })
})
