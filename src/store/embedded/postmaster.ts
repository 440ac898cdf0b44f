import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A running PostgreSQL server, as its `postmaster.pid` describes it. */
export interface Postmaster {
  pid: number
  port: number
  /** False while it starts, recovers or shuts down. */
  ready: boolean
}

/** The server that is running on this data, if there is one. */
export function runningPostmaster(pgDir: string): Postmaster | undefined {
  const lines = readPidFile(pgDir)
  const pid = Number(lines?.[0])
  if (!lines || !isPostmaster(pid, pgDir)) return undefined
  // Line 4 and line 8: https://www.postgresql.org/docs/18/storage-file-layout.html and src/include/utils/pidfile.h
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/**
 * Makes PostgreSQL accept the pid file of a server that is gone, although its process id is in use by another program
 * or waits to be reaped. PostgreSQL trusts any living process of its user except its own parent, so we put ourselves
 * in; removing the file would also lose the check for backends that still live.
 */
export function claimPidFile(pgDir: string): void {
  const lines = readPidFile(pgDir)
  if (!lines || runningPostmaster(pgDir)) return
  writeFileSync(join(pgDir, 'postmaster.pid'), [process.pid, ...lines.slice(1)].join('\n'))
}

/** Whether a process with this id exists; says nothing about which program it is. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM'
  }
}

function readPidFile(pgDir: string): string[] | undefined {
  try {
    return readFileSync(join(pgDir, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
}

/** A process id alone proves nothing: it may be reused or a zombie. The server's command line names its data. */
function isPostmaster(pid: number, pgDir: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false
  return commandLine(pid).includes(`-D ${pgDir} `)
}

/** Arguments joined by spaces; empty for a zombie or a process that is gone. */
function commandLine(pid: number): string {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
