export const parts = {
  reach: { warm: 'warm', workable: 'workable', long: 'long shot', none: 'out of reach' },
  path: {
    label: 'Path',
    isAt: 'works there',
    wasAt: 'worked there',
    until: (when: string) => `worked there until ${when}`,
    picture: (people: number, paths: number) =>
      `${paths} paths over ${people} people. The same as a list below.`,
    weakest: 'the weakest tie',
    asPicture: 'As a picture',
  },
  certainty: {
    verified: 'by your own word',
    observed: 'observed',
    imported: 'from your files',
    inferred: 'probably crossed paths',
    foreseen: 'you would meet',
  },
  why: {
    title: 'Why, in figures',
    reach: (strength: string) =>
      `Reach ${strength}: the chance that asking along this path helps, by the model.`,
    tie: (from: string, to: string, weakest = false) =>
      `${from} and ${to}${weakest ? ': the weakest tie' : ''}`,
    affiliation: (person: string, place: string, strength: string, current: boolean) =>
      current
        ? `${person} is at ${place} now: counts fully.`
        : `${person} was at ${place}: counts ${strength}, less with the years.`,
    hops: 'Each further person asked loses some willingness: the second counts 0.7, the third 0.49.',
  },
  evidence: {
    what: 'Evidence',
    when: 'When',
    contributes: 'Contributes',
    strength: (certainty: string) => `Strength of the tie (${certainty})`,
  },
}
