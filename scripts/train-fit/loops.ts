// The inner loops of training, four steps at a time: one running sum alone would wait for itself. Lengths are
// multiples of four.

/** Sum of products of n numbers of a from i and b from j. */
export function dot(a: Float32Array, i: number, b: Float32Array, j: number, n: number): number {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  for (let k = 0; k < n; k += 4) {
    s0 += a[i + k]! * b[j + k]!
    s1 += a[i + k + 1]! * b[j + k + 1]!
    s2 += a[i + k + 2]! * b[j + k + 2]!
    s3 += a[i + k + 3]! * b[j + k + 3]!
  }
  return s0 + s1 + (s2 + s3)
}

/** y += by * x, n numbers of x from i and y from j. */
export function add(x: Float32Array, i: number, y: Float32Array, j: number, n: number, by: number) {
  for (let k = 0; k < n; k += 4) {
    y[j + k]! += by * x[i + k]!
    y[j + k + 1]! += by * x[i + k + 1]!
    y[j + k + 2]! += by * x[i + k + 2]!
    y[j + k + 3]! += by * x[i + k + 3]!
  }
}
