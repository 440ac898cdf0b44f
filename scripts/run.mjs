// node scripts/run.mjs <entry> [args]: installs and builds if needed, then runs the entry on Node 24.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { checkout, ensureInstalled, giveUp, node24 } from './install.mjs'

const [entry, ...args] = process.argv.slice(2)
if (!entry) giveUp('Say what to run: node scripts/run.mjs dist/src/main.js')

await ensureInstalled()
await ensureBuilt()

const child = spawn(node24(), [resolve(checkout, entry), ...args], { stdio: 'inherit' })
child.on('error', fault => giveUp(`Node 24 could not be started (${fault.code}): run "npm ci" and start again.`))

// Ctrl-C in a terminal reaches the whole process group by itself; passing it on would make it count twice.
process.on('SIGINT', () => {
  if (!process.stdin.isTTY) child.kill('SIGINT')
})
process.on('SIGTERM', () => child.kill('SIGTERM'))

// npm runs us in a shell that does not pass signals on: when it has gone, whoever stopped it meant the program.
const parent = process.ppid
const watch = setInterval(() => {
  if (process.ppid === parent) return
  clearInterval(watch)
  child.kill('SIGTERM')
}, 250)

child.on('exit', (code, signal) => {
  if (!signal) process.exit(code ?? 1)
  // Ends the same way as the program, so that whoever started it can tell.
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
})
