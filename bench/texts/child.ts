// A line in a process of its own, as its operator would run it: the load must not share its event loop.
import { type ChildProcess, spawn } from 'node:child_process'

export interface Child<Ready> {
  readonly ready: Ready
  readonly pid: number
  stop(): Promise<void>
}

/** Starts a program on this Node and waits for the first thing it sends. Of what it prints only faults are shown, if anything. */
export async function startChild<Ready>(
  file: string,
  settings: {
    readonly args?: readonly string[]
    readonly env?: NodeJS.ProcessEnv
    readonly cwd?: string
    readonly faults?: 'ignore'
  }
): Promise<Child<Ready>> {
  const { args = [], env = {}, cwd, faults = 'inherit' } = settings
  const child: ChildProcess = spawn(process.execPath, [file, ...args], {
    stdio: ['ignore', 'ignore', faults, 'ipc'],
    env: { ...process.env, ...env },
    cwd
  })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const ready = await new Promise<Ready>((resolve, reject) => {
    child.once('message', message => resolve(message as Ready))
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`${file} ended with ${code}`)))
  })
  return {
    ready,
    pid: child.pid ?? 0,
    stop() {
      child.disconnect()
      return ended
    }
  }
}
