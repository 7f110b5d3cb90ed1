import { SingleBar } from 'cli-progress'
import type { Progress } from '../../action.ts'

export type Bar = { step(progress: Progress): void; end(): void }

/** A progress bar on standard error, for people: without a terminal there is none. */
export function openBar(stream: NodeJS.WriteStream = process.stderr): Bar | null {
  if (!stream.isTTY) return null
  const bar = new SingleBar({
    stream,
    format: '{bar} {value}/{total}  {says}',
    hideCursor: true,
    clearOnComplete: true,
  })
  let begun = false
  return {
    step: ({ done, total, says }) => {
      if (!begun) bar.start(total, done, { says })
      begun = true
      bar.setTotal(total)
      bar.update(done, { says })
    },
    end: () => {
      if (begun) bar.stop()
    },
  }
}
