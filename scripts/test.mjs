// npm test: everything. --quick (npm run check): what needs no database and no browser. --soak: the long forms.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium, installChromium } from './chromium.mjs'
import { countTests } from './count-tests.mjs'
import { checkout, node24 } from './install.mjs'

const isQuick = process.argv.includes('--quick')
const isSoak = process.argv.includes('--soak')
const totals = { passed: 0, failed: 0 }
const broken = []

/** The product's own settings are not for its tests: they would open the wrong database, or print the wrong address. */
const PRODUCT_SETTINGS =
  /^(PORT|STAFF_PORT|HOST|PUBLIC_URL|STAFF_URL|DATA_DIR|DATABASE_URL|MASTER_KEY|EXIT_URL|LOG_LEVEL|OPENING_HOURS|OWN_WORDS|DIRECTORY_FILE|DEBUG|WEBHOOK_.*|SMTP_URL|MAIL_.*|ON_CALL_MAIL|TWILIO_.*|ACS_.*|OIDC_.*|PG[A-Z]+)$/

const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !PRODUCT_SETTINGS.test(name))),
  CI: 'true',
  // What Node has compiled once is there for every test file, and for every process of the product a test starts.
  NODE_COMPILE_CACHE: join(checkout, 'node_modules', '.cache', 'compiled'),
  ...(isSoak ? { SIDEDOOR_SOAK: '1' } : {})
}

const say = line => process.stdout.write(`${line}\n`)
const tool = (...path) => join(checkout, 'node_modules', ...path)

/** Runs a program of Node's to its end. Returns its exit code; 1 when it could not start or was killed. */
function run(node, args) {
  return new Promise(resolve => {
    const child = spawn(node, args, { cwd: checkout, env, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', () => resolve(1))
    child.on('exit', code => resolve(code ?? 1))
  })
}

/** One named, timed step. `work` returns how many things passed and failed. */
async function step(name, work) {
  const start = performance.now()
  const { passed, failed, note = '' } = await work()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  totals.passed += passed
  totals.failed += failed
  if (failed > 0) broken.push(name)
  say(`${failed === 0 ? 'ok' : 'FAILED'}  ${name}  ${seconds} s${note}`)
  return failed === 0
}

/** A step that either succeeds or does not. */
const check = (name, node, ...runs) =>
  step(name, async () => {
    for (const args of runs) if ((await run(node, args)) !== 0) return { passed: 0, failed: 1 }
    return { passed: 1, failed: 0 }
  })

/** Puts a Chromium into the environment of the tests. Says in one line what to do when there is none. */
function browser() {
  const path = findChromium() ?? installChromium()
  if (path) {
    env.CHROME_PATH = path
    return { passed: 1, failed: 0 }
  }
  say('No Chromium: install one (Debian: apt-get install chromium), or set CHROME_PATH to the one you have.')
  return { passed: 0, failed: 1 }
}

function tests(node, args) {
  return step('tests', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sidedoor-report-'))
    const report = join(folder, 'report.json')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await run(node, [tool('vitest', 'vitest.mjs'), 'run', ...reporters, ...args])
    const counted = countTests(report, code)
    rmSync(folder, { recursive: true, force: true })
    return { ...counted, note: `, ${counted.passed} passed, ${counted.failed} failed, ${counted.skipped} skipped` }
  })
}

/** The long forms (vitest.config.ts). Some need a browser; without one they are said to be missing, not passed over. */
async function soak(node) {
  await step('browser', browser)
  return tests(node, [])
}

async function everything() {
  if (!(await check('install and build', process.execPath, ['scripts/build.mjs']))) return
  const node = node24()
  if (isSoak) return soak(node)
  const tsc = tool('typescript', 'bin', 'tsc')
  await check('types', node, [tsc, '-p', '.', '--noEmit'], [tsc, '-p', 'tsconfig.client.json', '--noEmit'])
  await check('lint', node, [tool('@biomejs', 'biome', 'bin', 'biome'), 'check'])
  await check('dead code', node, [tool('knip', 'bin', 'knip.js')])
  if (isQuick) return tests(node, ['--project', 'unit'])
  const hasBrowser = await step('browser', browser)
  const projects = hasBrowser ? [] : ['unit', 'proof', 'store'].flatMap(name => ['--project', name])
  return tests(node, projects)
}

// Whatever happens, the last line is the count, alone.
process.once('exit', code => {
  const failed = Math.max(totals.failed, code === 0 ? 0 : 1)
  if (broken.length > 0) say(`Failed: ${broken.join(', ')}`)
  say(`${totals.passed} passed, ${failed} failed`)
})

await everything()
process.exitCode = totals.failed === 0 ? 0 : 1
