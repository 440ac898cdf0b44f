// Signing in by a one-time link: looking at the link uses nothing up, sending the form does.

import type { FastifyInstance } from 'fastify'
import { STAFF_NAME_MAX } from '../limits.ts'
import { Complaint } from './complaint.tsx'
import type { Dependencies } from './dependencies.ts'
import { enter } from './enter.ts'
import { formToken } from './form-token.ts'
import { sendNotice } from './notice.tsx'
import { Page, PostForm, sendPage } from './page.tsx'
import { hashOf } from './sign-in-link.ts'
import { readText } from './typed-text.ts'

interface Link {
  Params: { token: string }
  Body: { name?: unknown }
}

export function signInRoutes(app: FastifyInstance, deps: Dependencies): void {
  const { staff, key, wordbook, identityProvider } = deps
  const words = wordbook.in('en')

  const signInPage = (token: string, complaint: string | null) => (nonce: string) => (
    <Page words={words} title={words.staff('signInTitle')} nonce={nonce}>
      <h1>{words.staff('signInTitle')}</h1>
      <PostForm action={`/sign-in/${token}`} me={{ formToken: formToken(key, hashOf(token)) }}>
        <Complaint id="complaint" why={complaint} />
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

  /** Where accounts are the organisation's, of all links the operator's alone work. */
  const works = async (token: string): Promise<boolean | 'waits'> => {
    const link = await staff.linkWorks(hashOf(token), new Date())
    if (link === null || (identityProvider && link.invited)) return false
    return link.waits ? 'waits' : true
  }

  app.get<Link>('/sign-in/:token', { config: { access: 'open' } }, async ({ params }, reply) => {
    const isWorking = await works(params.token)
    if (isWorking === 'waits') return sendNotice(reply.status(409), words, 'signInTitle', words.signIn('linkWaits'))
    if (isWorking) return sendPage(reply, signInPage(params.token, null))
    return sendNotice(reply.status(410), words, 'signInTitle', words.staff('signInDead'))
  })

  app.post<Link>('/sign-in/:token', { config: { access: 'open' } }, async (request, reply) => {
    const { params, body } = request
    const name = readText(body.name).replace(/\s+/g, ' ')
    if (name === '' || name.length > STAFF_NAME_MAX) {
      const complaint = words.staff('signInNoName', { max: STAFF_NAME_MAX })
      return sendPage(reply.status(422), signInPage(params.token, complaint))
    }
    const staffId =
      (await works(params.token)) === true ? await staff.useLink(hashOf(params.token), name, new Date()) : null
    if (!staffId) return sendNotice(reply.status(410), words, 'signInTitle', words.staff('signInDead'))
    return enter(deps, request, reply, staffId, 'link')
  })
}
