import type { Field } from '../fields.ts'
import type { Positional } from './arguments.ts'
import { ownField } from './command.ts'
import { isFile, readFiles, readText } from './files.ts'
import type { Session } from './session.ts'

type Values = Record<string, unknown>
/** What to print; `refused`: it came to nothing, in a sentence for standard error. */
export type Told = { name: string; answer: Values; refused?: string }

/** A short form of the main job: whose fields it takes, what stands without a dash, and what it asks. */
export type ShortForm = {
  name: string
  usage: string
  says: string
  /** Their fields are its options, but those `without`. */
  capabilities: string[]
  places: Positional[]
  extra?: Field[]
  without?: string[]
  /** Without it: the first capability, asked with the values as they are. */
  run?(session: Session, values: Values): Promise<Told>
}

const invitation: Positional = { name: 'invitation', required: true }

/** The only place where capabilities are named: DESIGN's short words for the walk of the main job. */
export const SHORT_FORMS: ShortForm[] = [
  {
    name: 'import',
    usage: 'PATH... [--me EMAIL]',
    says: 'Files and folders: a LinkedIn export, calendars, mails, vCards, resumes, job boards.',
    capabilities: ['file.import'],
    places: [{ name: 'path', required: true, many: true }],
    run: async (session, { path, ...input }) => importing(session, path as string[], input),
  },
  {
    name: 'worth',
    usage: 'INVITATION|FILE',
    says: 'What the meeting is worth beyond the job; an .ics or .eml file is imported first.',
    capabilities: ['invitation.worth'],
    places: [invitation],
    run: async (session, values) =>
      told(session, 'invitation.worth', await withInvitationOf(session, values)),
  },
  {
    name: 'invite',
    usage: '--organization NAME [--role TEXT] [--with PERSON ...] [--at TIME] | --text FILE',
    says: 'An invitation before any calendar entry: written down, or a pasted message.',
    capabilities: ['invitation.add', 'invitation.paste'],
    places: [],
    run: (session, values) => textOr(session, values, 'invitation.paste', 'invitation.add'),
  },
  {
    name: 'career',
    usage: 'PERSON --text FILE | --at ORGANIZATION[:FROM[..TO]] ...',
    says: "What is known of somebody's career: pasted profile text, or employers in a line.",
    capabilities: ['career.add', 'career.paste'],
    places: [{ name: 'person', required: true }],
    run: (session, values) => textOr(session, values, 'career.paste', 'career.add'),
  },
  {
    name: 'decide',
    usage: 'INVITATION take|refuse [--reason REASON] [--note TEXT]',
    says: 'Take it, or refuse it with a reason.',
    capabilities: ['invitation.decide'],
    places: [invitation, { name: 'verdict', required: true }],
  },
  {
    name: 'prepare',
    usage: 'INVITATION [--enthusiasm 1..5]',
    says: 'One page before the meeting; how much you want it, said before.',
    capabilities: ['meeting.prepare', 'enthusiasm.say'],
    places: [invitation],
    without: ['value'],
    extra: [ownField('enthusiasm', 'how much you want this, 1 to 5', 'number')],
    run: async (session, { enthusiasm, ...values }) => {
      if (enthusiasm !== undefined) await session.ask('enthusiasm.say', { ...values, value: enthusiasm })
      return told(session, 'meeting.prepare', values)
    },
  },
  {
    name: 'debrief',
    usage: 'INVITATION --enthusiasm 1..5 [--met PERSON[=CHEMISTRY] ...] [--note TEXT]',
    says: 'The note after: who was met, chemistry, promises; the network follows.',
    capabilities: ['meeting.debrief'],
    places: [invitation],
  },
  {
    name: 'paths',
    usage: 'TARGET [--from PERSON] [--top 10]',
    says: 'The best introductions to a person, an organization or an opening.',
    capabilities: ['path.find'],
    places: [{ name: 'target', required: true }],
  },
  {
    name: 'lineage',
    usage: 'ANY',
    says: 'What an offer goes back to, and what came of a meeting.',
    capabilities: ['lineage.show'],
    places: [{ name: 'of', required: true }],
  },
  {
    name: 'member add',
    usage: 'EMAIL --role ROLE [--person PERSON]',
    says: 'Brings somebody into a shared workspace.',
    capabilities: ['member.add'],
    places: [{ name: 'email', required: true }],
  },
  {
    name: 'token create',
    usage: 'EMAIL [--only CAPABILITY,...]',
    says: 'A bearer token that acts for a member; it is printed once.',
    capabilities: ['token.create'],
    places: [{ name: 'email', required: true }],
    without: ['name', 'only'],
    extra: [
      ownField('name', 'what it is for; "command line" when absent'),
      ownField('only', 'the capabilities that it may use, with commas between; all, when absent'),
    ],
    run: async (session, { name = 'command line', only, ...values }) => {
      const listed = only === undefined ? {} : { only: String(only).split(',') }
      return told(session, 'token.create', { ...values, ...listed, name })
    },
  },
]

const told = async (session: Session, name: string, input: Values): Promise<Told> => ({
  name,
  answer: await session.ask(name, input),
})

async function importing(session: Session, paths: string[], input: Values): Promise<Told> {
  const answer = await session.ask('file.import', input, await readFiles(paths))
  const [first, ...others] = answer.files as { why?: string }[]
  const isRefused = first?.why !== undefined && others.every(({ why }) => why !== undefined)
  return { name: 'file.import', answer, ...(isRefused ? { refused: first.why } : {}) }
}

async function textOr(
  session: Session,
  { text, ...rest }: Values,
  paste: string,
  add: string,
): Promise<Told> {
  if (text === undefined) return told(session, add, rest)
  return told(session, paste, { ...rest, text: await readText(String(text)) })
}

/** The argument is an invitation, or a file that holds one. */
async function withInvitationOf(session: Session, values: Values): Promise<Values> {
  const path = String(values.invitation)
  if (!(await isFile(path))) return values
  const { answer } = await importing(session, [path], {})
  const files = answer.files as { invitations?: string[]; rejected: { at: string; why: string }[] }[]
  const found = [...new Set(files.flatMap((file) => file.invitations ?? []))]
  if (found.length === 1) return { ...values, invitation: found[0] }
  if (found.length > 1)
    throw new Error(`${path} holds ${found.length} invitations, imported now: name one of them.`)
  const why = files.flatMap((file) => file.rejected).map((one) => `${one.at}: ${one.why}`)[0]
  throw new Error(`${path} holds no invitation${why === undefined ? '' : ` (${why})`}.`)
}
