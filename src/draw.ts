// npm run flows: says what has changed, draws every path into docs/flows and proves the whole.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DIALOGUE } from './dialogue.ts'
import { changesBetween } from './flow/account/changes.ts'
import { type DialogueFacts, factsOfDialogue } from './flow/account/facts.ts'
import { draw, FACTS_FILE } from './flow/draw.ts'
import { prove } from './flow/prove.ts'
import { reportOf } from './flow/report.ts'
import { Wordbook } from './wording/wordbook.ts'

const words = (
  await Wordbook.open(join(dirname(import.meta.dirname), 'locales'), ({ key }) => {
    throw new Error(`there are no words for ${key}`)
  })
).in('en')

const folder = join('docs', 'flows')
mkdirSync(folder, { recursive: true })

const factsFile = join(folder, FACTS_FILE)
if (existsSync(factsFile)) {
  const before = JSON.parse(readFileSync(factsFile, 'utf8')) as DialogueFacts
  const changes = changesBetween(before, factsOfDialogue(DIALOGUE, words), words)
  console.log(
    changes.length > 0 ? ['Changed:', ...changes.map(change => `- ${change}`)].join('\n') : 'Nothing changed.'
  )
}

const proof = prove(DIALOGUE.flow)
const report = reportOf(proof)
const drawings = draw(DIALOGUE, words)
for (const file of readdirSync(folder)) {
  if (!drawings.some(drawing => drawing.file === file)) rmSync(join(folder, file))
}
for (const { file, content } of drawings) {
  const ending =
    file === 'README.md' ? ['', `## ${words.drawn('index-proof')}`, '', '```', report, '```', ''].join('\n') : ''
  writeFileSync(join(folder, file), content + ending)
}
console.log(`Drawn: ${drawings.length} files in ${folder}`)
console.log(report)
if (proof.problems.length > 0) process.exitCode = 1
