import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Channel } from '../../src/questions/answer.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'

let spoken: TestProduct
let careful: TestProduct
beforeAll(async () => {
  spoken = await openTestProduct({ draftLanguages: ['pl'] })
  careful = await openTestProduct()
})
afterAll(async () => {
  await spoken?.close()
  await careful?.close()
})

const begin = ({ conversations }: TestProduct, locale: string, channel: Channel = 'web') =>
  conversations.begin({
    channel,
    locale,
    access: channel === 'web' ? randomBytes(32) : null,
    peer: channel === 'sms' ? randomBytes(32) : null
  })

const say = ({ conversations }: TestProduct, conversation: string, text: string) =>
  conversations.receive({ conversation, messageId: randomUUID(), event: { type: 'typed', text } })

const turnTo = ({ conversations }: TestProduct, conversation: string, locale: string) =>
  conversations.receive({ conversation, messageId: randomUUID(), event: { type: 'language', locale } })

const view = async ({ conversations }: TestProduct, id: string) => {
  const found = await conversations.view(id)
  if (!found) throw new Error('the conversation is gone')
  return found
}

describe('somebody who speaks Polish', () => {
  test('changes to it in the middle, stays where they were, and is understood', async () => {
    const id = await begin(spoken, 'en')
    await say(spoken, id, 'yes')
    expect((await view(spoken, id)).place).toMatchObject({ kind: 'question', question: 'dangerNow' })
    await turnTo(spoken, id, 'pl')
    const there = await view(spoken, id)
    expect(there.place).toMatchObject({ kind: 'question', question: 'dangerNow' })
    expect(there.locale).toBe('pl')
    await say(spoken, id, 'nie')
    const next = await view(spoken, id)
    expect(next.place).toMatchObject({ kind: 'question', question: 'audience' })
    expect(next.messages.at(-1)).toMatchObject({ text: 'O kogo chodzi?', locale: 'pl' })
    await turnTo(spoken, id, 'en')
    expect((await view(spoken, id)).place).toMatchObject({ kind: 'question', question: 'audience' })
  })

  test('is told of 999 in Polish when they write of danger, with or without strokes', async () => {
    for (const text of ['on wali w drzwi', 'właśnie mnie bije, ratunku']) {
      const id = await begin(spoken, 'pl')
      await say(spoken, id, text)
      const { messages } = await view(spoken, id)
      expect(messages.some(({ text }) => /^Jeśli możesz, zadzwoń (teraz )?pod 999\./.test(text))).toBe(true)
    }
  })

  test('gets texts without strokes, and may write their own', async () => {
    const id = await begin(spoken, 'pl', 'sms')
    await say(spoken, id, 'cześć')
    const { messages } = await view(spoken, id)
    expect(messages.at(-1)?.text).toBe(
      'Czesc, dziekujemy za SMS. Czy mozesz teraz pisac? (W kazdej chwili X i milkniemy.) 1 Tak, 2 Nie, 3 Nie wiem.'
    )
    await say(spoken, id, 'wyjdź')
    expect(
      await spoken.conversations.receive({ conversation: id, messageId: 'x', event: { type: 'leave' } })
    ).toMatchObject({ left: true })
  })

  test('is answered in English while nobody has read the Polish, and keeps their place', async () => {
    const id = await begin(careful, 'pl')
    expect((await view(careful, id)).locale).toBe('en')
    await say(careful, id, 'yes')
    await turnTo(careful, id, 'pl')
    const { locale, place } = await view(careful, id)
    expect([locale, place]).toMatchObject(['en', { question: 'dangerNow' }])
  })

  test.each(['web', 'sms'] as const)(
    'is helped first when they write of danger, though Polish is not offered: %s',
    async channel => {
      for (const text of ['on wali w drzwi', 'właśnie mnie bije, ratunku']) {
        const id = await begin(careful, 'en', channel)
        await say(careful, id, text)
        const { messages, place } = await view(careful, id)
        expect(place.kind).toBe('emergency')
        expect(messages.some(({ kind, text: said }) => kind === 'card' && said.startsWith('Call 999'))).toBe(true)
      }
      const id = await begin(careful, 'en', channel)
      await say(careful, id, 'kiedyś mnie dusił')
      expect((await view(careful, id)).place.kind).not.toBe('emergency')
    }
  )
})
