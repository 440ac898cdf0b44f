import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BODY_MAX, STARTS_BURST, TEXT_MAX } from '../../../src/limits.ts'
import { EXIT_URL, openTestPage, type TestPage, Visitor } from './open-page.ts'

let page: TestPage
beforeAll(async () => {
  page = await openTestPage()
})
afterAll(() => page.close())

const arrive = async () => {
  const visitor = new Visitor(page.web)
  await visitor.get()
  return visitor
}
const arriveAt = async (...answers: [string, string][]) => {
  const visitor = await arrive()
  for (const [question, answer] of answers) await visitor.answer(question, answer)
  return visitor
}
const logOf = (html: string) => html.slice(html.indexOf('id="log"'), html.indexOf('id="now"'))
const stored = async () => {
  const { rows } = await page.product.connection.pool.query('select count(*)::int as count from conversation')
  return rows[0].count as number
}

describe('the first screen', () => {
  test('is the first question, with the exit before everything else', async () => {
    const { html } = await arrive()
    expect(html).toContain('data-question="channelOk"')
    expect(html.indexOf('data-exit')).toBeLessThan(html.indexOf('<h1'))
    expect(/<(a|button|input)\b[^>]*/.exec(html.slice(html.indexOf('<body')))?.[0]).toContain('data-exit')
  })

  test('says what the contract marks', async () => {
    const { html } = await arrive()
    for (const mark of ['name="answer" value="yes"', 'name="text"', 'data-continue', 'role="log"', 'data-person']) {
      expect(html).toContain(mark)
    }
    expect(html).toContain(`data-exit="${EXIT_URL}"`)
  })

  test('names neither the product nor the subject, and links to nobody', async () => {
    const { html } = await arrive()
    expect(html).toContain('<title>Notes</title>')
    expect(html).not.toMatch(/sidedoor|abuse|violence|helpline|refuge|src=|http-equiv/i)
    expect([...html.matchAll(/https?:\/\/[^"]+/g)].map(([url]) => url)).toEqual([EXIT_URL])
  })

  test('is stored nowhere: looking leaves no trace on the server', async () => {
    const before = await stored()
    await arrive()
    expect(await stored()).toBe(before)
  })

  test('looked at twice is one session, so that two tabs do not lock each other out', async () => {
    const visitor = await arrive()
    const { cookie } = visitor
    await visitor.get()
    expect(visitor.cookie).toBe(cookie)
  })

  test('carries the headers that keep it to itself', async () => {
    const { headers, cookies } = await new Visitor(page.web).get()
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'.*frame-ancestors 'none'.*trusted-types v$/)
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(cookies.map(({ name }) => name)).toEqual(['__Host-s', '__Host-r'])
    for (const cookie of cookies) {
      expect(cookie).toMatchObject({ path: '/', secure: true, httpOnly: true, sameSite: 'Strict' })
      expect(cookie.maxAge ?? cookie.expires).toBeUndefined()
    }
  })
})

describe('answering without script', () => {
  test('goes on to the next question, by way of a redirect', async () => {
    const visitor = await arrive()
    const answer = await visitor.answer('channelOk', 'yes')
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe('/')
    expect(visitor.html).toContain('data-question="dangerNow"')
    expect(logOf(visitor.html)).toContain('Is it OK to message right now?')
    expect(logOf(visitor.html)).not.toContain('Is anyone in danger right now?')
  })

  test('a double tap is one answer', async () => {
    const visitor = await arriveAt(['channelOk', 'yes'])
    const { token } = visitor
    await visitor.post({ k: token, question: 'dangerNow', answer: 'no' })
    await visitor.post({ k: token, question: 'dangerNow', answer: 'no' })
    expect(visitor.html).toContain('data-question="audience"')
    expect(logOf(visitor.html).match(/class="m person answer"/g)).toHaveLength(2)
  })

  test('nothing chosen: the same form again, and nothing is lost', async () => {
    const visitor = await arriveAt(['channelOk', 'yes'])
    const answer = await visitor.post({ question: 'dangerNow', by: 'text', answer: 'unsure', text: '' })
    expect(answer.statusCode).toBe(422)
    expect(visitor.html).toMatch(/id="err" role="alert"/)
    expect(visitor.html).toMatch(/value="unsure"[^>]* checked/)
  })

  test('too long: the words are still in the field', async () => {
    const visitor = await arriveAt(['channelOk', 'yes'])
    const text = 'y'.repeat(TEXT_MAX + 1)
    expect((await visitor.post({ question: 'dangerNow', text })).statusCode).toBe(422)
    expect(visitor.html).toContain(`value="${text}"`)
  })

  test('far too long: a plain page with the exit', async () => {
    const visitor = await arriveAt(['channelOk', 'yes'])
    expect((await visitor.post({ text: 'y'.repeat(BODY_MAX) })).statusCode).toBe(413)
    expect(visitor.html).toContain('data-exit')
  })

  test('an earlier answer is changed', async () => {
    const visitor = await arriveAt(['channelOk', 'yes'], ['dangerNow', 'no'])
    expect(visitor.html).toMatch(/name="change" value="channelOk"/)
    await visitor.post({ change: 'channelOk' })
    expect(visitor.html).toContain('data-question="channelOk"')
  })

  test('what was typed is shown as text, whatever it looks like', async () => {
    const visitor = await arriveAt(['channelOk', 'yes'])
    await visitor.post({ question: 'dangerNow', by: 'text', text: '<script>alert(1)</script> \u202eabc "\'&' })
    expect(visitor.html).toContain('&lt;script>alert(1)&lt;/script> \u202eabc')
    expect(visitor.html).toMatch(/<p dir="auto" translate="no">&lt;script>/)
  })
})

describe('while nothing is asked', () => {
  test('ways to help that fit are offered with their numbers, three at most', async () => {
    const visitor = await arriveAt(['channelOk', 'yes'])
    await visitor.post({ do: 'person' })
    await visitor.get()
    const help = /<section><h2>.*?<\/section>/s.exec(visitor.html)?.[0] ?? ''
    expect(help).toContain('tel:03300165112')
    expect(help).toContain('Advice Line')
    expect(help.match(/<li>/g)?.length).toBeLessThanOrEqual(3)
  })

  test('in short mode they are numbers and nothing else', async () => {
    const visitor = await arriveAt(['channelOk', 'unsure'])
    await visitor.post({ do: 'person' })
    await visitor.get()
    const help = /<section><h2>.*?<\/section>/s.exec(visitor.html)?.[0] ?? ''
    expect(help).toContain('tel:03300165112')
    expect(help).not.toMatch(/Advice Line|Domestic|call to talk/)
  })
})

describe('short mode', () => {
  test('shows the current step, numbers to call, and nothing else', async () => {
    const visitor = await arriveAt(['channelOk', 'unsure'], ['dangerNow', 'yes'])
    expect(visitor.html).toContain('data-short')
    expect(visitor.html).not.toContain('Is it OK to message right now?')
    expect(logOf(visitor.html)).not.toContain('class="m person')
    expect(logOf(visitor.html)).toContain('<a href="tel:999"')
    const links = [...visitor.html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href]) => href)
    expect(links.filter(href => !href?.startsWith('tel:'))).toEqual(['/x'])
  })
})

/** Where the browser ends up: by way of an empty page, so that nothing is on the screen while the other one loads. */
const wayOut = async ({ headers }: { headers: Record<string, unknown> }): Promise<string> => {
  expect(headers.location).toBe('/g')
  const empty = await new Visitor(page.web).get('/g')
  expect(empty.body.replace(/<title>.*<\/title>|<[^>]*>/g, '')).toBe('')
  return String(empty.headers.refresh).replace('0;url=', '')
}

describe('leaving', () => {
  test('by the link: the cookie goes, the conversation opens no more', async () => {
    const visitor = await arriveAt(['channelOk', 'yes'])
    const { cookie } = visitor
    const answer = await visitor.get('/x')
    expect(answer.statusCode).toBe(303)
    expect(await wayOut(answer)).toBe(EXIT_URL)
    expect(answer.headers['clear-site-data']).toBe('"storage"')
    expect(visitor.cookie).toBe('')
    visitor.cookie = cookie
    await visitor.get()
    expect(visitor.html).toContain('data-question="channelOk"')
    expect(logOf(visitor.html)).not.toContain('class="m ')
  })

  test('works while nothing behind it does', async () => {
    const visitor = await arriveAt(['channelOk', 'yes'])
    page.broken = true
    try {
      expect(await wayOut(await visitor.get('/x'))).toBe(EXIT_URL)
    } finally {
      page.broken = false
    }
  })

  test('is not done by a browser that only looks ahead', async () => {
    const visitor = await arriveAt(['channelOk', 'yes'])
    expect((await visitor.get('/x', { 'sec-purpose': 'prefetch' })).statusCode).toBe(204)
    await visitor.get()
    expect(visitor.html).toContain('data-question="dangerNow"')
  })

  test('an answer that means leaving says first what happens, and then sends the browser out by a page a form may be sent to', async () => {
    const visitor = await arrive()
    await visitor.answer('channelOk', 'no')
    expect(visitor.html).toContain('If you stop now, this page closes.')
    for (const number of ['tel:999', 'tel:08082000247', 'tel:116123']) expect(visitor.html).toContain(number)
    expect(await wayOut(await visitor.post({ do: 'goOn' }))).toBe(EXIT_URL)
    expect(visitor.cookie).toBe('')
  })
})

describe('who may post', () => {
  test('a missing or forged cookie brings the start page with one sentence', async () => {
    const visitor = await arriveAt(['channelOk', 'yes'])
    visitor.cookie = '__Host-s=AAAA.BBBB'
    const answer = await visitor.answer('dangerNow', 'no')
    expect(answer.statusCode).toBe(200)
    expect(visitor.html).toContain('data-question="channelOk"')
    expect(visitor.html).toContain('role="alert"')
  })

  test.each([
    { origin: 'https://elsewhere.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' }
  ])('another site may not: %o', async headers => {
    const visitor = await arriveAt(['channelOk', 'yes'])
    const answer = await visitor.post({ question: 'dangerNow', answer: 'yes' }, headers as Record<string, string>)
    expect(answer.statusCode).toBe(403)
    expect(visitor.html).toContain('tel:999')
    await visitor.get()
    expect(visitor.html).toContain('data-question="dangerNow"')
  })

  test.each([{}, { origin: 'null' }, { origin: 'http://localhost:80', 'sec-fetch-site': 'same-origin' }])(
    'our own page may: %o',
    async headers => {
      const visitor = await arriveAt(['channelOk', 'yes'])
      await visitor.post({ question: 'dangerNow', answer: 'no' }, headers as Record<string, string>)
      expect(visitor.html).toContain('data-question="audience"')
    }
  )

  test('a form without our token is refused', async () => {
    const visitor = await arriveAt(['channelOk', 'yes'])
    expect((await visitor.post({ k: 'made.up', question: 'dangerNow', answer: 'no' })).statusCode).toBe(403)
  })

  test('too many new conversations from one place are asked to wait, but never who asks for help', async () => {
    const from = { remoteAddress: '203.0.113.7' }
    const post = async (fields: string) => {
      const visitor = await arrive()
      return page.web.inject({
        ...from,
        method: 'POST',
        url: '/',
        headers: { cookie: visitor.cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: `k=${visitor.token}&${fields}`
      })
    }
    for (let start = 0; start < STARTS_BURST; start++) await post('question=channelOk&answer=yes')
    expect((await post('question=channelOk&answer=yes')).statusCode).toBe(503)
    expect((await post('do=emergency')).statusCode).toBe(303)
    expect((await post('do=person')).statusCode).toBe(303)
  })
})
