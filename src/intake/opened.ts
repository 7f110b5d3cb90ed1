import type { GivenFile } from '../action.ts'
import type { Format, Item } from './records.ts'

/** A file as given or found in a zip; `broken` says why it could not be taken out of it. */
export type Parcel = GivenFile & { broken?: string }

/** A file whose format is known, with its items; or why it cannot be read. */
export type Opened = {
  parcel: Parcel
  name: string
  format: Format | null
  broken?: string
  items(): Iterable<Item> | AsyncIterable<Item>
}
