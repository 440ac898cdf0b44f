// One conversation in each of its states, as the worker sees it for whom it shows most.
import { randomUUID } from 'node:crypto'
import type { PersonEvent } from '../../../src/conversation/person-event.ts'
import { agreed } from '../../console/agreed.ts'
import { Texter } from '../../console/texter.ts'
import { answer, opening } from '../../opening.ts'
import type { PageState } from './page-state.ts'
import { sendAnyway } from './page-state.ts'
import { IN_DANGER, leavesUnclaimed } from './queue-pages.ts'
import { NOT_NOW, NOW } from './wednesday.ts'

/** Enough for every part of the summary, and for services to be offered. */
const TOLD: readonly PersonEvent[] = [
  ...opening(),
  answer('wantsNow', 'questions'),
  answer('wants', 'talk'),
  answer('area', 'winchester'),
  answer('safeTonight', 'yes'),
  answer('relationship', 'partner'),
  answer('livesWith', 'yes'),
  { type: 'answer', question: 'fear', value: 'very', words: 'I do not sleep any more' }
]
/** A professional who agreed for somebody that the summary may be sent on. */
export const REFERS: readonly PersonEvent[] = [
  answer('channelOk', 'yes'),
  answer('dangerNow', 'no'),
  answer('audience', 'professional'),
  answer('deviceWatched', 'no'),
  answer('privacyLimits', 'ok'),
  answer('wantsNow', 'questions'),
  answer('referrerRole', 'housing'),
  answer('referralConsent', 'yes')
]

const PAGE = 'GET /c/:reference'

