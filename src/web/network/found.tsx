import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { OrganizationLink, PersonLink } from '../parts/person-link.tsx'
import { t } from '../texts/index.ts'
import styles from './network.module.css'

type Found = Answer<'search.find'>
type Hit = Found['found'][number]

const TOP = 40

/** What a search finds, the best first, with the words that answer it marked. */
export function Found({ search, kind }: { search: string; kind: 'person' | 'organization' }) {
  const found = useRead('search.find', { query: search, kinds: [kind], top: TOP }, { keep: true })
  return (
    <Answered of={found}>
      {({ total, found: hits }) => (
        <>
          <p role="status" className="small quiet">
            {total === 0 ? t.network.nobody(search) : t.network.found(total, hits.length)}
          </p>
          {hits.length > 0 && (
            <ul className="sheet rows" aria-label={t.network.results}>
              {hits.map((hit) => (
                <li key={hit.id}>
                  <One hit={hit} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Answered>
  )
}

function One({ hit: { kind, id, says, more, name, why } }: { hit: Hit }) {
  const isSaid = why.length === 0 || why.map(({ text }) => text).join('') === more
  const link = { id, name: <Marked pieces={name} /> }
  return (
    <>
      <div className="spread">
        <strong style={{ fontWeight: 550 }} className="wrap">
          {kind === 'person' ? (
            <PersonLink person={{ id, name: says }} shown={link.name} />
          ) : (
            <OrganizationLink organization={{ id, name: says }} shown={link.name} />
          )}
        </strong>
        <span className="small quiet wrap">{isSaid && why.length > 0 ? <Marked pieces={why} /> : more}</span>
      </div>
      {!isSaid && (
        <p className="small quiet wrap">
          <Marked pieces={why} />
        </p>
      )}
    </>
  )
}

const Marked = ({ pieces }: { pieces: Hit['name'] }) =>
  pieces.map(({ text, hit }, at) =>
    hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in its order
      <mark key={at} className={styles.hit}>
        {text}
      </mark>
    ) : (
      text
    ),
  )
