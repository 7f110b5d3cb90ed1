import { en } from './en/index.ts'

/** Every text that is shown, by key. Another language is another object of this shape. */
export type Texts = typeof en

export const t: Texts = en
