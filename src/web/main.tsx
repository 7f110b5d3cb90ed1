import './base.css'
import '@fontsource-variable/inter'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { actBy } from './client.ts'
import { answerToken, openDoor } from './shell/door.ts'

const token = answerToken()
if (token !== null) actBy(token)
const refused = token === null ? await openDoor() : null

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App refused={refused} byLink={token !== null} />
  </StrictMode>,
)

// Kept for when there is no connection; a browser without it, or a page that is not secure, does without.
if (import.meta.env.PROD) void navigator.serviceWorker?.register('/sw.js').catch(() => {})
