import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type Answer, call } from '../client.ts'

export type Preview = Answer<'list.preview'>
export type Column = Preview['columns'][number]
export type Field = NonNullable<Column['field']>
export type Mapping = Record<string, Field>

/** What the server sees in a list, read as said; the last answer stays while the next is worked out. */
export function usePreview(file: File, mapping: Mapping | null) {
  return useQuery<Preview>({
    queryKey: ['list.preview', file.name, file.size, file.lastModified, mapping],
    queryFn: ({ signal }) => call('list.preview', mapping ? { mapping } : {}, { files: [file], signal }),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

/** The mapping in which one column is now read as `field`: whichever was before is ignored. */
export function withColumn(mapping: Mapping, name: string, field: Field): Mapping {
  const others = Object.entries(mapping).map(([column, before]) => [
    column,
    before === field ? 'ignored' : before,
  ])
  return { ...Object.fromEntries(others), [name]: field }
}

export const mappingOf = (columns: readonly Column[]): Mapping =>
  Object.fromEntries(columns.map(({ name, field }) => [name, field ?? 'ignored']))
