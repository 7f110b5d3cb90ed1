// What people do: titles by level, the unit they work in, skills. Eight levels, from junior to chief.

export type Occupation = {
  id: string
  /** How many work so, relative to the others. */
  weight: number
  unit: string
  /** A list of titles for each level, junior first. */
  titles: readonly (readonly string[])[]
  skills: readonly string[]
}

type Row = { weight: number; unit: string; titles: string; skills: string }

const occupation = (id: string, { weight, unit, titles, skills }: Row): Occupation => ({
  id,
  weight,
  unit,
  titles: titles
    .trim()
    .split('\n')
    .map((line) => line.trim().split('|')),
  skills: skills.split('|'),
})

export const LEVEL = {
  junior: 0,
  professional: 1,
  senior: 2,
  lead: 3,
  manager: 4,
  director: 5,
  vp: 6,
  chief: 7,
}

export const OCCUPATIONS: readonly Occupation[] = [
  occupation('data', {
    weight: 10,
    unit: 'Data',
    titles: `Junior Data Analyst|Junior Data Engineer
      Data Engineer|Data Analyst|Data Scientist|Analytics Engineer|Machine Learning Engineer
      Senior Data Engineer|Senior Data Scientist|Senior Analytics Engineer|Senior Data Analyst
      Lead Data Engineer|Principal Data Engineer|Staff Data Scientist|Data Architect
      Data Engineering Manager|Analytics Manager|Head of Analytics|Head of Data Platform
      Director of Data|Director of Data Engineering|Director of Data Science
      VP Data|VP Data and Analytics
      Chief Data Officer`,
    skills:
      'SQL|Python|Apache Spark|Airflow|dbt|Snowflake|Kafka|Data modeling|PostgreSQL|BigQuery|Databricks',
  }),
  occupation('software', {
    weight: 18,
    unit: 'Engineering',
    titles: `Junior Software Engineer|Junior Web Developer
      Software Engineer|Backend Engineer|Frontend Developer|Mobile Developer
      Senior Software Engineer|Senior Backend Engineer|Senior Frontend Developer
      Tech Lead|Staff Software Engineer|Principal Engineer|Software Architect
      Engineering Manager|Head of Engineering
      Director of Engineering
      VP Engineering
      Chief Technology Officer`,
    skills: 'TypeScript|Java|Go|React|PostgreSQL|REST API|Microservices|Git|Kotlin|Node.js|Python',
  }),
  occupation('infrastructure', {
    weight: 5,
    unit: 'Platform',
    titles: `Junior Systems Engineer
      DevOps Engineer|Cloud Engineer|Site Reliability Engineer
      Senior DevOps Engineer|Senior Site Reliability Engineer|Senior Platform Engineer
      Lead Platform Engineer|Cloud Architect
      Platform Engineering Manager|Head of Infrastructure
      Director of Infrastructure
      VP Infrastructure
      Chief Information Officer`,
    skills: 'Kubernetes|Terraform|AWS|Linux|Prometheus|Docker|CI/CD|Azure',
  }),
  occupation('product', {
    weight: 7,
    unit: 'Product',
    titles: `Associate Product Manager
      Product Manager|Product Owner
      Senior Product Manager|Senior Product Designer
      Principal Product Manager|Group Product Manager
      Head of Product
      Director of Product
      VP Product
      Chief Product Officer`,
    skills: 'Roadmapping|User research|Product strategy|Jira|Stakeholder management|A/B testing|Figma',
  }),
  occupation('sales', {
    weight: 12,
    unit: 'Sales',
    titles: `Sales Development Representative
      Account Executive|Account Manager|Business Development Manager
      Senior Account Executive|Key Account Manager
      Sales Team Lead
      Regional Sales Manager|Head of Sales
      Sales Director
      VP Sales
      Chief Revenue Officer`,
    skills: 'Negotiation|CRM|Key accounts|Forecasting|Presentation|Market development',
  }),
  occupation('marketing', {
    weight: 8,
    unit: 'Marketing',
    titles: `Junior Marketing Specialist
      Marketing Manager|Content Strategist|Performance Marketing Specialist
      Senior Marketing Manager|Brand Manager
      Marketing Lead
      Head of Marketing
      Marketing Director
      VP Marketing
      Chief Marketing Officer`,
    skills: 'SEO|Content marketing|Campaigns|Brand strategy|Analytics|Copywriting',
  }),
  occupation('finance', {
    weight: 8,
    unit: 'Finance',
    titles: `Junior Financial Analyst
      Financial Analyst|Accountant|Controller
      Senior Financial Analyst|Senior Accountant
      Lead Financial Analyst
      Finance Manager|Head of Controlling
      Finance Director
      VP Finance
      Chief Financial Officer`,
    skills: 'Financial planning|Budgeting|IFRS|Excel|Forecasting|Controlling|SAP',
  }),
  occupation('people', {
    weight: 6,
    unit: 'People',
    titles: `HR Assistant
      Recruiter|HR Business Partner|Talent Partner
      Senior Recruiter|Senior HR Business Partner
      Recruiting Lead
      HR Manager|Head of Talent Acquisition
      HR Director
      VP People
      Chief People Officer`,
    skills: 'Recruiting|Employer branding|Labour law|Onboarding|Interviewing',
  }),
  occupation('operations', {
    weight: 12,
    unit: 'Operations',
    titles: `Operations Assistant|Logistics Coordinator
      Operations Manager|Supply Chain Analyst|Project Manager
      Senior Project Manager|Senior Supply Chain Analyst
      Programme Lead
      Head of Operations|Plant Manager
      Director of Operations
      VP Operations
      Chief Operating Officer`,
    skills: 'Process improvement|Lean|Supply chain|Project management|Procurement|Planning',
  }),
  occupation('customer', {
    weight: 6,
    unit: 'Customer Success',
    titles: `Customer Support Agent
      Customer Success Manager|Support Specialist
      Senior Customer Success Manager
      Customer Support Lead
      Head of Customer Success
      Director of Customer Success
      VP Customer Success
      Chief Customer Officer`,
    skills: 'Onboarding|Customer retention|CRM|Training|Escalations',
  }),
  occupation('research', {
    weight: 5,
    unit: 'Research',
    titles: `Research Assistant
      Research Scientist|Laboratory Scientist|Clinical Research Associate
      Senior Research Scientist
      Principal Scientist
      Research Manager|Head of Laboratory
      Director of Research
      VP Research and Development
      Chief Scientific Officer`,
    skills: 'Statistics|Experimental design|Scientific writing|Clinical trials|Microscopy',
  }),
  occupation('legal', {
    weight: 3,
    unit: 'Legal',
    titles: `Legal Assistant
      Legal Counsel|Compliance Officer
      Senior Legal Counsel
      Lead Counsel
      Head of Compliance|Head of Legal
      Legal Director
      VP Legal
      General Counsel`,
    skills: 'Contract law|Compliance|Data protection|Negotiation',
  }),
]

/** Every title once; positions name them by place. */
export const TITLES: readonly string[] = [...new Set(OCCUPATIONS.flatMap(({ titles }) => titles.flat()))]

export const titleAt = new Map(TITLES.map((title, index) => [title, index]))
