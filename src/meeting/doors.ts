import type { Context } from '../action.ts'
import { IN_REACH, MIN_GAIN, NONE, toStrength } from '../network/cost.ts'
import type { Door, Exclude } from '../network/types.ts'
import { describePaths, organizationShapes, type ToDescribe } from '../people/describe.ts'
import type { Graph, OpenOpening } from '../people/graph.ts'
import type { PersonId } from '../people/person.ts'
import type { OpeningShape } from '../people/shapes.ts'
import { FIT_THRESHOLD } from './assumptions.ts'
import type { Summons } from './summons.ts'
import { type Fitted, fitOf } from './work.ts'
import type { Worth } from './worth-shape.ts'

// The doors of a meeting: openings elsewhere that it opens or strengthens, and organizations newly in reach.

const MOST_DOORS = 100
const MOST_ORGANIZATIONS = 50

export type DoorsOf = Pick<Worth, 'organizations' | 'doors' | 'atTheInviter'> & {
  /** Every door's opening, listed or not. */
  openings: string[]
  totals: Omit<Worth['totals'], 'people'>
}

/** The interviewers, and the seeker's ties to them as if each had been met. */
export type Seats = { ids: ReadonlySet<PersonId>; room: { person: number; cost: number }[] }

/** What the engine finds: organizations elsewhere with the path to each, and the path to the inviter's other openings. */
export type FoundDoors = { elsewhere: Door[]; inviter: ToDescribe | null }

/** Asks the engine for the reach now and as if the room had been met. */
export async function findDoors(
  context: Context,
  graph: Graph,
  summons: Summons,
  room: Seats['room'],
  exclude: Exclude,
): Promise<FoundDoors> {
  const from = graph.personAt.get(summons.seeker)
  if (from === undefined || room.length === 0) return { elsewhere: [], inviter: null }
  const inviter = summons.organization ? graph.organizationAt.get(summons.organization.id) : undefined
  const question = { from, room, exclude }
  const all = await context.engine.doors(graph.key, {
    ...question,
    threshold: IN_REACH,
    minGain: MIN_GAIN,
    only: 'all',
  })
  return {
    elsewhere: all.filter(({ organization }) => organization !== inviter),
    inviter:
      inviter === undefined || othersAt(graph, summons, inviter).length === 0
        ? null
        : await pathTo(context, graph, question, inviter),
  }
}

type Question = { from: number; room: Seats['room']; exclude: Exclude }

async function pathTo(
  { engine }: Context,
  graph: Graph,
  question: Question,
  organization: number,
): Promise<ToDescribe | null> {
  const [path] = await engine.paths(graph.key, { ...question, organization, top: 1 })
  return path === undefined ? null : { path, organization }
}

const othersAt = (graph: Graph, { opening }: Summons, organization: number): OpenOpening[] =>
  (graph.openings.get(organization) ?? []).filter(({ id }) => id !== opening)

/** The doors with their fit, their paths and their evidence, and how many there are of each kind. */
export async function doorsOf(
  context: Context,
  graph: Graph,
  summons: Summons,
  ids: Seats['ids'],
  { elsewhere, inviter }: FoundDoors,
): Promise<DoorsOf> {
  const opened = elsewhere.filter(isOpened)
  const doors = await fittingDoors(context, graph, summons, elsewhere)
  const shown = {
    doors: doors.slice(0, MOST_DOORS),
    organizations: byReach(opened).slice(0, MOST_ORGANIZATIONS),
    here: inviter === null ? [] : await inviterOpenings(context, graph, summons, inviter),
  }
  return {
    ...(await described(context, graph, shown, { seeker: summons.seeker, room: ids })),
    openings: doors.map(({ opening }) => opening.id),
    totals: {
      organizations: opened.length,
      opened: doors.filter(({ door }) => isOpened(door)).length,
      strengthened: doors.filter(({ door }) => !isOpened(door)).length,
    },
  }
}

const isOpened = ({ before }: Door): boolean => before > IN_REACH

/** Nearest first; equal ones by id, which is the order of their index. */
const byReach = (doors: Door[]): Door[] =>
  [...doors].sort((one, other) => one.after - other.after || one.organization - other.organization)

type FittingDoor = { door: Door; opening: OpenOpening; fitted: Fitted; gain: number }

