// Who left at risk: on the list, on the page of the decision about 999; and the box that is locked while somebody is near.
import { randomUUID } from 'node:crypto'
import { ConversationStore } from '../../../src/store/conversations.ts'
import { ANY_RECORD } from '../../any-record.ts'
import { Texter } from '../../console/texter.ts'
import { answer } from '../../opening.ts'
import type { OpenConsole } from './open-console.ts'
import { type PageState, sendAnyway } from './page-state.ts'

/** Somebody who texted, told of suicide, and went. */
async function leavesAtRisk({ product }: OpenConsole): Promise<string> {
  const person = await Texter.writes(product, 'hi', '1', 'i dont know what to do')
  await person.does(answer('suicide', 'mightAct'))
  await person.texts('i want to kill myself')
  await person.texts('X')
  return person.reference
}

/** As if they had texted that somebody is near. */
async function somebodyIsNear({ product: { connection, vault } }: OpenConsole, { id }: Texter): Promise<void> {
  await new ConversationStore(connection, vault, ANY_RECORD).turn(id, randomUUID(), async ({ snapshot }) => {
    const memory = { ...snapshot.memory, hushed: true, marks: ['someoneNear'] as const }
    return { change: { snapshot: { ...snapshot, memory }, messages: [] }, result: null }
  })
}

const DECISION = '/c/:reference/emergency'

export const LEFT_PAGES: readonly PageState[] = [
  {
    route: 'GET /',
    state: 'the queue, somebody left at risk',
    isFull: true,
    async show({ on, robin }) {
      await leavesAtRisk(on)
      await on.go(robin.page, '/')
      await robin.page.locator('#at-risk a').waitFor()
      await robin.page.locator('#not-in-the-queue blockquote').first().waitFor()
      return robin.page
    }
  },
  {
    route: 'GET /c/:reference',
    state: 'left at risk, and a supervisor decides',
    async show({ on, kim }) {
      await on.go(kim.page, `/c/${await leavesAtRisk(on)}`)
      await kim.page.locator('#last-words-title').waitFor()
      return kim.page
    }
  },
  {
    route: `GET ${DECISION}`,
    state: 'may 999 be called for them',
    isFull: true,
    async show({ on, robin }) {
      await on.go(robin.page, `/c/${await leavesAtRisk(on)}/emergency`)
      await robin.page.locator('button[name=called]').first().waitFor()
      return robin.page
    }
  },
  {
    route: `POST ${DECISION}`,
    state: 'may 999 be called for them, no reason',
    isRefused: true,
    async show({ on, robin }) {
      await on.go(robin.page, `/c/${await leavesAtRisk(on)}/emergency`)
      await sendAnyway(robin.page, '/emergency')
      return robin.page
    }
  },
  {
    route: 'GET /c/:reference',
    state: 'left at risk, decided',
    async show({ on, robin }) {
      await on.go(robin.page, `/c/${await leavesAtRisk(on)}/emergency`)
      await robin.page.locator('#reason').fill('Danger now')
      await robin.page.locator('button[name=called]').first().click()
      await robin.page.locator('#reason').waitFor({ state: 'detached' })
      return robin.page
    }
  },
  {
    route: 'GET /c/:reference',
    state: 'by text, somebody is near: the box is locked',
    isFull: true,
    async show({ on, kim }) {
      const person = await Texter.waits(on.product)
      await on.go(kim.page, `/c/${person.reference}`)
      await kim.page.locator('form[action$="/take"] button').click()
      await kim.page.locator('#text').waitFor()
      await somebodyIsNear(on, person)
      await on.go(kim.page, `/c/${person.reference}`)
      await kim.page.locator('#locked').waitFor()
      return kim.page
    }
  }
]
