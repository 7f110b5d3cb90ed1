import { fileURLToPath } from 'node:url'

const file = (name: string) => fileURLToPath(new URL(`../../src/fit/model/${name}`, import.meta.url))

export const MODEL = file('title.bin')
export const FIGURES = file('figures.json')
