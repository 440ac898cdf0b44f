import { spawn } from 'node:child_process'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { settings } from './settings.ts'

/** A PostgreSQL server that this process has launched. */
export interface ServerProcess {
  pid: number | undefined
  exited: Promise<unknown>
  hasExited(): boolean
  /** What it complained about last, for the operator. */
  lastWords(): string
  kill(): void
  /** Lets this process end while the server goes on for somebody else. */
  letGo(): void
}

const KEPT_CHARACTERS = 2_000

/** Launches PostgreSQL in our process group, without our input, our output, our environment or our folder. */
export function launchServer(options: {
  pgDir: string
  port: number
  account: Account
  binaries: Binaries
}): ServerProcess {
  const { pgDir, port, account, binaries } = options
  const child = spawn(binaries.postgres, ['-D', pgDir, ...settings(port)], {
    ...account,
    env: binaries.env,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe']
  })
  let words = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    words = (words + chunk).slice(-KEPT_CHARACTERS)
  })
  child.on('error', fault => {
    words = fault.message
  })
  return {
    pid: child.pid,
    // 'close' comes after the last words, 'exit' may come before them.
    exited: child.pid === undefined ? Promise.resolve() : new Promise(resolve => child.once('close', resolve)),
    hasExited: () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null,
    lastWords: () => words.trim().split('\n').at(-1) ?? '',
    kill: () => child.kill('SIGINT'),
    letGo: () => {
      child.stderr.destroy()
      child.unref()
    }
  }
}
