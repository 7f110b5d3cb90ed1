import type { parts as en } from '../en/parts.ts'
import type { Translated } from '../translated.ts'

export const parts: Translated<typeof en> = {
  reach: { warm: 'warm', workable: 'gangbar', long: 'vage', none: 'außer Reichweite' },
  path: {
    label: 'Weg',
    isAt: 'arbeitet dort',
    wasAt: 'arbeitete dort',
    until: (when) => `arbeitete dort bis ${when}`,
    picture: (people, paths) => `${paths} Wege über ${people} Personen. Dasselbe als Liste darunter.`,
    weakest: 'die schwächste Bekanntschaft',
    asPicture: 'Als Bild',
  },
  certainty: {
    verified: 'nach Ihrem eigenen Wort',
    observed: 'beobachtet',
    imported: 'aus Ihren Dateien',
    inferred: 'wahrscheinlich begegnet',
    foreseen: 'Sie würden sich treffen',
  },
  why: {
    title: 'Warum, in Zahlen',
    reach: (strength) =>
      `Reichweite ${strength}: die Aussicht, nach dem Modell, dass eine Bitte auf diesem Weg hilft.`,
    tie: (from, to, weakest = false) => `${from} und ${to}${weakest ? ': die schwächste Bekanntschaft' : ''}`,
    affiliation: (person, place, strength, current) =>
      current
        ? `${person} ist jetzt bei ${place}: zählt ganz.`
        : `${person} war bei ${place}: zählt ${strength}, mit den Jahren weniger.`,
    hops: 'Mit jeder weiteren gefragten Person geht etwas Bereitschaft verloren: Die zweite zählt 0,7, die dritte 0,49.',
  },
  evidence: {
    what: 'Anhaltspunkt',
    when: 'Wann',
    contributes: 'Trägt bei',
    strength: (certainty) => `Stärke der Bekanntschaft (${certainty})`,
  },
}
