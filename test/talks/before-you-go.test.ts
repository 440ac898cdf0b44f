// Whoever goes on writing where a no to "is it OK to write" is told what it does, is staying: they are asked that once more.
import { expect, it } from 'vitest'
import { standing } from './places.ts'
import { placeAt, write } from './talk.ts'

it.each([
  'im 34',
  'ok',
  'yes',
  'the kettle is blue',
  'can i just ask some questions first',
  'are you a robot',
  'he took my bank cards and he shoves me about'
])('"%s" is no way out, and not shown the way out again', async text => {
  const there = await standing('web', 'self', 'beforeYouGo')
  expect(placeAt(there)).toMatchObject({ kind: 'pause', message: 'beforeYouGo' })
  const turn = await write(there, text)
  expect(turn.left).toBe(false)
  expect(turn.to.kind).not.toBe('pause')
})
