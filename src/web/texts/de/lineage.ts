import type { lineage as en } from '../en/lineage.ts'
import type { Translated } from '../translated.ts'

export const lineage: Translated<typeof en> = {
  lineage: {
    title: 'Herkunft',
    back: 'Was hierher führte',
    backSays: 'Vom ersten Treffen an.',
    forward: 'Was daraus wurde',
    nothingYet:
      'Noch ist nichts bekannt. Vorstellungen, Einladungen und Angebote, die folgen, erscheinen hier.',
    nearlyRefused: 'beinahe abgesagt',
    moral: 'Ein Teil dieses Fadens wäre beinahe abgesagt worden.',
    kinds: {
      meeting: 'Treffen',
      introduction: 'Vorstellung',
      invitation: 'Einladung',
      offer: 'Angebot',
      placement: 'Angenommen',
    },
  },
}
