// The text line as the contract sees it: real routes and loops, and a stand-in for the carrier.
import { QUESTIONS, type QuestionId } from '../../../src/questions/catalogue.ts'
import { TextLine } from '../sms/line.ts'
import { type Channel, newest, type Person, plain } from './channel.ts'

/** What somebody texts to turn to a language: its own name. */
const NAMES: Readonly<Record<string, string>> = { en: 'English', pl: 'polski' }

export async function openSms(draftLanguages: readonly string[]): Promise<Channel> {
  const line = await TextLine.open({}, { draftLanguages })
  let people = 0

  /** The question whose words these are, in any language. */
  const questionIn = (text: string): QuestionId | null =>
    (Object.keys(QUESTIONS) as QuestionId[]).find(id =>
      line.product.wordbook.locales.some(locale =>
        text.startsWith(plain(line.product.wordbook.in(locale).question(id, 'sms', 'self').text))
      )
    ) ?? null

  async function somebody(): Promise<Person> {
    const number = `+4477009001${String(people++).padStart(2, '0')}`
    let seen = 0
    const write = async (texts: readonly string[]) => {
      seen = line.heard(number).length
      for (const text of texts) await line.carrier.text(number, text)
      await line.settle()
    }
    await write(['hi'])
    const id = await newest(line.product)
    return {
      async say(text) {
        seen = line.heard(number).length
        const texted = await line.carrier.text(number, text)
        await line.settle()
        return async atOnce => {
          await line.carrier.replay(texted, { atOnce })
          await line.settle()
        }
      },
      sayAll: write,
      leave: () => write(['X']),
      askForAPerson: () => write(['P']),
      turnTo: locale => write([NAMES[locale] ?? locale]),
      async sees() {
        await line.settle()
        return line.heard(number).slice(seen).join('\n')
      },
      async asked() {
        await line.settle()
        return line.heard(number).map(questionIn).findLast(Boolean) ?? null
      },
      comeAgain: () => write(['hello']),
      conversation: async () => id
    }
  }

  return {
    get product() {
      return line.product
    },
    somebody,
    restart: () => line.restart(),
    close: () => line.close()
  }
}
