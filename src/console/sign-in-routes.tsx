// Signing in by a one-time link: looking at the link uses nothing up, sending the form does.
import type { FastifyInstance } from 'fastify'
import { STAFF_NAME_MAX } from '../limits.ts'
import type { Dependencies } from './dependencies.ts'
import { formToken } from './form-token.ts'
import { sendNotice } from './notice.tsx'
import { Page, PostForm, sendPage } from './page.tsx'
import { hashOf, newToken } from './sign-in-link.ts'
import { giveCookie } from './signed-in.ts'
import { readText } from './typed-text.ts'

interface Link {
  Params: { token: string }
  Body: { name?: unknown }
}

export function signInRoutes(app: FastifyInstance, { staff, key, wordbook }: Dependencies): void {
  const words = wordbook.in('en')

  const signInPage = (token: string, complaint: string | null) => (nonce: string) => (
    <Page words={words} title={words.staff('signInTitle')} nonce={nonce}>
      <h1>{words.staff('signInTitle')}</h1>
      <PostForm action={`/sign-in/${token}`} me={{ formToken: formToken(key, hashOf(token)) }}>
        {complaint && (
          <p class="complaint" role="alert" id="complaint">
            {complaint}
          </p>
        )}
        <label for="name">{words.staff('signInName')}</label>
        <p id="why">{words.staff('signInNameWhy')}</p>
        <input
          id="name"
          name="name"
          maxLength={STAFF_NAME_MAX}
          required
          aria-describedby={complaint ? 'complaint why' : 'why'}
        />
        <button type="submit">{words.staff('signInButton')}</button>
      </PostForm>
    </Page>
  )

  app.get<Link>('/sign-in/:token', { config: { access: 'open' } }, async ({ params }, reply) => {
    if (await staff.linkWorks(hashOf(params.token), new Date())) return sendPage(reply, signInPage(params.token, null))
    return sendNotice(reply.status(410), words, 'signInTitle', words.staff('signInDead'))
  })

  app.post<Link>('/sign-in/:token', { config: { access: 'open' } }, async ({ params, body }, reply) => {
    const name = readText(body.name).replace(/\s+/g, ' ')
    if (name === '' || name.length > STAFF_NAME_MAX) {
      const complaint = words.staff('signInNoName', { max: STAFF_NAME_MAX })
      return sendPage(reply.status(422), signInPage(params.token, complaint))
    }
    const now = new Date()
    const staffId = await staff.useLink(hashOf(params.token), name, now)
    if (!staffId) return sendNotice(reply.status(410), words, 'signInTitle', words.staff('signInDead'))
    const token = newToken()
    await staff.openSession(hashOf(token), staffId, now)
    return giveCookie(reply, token).redirect('/', 303)
  })
}
