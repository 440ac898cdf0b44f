// The built product as a process group of its own, PostgreSQL included, so that all of it can be killed at one moment.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { confirmCode } from '../../src/staff/confirm-code.ts'
import { CONFIRM_CODES, Vault } from '../../src/store/vault.ts'

const CHECKOUT = join(import.meta.dirname, '..', '..')
const MAIN = join(CHECKOUT, 'dist', 'src', 'main.js')
const LINK = join(CHECKOUT, 'dist', 'src', 'staff-link.js')
const START_PATIENCE = 60_000

export interface RunningProduct {
  /** Address of the chat page. */
  readonly chat: string
  readonly staff: string
  /** A new one-time sign-in link, as `npm run staff:link` prints it. */
  signIn(): Promise<string>
  /** What the machine prints for a request at the desk that has no second person. */
  codeFor(request: string): string
  /** Kills the app, the postmaster and every backend at once. Resolves when all of them are gone. */
  kill(): Promise<void>
  /** Asks it to stop. */
  stop(): Promise<void>
}

const keyIn = (dataDir: string): string => readFileSync(join(dataDir, 'master.key'), 'utf8').trim()
const codeUnder = (masterKey: string, request: string): string =>
  confirmCode(new Vault(Buffer.from(masterKey, 'base64')).derive(CONFIRM_CODES), request)

/** The command as an operator runs it; where the product found a port by itself, led to that one. */
async function linkOf(staff: string, env: NodeJS.ProcessEnv): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [LINK], { env })
  return new URL(new URL(stdout.trim()).pathname, staff).href
}

/** Starts the built product on free ports. Rejects with what it wrote to standard error. */
export function startProduct(dataDir: string, settings: Record<string, string> = {}): Promise<RunningProduct> {
  const env = { ...process.env, PORT: '0', STAFF_PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', ...settings }
  const child = spawn(process.execPath, [MAIN], { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env })
  return new Promise((resolve, reject) => {
    let out = ''
    let complaints = ''
    const timer = setTimeout(() => {
      void killAll(child)
      reject(new Error(`the product was not ready in ${START_PATIENCE} ms: ${complaints}`))
    }, START_PATIENCE)
    child.stderr?.on('data', chunk => {
      complaints += chunk
    })
    child.once('exit', code => {
      clearTimeout(timer)
      reject(new Error(`the product ended (${code}): ${complaints}`))
    })
    child.stdout?.on('data', chunk => {
      out += chunk
      const [chat, staff] = ['Chat page:', 'Staff page:'].map(
        label => new RegExp(`${label}\\s+(\\S+)\\n`).exec(out)?.[1]
      )
      if (!chat || !staff) return
      clearTimeout(timer)
      resolve({
        chat,
        staff,
        signIn: () => linkOf(staff, env),
        codeFor: request => codeUnder(settings.MASTER_KEY ?? keyIn(dataDir), request),
        kill: () => killAll(child),
        stop: () => ended(child, () => child.kill('SIGTERM'))
      })
    })
  })
}

/** Every process and its parent, from /proc where there is one. */
function parents(): Map<number, number> {
  const pids = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  return new Map(
    pids.flatMap((pid): [number, number][] => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
        return [[Number(pid), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])]]
      } catch {
        return []
      }
    })
  )
}

function descendants(root: number): number[] {
  const all = parents()
  const below = (pid: number): number[] =>
    [...all].filter(([, parent]) => parent === pid).flatMap(([child]) => [child, ...below(child)])
  return below(root)
}

const isAlive = (pid: number): boolean => {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

const signal = (pid: number, name: 'SIGKILL' | 'SIGSTOP'): void => {
  try {
    process.kill(pid, name)
  } catch {
    // Gone already: that is what was wanted.
  }
}

/** PostgreSQL's backends lead process groups of their own: the group alone would leave them to write on. */
async function killAll(child: ChildProcess): Promise<void> {
  const pid = child.pid ?? 0
  // It stands still while its family is looked for: what is on its way now is answered by nobody.
  signal(-pid, 'SIGSTOP')
  const family = descendants(pid)
  signal(-pid, 'SIGKILL')
  for (const member of family) signal(member, 'SIGKILL')
  await ended(child, () => {})
  while (family.some(isAlive)) await new Promise(resolve => setTimeout(resolve, 5))
}

const ended = (child: ChildProcess, act: () => void): Promise<void> =>
  new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    act()
  })
