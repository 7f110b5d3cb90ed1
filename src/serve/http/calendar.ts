import type { Context } from 'hono'
import { feedOf } from '../../access/calendar-feed.ts'
import { perform } from '../../action.ts'
import { said } from '../../language.ts'
import { calendarExport } from '../../meeting/calendar-file.ts'
import { Refusal } from '../../refusal.ts'
import type { AppEnv, Serving } from './env.ts'

/** `GET /calendar/SECRET.ics`: the meetings for a calendar program, which has no session but the secret of its address. */
export async function calendarFeed(c: Context<AppEnv>, { house }: Serving): Promise<Response> {
  const secret = /^([\w-]{20,200})\.ics$/.exec(c.req.param('file') ?? '')?.[1]
  const feed = secret === undefined ? null : await feedOf(house.store.owner, secret)
  if (feed === null) throw new Refusal('not-found', said(NO_FEED))
  const caller = { workspace: feed.workspace, role: 'owner', name: 'calendar feed', door: 'http' } as const
  const { ics } = await perform(house, calendarExport, { titles: feed.titles, reminders: true }, caller)
  return c.body(ics, 200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Cache-Control': 'private, no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex',
  })
}

const NO_FEED = {
  en: 'There is no calendar at this address; perhaps another address was made.',
  de: 'Unter dieser Adresse gibt es keinen Kalender; vielleicht wurde eine andere gemacht.',
}
