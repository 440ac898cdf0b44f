/** Another Sidedoor serves this data. The message is one plain line for the operator. */
export class AlreadyRunning extends Error {
  override name = 'AlreadyRunning'
  constructor(dataDir: string, holder: string | undefined) {
    const who = holder ? ` (process ${holder})` : ''
    super(`Sidedoor is already running on ${dataDir}${who}: stop that one first, or set DATA_DIR to another folder.`)
  }
}

/** The embedded PostgreSQL cannot be started. The message is one plain line that says what to do. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}

/** The code of a system error ("EACCES"), for a line an operator reads. */
export function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault)
}
