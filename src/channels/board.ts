import { z } from 'zod'
import { action } from '../action.ts'
import { fileResult, importFiles } from '../intake/import.ts'
import { boardAddress } from '../intake/jobs/board-address.ts'
import { Refusal } from '../refusal.ts'
import { fetchPage } from './fetch-page.ts'

// Board refresh: a careers page is fetched on the user's click, and read like a file.

export const boardFetch = action({
  name: 'board.fetch',
  says: 'Fetch a careers page (Greenhouse, Lever, Ashby, or any page with a JobPosting) and write its openings down. This is the only thing that leaves the machine: a request for that page.',
  kind: 'write',
  may: ['owner'],
  progress: true,
  transaction: 'each',
  input: z.object({ url: z.url({ protocol: /^https?$/ }).describe("the page's address") }),
  output: z.object({ fetched: z.string().describe('what was asked for'), file: fileResult }),
  async run(context, { url }) {
    const address = boardAddress(url)?.api ?? url
    context.progress({ done: 0, total: 2, says: `asking ${new URL(address).host}` })
    const page = await fetchPage(address)
    const [file] = await importFiles(context, [{ name: page.url, bytes: page.bytes }])
    if (file!.why !== undefined) throw new Refusal('unreadable-file', file!.why, 'url')
    if (file!.kind === 'unknown')
      throw new Refusal('unreadable-file', `No job posting was found at ${page.url}.`, 'url')
    return { fetched: page.url, file: file! }
  },
})
