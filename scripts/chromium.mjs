// Finds a Chromium for the browser tests or, as root on Debian and Ubuntu, installs one.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const MAC_APPS = ['Google Chrome', 'Chromium'].map(name => `/Applications/${name}.app/Contents/MacOS/${name}`)
const INSIDE_PLAYWRIGHT = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'
]

/** Path of a Chromium that runs here, or undefined. `CHROME_PATH` comes first, and when it is set nothing else is tried. */
export function findChromium(env = process.env) {
  if (env.CHROME_PATH) return runs(env.CHROME_PATH) ? env.CHROME_PATH : undefined
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin']
  const installed = COMMANDS.flatMap(name => folders.map(folder => join(folder, name)))
  return [...installed, ...MAC_APPS, ...inPlaywrightCache(env)].find(runs)
}

function inPlaywrightCache(env) {
  const caches = [
    env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache', 'ms-playwright'),
    join(homedir(), 'Library', 'Caches', 'ms-playwright')
  ]
  return caches
    .filter(cache => cache && existsSync(cache))
    .flatMap(cache =>
      readdirSync(cache)
        .filter(name => name.startsWith('chromium-'))
        .flatMap(name => INSIDE_PLAYWRIGHT.map(path => join(cache, name, path)))
    )
}

/** Ubuntu's chromium is a stand-in that only tells about a snap: being there is not enough. */
function runs(path) {
  if (!existsSync(path)) return false
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

/** Installs Chromium with apt where that needs no question, and returns its path; undefined where it is not possible. */
export function installChromium() {
  const isRoot = process.getuid?.() === 0
  if (!isRoot || process.env.CHROME_PATH || !existsSync('/usr/bin/apt-get')) return undefined
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = args => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  // A failed update is no reason to give up: the lists there are may do.
  apt(['update', '-qq'])
  return apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium']) ? findChromium() : undefined
}
