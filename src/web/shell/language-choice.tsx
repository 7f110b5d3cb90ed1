import { NativeSelect } from '@mantine/core'
import { t } from '../texts/index.ts'
import { chooseLanguage, LANGUAGES, type Language, language } from '../texts/language.ts'

const CHOICES = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))

export function LanguageChoice() {
  return (
    <NativeSelect
      size="xs"
      w={{ base: '5.25rem', sm: '6.75rem' }}
      aria-label={t.shell.language}
      data={CHOICES}
      value={language}
      onChange={(event) => chooseLanguage(event.currentTarget.value as Language)}
    />
  )
}
