import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { isRefusal, useChanges, useRead } from './api.ts'
import { router } from './router.tsx'
import { Closed } from './shell/closed.tsx'
import { isGuest, useRole } from './shell/role.ts'
import { theme, variables } from './theme.ts'

const queries = new QueryClient({
  defaultOptions: {
    // Without a connection the service worker answers what it kept, and writes wait in the outbox.
    mutations: { networkMode: 'always' },
    // The changes stream says when an answer is out of date; asking again after a refusal changes nothing.
    queries: {
      staleTime: 60_000,
      networkMode: 'always',
      retry: (failed, error) => !isRefusal(error) && failed < 2,
    },
  },
})

const ByLink = lazy(() => import('./invited/by-link.tsx').then((screen) => ({ default: screen.ByLink })))

/**
 * `refused`: why the start link did not open; a session from before may still be good. `byLink`: one came by the link
 * of one invitation, and sees that alone.
 */
export function App({ refused, byLink }: { refused: string | null; byLink: boolean }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <Notifications position="bottom-right" autoClose={6000} containerWidth={380} />
      <QueryClientProvider client={queries}>
        {byLink ? (
          <Suspense>
            <ByLink />
          </Suspense>
        ) : (
          <Inside refused={refused} />
        )}
      </QueryClientProvider>
    </MantineProvider>
  )
}

function Inside({ refused }: { refused: string | null }) {
  const workspace = useRead('workspace.show', {})
  if (isRefusal(workspace.error, 401)) return <Closed because={refused} />
  if (workspace.error) return <Closed because={workspace.error.message} />
  if (workspace.data === undefined) return null
  return <Opened />
}

function Opened() {
  // What others do is not told to candidates and clients.
  useChanges(!isGuest(useRole()))
  return <RouterProvider router={router} />
}
