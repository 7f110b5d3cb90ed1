// AssemblyScript, compiled to WebAssembly: the inner loops of the title model, four numbers at a time. Addresses are
// bytes; numbers have four bytes, those of the table one. Widths are multiples of 16.

/** Adds n rows of the table to `out`, all times `by`: of each net `dim` numbers, side by side. */
export function addRows(
  table: usize, scales: usize, rows: usize, n: i32, nets: i32, dim: i32, by: f32, out: usize,
): void {
  for (let net = 0; net < nets; net++) {
    for (let d = 0; d < dim; d += 16) addSixteen(table, scales, rows, n, nets, net, dim, d, by, out)
  }
}

// @ts-ignore: decorator
@inline
function addSixteen(
  table: usize, scales: usize, rows: usize, n: i32, nets: i32, net: i32, dim: i32, d: i32, by: f32, out: usize,
): void {
  let a = i32x4.splat(0)
  let b = i32x4.splat(0)
  let c = i32x4.splat(0)
  let e = i32x4.splat(0)
  for (let k = 0; k < n; k++) {
    const place = load<i32>(rows + (k << 2)) * nets + net
    const scale = i32x4.splat(load<u16>(scales + (place << 1)))
    const values = v128.load(table + place * dim + d)
    const low = i16x8.extend_low_i8x16_s(values)
    const high = i16x8.extend_high_i8x16_s(values)
    a = i32x4.add(a, i32x4.mul(scale, i32x4.extend_low_i16x8_s(low)))
    b = i32x4.add(b, i32x4.mul(scale, i32x4.extend_high_i16x8_s(low)))
    c = i32x4.add(c, i32x4.mul(scale, i32x4.extend_low_i16x8_s(high)))
    e = i32x4.add(e, i32x4.mul(scale, i32x4.extend_high_i16x8_s(high)))
  }
  const to = out + ((net * dim + d) << 2)
  addFour(to, a, by)
  addFour(to + 16, b, by)
  addFour(to + 32, c, by)
  addFour(to + 48, e, by)
}

// @ts-ignore: decorator
@inline
function addFour(to: usize, sum: v128, by: f32): void {
  v128.store(to, f32x4.add(v128.load(to), f32x4.mul(f32x4.convert_i32x4_s(sum), f32x4.splat(by))))
}

/** The sum of products of two lists of n numbers. */
export function dot(a: usize, b: usize, n: i32): f32 {
  let s = f32x4.splat(0)
  let t = f32x4.splat(0)
  for (const end = a + (n << 2); a < end; a += 32, b += 32) {
    s = f32x4.add(s, f32x4.mul(v128.load(a), v128.load(b)))
    t = f32x4.add(t, f32x4.mul(v128.load(a, 16), v128.load(b, 16)))
  }
  s = f32x4.add(s, t)
  return (
    f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 1) + (f32x4.extract_lane(s, 2) + f32x4.extract_lane(s, 3))
  )
}

/** Adds n numbers of `from`, times `by`, to `to`. */
export function add(from: usize, to: usize, n: i32, by: f32): void {
  const share = f32x4.splat(by)
  for (const end = from + (n << 2); from < end; from += 16, to += 16)
    v128.store(to, f32x4.add(v128.load(to), f32x4.mul(v128.load(from), share)))
}

/** Rows times x, with their bias: `rows` numbers into `out`. */
export function times(w: usize, bias: usize, rows: i32, cols: i32, x: usize, out: usize): void {
  for (let row = 0; row < rows; row++, w += cols << 2)
    store<f32>(out + (row << 2), load<f32>(bias + (row << 2)) + dot(w, x, cols))
}
