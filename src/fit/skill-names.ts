/**
 * Names of skills, a field a line; "=" joins other spellings to the name shown. Written by hand: common names that
 * postings and profiles use, not a taxonomy.
 */
export const SKILL_NAMES = `
Python, Java, JavaScript=js, TypeScript, C++=cpp, C#=csharp, .NET=dotnet, PHP, Ruby on Rails=rails=ror,
  Kotlin, Golang, Objective-C, MATLAB, Perl, Haskell, Elixir, Erlang, Clojure, Groovy, Visual Basic=vba,
  COBOL, Fortran, Bash=shell scripting, PowerShell, SQL, PL/SQL, T-SQL, HTML=html5, CSS=css3, Sass,
  GraphQL, WebAssembly, Solidity, Assembly language, Lua, ABAP, Delphi
React=react.js=reactjs, React Native, Angular=angularjs, Vue.js=vue=vuejs, Svelte, Next.js=nextjs,
  Node.js=node=nodejs, Express.js, Django, Flask, FastAPI, Spring Boot=spring framework, Laravel, Symfony,
  ASP.NET, jQuery, Redux, Tailwind CSS=tailwind, Bootstrap, Flutter, SwiftUI, Android, iOS, Unity,
  Unreal Engine, WordPress, Drupal, Magento, Shopify, REST API=rest apis=restful apis=restful, gRPC,
  Microservices, Web services
AWS=amazon web services, Azure=microsoft azure, Google Cloud=gcp=google cloud platform, Docker,
  Kubernetes=k8s, Terraform, Ansible, Jenkins, GitHub Actions, GitLab CI=gitlab, Git,
  CI/CD=continuous integration, Linux, Unix, Windows Server, VMware, Prometheus, Grafana, Datadog, Splunk,
  Nginx, Apache Kafka=kafka, RabbitMQ, Helm, CloudFormation, Serverless, OpenShift, Observability, DevOps
PostgreSQL=postgres, MySQL, Oracle Database, Microsoft SQL Server=sql server, MongoDB, Redis,
  Elasticsearch, Cassandra, DynamoDB, Snowflake, BigQuery, Redshift, Databricks, dbt,
  Airflow=apache airflow, Apache Spark=pyspark, Hadoop, Hive, ETL, Data warehousing=data warehouse,
  Data modeling=data modelling, Neo4j
Machine learning=ml, Deep learning, Natural language processing=nlp, Computer vision, PyTorch, TensorFlow,
  scikit-learn, Pandas, NumPy, Keras, Large language models=llm=llms, Generative AI, MLOps,
  Reinforcement learning, Statistics, Data analysis, Data visualization=data visualisation, Tableau,
  Power BI, Looker, Qlik=qlikview, SPSS, SAS, Stata, A/B testing, Time series, Forecasting, Data mining,
  Business intelligence, Data governance, Econometrics
Active Directory, Office 365=microsoft 365, Microsoft Excel=excel=ms excel, PowerPoint,
  Google Workspace=g suite, ServiceNow, ITIL, TCP/IP, Cisco, Firewalls, VPN, Help desk,
  Network administration, Intune, Citrix
Penetration testing, SIEM, Incident response, Threat modeling, Vulnerability management, Cryptography,
  ISO 27001, SOC 2, NIST, OWASP, Identity and access management=iam, Zero trust,
  Cybersecurity=cyber security
Selenium, Cypress, Playwright, JUnit, Test automation, Manual testing, Load testing, Unit testing, Postman,
  Regression testing
Agile, Scrum, Kanban, Jira, Confluence, Project management, Program management, Stakeholder management,
  PMP, PRINCE2, Risk management, Change management, Product management, Product strategy,
  Roadmapping=product roadmap, User research, Requirements gathering, OKRs, Microsoft Project=ms project
Figma, Sketch app, Adobe Photoshop=photoshop, Adobe Illustrator=illustrator, InDesign=adobe indesign,
  After Effects, Premiere Pro, Adobe XD, Creative Cloud=adobe creative suite,
  UX design=user experience design, UI design=user interface design, Wireframing, Prototyping,
  Design systems, Typography, Branding, Accessibility=wcag, Blender, 3ds Max, Maya, Illustration,
  Motion graphics, Video editing, Photography, Final Cut Pro
Financial modeling=financial modelling, Financial reporting, Financial analysis, Budgeting,
  FP&A=financial planning and analysis, Variance analysis, Cash flow management=cash flow, Treasury,
  Valuation, Due diligence, Mergers and acquisitions=m&a, Corporate finance, Equity research,
  Private equity, Venture capital, Portfolio management, Derivatives, Fixed income, Bloomberg Terminal,
  Credit analysis, Investor relations, Fundraising, IFRS, US GAAP=gaap, HGB, Consolidation, Audit=auditing,
  Internal controls, Sarbanes-Oxley=sox, Tax=taxation, VAT, Bookkeeping, Accounts payable,
  Accounts receivable, Payroll, General ledger, Month-end close=month end close, QuickBooks, Xero, DATEV,
  NetSuite, SAP, SAP FI, SAP S/4HANA=s/4hana, Oracle ERP, Microsoft Dynamics=dynamics 365, Workday,
  Hyperion, Anaplan, Cost accounting, Underwriting, Actuarial science, Claims handling, Reinsurance,
  Solvency II, Basel III, KYC=know your customer, Anti-money laundering=aml
Sales, B2B sales=b2b, Account management, Key account management, Business development, Lead generation,
  Cold calling, Negotiation, Salesforce, HubSpot, CRM, Pipeline management, Sales forecasting,
  Solution selling, Presales=pre-sales, SaaS, Contract negotiation, Sales enablement, Channel sales,
  Customer success, Customer service, Zendesk, Intercom, Onboarding, Upselling
Marketing strategy, Digital marketing, SEO=search engine optimization=search engine optimisation,
  SEM=search engine marketing, Google Ads=adwords, Google Analytics=ga4, Facebook Ads=meta ads,
  Content marketing, Email marketing, Social media marketing=social media, Marketing automation, Marketo,
  Mailchimp, Copywriting, Brand management, Product marketing, Growth marketing, Market research,
  Public relations, Media relations, Event management, Crisis communication=crisis communications,
  Internal communications, Community management, E-commerce=ecommerce, Performance marketing,
  Affiliate marketing, Content strategy
Recruiting=recruitment, Sourcing, Talent acquisition, Executive search, Employer branding,
  Employee relations, Performance management, Compensation and benefits,
  Organizational development=organisational development, Succession planning, HRIS, SuccessFactors,
  Labor law=labour law=employment law, Workforce planning, Interviewing, Talent management,
  Diversity and inclusion, Learning and development, Coaching, Instructional design, E-learning=elearning,
  Facilitation, Mentoring
Contract law, Corporate law, Litigation, Intellectual property, Patent law, GDPR,
  Data protection=data privacy, Compliance, Regulatory affairs, Legal research, Contract drafting,
  Commercial law, Competition law, Arbitration, Trademarks, Corporate governance
Supply chain management=supply chain, Logistics, Procurement, Strategic sourcing,
  Inventory management=inventory control, Warehouse management, Demand planning, Category management,
  Vendor management, Lean manufacturing=lean, Six Sigma, Kaizen, 5S,
  Process improvement=continuous improvement, Quality assurance, Quality management, ISO 9001,
  Production planning, Transportation management, Incoterms, Import and export, Operations management,
  Strategic planning, Business analysis, Process mapping, Management consulting, Business strategy,
  Market entry, Restructuring, Post-merger integration
SolidWorks, AutoCAD, CATIA, Siemens NX, Creo, Inventor, ANSYS, Finite element analysis=fea,
  CFD=computational fluid dynamics, GD&T, PLC programming=plc, SCADA, LabVIEW, Simulink, VHDL, Verilog,
  FPGA, PCB design, Embedded systems, RTOS, Firmware, Circuit design, Robotics, ROS, HVAC, Thermodynamics,
  Mechanical design, Injection molding=injection moulding, CNC machining=cnc, Welding,
  Additive manufacturing=3d printing, Sheet metal, FMEA, APQP, Revit, BIM, Civil 3D, Structural analysis,
  Structural design, Surveying, GIS, ArcGIS, Geotechnical engineering, Construction management,
  Cost estimation, Quantity surveying, Power systems, Renewable energy, Process engineering,
  Chemical engineering, Oil and gas, Environmental impact assessment, Sustainability, ESG reporting=esg,
  Life cycle assessment, OSHA, Health and safety=occupational safety, Electrical wiring, Plumbing,
  Carpentry, Blueprint reading, Forklift, Preventive maintenance
Patient care, Nursing, ICU=intensive care, Emergency medicine, Triage, CPR=bls, ACLS, Phlebotomy,
  Medication administration, Wound care, Electronic health records=ehr=emr, Epic EHR,
  Medical coding=icd-10, Surgery, Pediatrics=paediatrics, Oncology, Cardiology, Radiology,
  Anesthesia=anaesthesia, Physical therapy=physiotherapy, Occupational therapy, Speech therapy,
  Psychotherapy, Cognitive behavioral therapy=cbt, Mental health, Social work, Case management,
  Counseling=counselling, Palliative care, Public health, Epidemiology, Clinical trials, Clinical research,
  Good clinical practice=gcp guidelines, GMP=good manufacturing practice, Pharmacology, Pharmacovigilance,
  HIPAA, Infection control, Dental hygiene, Veterinary medicine, Nutrition
PCR, Cell culture, Molecular biology, CRISPR, Western blot, Flow cytometry, HPLC, Mass spectrometry,
  Chromatography, Spectroscopy, Bioinformatics, Genomics, Immunology, Microbiology, Biochemistry,
  Organic chemistry, Microscopy, Laboratory techniques, Scientific writing, Grant writing, Research design,
  Quantitative research, Qualitative research
Teaching, Curriculum development, Lesson planning, Classroom management, Special education,
  Early childhood education, Tutoring, Student assessment, Academic advising, Library science
Journalism, Editing, Proofreading, Technical writing, Creative writing, Translation, Interpreting,
  Public speaking, Storytelling, Screenwriting, Audio production, Music production
Hospitality management, Food safety=haccp, Cooking, Menu planning, Bartending, Housekeeping,
  Revenue management, Point of sale=pos systems, Merchandising, Visual merchandising, Retail management,
  Event planning, Property management, Real estate, Public policy, Policy analysis, Government relations,
  Nonprofit management, Volunteer management, Investigations, Emergency management, Security operations,
  Driving licence=driver's license, Fleet management, Landscaping, Agronomy, Animal care
Leadership, People management, Team building, Budget management, Conflict resolution, Crisis management,
  Turnaround management, P&L management=p&l responsibility, Board reporting, Digital transformation
`

/**
 * Names that are also ordinary words or letters: they count only in this spelling and beside other skills, or
 * with one of the words behind them that make it plain ("Go developer", "R programming").
 */
export const AMBIGUOUS_NAMES = `
Go, R, C, Swift, Rust, Ruby, Scala, Dart, Julia, Spark, Chef, Puppet, Access, Word, Excel, Node, Unity, Maya, Helm,
Hive, Lean, Express, Sales, Tax, Epic, Oracle, Spring, Blender, Inventor, Creo, Intercom, Workday, Bootstrap, Compliance, Audit, Sketch
`

/** Those of them that "in", "with" or "using" before them make plain: "experience in R". */
export const AFTER_PREPOSITION = 'Excel, Word, PowerPoint, R, Go, C, Rust, Swift, Scala, Ruby, Oracle'
