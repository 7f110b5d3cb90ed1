import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Context, Hono } from 'hono'
import type { AppEnv } from './env.ts'
import { answerProblem, httpProblem } from './problems.ts'
import { filesBelow } from './static.ts'

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Acquaint: reference</title>
<link rel="stylesheet" href="/reference/swagger-ui.css">
</head>
<body>
<div id="reference"></div>
<script src="/reference/swagger-ui-bundle.js"></script>
<script src="/reference/start.js"></script>
</body>
</html>
`

// validatorUrl: without it Swagger UI would show the document to a server on the internet.
const START = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  validatorUrl: null,
  tryItOutEnabled: true,
})
`
const FILES = new Set(['swagger-ui.css', 'swagger-ui-bundle.js'])

/** The interactive reference page, from the swagger-ui-dist package; nothing is fetched from elsewhere. */
export function addReference(app: Hono<AppEnv>): void {
  const file = filesBelow(dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json'))))
  app.get('/reference', (c) => c.html(PAGE))
  app.get('/reference/start.js', (c) => c.body(START, 200, { 'Content-Type': 'text/javascript' }))
  app.get('/reference/:file', async (c: Context<AppEnv>) => {
    const name = c.req.param('file') ?? ''
    const found = FILES.has(name) ? await file(c, name, 'no-cache') : null
    return found ?? answerProblem(c, httpProblem(404, 'not found', 'The reference has no such page.'))
  })
}
