/** A dense matrix with its gradient and Adam's moments. */
export type Dense = { w: Float32Array; g: Float32Array; m: Float32Array; v: Float32Array }

export function dense(size: number, spread: number, random: () => number): Dense {
  const w = Float32Array.from({ length: size }, () => (random() * 2 - 1) * spread)
  return { w, g: new Float32Array(size), m: new Float32Array(size), v: new Float32Array(size) }
}

/** One step of Adam; clears the gradient. `step` counts from 1. */
export function adam({ w, g, m, v }: Dense, rate: number, step: number, decay = 0) {
  const c1 = 1 - 0.9 ** step
  const c2 = 1 - 0.999 ** step
  for (let i = 0; i < w.length; i++) {
    const x = g[i]!
    m[i] = 0.9 * m[i]! + 0.1 * x
    v[i] = 0.999 * v[i]! + 0.001 * x * x
    w[i]! -= rate * (m[i]! / c1 / (Math.sqrt(v[i]! / c2) + 1e-8) + decay * w[i]!)
    g[i] = 0
  }
}

/** Mulberry32: the same seed trains the same model. */
export function seeded(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
