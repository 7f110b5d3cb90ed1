export const whole = {
  whole: {
    title: 'Take everything with you',
    says: 'One zip: every record as JSON, tables for a spreadsheet, meetings as a calendar, people as vCards. It is not locked: keep it where nobody else looks. For a backup of the whole installation there is acquaint backup.',
    save: 'Save everything as a zip',
    saved: (rows: number, files: number) => `Saved: ${rows} records in ${files} files.`,
    backTitle: 'Bring everything back',
    backSays: 'From the zip that "Save everything" wrote. It goes in as it was, or not at all.',
    back: 'Choose the zip',
    brought: (name: string, rows: number) => `${name} is here: ${rows} records.`,
  },
}
