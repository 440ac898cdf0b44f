// Builds dist/ when a source has changed: a whole new folder, put in place by renaming.
import { spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { dirname, extname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkout, ensureInstalled, giveUp, tell } from './install.mjs'

const dist = join(checkout, 'dist')
/** On the same disk as dist, so that renaming is possible; ignored by git and by every checker. */
const workshop = join(checkout, 'node_modules', '.cache', 'sidedoor')
const codeFolders = ['src', 'flows', 'bench']
const LEFTOVER_MS = 600_000

/** Builds dist/ unless it was made from exactly these sources. Ends the process when the sources do not compile. */
export async function ensureBuilt() {
  const fingerprint = fingerprintOfSources()
  if (readStamp() === fingerprint) return
  tell('Building (only after a change) ...')
  // Each build has a folder of its own, so neither a second build at the same time nor a kill can leave a mixed dist/.
  const draft = join(workshop, randomUUID())
  try {
    mkdirSync(draft, { recursive: true })
    removeLeftovers()
    compile(draft)
    copyPlainFiles(draft)
    await bundleForBrowsers(draft)
    writeFileSync(join(draft, '.built'), fingerprint)
    putInPlace(draft)
  } catch (fault) {
    rmSync(draft, { recursive: true, force: true })
    const reason = fault.code
      ? ` in ${checkout} (${fault.code}): check that this user may write there`
      : ': mend the lines above'
    giveUp(`The build failed${reason} and start again.`)
  }
}

function readStamp() {
  const stamp = join(dist, '.built')
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined
}

/** Over names and contents, not times: a deleted file counts, and a copied checkout with its dist/ needs no build. */
function fingerprintOfSources() {
  const hash = createHash('sha256')
  const settings = readdirSync(checkout).filter(name => /^tsconfig.*\.json$/.test(name))
  const sources = [...codeFolders, 'locales'].flatMap(folder => filesIn(folder))
  for (const file of [...sources, ...settings.sort(), 'package-lock.json', 'scripts/build.mjs']) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(checkout, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** Every file below a folder of the checkout, as sorted paths from the checkout; none if the folder is missing. */
function filesIn(folder) {
  if (!existsSync(join(checkout, folder))) return []
  return readdirSync(join(checkout, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(checkout, join(entry.parentPath ?? entry.path, entry.name)))
    .sort()
}

function compile(draft) {
  const tsc = join(checkout, 'node_modules', 'typescript', 'bin', 'tsc')
  const args = [tsc, '-p', 'tsconfig.build.json', '--outDir', draft, '--pretty', 'false']
  const result = spawnSync(process.execPath, args, { cwd: checkout, encoding: 'utf8' })
  if (result.status === 0) return
  tell(`${result.stdout ?? ''}${result.stderr ?? ''}`.trim())
  throw new Error('The sources do not compile.')
}

/** What is read as a file when the product runs: the wording, SQL, pictures; not what the compilers write. */
function copyPlainFiles(draft) {
  const compiled = new Set(['.ts', '.tsx', '.css', '.md'])
  const plain = codeFolders.flatMap(folder => filesIn(folder)).filter(file => !compiled.has(extname(file)))
  for (const file of [...plain, ...filesIn('locales')]) {
    mkdirSync(dirname(join(draft, file)), { recursive: true })
    cpSync(join(checkout, file), join(draft, file))
  }
}

async function bundleForBrowsers(draft) {
  const { build } = await import('esbuild')
  const files = filesIn('src')
  const common = { absWorkingDir: checkout, outdir: draft, outbase: checkout, minify: true, logLevel: 'warning' }
  const scripts = files.filter(file => file.endsWith('/client.ts'))
  await build({ ...common, entryPoints: scripts, bundle: true, format: 'iife', target: 'es2019' })
  await build({ ...common, entryPoints: files.filter(file => file.endsWith('.css')) })
}

function putInPlace(draft) {
  const former = `${draft}-former`
  for (;;) {
    try {
      if (existsSync(dist)) renameSync(dist, former)
      renameSync(draft, dist)
      break
    } catch (fault) {
      // Another build moved its dist/ in or out between the two lines: look again.
      if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(fault.code)) throw fault
      rmSync(former, { recursive: true, force: true })
    }
  }
  rmSync(former, { recursive: true, force: true })
}

/** Drafts of builds that were killed. */
function removeLeftovers() {
  for (const name of readdirSync(workshop)) {
    const path = join(workshop, name)
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > LEFTOVER_MS) rmSync(path, { recursive: true, force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureInstalled()
  await ensureBuilt()
}