/** Openings with enough fit, or unknown fit, ordered by fit x what the meeting adds, then by id. */
async function fittingDoors(
  context: Context,
  graph: Graph,
  summons: Summons,
  doors: Door[],
): Promise<FittingDoor[]> {
  const openings = doors.flatMap((door) =>
    (graph.openings.get(door.organization) ?? []).map((opening) => ({ door, opening })),
  )
  const fits = await fitOf(
    context,
    graph,
    summons.seeker,
    openings.map(({ opening }) => opening),
  )
  return openings
    .map(({ door, opening }) => ({
      door,
      opening,
      fitted: fits.get(opening.id)!,
      gain: gainOf(door, fits.get(opening.id)!),
    }))
    .filter(({ opening, fitted }) => opening.id !== summons.opening && fitsEnough(fitted))
    .sort((one, other) => other.gain - one.gain || (one.opening.id < other.opening.id ? -1 : 1))
}

const fitsEnough = ({ fit }: Fitted): boolean => fit === null || fit >= FIT_THRESHOLD

/** An unknown fit counts as one that just passes: listed, but behind what is known to fit. */
function gainOf({ before, after }: Door, { fit }: Fitted): number {
  const now = before === NONE ? 0 : toStrength(before)
  return (fit ?? FIT_THRESHOLD) * (toStrength(after) - now)
}

type InviterOpening = { opening: OpenOpening; fitted: Fitted; path: ToDescribe }

/** The inviter's other openings stand apart: the same path serves them all. */
async function inviterOpenings(
  context: Context,
  graph: Graph,
  summons: Summons,
  path: ToDescribe,
): Promise<InviterOpening[]> {
  const openings = othersAt(graph, summons, path.organization!)
  const fits = await fitOf(context, graph, summons.seeker, openings)
  return openings
    .map((opening) => ({ opening, fitted: fits.get(opening.id)!, path }))
    .filter(({ fitted }) => fitsEnough(fitted))
    .sort((one, other) => (other.fitted.fit ?? 0) - (one.fitted.fit ?? 0))
    .slice(0, MOST_ORGANIZATIONS)
}

type Shown = { doors: FittingDoor[]; organizations: Door[]; here: InviterOpening[] }

async function described(
  context: Context,
  graph: Graph,
  { doors, organizations, here }: Shown,
  foreseen: { seeker: Summons['seeker']; room: Seats['ids'] },
): Promise<Omit<DoorsOf, 'totals' | 'openings'>> {
  const along = ({ organization, after, people }: Door): ToDescribe => ({
    path: { cost: after, people },
    organization,
  })
  const asked = [
    ...doors.map(({ door }) => along(door)),
    ...organizations.map(along),
    ...here.map(({ path }) => path),
  ]
  const paths = await describePaths(context, graph, asked, foreseen)
  const openings = await openingShapes(
    context,
    [...doors, ...here].map(({ opening }) => opening),
  )
  const places = await organizationShapes(
    context,
    organizations.map(({ organization }) => graph.organizations[organization]!),
  )
  return {
    doors: doors.map(({ door, opening, fitted }, index) => ({
      opening: openings.get(opening.id)!,
      kind: isOpened(door) ? 'opened' : 'strengthened',
      ...said(fitted),
      ...reachOf(door),
      path: paths[index]!,
    })),
    organizations: organizations.map((door, index) => ({
      organization: places.get(graph.organizations[door.organization]!)!,
      ...reachOf(door),
      openings: graph.openings.get(door.organization)?.length ?? 0,
      path: paths[doors.length + index]!,
    })),
    atTheInviter: here.map(({ opening, fitted }, index) => ({
      opening: openings.get(opening.id)!,
      ...said(fitted),
      path: paths[doors.length + organizations.length + index]!,
    })),
  }
}

const said = ({ fit, because }: Fitted) => ({ fit, fitBecause: because })
const reachOf = ({ before, after }: Door) => ({
  before: before === NONE ? null : toStrength(before),
  after: toStrength(after),
})

export async function openingShapes(
  { tx }: Context,
  openings: readonly { id: OpenOpening['id'] }[],
): Promise<Map<string, OpeningShape>> {
  if (openings.length === 0) return new Map()
  const rows = await tx
    .selectFrom('opening')
    .innerJoin('organization', 'organization.id', 'opening.organization_id')
    .select([
      'opening.id',
      'title',
      'location',
      'opening.url',
      'closed_at',
      'organization.id as place',
      'organization.name',
    ])
    .where(
      'opening.id',
      'in',
      openings.map(({ id }) => id),
    )
    .execute()
  return new Map(
    rows.map(({ id, title, location, url, closed_at, place, name }) => [
      id,
      { id, title, location, url, closed: closed_at !== null, organization: { id: place, name } },
    ]),
  )
}
