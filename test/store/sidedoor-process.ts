import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'

const program = join(import.meta.dirname, 'embedded-app.ts')

/** What the program said about its start: a server, or why there is none. */
export interface Started {
  url: string
  adopted: boolean
  fault?: string
  message?: string
}

/** A product process that does nothing but hold the embedded PostgreSQL. */
export interface SidedoorProcess extends Started {
  child: ChildProcess
  output(): string
  stop(): Promise<void>
  kill(): Promise<void>
}

const living = new Set<ChildProcess>()

interface StartOptions {
  node?: string
  program?: string
  uid?: number
  gid?: number
  env?: NodeJS.ProcessEnv
}

export async function startSidedoor(dataDir: string, options: StartOptions = {}): Promise<SidedoorProcess> {
  const { node = process.execPath, program: path = program, env, ...account } = options
  const child = spawn(node, [path, dataDir], { ...account, cwd: '/', env: { ...process.env, ...env } })
  living.add(child)
  const gone = new Promise<void>(resolve => child.once('close', () => resolve()))
  let output = ''
  child.stderr.on('data', chunk => {
    output += chunk
  })
  const lines = createInterface({ input: child.stdout })
  const first = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve)
    lines.once('close', () => reject(new Error(`no answer: ${output}`)))
  })
  return {
    ...(JSON.parse(first) as Started),
    child,
    output: () => output,
    stop: () => end(child, 'SIGTERM', gone),
    kill: () => end(child, 'SIGKILL', gone)
  }
}

/** Starts without waiting for its answer. */
export function startUnwatched(dataDir: string): ChildProcess {
  const child = spawn(process.execPath, [program, dataDir], { stdio: 'ignore' })
  living.add(child)
  return child
}

function end(child: ChildProcess, signal: NodeJS.Signals, gone: Promise<void>): Promise<void> {
  child.kill(signal)
  return gone
}

/** The process id in postmaster.pid. */
export function postmasterPid(dataDir: string): number {
  return Number.parseInt(readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8'), 10)
}

/** One that has ended by itself meanwhile is as dead as it should be. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Kills the server and every process it has forked, at one blow. */
export function killWholeServer(dataDir: string): void {
  const postmaster = postmasterPid(dataDir)
  const children = execFileSync('pgrep', ['-P', String(postmaster)], { encoding: 'utf8' })
  for (const pid of [postmaster, ...children.trim().split('\n').map(Number)]) killIfThere(pid)
}

/** One statement on a connection of its own. */
export async function query(url: string, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}

/** Whatever a failed test left running. */
export function endEverything(dataDirs: string[]): void {
  for (const child of living) child.kill('SIGKILL')
  living.clear()
  for (const dataDir of dataDirs) {
    try {
      killWholeServer(dataDir)
    } catch {
      // Its server has been stopped, as it should be.
    }
  }
}
