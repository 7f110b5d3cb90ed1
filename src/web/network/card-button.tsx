import { Button } from '@mantine/core'
import { IconAddressBook } from '@tabler/icons-react'
import { showProblem } from '../api.ts'
import { call } from '../client.ts'
import { download } from '../parts/download.ts'
import { t } from '../texts/index.ts'

/** Somebody as a card for an address book; without what was noted about them, for it may be handed on. */
export function CardButton({ person }: { person: string }) {
  const save = async () => {
    const { name, vcf } = await call('person.card', { person, version: '3.0', notes: false })
    download(name, vcf, 'text/vcard')
  }
  return (
    <div className="row no-print">
      <Button
        variant="default"
        leftSection={<IconAddressBook size={16} />}
        onClick={() => void save().catch(showProblem)}
      >
        {t.person.card}
      </Button>
      <span className="small quiet">{t.person.cardSays}</span>
    </div>
  )
}
