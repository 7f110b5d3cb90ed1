import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The web app: src/web to dist/web, served by `acquaint serve`. */
export default defineConfig({
  root: folder('src/web'),
  plugins: [react()],
  build: {
    outDir: folder('dist/web'),
    emptyOutDir: true,
    // The server's content policy lets fonts and images come from files only.
    assetsInlineLimit: 0,
    target: 'es2023',
  },
})
