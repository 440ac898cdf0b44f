// npm run flows: draws every flow into docs/flows and proves it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { door } from '../flows/index.ts'
import { shortMode } from '../flows/parts/opening.ts'
import messages from '../locales/en/messages.json' with { type: 'json' }
import questions from '../locales/en/questions.json' with { type: 'json' }
import { draw } from './flow/draw.ts'
import type { DrawingWords } from './flow/drawing/words.ts'
import { prove } from './flow/prove.ts'
import { reportOf } from './flow/report.ts'
import { anyFlag } from './triage/flags.ts'

const words: DrawingWords = {
  questions,
  messages,
  rules: [
    { rule: anyFlag, name: 'any risk flag was raised' },
    { rule: shortMode, name: 'short mode is on' }
  ]
}

const folder = join('docs', 'flows')
mkdirSync(folder, { recursive: true })
for (const { file, content } of await draw(door, words)) {
  writeFileSync(join(folder, file), content)
  console.log(`Drawn: ${join(folder, file)}`)
}

const proof = prove(door)
console.log(reportOf(proof))
if (proof.problems.length > 0) process.exitCode = 1
