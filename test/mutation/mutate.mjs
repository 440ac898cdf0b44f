// npm run mutate -- [--sample N] [--seed N] [--only PATH]: breaks the logic of src/triage in one place at a time, in a
// copy of the tree, and sees whether the tests of triage notice. A survivor is a missing test, or no change at all.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { mutantsOf } from './mutants.mjs'

const checkout = resolve(import.meta.dirname, '../..')
const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: 'all' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: 'src/triage' }
  }
})

/** The files with decisions in them. The rows of the directory are data, held by tests of their own. */
const FILES = [
  'src/triage/*.ts',
  'src/triage/rules/*.ts',
  'src/triage/prompts/*.ts',
  'src/triage/directory/{areas,core-numbers,operator-file,operator-safety,reach,to-do}.ts',
  'src/triage/directory/hsds/{export,import}.ts'
]
/** It compares with what an earlier run decided: it would notice any change of the policy, whether anybody means it or not. */
const STORED = 'test/triage/policy/policy'
/** Quick ones first: most mutants never meet the tens of thousands of random people after them. */
const HARD = ['test/triage/never-lowers', 'test/triage/match/hard-rules', 'test/triage/directory/secret-place']
const RANDOM = ['test/triage/agreement', ...HARD]
const STEPS = [
  ['the quick tests', 'test/triage', ...[...RANDOM, STORED].flatMap(file => ['--exclude', `${file}.test.ts`])],
  ['the second reading', 'test/triage/agreement'],
  ['the hard rules', ...HARD],
  // Last, so that whatever it alone notices can be told apart: such a mutant has no test of its own.
  ['the stored policy', STORED]
]
const WORKERS = 2
/** Ten times what the slowest step takes: a mutant that never ends is noticed too. */
const LONGEST_MS = 90_000

/** A copy to break, so that nobody's work is touched. */
function copyOfTree() {
  const tree = mkdtempSync(join(tmpdir(), 'mutate-'))
  const leftOut = ['node_modules', '.git', 'dist', 'data'].map(name => join(checkout, name))
  cpSync(checkout, tree, { recursive: true, filter: from => !leftOut.includes(from) })
  symlinkSync(join(checkout, 'node_modules'), join(tree, 'node_modules'))
  return tree
}

/** Whether the tests of one step are all green in this tree. */
function isGreen(tree, tests) {
  const vitest = join(tree, 'node_modules/vitest/vitest.mjs')
  const once = ['run', '--project', 'unit', '--bail', '1', '--no-isolate', '--maxWorkers', '1', '--reporter', 'dot']
  const running = spawn(process.execPath, [vitest, ...once, ...tests], { cwd: tree, stdio: 'ignore', detached: true })
  // With all that it started itself: it is the head of a process group of its own, which Ctrl-C does not reach either.
  const limit = setTimeout(() => process.kill(-running.pid, 'SIGKILL'), LONGEST_MS)
  return new Promise((done, failed) => {
    running.on('error', failed)
    running.on('exit', code => {
      clearTimeout(limit)
      done(code === 0)
    })
  })
}

/** The first step that notices; null: none did. */
async function noticedBy(tree) {
  for (const [step, ...tests] of STEPS) if (!(await isGreen(tree, tests))) return step
  return null
}

/** Always the same ones for a seed, whatever else is in the list. */
function sampled(mutants) {
  const rank = ({ file, line, what }) =>
    createHash('sha256').update(`${values.seed} ${file} ${line} ${what}`).digest('hex')
  const shuffled = mutants.map(mutant => [rank(mutant), mutant]).sort(([one], [other]) => (one < other ? -1 : 1))
  const many = values.sample === 'all' ? mutants.length : Number(values.sample)
  return shuffled.slice(0, many).map(([, mutant]) => mutant)
}

const files = globSync(FILES, { cwd: checkout }).filter(file => file.startsWith(values.only))
const all = files.sort().flatMap(file => mutantsOf(file, readFileSync(join(checkout, file), 'utf8')))
const waiting = sampled(all)
const survivors = []
const byStoredAlone = []
let killed = 0
// Ctrl-C: the two at hand are finished, and the score is that of what was tried.
process.once('SIGINT', () => waiting.splice(0))
const trees = Array.from({ length: WORKERS }, copyOfTree)

async function work(tree) {
  for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
    const path = join(tree, mutant.file)
    const original = readFileSync(path, 'utf8')
    writeFileSync(path, mutant.text)
    const step = await noticedBy(tree)
    writeFileSync(path, original)
    const line = `${mutant.file}:${mutant.line}  ${mutant.what.replace(/\s+/g, ' ')}`
    if (step === null) survivors.push(line)
    else killed++
    if (step === 'the stored policy') byStoredAlone.push(line)
    console.log(step === null ? `SURVIVED  ${line}` : `killed    ${line}  (${step})`)
  }
}

try {
  const step = await noticedBy(trees[0])
  if (step !== null) throw new Error(`Nothing is broken yet, and ${step} fail: make them green first.`)
  await Promise.all(trees.map(work))
} finally {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true })
}
const tried = killed + survivors.length
const share = many => `${many} of ${tried} (${((100 * many) / tried).toFixed(1)} %)`
console.log(`\nNoticed by the stored policy alone:\n${byStoredAlone.sort().join('\n')}`)
console.log(`\nSurvivors:\n${survivors.sort().join('\n')}\n`)
console.log(`Killed: ${share(killed)}; without the stored policy: ${share(killed - byStoredAlone.length)}.`)
console.log(`There are ${all.length} mutants.`)
