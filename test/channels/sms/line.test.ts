import { afterAll, beforeAll, expect, test } from 'vitest'
import { TextLine } from './line.ts'

let line: TextLine
beforeAll(async () => {
  line = await TextLine.open()
})
afterAll(() => line.close())

test('x', async () => {
  const me = '+447700900123'
  for (const t of ['hi', '1', '2', '1', '3', '3','3','1','1','5', 'hello?', 'X']) { await line.text(me, t); console.log('>', t, '\n<', line.heard(me).at(-1)) }
  await line.text(me, 'P'); console.log(line.heard(me).at(-1))
  await line.text(me, 'P'); console.log(line.heard(me).slice(-2))
  await line.text(me, '1'); console.log(line.heard(me).slice(-2))
  await line.text(me, 'hes here hes got a knife'); console.log(line.heard(me).slice(-2))
  await line.text(me, 'ok hes gone'); console.log(line.heard(me).slice(-2))
  await line.text(me, '1'); console.log(line.heard(me).slice(-2))
  expect(1).toBe(1)
})
