import { z } from 'zod'
import { action } from '../action.ts'
import { fileResult, importFiles } from '../intake/import.ts'
import { boardAddress } from '../intake/jobs/board-address.ts'
import { said } from '../language.ts'
import { words } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { fetchPage } from './fetch-page.ts'

// Board refresh: a careers page is fetched on the user's click, and read like a file.

export const boardFetch = action({
  name: 'board.fetch',
  says: 'Fetch a careers page (Greenhouse, Lever, Ashby, or any page with a JobPosting) and write its openings down. A request for that page leaves the machine; nothing else does.',
  kind: 'write',
  may: STAFF,
  progress: true,
  transaction: 'each',
  input: z.object({
    url: z.url({ protocol: /^https?$/ }).describe("the page's address"),
    organization: words().optional().describe('whose board it is, where the board itself names nobody'),
  }),
  output: z.object({ fetched: z.string().describe('what was asked for'), file: fileResult }),
  async run(context, { url, organization }) {
    const address = boardAddress(url)?.api ?? url
    context.progress({ done: 0, total: 2, says: `asking ${new URL(address).host}` })
    const page = await fetchPage(address)
    const [file] = await importFiles(context, [{ name: page.url, bytes: page.bytes }], { organization })
    if (file!.why !== undefined) throw new Refusal('unreadable-file', file!.why, 'url')
    if (file!.kind === 'unknown')
      throw new Refusal(
        'unreadable-file',
        said({
          en: `No job posting was found at ${page.url}.`,
          de: `Unter ${page.url} wurde keine Stellenausschreibung gefunden.`,
        }),
        'url',
      )
    return { fetched: page.url, file: file! }
  },
})
