// A check quotes the words it asks about, and never those that came after them.
import { expect, it } from 'vitest'
import { standing } from './places.ts'
import { placeAt, write } from './talk.ts'

it.each(['im 34', 'the kettle is blue', 'no hes at work'])('"%s" is not what the check asks about', async after => {
  const asked = await write(await standing('web', 'self', 'audience'), 'its me. my husband')
  expect(placeAt(asked.after)).toMatchObject({ kind: 'check', name: 'meant.audience' })
  expect(asked.said.map(({ text }) => text).join(' ')).toContain('its me. my husband')
  const again = await write(asked.after, after)
  expect(again.said.map(({ text }) => text).join(' ')).not.toContain(after)
})
