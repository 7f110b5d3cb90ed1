import { destination, type Logger, pino } from 'pino'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

/** Standard error, so that what is printed for people and programs stays clean; problems only, or `ACQUAINT_LOG`. */
export function openLog(level = process.env.ACQUAINT_LOG || 'error'): Log {
  return pino({ level: level in pino.levels.values ? level : 'error' }, destination({ fd: 2, sync: true }))
}
