// Whoever is not the person of a conversation sees nothing of it and cannot act in it, whatever they send.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hasNumbers, isAsBefore, isForPeople, read } from './for-people.ts'
import { plain, Visitor } from './plain.ts'
import { words } from './screen.ts'
import { raiseStage, type Stage } from './stage.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

let stage: Stage
let visitor: Visitor
beforeAll(async () => {
  stage = await raiseStage()
})
afterAll(() => stage?.close())
beforeEach(async () => {
  visitor = await Visitor.withOneAnswer(stage.product.chat)
})

describe('somebody who is not who they say', () => {
  it.each([
    { what: 'a forged cookie', cookie: () => `__Host-s=${'A'.repeat(43)}.${'A'.repeat(22)}` },
    { what: 'a cookie with another seal', cookie: () => `${visitor.cookie.slice(0, -2)}zz` },
    { what: 'no cookie', cookie: () => '' },
    { what: 'rubbish for a cookie', cookie: () => '__Host-s=%00;__Host-s=..' }
  ])('begins anew and sees nothing: $what', async ({ cookie }) => {
    const stranger = new Visitor(visitor.chat, cookie())
    for (const reply of [await stranger.get('/'), await new Visitor(visitor.chat, cookie()).post({ do: 'person' })]) {
      expect(reply.status).toBe(200)
      isForPeople(reply)
      expect(reply.text).toContain('data-question="channelOk"')
      expect(reply.text).not.toContain('class="m ')
      expect(reply.headers['set-cookie']).toHaveLength(2)
    }
    expect(await new Visitor(visitor.chat, cookie()).get('/t')).toMatchObject({ status: 303 })
    await isAsBefore(visitor)
  })

  it('is told in a sentence that the page they sent from is not open any more', async () => {
    const reply = await new Visitor(visitor.chat).post({ do: 'person' })
    expect(read(reply)).toContain(words.page('lostPage'))
  })

  it.each(['/e', '/l'])('hears nothing on the stream %s', async stream => {
    expect(await new Visitor(visitor.chat).get(stream)).toMatchObject({ status: 204, text: '' })
    expect(await visitor.get(stream)).toMatchObject({ status: 204, text: '' })
  })

  it.each([
    { what: 'without a token', lie: { k: '' }, headers: {} },
    { what: 'with a forged token', lie: { k: `${'A'.repeat(12)}.${'A'.repeat(22)}` }, headers: {} },
    { what: 'from another site', lie: {}, headers: { origin: 'http://localhost.example' } },
    { what: 'from another port', lie: {}, headers: { origin: 'http://localhost:1' } },
    { what: 'from what the browser calls another site', lie: {}, headers: { 'sec-fetch-site': 'cross-site' } },
    { what: 'from nowhere and without a token', lie: { k: '' }, headers: { origin: 'null' } }
  ])('cannot act for the person: a form $what', async ({ lie, headers }) => {
    const token = 'k' in lie ? lie.k : visitor.token
    const body = new URLSearchParams({ k: token, question: 'dangerNow', answer: 'yes' }).toString()
    const reply = await plain(`${visitor.chat}/`, {
      method: 'POST',
      headers: { ...FORM, cookie: visitor.cookie, origin: visitor.chat, ...headers },
      body
    })
    expect(reply.status).toBe(403)
    isForPeople(reply)
    hasNumbers(reply)
    await isAsBefore(visitor)
  })

  it('cannot make the person leave', async () => {
    const { cookie } = visitor
    await plain(`${visitor.chat}/x`, { method: 'POST', headers: { cookie, origin: 'http://localhost.example' } })
    await plain(`${visitor.chat}/x`, { headers: { cookie, 'sec-purpose': 'prefetch' } })
    await isAsBefore(visitor)
  })

  it('is let through with a token where the browser only says `null`, as some do without script', async () => {
    const reply = await visitor.post({ question: 'dangerNow', answer: 'no' }, { origin: 'null' })
    expect(reply.status).toBe(303)
    expect((await visitor.get('/')).text).toContain('data-question="audience"')
  })
})
