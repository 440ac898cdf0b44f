import { execFile, spawn } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

export interface Started {
  /** Milliseconds from the launch of the process to its first answer on /healthz. */
  readonly took: number
  readonly chat: string
  readonly staff: string
  /** A new link, as `npm run staff:link` prints it. */
  signIn(): Promise<string>
  readonly pid: number
  stop(): Promise<void>
}

const built = (name: string) => join(import.meta.dirname, '..', 'src', name)

/** Starts the built product as its user would, on free ports, and waits until it answers. `flags` are Node's. */
export async function startForBench(dataDir: string, flags: readonly string[] = []): Promise<Started> {
  const began = performance.now()
  const env = { ...process.env, PORT: '0', STAFF_PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, [...flags, built('main.js')], { stdio: ['ignore', 'pipe', 'inherit'], env })
  const [chat = '', staff = ''] = await new Promise<readonly string[]>((resolve, reject) => {
    let out = ''
    child.once('exit', code => reject(new Error(`the product ended with ${code}`)))
    child.stdout.on('data', chunk => {
      out += chunk
      const found = /Chat page:\s+(\S+)\n[\s\S]*Staff page:\s+(\S+)\n/.exec(out)
      if (found) resolve(found.slice(1))
    })
  })
  const alive = await fetch(`${chat}/healthz`)
  if (!alive.ok) throw new Error('the product does not answer')
  return {
    took: performance.now() - began,
    chat,
    staff,
    async signIn() {
      const { stdout } = await promisify(execFile)(process.execPath, [built('staff-link.js')], { env })
      return new URL(new URL(stdout.trim()).pathname, staff).href
    },
    pid: child.pid ?? 0,
    stop: () =>
      new Promise(resolve => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      })
  }
}
