/** Settings of the server by name, as PostgreSQL spells them. */
export type Settings = Record<string, string>

/** Settings for a laptop: little memory, no idle work, everything safe on disk. */
export function laptopSettings(major: number, platform: NodeJS.Platform = process.platform): Settings {
  const settings: Settings = {
    shared_buffers: '32MB',
    max_connections: '30',
    jit: 'off',
    autovacuum_max_workers: '1',
    max_logical_replication_workers: '0',
    max_wal_senders: '0',
    wal_level: 'minimal',
    log_checkpoints: 'off',
    // What could not be written is not told to a file: neither the value (DETAIL) nor the statement.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    timezone: 'UTC',
    log_timezone: 'UTC',
  }
  // Worker processes for asynchronous reads cost memory and gain nothing at this size.
  if (major >= 18) settings.io_method = 'sync'
  if (platform === 'linux') settings.recovery_init_sync_method = 'syncfs'
  return settings
}

/** Settings as arguments of `postgres`. */
export function settingArguments(settings: Settings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Arguments of `initdb`. Sorting for people is done with `COLLATE "und-x-icu"`; the default order is by code point. */
export function initdbArguments(major: number, platform: NodeJS.Platform = process.platform): string[] {
  const args = ['-U', 'owner', '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '-k', '--wal-segsize=4']
  // Before version 17 only the system knows upper and lower case beyond ASCII.
  if (major < 17 && platform === 'linux') args.push('--lc-ctype=C.UTF-8')
  if (major >= 17) args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8')
  if (major >= 17 && platform === 'linux') args.push('--sync-method=syncfs')
  return args
}
