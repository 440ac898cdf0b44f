// How a figure is worked out and printed.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Speed } from './turns.ts'

export const print = (what: string, value: string) => console.log(`${what.padEnd(52)} ${value}`)
export const ms = (value: number) => `${value.toFixed(1)} ms`
export const at = ({ each }: Speed, share: number) => each[Math.floor((each.length - 1) * share)] ?? 0
export const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Of a process, in MB. */
export const memory = (pid: number): number => {
  const status = process.platform === 'linux' ? readFileSync(`/proc/${pid}/status`, 'utf8') : ''
  const found = /VmRSS:\s+(\d+) kB/.exec(status)
  return found ? Number(found[1]) / 1024 : Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)]).stdout) / 1024
}
