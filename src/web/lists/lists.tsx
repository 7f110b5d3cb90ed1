import { useState } from 'react'
import { Page } from '../parts/page.tsx'
import { Chooser, Zone } from '../start/drop-zone.tsx'
import { t } from '../texts/index.ts'
import { OneList } from './one-list.tsx'
import { Unfinished } from './unfinished.tsx'

/** A list, from the dropped file to what was written: nothing is before one has seen what would be. */
export function Lists() {
  const [file, setFile] = useState<File | null>(null)
  const give = (files: File[]) => setFile(files[0] ?? null)
  return (
    <Page title={t.lists.title} wide={file !== null}>
      <p className="quiet">{t.lists.says}</p>
      {file === null ? (
        <>
          <Zone says={t.lists.drop} kinds={t.lists.kinds} onFiles={give} isBusy={false}>
            <Chooser says={t.lists.choose} onFiles={give} isBusy={false} many={false} />
          </Zone>
          <Unfinished />
        </>
      ) : (
        <OneList key={`${file.name} ${file.lastModified}`} file={file} onLeave={() => setFile(null)} />
      )}
    </Page>
  )
}
