import { soundsLikePlace, soundsLikeTitle } from '../../career/work-words.ts'
import type { PositionFact } from '../../records.ts'
import { compact } from '../../text/json.ts'
import type { Entry } from './entries.ts'

/** Which text of an entry is the title, which the organization, which the place. Pure. */

export type ReadPosition = PositionFact & { at: string }

type Named = { title?: string; organization?: string; site?: string; titleFirst?: boolean }

/** Positions of a section's entries. Where words do not tell title from firm, the order that most entries have does. */
export function positionsOf(entries: readonly Entry[]): ReadPosition[] {
  const named = entries.map(({ head }) => nameParts(head))
  const votes = named.reduce(
    (sum, { titleFirst }) => sum + (titleFirst === undefined ? 0 : titleFirst ? 1 : -1),
    0,
  )
  let firm: string | undefined
  return entries.flatMap((entry, index) => {
    // A further role at the same organization names only the role.
    const own = named[index]!.organization ? named[index]! : nameParts(entry.head, votes >= 0)
    const { title, organization = firm, site } = own
    firm = organization
    if (!organization) return []
    const { from, to, current } = entry.span
    return [compact({ organization: { name: organization }, title, site, from, to, current, at: entry.at })]
  })
}

const CITY = /^\p{Lu}[\p{L}.'’ -]*, \p{Lu}[\p{L} ]+$/u
/** What stands behind a town: a state, a country. A firm's legal form is none. */
const REGION =
  /, (?:(?!AG|SE|SA|AB|AS|NV|BV|KG|LP|PLC|LLC|LTD|INC)\p{Lu}{2,3}|Germany|Deutschland|Austria|Österreich|Switzerland|Schweiz|France|Spain|Italy|Netherlands|Belgium|Poland|Portugal|Ireland|Sweden|Norway|Denmark|Finland|Türkiye|Turkey|Canada|Australia|India|Japan|China|Brazil|Mexico|United (?:States|Kingdom)|England|Scotland)$/u

/** "San Francisco, CA", "London". */
export const isPlace = (text: string): boolean =>
  soundsLikePlace(text) || (CITY.test(text) && REGION.test(text))

/** `order`: whether the title comes first, for entries whose words do not tell. */
function nameParts(head: Entry['head'], order?: boolean): Named {
  const chunks = head.flatMap(({ text, aside }) =>
    text.split(/ [–—|·•] | - /).map((chunk) => ({ text: chunk.trim(), aside })),
  )
  const isSite = ({ text, aside }: Entry['head'][number]) => isPlace(text) || (aside && CITY.test(text))
  const site = chunks.find(isSite)?.text
  const names = chunks
    .filter((chunk) => !isSite(chunk) && chunk.text !== '')
    .flatMap(({ text }) => namesIn(text))
  return { ...(site ? { site } : {}), ...titleAndFirm(names, order) }
}

/** "Nexus AI, Co-Founder & CTO", "Head of Data at Cobalt Health": names that stand together; a firm may hold a comma. */
function namesIn(text: string): string[] {
  const [title, firm] = text.split(/ (?:at|bei|@) /)
  if (title && firm && soundsLikeTitle(title)) return [title, firm]
  const parts = text.split(/, (?!(?:Inc|LLC|Ltd|GmbH|AG|SE|Corp|Co|S\.A|N\.A|L\.P)(?![\w-]))/)
  const places = parts.findIndex((_, index) => index > 0 && isPlace(parts.slice(index).join(', ')))
  return places > 0 ? parts.slice(0, places) : parts
}

function titleAndFirm(names: readonly string[], order: boolean | undefined): Named {
  const titled = names.filter(soundsLikeTitle)
  const others = names.filter((name) => !soundsLikeTitle(name))
  if (titled.length > 0 && others.length > 0) {
    const [organization] = others
    return {
      title: titled.join(', '),
      organization: organization!,
      titleFirst: names.indexOf(titled[0]!) < names.indexOf(organization!),
    }
  }
  if (order === undefined) return {}
  const [first, second] = names
  if (first === undefined) return {}
  if (second === undefined) return titled.length > 0 ? { title: first } : { organization: first }
  return order ? { title: first, organization: second } : { title: second, organization: first }
}
