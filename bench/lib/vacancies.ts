/** Titles as adverts write them, a kind of work a line. Written by hand, no model was trained on them. */
export const VACANCIES = `
Senior Java Developer (m/f/d) - Remote | Backend Engineer, Payments (Kotlin) | Full Stack Software Engineer II | Staff Software Engineer - Platform
Data Scientist - NLP | Machine Learning Engineer, Search | Senior Applied Scientist (Hybrid) | Lead Data Scientist, Berlin
Senior DevOps Engineer (AWS/Kubernetes) | Site Reliability Engineer III | Cloud Infrastructure Engineer - Remote US | Platform Engineer (m/w/d)
IT Support Specialist - Tier 2 | Desktop Support Technician | Service Desk Analyst (12 month contract) | Helpdesk Engineer, London
SOC Analyst L2 - Night Shift | Senior Information Security Engineer | Penetration Tester (CHECK/CREST) | Cyber Security Consultant
Chief Financial Officer - Series B Fintech | VP Finance, EMEA | Finance Director (Private Equity backed) | Group Head of Finance
Accounts Payable Specialist | AP/AR Clerk - Temp to Perm | Bookkeeper (Part Time) | Purchase Ledger Clerk - Leeds
Senior Auditor (Big 4) | Staff Accountant - Chicago, IL | Tax Accountant, CPA | Financial Accountant - 6 month FTC
FP&A Manager | Senior Financial Analyst, Corporate Finance | Finance Business Partner | Financial Planning Analyst II
Account Executive - Mid Market SaaS | Enterprise Sales Executive (DACH) | Sales Development Representative | Inside Sales Rep - Uncapped Commission
Customer Success Manager, EMEA | Customer Service Representative - Remote | Call Center Agent $18/hr | Customer Support Advisor
Growth Marketing Manager | Digital Marketing Specialist (SEO/PPC) | Brand Manager - FMCG | Head of Marketing, B2B SaaS
PR Account Manager | Communications Officer - Maternity Cover | Corporate Communications Director | Public Relations Specialist
HR Business Partner | People Operations Manager | HR Generalist - Bilingual Spanish | HR Advisor (CIPD)
Talent Acquisition Partner - Tech | Recruitment Consultant, Graduate | Senior Recruiter (contract) | Executive Search Associate
Corporate Counsel - M&A | Associate Attorney, Employment Law | Solicitor - Private Client 3 PQE | Senior Legal Counsel (FinTech)
Paralegal - Litigation | Legal Assistant | Legal Secretary, Real Estate | Conveyancing Assistant
Supply Chain Planner | Logistics Coordinator - Import/Export | Head of Logistics | Demand Planning Manager
Category Manager - Indirect Procurement | Senior Buyer, Electronics | Purchasing Agent | Strategic Sourcing Specialist
Warehouse Associate - 2nd Shift | Forklift Operator (Reach Truck) | Order Picker/Packer | Material Handler - Weekend
CDL Class A Driver - Home Daily | HGV Class 1 Driver, Nights | OTR Truck Driver $90k | Delivery Driver (Van)
Travel Nurse RN - ICU | Registered Nurse - Med/Surg, Nights | Staff Nurse Band 5 | Charge Nurse, Emergency Department
Certified Nursing Assistant (CNA) - PRN | Home Health Aide | Healthcare Assistant - Care Home | Caregiver, Senior Living
Consultant Cardiologist | Hospitalist Physician - Nocturnist | GP Partner | Locum Doctor - Acute Medicine
Physical Therapist - Outpatient | Occupational Therapist Band 6 | Speech Language Pathologist (School) | Physiotherapist - MSK
Pharmacist In Charge | Clinical Pharmacist, Primary Care | Staff Pharmacist - Overnight | Pharmacy Manager
Dental Hygienist - 4 days/week | Associate Dentist | Dental Nurse | Orthodontic Assistant
Primary School Teacher - KS2 | 5th Grade Teacher | Secondary Maths Teacher | Special Education Teacher (SPED)
Assistant Professor of Biology (Tenure Track) | Lecturer in Economics | Adjunct Instructor - Psychology | Postdoctoral Fellow
Social Worker - Children's Services | LCSW Therapist | Family Support Worker | Mental Health Counselor - Telehealth
Mechanical Design Engineer | Senior Mechanical Engineer - HVAC | CAD Engineer (SolidWorks) | Automotive Powertrain Engineer
Electrical Engineer - Power Systems | Hardware Engineer, PCB Design | Electronics Engineer (m/w/d) | Embedded Hardware Engineer
Civil Engineer - Highways | Structural Engineer (PE) | Geotechnical Engineer | Site Engineer - Graduate
Electrician - Journeyman | Industrial Electrician, Nights | Electrical Technician - Solar | Maintenance Electrician
Plumber - Service | HVAC Technician | Gas Engineer | Pipefitter - Shutdown
Construction Project Manager | Site Manager - Residential | Construction Superintendent | Quantity Surveyor
CNC Machinist - 1st Shift | MIG Welder | CNC Programmer/Setter | Sheet Metal Fabricator
Automotive Technician - Dealership | Diesel Mechanic | Vehicle Technician - MOT | HGV Mechanic
Sous Chef - Boutique Hotel | Line Cook $20/hr | Chef de Partie | Kitchen Manager
Barista - Part Time | Waiter/Waitress | Bartender - Weekends | Restaurant Server
Hotel Front Desk Agent | Hotel General Manager | Night Auditor | Guest Services Manager
Store Manager - Fashion | Retail Sales Associate | Assistant Store Manager, Grocery | Cashier - Part-Time
Graphic Designer (Freelance) | UX/UI Designer | Product Designer - Design Systems | Senior Visual Designer
Copywriter - Healthcare | Content Writer, B2B | Technical Writer | News Editor
Executive Assistant to CEO | Administrative Assistant - Front Office | Office Administrator | Personal Assistant (PA)
Real Estate Agent | Property Manager - Multifamily | Leasing Consultant | Lettings Negotiator
Insurance Underwriter | Claims Adjuster - Auto | Insurance Account Manager | Actuarial Analyst
Security Officer - Unarmed | Security Guard, Overnight | Door Supervisor (SIA) | Loss Prevention Officer
Cleaner - Evenings | Housekeeper - Hotel | Janitor/Custodian | Domestic Assistant (Hospital)
Laboratory Technician - QC | Research Associate, Molecular Biology | Biomedical Scientist Band 6 | Senior Scientist - Oncology
`
