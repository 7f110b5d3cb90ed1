import { readFileSync } from 'node:fs'
import { type TitleModel, titleModel } from './title-model.ts'

let model: TitleModel | undefined

/** The model that comes with the product, read once. */
export function shippedModel(): TitleModel {
  model ??= titleModel(readFileSync(new URL('./model/title.bin', import.meta.url)))
  return model
}

/** Whose taxonomies the model was trained on; to be shown wherever the product tells about itself. */
export const ATTRIBUTION =
  'The title model is trained on the O*NET 27.0, 30.0 and 30.2 databases by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), used under the CC BY 4.0 license (O*NET is a trademark of USDOL/ETA, which has not approved, endorsed or tested the changes), and on ESCO 1.2.1, the classification of European Skills, Competences, Qualifications and Occupations of the European Commission. Industries are told in NAICS 2022 of the United States Census Bureau (public domain); which names of LinkedIn and of funds, and which codes of ISIC Rev. 4, correspond to it is our own judgement.'
