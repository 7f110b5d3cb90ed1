import { destination, type Logger, pino } from 'pino'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

/** Standard error, so that what is printed for people and programs stays clean; `ACQUAINT_LOG` sets the level. */
export function openLog(unless: 'error' | 'silent' = 'error'): Log {
  const wanted = process.env.ACQUAINT_LOG ?? ''
  const level = wanted in pino.levels.values ? wanted : unless
  return pino({ level }, destination({ fd: 2, sync: true }))
}
