// Setting a password with a code: the secret stands on the page, is typed into an authenticator app, and comes back with a code.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { LOGIN_MAX, PASSWORD_MAX, PASSWORD_MIN } from '../limits.ts'
import { isGuessable } from '../staff/guessable.ts'
import { hashPassword, isGoodPassword } from '../staff/password.ts'
import { isSecret, newSecret, stepOf } from '../staff/totp.ts'
import { askAgain } from './again-page.tsx'
import type { Dependencies } from './dependencies.ts'
import { worker } from './guard.ts'
import { rememberDevice } from './known-device.ts'
import { landingOf } from './landing.ts'
import { sendNotice } from './notice.tsx'
import { sendPage } from './page.tsx'
import { PasswordPage } from './password-page.tsx'
import { needsProof } from './proof-needed.ts'
import { siteFor } from './prove.ts'
import { readText } from './typed-text.ts'

/** What this is called where it is set up. */
const PRODUCT = 'Sidedoor'
const OWN = { config: { access: 'own' } } as const

const passwordForm = z.object({
  login: z.string(),
  password: z.string(),
  code: z.string(),
  secret: z.string().refine(isSecret)
})

export function setPassword(app: FastifyInstance, deps: Dependencies): void {
  const { credentials, wordbook, staffUrl } = deps
  const words = wordbook.in('en')

  app.get('/account/password', OWN, async (request, reply) => {
    const me = worker(request)
    if (needsProof(me, new Date())) {
      return askAgain(reply, { words, me, passkeys: siteFor(request, staffUrl) !== null, next: '/account/password' })
    }
    const login = (await credentials.loginOf(me.staffId)) ?? ''
    const props = { words, me, secret: newSecret(), login, complaint: null }
    return sendPage(reply, nonce => <PasswordPage nonce={nonce} {...props} />)
  })

  app.post('/account/password', OWN, async (request, reply) => {
    const me = worker(request)
    const now = new Date()
    const form = passwordForm.safeParse(request.body)
    if (!form.success || needsProof(me, now)) {
      return sendNotice(reply.status(422), words, 'signInTitle', words.staff('refusedForm'))
    }
    const { password, code, secret } = form.data
    const login = readText(form.data.login).replace(/\s+/g, ' ')
    const again = (complaint: string) =>
      sendPage(reply.status(422), nonce => (
        <PasswordPage nonce={nonce} words={words} me={me} secret={secret} login={login} complaint={complaint} />
      ))
    if (login === '' || login.length > LOGIN_MAX) return again(words.signIn('loginNeeded', { max: LOGIN_MAX }))
    if (!isGoodPassword(password)) return again(words.signIn('passwordShort', { min: PASSWORD_MIN, max: PASSWORD_MAX }))
    const own = [me.name, login, words.staff('deskTitle'), PRODUCT]
    if (await isGuessable(password, own)) return again(words.signIn('passwordGuessed'))
    const step = stepOf(secret, code, now)
    if (step === null) return again(words.signIn('codeWrong'))
    const kept = { hash: await hashPassword(password), totp: secret, step }
    if (!(await credentials.setPassword(me.staffId, login, kept))) return again(words.signIn('loginTaken'))
    // The mark of the password before is worth nothing any more.
    await rememberDevice(deps, request, reply, me.staffId)
    const way = { to: landingOf(me.roles), label: words.signIn('toFirstPage') }
    return sendNotice(reply, words, 'signInTitle', words.signIn('passwordIsSet'), way)
  })
}
