// What a member of staff chooses for themselves, kept with them so that it holds at any desk. Everything that makes itself heard is off
// until they say otherwise: a worker may sit beside others.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Words } from '../wording/words.ts'
import type { Dependencies } from './dependencies.ts'
import { worker } from './guard.ts'
import { Page, PostForm, sendPage } from './page.tsx'
import type { SignedIn } from './signed-in.ts'

const OWN = { config: { access: 'own' } } as const
const settingsForm = z.object({ sound: z.literal('yes').optional(), notify: z.literal('yes').optional() })

const SettingsForm = ({ words, me }: { words: Words; me: SignedIn }) => (
  <PostForm action="/settings" me={me} class="settings">
    <p>{words.staff('settingsMeans')}</p>
    {(['sound', 'notify'] as const).map(name => (
      <div key={name}>
        <label class="box">
          <input type="checkbox" name={name} value="yes" checked={me[name]} aria-describedby={`about-${name}`} />{' '}
          {words.staff(`settings-${name}`)}
        </label>
        <p class="aid" id={`about-${name}`}>
          {words.staff(`settingsAbout-${name}`)}
        </p>
      </div>
    ))}
    <button type="submit">{words.staff('settingsSave')}</button>
  </PostForm>
)

export function settingsRoutes(app: FastifyInstance, deps: Dependencies): void {
  const words = deps.wordbook.in('en')

  app.get<{ Querystring: { saved?: string } }>('/settings', OWN, (request, reply) => {
    const me = worker(request)
    const title = words.staff('settingsTitle')
    return sendPage(reply, nonce => (
      <Page words={words} title={title} nonce={nonce} me={me}>
        <h1>{title}</h1>
        {request.query.saved === 'yes' && <p role="status">{words.staff('settingsSaved')}</p>}
        <SettingsForm words={words} me={me} />
        <p>{words.staff('settingsKeys')}</p>
      </Page>
    ))
  })

  app.post('/settings', OWN, async (request, reply) => {
    const { sound, notify }: z.infer<typeof settingsForm> = settingsForm.safeParse(request.body).data ?? {}
    await deps.staff.choose(worker(request).staffId, { sound: sound === 'yes', notify: notify === 'yes' })
    return reply.redirect('/settings?saved=yes', 303)
  })
}
