import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Broken } from './shell/broken.tsx'
import { NotFound } from './shell/not-found.tsx'
import { Shell } from './shell/shell.tsx'

// A screen a folder, each loaded when it is first opened.

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Broken })

/** Optional texts of an address: anything else in it is left out. */
const texts =
  <K extends string>(...keys: K[]) =>
  (search: Record<string, unknown>) =>
    Object.fromEntries(
      keys.flatMap((key) => (search[key] === undefined ? [] : [[key, String(search[key])]])),
    ) as Partial<Record<K, string>>

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./start/home.tsx'), 'Home'),
})
const add = createRoute({
  getParentRoute: () => root,
  path: '/add',
  validateSearch: texts('cameFrom', 'organization', 'role'),
  component: lazyRouteComponent(() => import('./start/start.tsx'), 'Start'),
})
const lists = createRoute({
  getParentRoute: () => root,
  path: '/lists',
  component: lazyRouteComponent(() => import('./lists/lists.tsx'), 'Lists'),
})
const invitations = createRoute({
  getParentRoute: () => root,
  path: '/invitations',
  component: lazyRouteComponent(() => import('./invitations/list.tsx'), 'Invitations'),
})
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitations/$id',
  component: lazyRouteComponent(() => import('./invitations/invitation.tsx'), 'Invitation'),
})
const prepare = createRoute({
  getParentRoute: () => root,
  path: '/invitations/$id/prepare',
  component: lazyRouteComponent(() => import('./prepare/prepare.tsx'), 'Prepare'),
})
const debrief = createRoute({
  getParentRoute: () => root,
  path: '/invitations/$id/debrief',
  component: lazyRouteComponent(() => import('./debrief/debrief.tsx'), 'Debrief'),
})
const portal = createRoute({
  getParentRoute: () => root,
  path: '/portal',
  validateSearch: texts('candidacy'),
  component: lazyRouteComponent(() => import('./portal/portal.tsx'), 'Portal'),
})
const invited = createRoute({
  getParentRoute: () => root,
  path: '/portal/invitations/$id',
  component: lazyRouteComponent(() => import('./invited/invited.tsx'), 'Invited'),
})
const network = createRoute({
  getParentRoute: () => root,
  path: '/network',
  validateSearch: texts('search', 'show'),
  component: lazyRouteComponent(() => import('./network/network.tsx'), 'Network'),
})
const picture = createRoute({
  getParentRoute: () => root,
  path: '/network/picture',
  validateSearch: texts('around', 'to'),
  component: lazyRouteComponent(() => import('./picture/picture.tsx'), 'Picture'),
})
const samePerson = createRoute({
  getParentRoute: () => root,
  path: '/network/same-person',
  component: lazyRouteComponent(() => import('./network/same-person.tsx'), 'SamePerson'),
})
const person = createRoute({
  getParentRoute: () => root,
  path: '/network/people/$id',
  component: lazyRouteComponent(() => import('./network/person.tsx'), 'Person'),
})
const allData = createRoute({
  getParentRoute: () => root,
  path: '/network/people/$id/all-data',
  component: lazyRouteComponent(() => import('./protection/all-data.tsx'), 'AllData'),
})
const protection = createRoute({
  getParentRoute: () => root,
  path: '/protection',
  component: lazyRouteComponent(() => import('./protection/protection.tsx'), 'Protection'),
})
const organization = createRoute({
  getParentRoute: () => root,
  path: '/network/organizations/$id',
  component: lazyRouteComponent(() => import('./network/organization.tsx'), 'Organization'),
})
const openings = createRoute({
  getParentRoute: () => root,
  path: '/openings',
  validateSearch: texts('organization', 'search', 'reach', 'fit', 'order', 'isNew', 'ended'),
  component: lazyRouteComponent(() => import('./openings/openings.tsx'), 'Openings'),
})
const paths = createRoute({
  getParentRoute: () => root,
  path: '/paths',
  validateSearch: texts('to', 'name'),
  component: lazyRouteComponent(() => import('./paths/paths.tsx'), 'Paths'),
})
const lineage = createRoute({
  getParentRoute: () => root,
  path: '/lineage/$id',
  component: lazyRouteComponent(() => import('./lineage/lineage.tsx'), 'Lineage'),
})
const introductions = createRoute({
  getParentRoute: () => root,
  path: '/introductions',
  component: lazyRouteComponent(() => import('./introductions/introductions.tsx'), 'Introductions'),
})

const resume = createRoute({
  getParentRoute: () => root,
  path: '/resumes/$id',
  component: lazyRouteComponent(() => import('./resume/resume.tsx'), 'Resume'),
})
const values = createRoute({
  getParentRoute: () => root,
  path: '/values',
  component: lazyRouteComponent(() => import('./values/values.tsx'), 'Values'),
})
const calls = createRoute({
  getParentRoute: () => root,
  path: '/calls',
  component: lazyRouteComponent(() => import('./start/calls.tsx'), 'Calls'),
})

const lookingBack = createRoute({
  getParentRoute: () => root,
  path: '/looking-back',
  component: lazyRouteComponent(() => import('./looking-back/looking-back.tsx'), 'LookingBack'),
})
const toDo = createRoute({
  getParentRoute: () => root,
  path: '/to-do',
  component: lazyRouteComponent(() => import('./to-do/to-do.tsx'), 'ToDo'),
})
const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare',
  validateSearch: texts('of'),
  component: lazyRouteComponent(() => import('./compare/compare.tsx'), 'Compare'),
})

const mandates = createRoute({
  getParentRoute: () => root,
  path: '/mandates',
  component: lazyRouteComponent(() => import('./desk/mandates.tsx'), 'Mandates'),
})
const mandate = createRoute({
  getParentRoute: () => root,
  path: '/mandates/$id',
  validateSearch: texts('show', 'card', 'text', 'stage', 'source', 'sort', 'columns'),
  component: lazyRouteComponent(() => import('./desk/mandate.tsx'), 'Mandate'),
})
const report = createRoute({
  getParentRoute: () => root,
  path: '/reports/$id',
  component: lazyRouteComponent(() => import('./desk/report.tsx'), 'Report'),
})
const offLimits = createRoute({
  getParentRoute: () => root,
  path: '/off-limits',
  component: lazyRouteComponent(() => import('./desk/off-limits.tsx'), 'OffLimits'),
})
const members = createRoute({
  getParentRoute: () => root,
  path: '/members',
  component: lazyRouteComponent(() => import('./members/members.tsx'), 'Members'),
})

export const router = createRouter({
  // biome-ignore format: one screen a word
  routeTree: root.addChildren([
    home, add, invitations, invitation, prepare, debrief, network, picture, person, organization, openings, paths,
    lineage, introductions, values, calls, resume, lists, lookingBack, compare, toDo, samePerson,
    mandates, mandate, report, offLimits, members, protection, allData, portal, invited,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
