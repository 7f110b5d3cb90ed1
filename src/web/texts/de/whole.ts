import type { whole as english } from '../en/whole.ts'
import type { Translated } from '../translated.ts'

export const whole: Translated<typeof english> = {
  whole: {
    title: 'Alles mitnehmen',
    says: 'Ein Zip: jeder Eintrag als JSON, Tabellen für ein Tabellenprogramm, Treffen als Kalender, Personen als vCards. Es ist nicht verschlossen: Verwahren Sie es, wo niemand sonst hinsieht. Für eine Sicherung der ganzen Installation gibt es acquaint backup.',
    save: 'Alles als Zip sichern',
    saved: (rows, files) => `Gesichert: ${rows} Einträge in ${files} Dateien.`,
    backTitle: 'Alles zurückbringen',
    backSays:
      'Aus dem Zip, das „Alles als Zip sichern“ geschrieben hat. Es kommt an, wie es war, oder gar nicht.',
    back: 'Das Zip auswählen',
    brought: (name, rows) => `${name} ist da: ${rows} Einträge.`,
  },
}
