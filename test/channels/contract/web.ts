// The page, for a browser without script, as the contract sees it.
import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Hub } from '../../../src/channels/hub.ts'
import { webChannel } from '../../../src/channels/web/routes.ts'
import { makeLog } from '../../../src/log.ts'
import { isQuestion } from '../../../src/questions/catalogue.ts'
import { openTestProduct } from '../../open-test-product.ts'
import { Visitor } from '../web/open-page.ts'
import { type Channel, newest, type Person } from './channel.ts'

const KEY = randomBytes(32)

export async function openWeb(draftLanguages: readonly string[]): Promise<Channel> {
  let product = await openTestProduct({ draftLanguages })
  let web = await serve()

  async function serve(): Promise<FastifyInstance> {
    const hub = new Hub(inbound => product.conversations.receive(inbound))
    const log = makeLog('silent')
    const app = webChannel({ ...product, hub, key: KEY, exitUrl: 'https://weather.example/', log })
    await app.ready()
    return app
  }

  async function somebody(): Promise<Person> {
    let at = web
    let visitor = new Visitor(at)
    let id = ''
    const browser = async (): Promise<Visitor> => {
      if (at !== web) {
        const { cookie } = visitor
        at = web
        visitor = new Visitor(at)
        visitor.cookie = cookie
      }
      await visitor.get()
      return visitor
    }
    const question = () => /data-question="(\w+)"/.exec(visitor.html)?.[1] ?? ''
    const form = (text: string) => ({ k: visitor.token, question: question(), text, by: 'text' })
    const note = async () => {
      if (id === '') id = await newest(product)
    }
    await browser()
    return {
      async say(text) {
        const there = await browser()
        const said = form(text)
        await there.post(said)
        await note()
        return async atOnce => {
          const still = await browser()
          await Promise.all(Array.from({ length: atOnce }, () => still.post(said)))
        }
      },
      async sayAll(texts) {
        const there = await browser()
        const forms = texts.map(form)
        for (const said of forms) await there.post(said)
        await note()
      },
      async leave() {
        await (await browser()).get('/x')
      },
      async askForAPerson() {
        await (await browser()).post({ do: 'person' })
        await note()
      },
      async turnTo(locale) {
        await (await browser()).post({ do: 'language', locale })
      },
      async sees() {
        return (await browser()).html
      },
      async asked() {
        await browser()
        const asked = question()
        return isQuestion(asked) ? asked : null
      },
      async comeAgain() {
        await browser()
      },
      conversation: async () => id
    }
  }

  return {
    get product() {
      return product
    },
    somebody,
    async restart() {
      await web.close()
      const { databaseUrl, masterKey } = product
      await product.close()
      product = await openTestProduct({ draftLanguages, databaseUrl, masterKey })
      web = await serve()
    },
    async close() {
      await web.close()
      await product.close()
    }
  }
}
