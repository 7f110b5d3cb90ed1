import type { shell as en } from '../en/shell.ts'
import type { Translated } from '../translated.ts'

export const shell: Translated<typeof en> = {
  door: {
    title: 'Acquaint öffnen',
    noSession: 'Dieser Browser ist noch nicht angemeldet.',
    usedLink: 'Dieser Link wurde schon benutzt, oder er ist älter als zehn Minuten.',
    unreachable: 'Acquaint antwortet nicht. Läuft es noch?',
    how: 'Führen Sie dies im Ordner von Acquaint aus, um einen neuen Link zu bekommen, und öffnen Sie ihn hier:',
    why: 'Der Link lässt herein, wer Acquaint auf diesem Rechner betreibt, und sonst niemanden. Es gibt kein Konto und kein Passwort.',
  },
  shell: {
    skip: 'Zum Inhalt springen',
    toDark: 'Dunkel anzeigen',
    toLight: 'Hell anzeigen',
    language: 'Sprache',
  },
  nav: {
    label: 'Hauptmenü',
    invitations: 'Einladungen',
    openings: 'Offene Stellen',
    network: 'Netzwerk',
    introductions: 'Vorstellungen',
    toDo: 'Zu tun',
    waiting: (n) => `${n} fällig`,
    values: 'Werte und Grenzen',
    add: 'Hinzufügen',
  },
  me: {
    title: 'Wer davon sind Sie?',
    why: 'Wege beginnen bei Ihnen: Ihre Dateien sagten nicht, wer Sie sind.',
    name: 'Ihr Name',
    email: 'Ihre E-Mail-Adresse (freiwillig)',
    say: 'Das bin ich',
  },
}
