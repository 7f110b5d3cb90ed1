import { add, dot } from './loops.ts'
import type { Net, Pass } from './net.ts'

export const HEADS = { minor: 0, occupation: 1, iscoMajor: 2, isco: 3 }

type Range = readonly [from: number, to: number]

/** Shares of the classes of a head from `from` to `to`, that add up to 1. */
export function sharesOf(net: Net, pass: Pass, head: number, [from, to]: Range): Float64Array {
  const { hidden } = net.shape
  const { weight, bias } = net.heads[head]!
  const p = new Float64Array(to - from)
  let most = -Infinity
  for (let c = 0; c < p.length; c++) {
    p[c] = bias.w[from + c]! + dot(weight.w, (from + c) * hidden, pass.hidden, 0, hidden)
    if (p[c]! > most) most = p[c]!
  }
  let total = 0
  for (let c = 0; c < p.length; c++) total += p[c] = Math.exp(p[c]! - most)
  for (let c = 0; c < p.length; c++) p[c]! /= total
  return p
}

/** Adds the gradient of a head's scores, number c of `g` for the class `from` + c. */
function push(net: Net, pass: Pass, head: number, from: number, g: Float64Array) {
  const { hidden } = net.shape
  const { weight, bias } = net.heads[head]!
  for (let c = 0; c < g.length; c++) {
    const slope = g[c]!
    if (Math.abs(slope) < 1e-4) continue
    bias.g[from + c]! += slope
    const at = (from + c) * hidden
    add(pass.hidden, 0, weight.g, at, hidden, slope)
    add(weight.w, at, pass.dHidden, 0, hidden, slope)
  }
}

/** Cross-entropy of one head over a range of its classes; adds the gradient times `weight`. */
export function classify(net: Net, pass: Pass, head: number, range: Range, wanted: number, weight: number) {
  const g = sharesOf(net, pass, head, range)
  g[wanted - range[0]]! -= 1
  for (let c = 0; c < g.length; c++) g[c]! *= weight
  push(net, pass, head, range[0], g)
}
