import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useRead } from '../api.ts'
import { LinkButton } from '../parts/link-button.tsx'
import { Page } from '../parts/page.tsx'
import { number } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import { Found } from './found.tsx'
import { Organizations } from './organizations.tsx'
import { People } from './people.tsx'

/** Everybody and every organization on record, found by a part of a name. */
export function Network() {
  const { search = '', show = 'people' } = useSearch({ from: '/network' })
  const navigate = useNavigate({ from: '/network' })
  const [typed, setTyped] = useState(search)
  const [wanted] = useDebouncedValue(typed.trim(), 20)
  useEffect(() => {
    void navigate({ search: (before) => ({ ...before, search: wanted || undefined }), replace: true })
  }, [wanted, navigate])
  const { data } = useRead('workspace.show', {})
  const choose = (what: string) => void navigate({ search: (before) => ({ ...before, show: what }) })
  return (
    <Page
      title={t.nav.network}
      actions={
        <>
          <LinkButton variant="default" to="/calls">
            {t.calls.title}
          </LinkButton>
          <LinkButton variant="default" to="/network/picture">
            {t.picture.title}
          </LinkButton>
          <LinkButton variant="default" to="/network/same-person">
            {t.samePerson.title}
          </LinkButton>
          <LinkButton variant="default" to="/paths">
            {t.paths.find}
          </LinkButton>
        </>
      }
    >
      <TextInput
        type="search"
        size="md"
        leftSection={<IconSearch size={18} stroke={1.6} />}
        aria-label={t.network.search}
        placeholder={t.network.search}
        description={t.network.how}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <fieldset className="row" aria-label={t.network.which}>
        {(['people', 'organizations'] as const).map((what) => (
          <Button
            key={what}
            size="xs"
            variant={show === what ? 'filled' : 'default'}
            aria-pressed={show === what}
            onClick={() => choose(what)}
          >
            {t.network[what](data ? number(data.counts[what]) : '')}
          </Button>
        ))}
      </fieldset>
      <Shown search={wanted} show={show} total={data?.counts.people} />
    </Page>
  )
}

function Shown({ search, show, total }: { search: string; show: string; total: number | undefined }) {
  const isOrganizations = show === 'organizations'
  if (search !== '') return <Found search={search} kind={isOrganizations ? 'organization' : 'person'} />
  return isOrganizations ? <Organizations /> : <People total={total} />
}