export const CONVERSATION_PAGES: readonly PageState[] = [
  {
    route: PAGE,
    state: 'conversation, waits, urgent',
    async show({ on, kim }) {
      const { reference } = await on.asks(...IN_DANGER)
      await on.go(kim.page, `/c/${reference}`)
      return kim.page
    }
  },
  {
    route: PAGE,
    state: 'conversation, theirs',
    isFull: true,
    async show({ on, kim }) {
      const person = await on.with(kim, ...TOLD)
      const { conversations } = on.product
      const hello = { conversation: person.id, messageId: randomUUID(), worker: kim, text: 'Hello, I am here now.' }
      await conversations.speak(hello)
      await person.does({ type: 'typed', text: 'thank you' })
      await conversations.note(person.id, kim, 'Soft voice', randomUUID())
      const other = await on.asks()
      await on.product.staff.linkPartners(
        { staffId: kim.id, action: 'partner_link', conversation: person.id },
        other.id
      )
      await on.go(kim.page, `/c/${person.reference}`)
      return kim.page
    }
  },
  {
    route: PAGE,
    state: 'conversation, a colleague is asked to take over',
    async show({ on, robin, kim }) {
      const person = await on.with(robin)
      await on.product.conversations.tend(person.id, { type: 'TRANSFER', by: robin, to: kim }, randomUUID())
      await on.go(robin.page, `/c/${person.reference}`)
      return robin.page
    }
  },
  {
    route: PAGE,
    state: 'conversation, asked to take it over',
    async show({ on, robin, kim }) {
      const person = await on.with(robin)
      await on.product.conversations.tend(person.id, { type: 'TRANSFER', by: robin, to: null }, randomUUID())
      await on.go(kim.page, `/c/${person.reference}`)
      return kim.page
    }
  },
  {
    route: PAGE,
    state: 'conversation, a supervisor looks on',
    async show({ on, robin, kim }) {
      const { reference } = await on.with(kim)
      await on.go(robin.page, `/c/${reference}`)
      return robin.page
    }
  },
  {
    route: PAGE,
    state: 'conversation, a supervisor has joined in',
    async show({ on, robin, kim }) {
      const person = await on.with(kim)
      const { conversations } = on.product
      const hello = { conversation: person.id, messageId: randomUUID(), worker: kim, text: 'Hello, I am here now.' }
      await conversations.speak(hello)
      await conversations.tend(person.id, { type: 'SUPERVISOR_JOINS', by: robin }, randomUUID())
      await on.go(robin.page, `/c/${person.reference}`)
      await robin.field.waitFor()
      return robin.page
    }
  },
  {
    route: PAGE,
    state: 'conversation, left by the exit',
    async show({ on, kim }) {
      const person = await on.with(kim, ...TOLD)
      await person.does({ type: 'leave' })
      await on.go(kim.page, `/c/${person.reference}`)
      return kim.page
    }
  },
  {
    route: PAGE,
    state: 'conversation, closed',
    async show({ on, kim }) {
      const person = await on.with(kim)
      await on.product.conversations.close(person.id, kim, randomUUID(), [])
      await on.go(kim.page, `/c/${person.reference}`)
      return kim.page
    }
  },
  {
    route: PAGE,
    state: 'conversation, closed, for a supervisor',
    async show({ on, robin, kim }) {
      const person = await on.with(kim)
      await on.product.conversations.close(person.id, kim, randomUUID(), [])
      await on.go(robin.page, `/c/${person.reference}`)
      return robin.page
    }
  },
  {
    route: PAGE,
    state: 'conversation, of somebody who may be looked at',
    async show({ on, kim }) {
      const { reference } = await on.with(kim, answer('channelOk', 'unsure'))
      await on.go(kim.page, `/c/${reference}`)
      return kim.page
    }
  },
  {
    route: PAGE,
    state: 'conversation, by text, and the words were refused',
    async show({ on, kim }) {
      const texter = await Texter.waits(on.product)
      await texter.silentFor(61)
      await on.product.conversations.join(texter.id, kim, randomUUID())
      await on.go(kim.page, `/c/${texter.reference}`)
      await kim.field.fill('Are you there?')
      await kim.field.press('Enter')
      await kim.page.locator('#unsent:not([hidden])').waitFor()
      return kim.page
    }
  },
  {
    route: PAGE,
    state: 'conversation, of a professional, with mail',
    isFull: true,
    async show({ on, kim }) {
      const { reference } = await on.with(kim, ...REFERS)
      await on.go(kim.page, `/c/${reference}`)
      return kim.page
    }
  },
  {
    route: PAGE,
    state: 'conversation, a call-back that is due',
    async show({ on, kim }) {
      const { reference } = await agreed(on.product, { times: [NOW] })
      await on.go(kim.page, `/c/${reference}`)
      return kim.page
    }
  },
  {
    route: PAGE,
    state: 'conversation, a call-back outside their times',
    async show({ on, kim }) {
      const { reference } = await agreed(on.product, { times: [NOT_NOW] })
      await on.go(kim.page, `/c/${reference}`)
      return kim.page
    }
  },
  {
    route: PAGE,
    state: 'conversation, a call-back in progress',
    isFull: true,
    async show({ on, kim }) {
      const { reference } = await agreed(on.product, { times: [NOW], voicemail: 'yes' })
      await on.go(kim.page, `/c/${reference}`)
      await kim.page.locator('form[action$="/call-back"] button').click()
      await kim.page.locator('#attempt-note').waitFor()
      return kim.page
    }
  },
  {
    route: PAGE,
    state: 'conversation, nobody was asked to join',
    async show({ on, kim }) {
      await on.go(kim.page, `/c/${await leavesUnclaimed(on)}`)
      return kim.page
    }
  },
  {
    route: 'GET /c/:reference/log',
    state: 'the log alone, without script',
    // It stands in a frame of a page that has the heading; and where there is no script nothing else brings it up to date.
    without: ['page-has-heading-one', 'meta-refresh'],
    async show({ on, kim }) {
      const { reference } = await on.with(kim, ...TOLD)
      await on.go(kim.page, `/c/${reference}/log`)
      return kim.page
    }
  },
  {
    route: 'GET /c/:reference/break-glass',
    state: 'the glass',
    async show({ on, robin, kim }) {
      const { reference } = await on.with(kim)
      await on.go(robin.page, `/c/${reference}/break-glass`)
      return robin.page
    }
  },
  {
    route: 'POST /c/:reference/break-glass',
    state: 'the glass, no reason',
    isFull: true,
    isRefused: true,
    async show({ on, robin, kim }) {
      const { reference } = await on.with(kim)
      await on.go(robin.page, `/c/${reference}/break-glass`)
      await sendAnyway(robin.page, '/break-glass')
      return robin.page
    }
  },
  {
    route: 'POST /c/:reference/break-glass',
    state: 'the glass, broken',
    async show({ on, robin, kim }) {
      const { reference } = await on.with(kim, ...TOLD)
      await on.go(robin.page, `/c/${reference}/break-glass`)
      await robin.page.locator('#reason').fill('Kim is ill')
      await robin.page.locator('main button').click()
      await robin.page.locator('#summary-title').waitFor()
      return robin.page
    }
  }
]
