import { spawn } from 'node:child_process'
import { join } from 'node:path'

export interface Started {
  /** Milliseconds from the launch of the process to its first answer on /healthz. */
  readonly took: number
  readonly chat: string
  readonly staff: string
  readonly signIn: string
  readonly pid: number
  stop(): Promise<void>
}

const MAIN = join(import.meta.dirname, '..', 'src', 'main.js')

/** Starts the built product as its user would, on free ports, and waits until it answers. `flags` are Node's. */
export async function startForBench(dataDir: string, flags: readonly string[] = []): Promise<Started> {
  const began = performance.now()
  const child = spawn(process.execPath, [...flags, MAIN], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', STAFF_PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' }
  })
  const [chat = '', staff = '', signIn = ''] = await new Promise<readonly string[]>((resolve, reject) => {
    let out = ''
    child.once('exit', code => reject(new Error(`the product ended with ${code}`)))
    child.stdout.on('data', chunk => {
      out += chunk
      const found = /Chat page:\s+(\S+)\n[\s\S]*Staff page:\s+(\S+)\n[\s\S]*works once\):\s+(\S+)\n/.exec(out)
      if (found) resolve(found.slice(1))
    })
  })
  const alive = await fetch(`${chat}/healthz`)
  if (!alive.ok) throw new Error('the product does not answer')
  return {
    took: performance.now() - began,
    chat,
    staff,
    signIn,
    pid: child.pid ?? 0,
    stop: () =>
      new Promise(resolve => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      })
  }
}
