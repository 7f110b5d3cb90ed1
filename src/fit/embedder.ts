/**
 * What reads a title. `embed` gives a vector, empty when nothing of the title is known; `relate` says of two vectors
 * how related the work is, 0 to 1 (.30 and more: a door; below .15: an unrelated field), given how near the families
 * are that the titles name (null where they name none). Without `relate` it is the cosine. The shipped model is one;
 * `fitWith` takes any other.
 */
export type Embedder = {
  embed(title: string): Float32Array
  relate?(a: Float32Array, b: Float32Array, families: number | null): number
}

/** The cosine of two vectors, at least 0; 0 when either is nought. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let [product, aa, bb] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    product += a[i]! * (b[i] ?? 0)
    aa += a[i]! ** 2
    bb += (b[i] ?? 0) ** 2
  }
  return aa > 0 && bb > 0 ? Math.max(0, product / Math.sqrt(aa * bb)) : 0
}
