import { Button } from '@mantine/core'
import { IconCalendarPlus } from '@tabler/icons-react'
import { showProblem } from '../api.ts'
import { call } from '../client.ts'
import { download } from '../parts/download.ts'
import { t } from '../texts/index.ts'

/** The meeting as a file for one's own calendar, with its title: it is one's own. */
export function CalendarButton({ invitation }: { invitation: string }) {
  const save = async () => {
    const { name, ics } = await call('calendar.export', { invitation, titles: true })
    download(name, ics, 'text/calendar')
  }
  return (
    <Button
      variant="default"
      leftSection={<IconCalendarPlus size={16} />}
      onClick={() => void save().catch(showProblem)}
    >
      {t.prepare.calendar}
    </Button>
  )
}
