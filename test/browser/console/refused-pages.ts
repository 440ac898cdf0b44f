// Forms that were not accepted: what was written is still there, and why is said where it is read.
import { agreed } from '../../console/agreed.ts'
import { REFERS } from './conversation-pages.ts'
import { type PageState, sendAnyway } from './page-state.ts'
import { NOT_NOW, NOW } from './wednesday.ts'

/** Longer than anything that is written down. */
const TOO_LONG = 'so it went on '.repeat(400)

export const REFUSED_PAGES: readonly PageState[] = [
  {
    route: 'POST /c/:reference/close',
    state: 'closing refused, nothing came of it',
    isFull: true,
    isRefused: true,
    async show({ on, kim }) {
      const { reference } = await on.with(kim)
      await on.go(kim.page, `/c/${reference}`)
      await kim.page.locator('#closing-done').evaluate((field: HTMLTextAreaElement) => {
        field.value = 'Went through the numbers'
      })
      await sendAnyway(kim.page, '/close')
      return kim.page
    }
  },
  {
    route: 'POST /c/:reference/mail',
    state: 'mail refused, no address',
    isRefused: true,
    async show({ on, kim }) {
      const { reference } = await on.with(kim, ...REFERS)
      await on.go(kim.page, `/c/${reference}`)
      await kim.page.locator('#address').evaluate((field: HTMLInputElement) => {
        field.value = 'the council'
      })
      await sendAnyway(kim.page, '/mail')
      return kim.page
    }
  },
  {
    route: 'POST /c/:reference/call-back',
    state: 'call-back refused, no reason',
    isRefused: true,
    async show({ on, kim }) {
      const { reference } = await agreed(on.product, { times: [NOT_NOW] })
      await on.go(kim.page, `/c/${reference}`)
      await sendAnyway(kim.page, '/call-back')
      return kim.page
    }
  },
  {
    route: 'POST /c/:reference/attempt',
    state: 'attempt refused, nothing chosen',
    isRefused: true,
    async show({ on, kim }) {
      const { reference } = await agreed(on.product, { times: [NOW] })
      await on.go(kim.page, `/c/${reference}`)
      await kim.page.locator('form[action$="/call-back"] button').click()
      await kim.page.locator('#attempt-note').fill('Rang out')
      await sendAnyway(kim.page, '/attempt')
      return kim.page
    }
  },
  {
    route: 'POST /c/:reference/call-back-end',
    state: 'end of a call-back refused, too long',
    isRefused: true,
    async show({ on, kim }) {
      const { reference } = await agreed(on.product, { times: [NOW] })
      await on.go(kim.page, `/c/${reference}`)
      await kim.page.locator('#call-back-end').evaluate((field: HTMLTextAreaElement, text) => {
        field.value = text
      }, TOO_LONG)
      await sendAnyway(kim.page, '/call-back-end')
      return kim.page
    }
  }
]
