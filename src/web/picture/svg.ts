import { dotsOf, labelsOf, lineOf, type Picture, ringsOf, WARMTHS, type Warmth } from './drawing.ts'
import { type Layout, withoutOverlap } from './layout.ts'

// The picture as a file of its own, in colours that hold on white paper.

const INK = '#1a1d21'
const COLOURS: Record<Warmth, string> = {
  warm: '#b4530a',
  workable: '#16705d',
  long: '#4a76a8',
  far: '#8b9098',
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** An SVG document of `width` x `width` pixels, with everybody in it and names where there is room. */
export function svgOf(picture: Picture, layout: Layout, chosen: number | null, width = 1600): string {
  const scale = width / 2 / (layout.r + 3)
  const dots = dotsOf(picture, layout)
  const labels = withoutOverlap(
    labelsOf(picture, layout, { scale, chosen, isVisible: () => true }),
    scale,
    400,
  )
  const texts = labels.map(
    ({ x, y, text, size, organization }) =>
      `<text x="${(x * scale).toFixed(1)}" y="${(y * scale).toFixed(1)}" font-size="${size}"${organization === undefined ? '' : ' font-weight="600"'}>${escaped(text)}</text>`,
  )
  const line =
    chosen === null
      ? ''
      : `<path d="${lineOf(picture, layout, chosen)}" stroke="${INK}" stroke-width="0.3" fill="none"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${width}" viewBox="${-width / 2} ${-width / 2} ${width} ${width}" font-family="Inter, system-ui, sans-serif">
<title>${escaped(picture.middle.name)}</title>
<rect x="${-width / 2}" y="${-width / 2}" width="${width}" height="${width}" fill="#fff"/>
<g transform="scale(${scale.toFixed(4)})" stroke-linecap="round">
<path d="${ringsOf(layout)}" fill="#f4f5f2" stroke="#d5d7d2" stroke-width="0.1"/>
${WARMTHS.map((warmth) => `<path d="${dots[warmth]}" stroke="${COLOURS[warmth]}" stroke-width="1"/>`).join('\n')}
${line}
<circle r="1.6" fill="${INK}"/>
</g>
<g fill="${INK}" text-anchor="middle" paint-order="stroke" stroke="#fff" stroke-width="3" stroke-linejoin="round">
${texts.join('\n')}
</g>
</svg>
`
}
