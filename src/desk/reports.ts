import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { LANGUAGES, language, said } from '../language.ts'
import { id, reference } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { LEADS, STAFF } from '../role.ts'
import { type Id, newId } from '../store/ids.ts'
import { findMandate, type MandateId } from './mandate-of.ts'
import { reportPdf } from './report-pdf.ts'
import { calledBy, fieldsOf, sharedFields, sharedRows } from './shared-fields.ts'

// A report to the client: what is shared with them on that day and nothing else. It is kept as it was, and makes the
// same document whenever it is asked for.

const candidate = z.object({ candidacy: id, called: z.string(), ...sharedFields })

const contentShape = z.object({
  firm: z.string(),
  mandate: z.object({ title: z.string(), client: z.string() }),
  language: z.enum(LANGUAGES).describe('in which it was made'),
  candidates: z.array(candidate),
})
export type ReportContent = z.output<typeof contentShape>

export const reportMake = action({
  name: 'report.make',
  says: 'Make a report to the client of a mandate: the candidates who are shared, in the fields that are shared. It is kept as it is.',
  kind: 'write',
  may: LEADS,
  input: z.object({ mandate: reference('mandate') }),
  output: z.object({ report: id, mandate: id, candidates: z.number().int() }),
  async run(context, input) {
    const { tx, workspace, now, caller } = context
    const mandate = await findMandate(context, input.mandate)
    const content = await contentNow(context, mandate)
    if (content.candidates.length === 0) throw new Refusal('conflict', said(NOBODY), 'mandate')
    const report = newId<'client-report'>(now.getTime())
    const whose = { workspace_id: workspace, mandate_id: mandate, by_member: caller.member ?? null }
    await tx
      .insertInto('client_report')
      .values({ ...whose, id: report, content: JSON.stringify(content), at: now })
      .execute()
    return { report, mandate, candidates: content.candidates.length }
  },
})

async function contentNow(context: Context, mandate: MandateId): Promise<ReportContent> {
  const { tx } = context
  const about = await tx
    .selectFrom('mandate')
    .innerJoin('organization', 'organization.id', 'client_id')
    .select(['title', 'organization.name as client'])
    .where('mandate.id', '=', mandate)
    .executeTakeFirstOrThrow()
  const { name: firm } = await tx.selectFrom('workspace').select('name').executeTakeFirstOrThrow()
  const candidates: ReportContent['candidates'] = []
  for (const row of await sharedRows(context)) {
    if (row.mandate !== mandate) continue
    const { candidacy } = row
    candidates.push({ candidacy, called: calledBy(row), ...(await fieldsOf(context, row)) })
  }
  return { firm, mandate: about, language: language(), candidates }
}

export const reportList = action({
  name: 'report.list',
  says: 'The reports that were made to the client of a mandate, the newest first.',
  kind: 'read',
  may: STAFF,
  input: z.object({ mandate: reference('mandate') }),
  output: z.object({
    mandate: id,
    reports: z.array(
      z.object({ report: id, at: z.string(), by: z.string().nullable(), candidates: z.number().int() }),
    ),
  }),
  async run(context, input) {
    const mandate = await findMandate(context, input.mandate)
    const rows = await context.tx
      .selectFrom('client_report')
      .leftJoin('member', 'member.id', 'by_member')
      .select(['client_report.id as report', 'at', 'member.name as by', 'content'])
      .where('mandate_id', '=', mandate)
      .orderBy('at', 'desc')
      .orderBy('client_report.id', 'desc')
      .execute()
    const reports = rows.map(({ at, content, ...row }) => ({
      ...{ ...row, at: at.toISOString(), candidates: contentShape.parse(content).candidates.length },
    }))
    return { mandate, reports }
  },
})

export const reportShow = action({
  name: 'report.show',
  says: 'A report to the client as it was made: to be read, or printed from the screen.',
  kind: 'read',
  may: STAFF,
  input: z.object({ report: id }),
  output: contentShape.extend({ report: id, mandateId: id, at: z.string() }),
  async run(context, { report }) {
    const { mandate_id: mandateId, at, content } = await findReport(context, report)
    return { report, mandateId, at: at.toISOString(), ...content }
  },
})

export const reportPdfShow = action({
  name: 'report.pdf',
  says: 'A report to the client as a PDF: the same bytes whenever it is asked for.',
  kind: 'read',
  may: STAFF,
  input: z.object({ report: id }),
  output: z.object({ report: id, mandate: id, name: z.string(), base64: z.string() }),
  except: { mcp: 'a PDF is for people: an assistant reads report.show' },
  async run(context, { report }) {
    const { mandate_id: mandate, at, content } = await findReport(context, report)
    const pdf = await reportPdf(content, at)
    const name = `${content.mandate.title.replace(/[^\p{L}\p{N}]+/gu, '-')}-${at.toISOString().slice(0, 10)}.pdf`
    return { report, mandate, name, base64: pdf.toString('base64') }
  },
})

/** @throws Refusal when it is not there, or is of a mandate that the viewer may not know of. */
async function findReport({ tx }: Context, report: string) {
  const row = await tx
    .selectFrom('client_report')
    .select(['mandate_id', 'at', 'content'])
    .where('id', '=', report as Id<'client-report'>)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found', said(NO_REPORT), 'report')
  return { ...row, content: contentShape.parse(row.content) }
}

const NOBODY = {
  en: 'Nobody is shared with the client of this mandate: there is nothing to report.',
  de: 'Mit dem Kunden dieses Mandats ist niemand geteilt: Es gibt nichts zu berichten.',
}
const NO_REPORT = { en: 'There is no such report.', de: 'Diesen Bericht gibt es nicht.' }
