// npm run train: learns the second ear's weights anew from the corpora in this repository, and says how good they are.
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readExamples } from './examples.ts'
import { crossValidate, FOLDS, inWords, missed, needless, thresholdOf } from './folds.ts'
import { learn, rowOf } from './learn.ts'
import { asFile, madeFrom } from './made.ts'

const root = dirname(dirname(dirname(import.meta.dirname)))
const rows = readExamples().map(rowOf)
const weighed = crossValidate(rows)
const threshold = thresholdOf(weighed)

const line = (name: string, part: typeof weighed): void =>
  console.log(`| ${name} | ${inWords(missed(part, threshold))} | ${inWords(needless(part, threshold))} |`)

console.log(`${rows.length} messages, weighed by what was learnt from the others. Above ${threshold} is a question.\n`)
console.log('| part | danger missed | needless questions |\n| --- | --- | --- |')
for (let fold = 0; fold < FOLDS; fold += 1)
  line(
    String(fold + 1),
    weighed.filter(each => each.fold === fold)
  )
line('all', weighed)

const file = join(root, 'src', 'reading', 'ear', 'weights.json')
writeFileSync(file, asFile(madeFrom(rows, learn(rows), threshold)))
console.log(`\nWritten: ${file}`)
