import { describe, expect, it } from 'vitest'
import { oneLine, plainText } from './plain-text.ts'

describe('HTML becomes plain text', () => {
  it.each([
    ['<p>One</p><p>Two <b>bold</b></p>', 'One\n\nTwo bold'],
    ['<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
    ['a<br>b', 'a\nb'],
    ['&lt;p&gt;R&amp;amp;D&lt;/p&gt;', 'R&D'],
    ['Job. &amp;lt;p&amp;gt;Text&amp;lt;/p&amp;gt;', 'Job.\nText'],
    ['a<script>alert(1)</script><style>b{}</style>c', 'ac'],
    ['<img src=x onerror=alert(1)>safe', 'safe'],
    ['plain\ntext', 'plain\ntext'],
    ['5 < 6 & 7 > 3', '5 < 6 & 7 > 3'],
    ['', ''],
  ])('%j', (html, text) => expect(plainText(html)).toBe(text))

  it('is cut at its limit, and nesting exhausts nothing', () => {
    expect(plainText('<p>word</p>'.repeat(100), 10)).toHaveLength(10)
    expect(plainText(`${'<i>'.repeat(50_000)}deep`)).toBe('deep')
  })
})

describe('a title stays on one line', () => {
  it.each([
    ['  R&amp;D \n lead ', 'R&D lead'],
    ['Head of <Labs>', 'Head of <Labs>'],
    ['AT&T', 'AT&T'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('%j', (title, text) => expect(oneLine(title)).toBe(text))
})
