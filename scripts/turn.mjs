// One process at a time: a file that its holder keeps touching, so that a killed holder is noticed.
import { readFileSync, rmSync, statSync, utimes, writeFileSync } from 'node:fs'

const BEAT_MS = 1_000
const SILENT_MS = 10_000
const ABANDONED_MS = 300_000

/** Whether it is now our turn. Throws when the file cannot be written at all. */
export function takeTurn(file) {
  try {
    writeFileSync(file, '', { flag: 'wx' })
    return true
  } catch (fault) {
    if (fault.code !== 'EEXIST') throw fault
    if (isAbandoned(file)) rmSync(file, { force: true })
    return false
  }
}

/** Keeps the turn until the function it answers is called. */
export function keepTurn(file) {
  // A beat that fails is no reason to end: at worst another start waits less patiently.
  const beat = setInterval(() => utimes(file, new Date(), new Date(), () => {}), BEAT_MS)
  return () => {
    clearInterval(beat)
    rmSync(file, { force: true })
  }
}

/** Notes the child that does the work: if we are killed, the turn is not free before it has ended too. */
export function nameWorker(file, pid) {
  writeFileSync(file, String(pid ?? ''))
}

/** The child of a killed holder may go on for a while; its process id alone proves nothing for ever. */
function isAbandoned(file) {
  try {
    const silentFor = Date.now() - statSync(file).mtimeMs
    if (silentFor < SILENT_MS) return false
    return silentFor > ABANDONED_MS || !isAlive(Number(readFileSync(file, 'utf8')))
  } catch {
    // Given up between the two looks.
    return false
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (fault) {
    return fault.code === 'EPERM'
  }
}
