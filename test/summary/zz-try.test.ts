import { writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { asPdf } from '../../src/summary/as-pdf.ts'
import { summarySchema } from '../../src/summary/schema.ts'
import { english, summaryOf } from './readings.ts'
test('try', async () => {
  const s = summaryOf([
    { question: 'channelOk', value: 'yes' },
    { question: 'audience', value: 'survivor' },
    { question: 'fear', value: 'very', verbatim: 'هو يفحص هاتفي كل ليلة (منذ 2019) وأنا خائفة جدا. Dave 14:30 قال إنه سيقتلني إذا خرجت من البيت مرة أخرى، ولا أعرف ماذا أفعل', said: 'named' },
    { question: 'wants', value: 'safePlace', verbatim: 'mówi że mnie deportują, żółć\n我很害怕 so scared 😀', said: 'named' },
    { question: 'area', value: 'fareham' },
  ])
  console.log(summarySchema.safeParse(s).error)
  const t = performance.now()
  const pdf = await asPdf(s, english)
  console.log(pdf.length, performance.now() - t)
  writeFileSync('/tmp/pdf/out/try.pdf', pdf)
})
