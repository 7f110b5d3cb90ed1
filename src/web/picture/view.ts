import { useEffect, useRef, useState } from 'react'
import type { Layout, Point } from './layout.ts'

/** What is in the middle of the window, and how many pixels a unit is. */
export type View = Point & { scale: number }

const FARTHEST = 0.3
const CLOSEST = 60
/** A small network is not blown up. */
const NEAREST = 14
const within = (scale: number) => Math.min(CLOSEST, Math.max(FARTHEST, scale))

/** The window onto the picture: whole at first and after each new layout; moved by hand, wheel and keys. */
export function useView(layout: Layout) {
  const [element, ref] = useState<HTMLElement | null>(null)
  const { width, height } = useSize(element)
  const whole: View = {
    x: 0,
    y: 0,
    scale: within(Math.min(NEAREST, Math.min(width, height) / 2 / (layout.r + 3))),
  }
  const [moved, setMoved] = useState<{ of: Layout; view: View } | null>(null)
  const view = moved?.of === layout ? moved.view : whole
  const set = (next: View | null) => setMoved(next && { of: layout, view: next })
  /** Keeps what is under a point of the window, in pixels from its middle, where it is. */
  const zoom = (by: number, { x, y }: Point = { x: 0, y: 0 }) => {
    const scale = within(view.scale * by)
    const gain = 1 / view.scale - 1 / scale
    set({ x: view.x + x * gain, y: view.y + y * gain, scale })
  }
  /** The point of the picture that a pointer is at. */
  const under = (event: { clientX: number; clientY: number }): Point => {
    const box = element!.getBoundingClientRect()
    const x = event.clientX - box.left - width / 2
    const y = event.clientY - box.top - height / 2
    return { x: view.x + x / view.scale, y: view.y + y / view.scale }
  }
  const isVisible = ({ x, y }: Point, margin = 40) =>
    Math.abs(x - view.x) * view.scale < width / 2 + margin &&
    Math.abs(y - view.y) * view.scale < height / 2 + margin
  return { element, ref, width, height, view, set, zoom, under, isVisible }
}

function useSize(element: HTMLElement | null) {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useEffect(() => {
    if (!element) return
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return size
}

export type Window = ReturnType<typeof useView>

/** React listens to the wheel passively; this one keeps the page from scrolling as well. */
export function useWheel({ element, width, height, zoom }: Window): void {
  const latest = useRef(zoom)
  useEffect(() => {
    latest.current = zoom
  })
  useEffect(() => {
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const box = element.getBoundingClientRect()
      const at = { x: event.clientX - box.left - width / 2, y: event.clientY - box.top - height / 2 }
      latest.current(Math.exp(-event.deltaY / 400), at)
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [element, width, height])
}
