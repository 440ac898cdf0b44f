// npm run talk: holds a conversation in the terminal, on the real engine. --channel sms, --locale pl, --record FILE.
import { randomBytes, randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { Hub } from './channels/hub.ts'
import type { Message } from './conversation/conversation.ts'
import type { View } from './conversation/view.ts'
import { PocketPhone } from './pocket-phone.ts'
import { QUESTIONS } from './questions/catalogue.ts'
import { openRehearsal, type Rehearsal } from './rehearsal.ts'
import { sendNext } from './store/outbox.ts'

const { values: options } = parseArgs({
  options: {
    channel: { type: 'string', default: 'web' },
    locale: { type: 'string', default: 'en' },
    record: { type: 'string' }
  }
})
const channel = options.channel === 'sms' ? 'sms' : 'web'

/** On the web the choices are buttons; here they are listed, and their digits can be typed on either channel. */
function choices(product: Rehearsal, message: Message, { place, about }: View): string {
  if (channel === 'sms') return ''
  const words = product.wordbook.in(message.locale)
  if (message.key === 'shelf' && place.kind === 'shelf')
    return listed(place.pages.map(page => words.info(page, 'web').title))
  if (message.kind !== 'ask' || !message.question) return ''
  const labels = words.question(message.question, 'web', about).options.map(option => option.label)
  if (QUESTIONS[message.question].skip) labels.push(words.page('skip'))
  return listed(labels)
}

const listed = (labels: readonly string[]): string =>
  labels.map((label, index) => `\n      ${index + 1}  ${label}`).join('')

async function hold(product: Rehearsal): Promise<string[]> {
  const record: string[] = []
  const show = (line: string) => {
    record.push(line)
    process.stdout.write(`${line}\n`)
  }
  const hub = new Hub(inbound => product.conversations.receive(inbound))
  const phone = new PocketPhone()
  const access = channel === 'web' ? randomBytes(32) : null
  const peer = channel === 'sms' ? randomBytes(32) : null
  const conversation = await product.conversations.begin({ channel, locale: options.locale, access, peer })
  let seen = 0
  const catchUp = async (): Promise<boolean> => {
    while (await sendNext(product.connection, product.vault, phone, () => new Date()));
    const view = await product.conversations.view(conversation, seen)
    if (view?.status !== 'open') return false
    for (const message of view.messages.filter(({ from }) => from !== 'person')) {
      show(`  them  ${message.text}${choices(product, message, view)}`)
    }
    seen = view.lastSeq
    return true
  }
  const say = async (text: string) => {
    record.push(`  you   ${text}`)
    await hub.turn(channel, { conversation, messageId: randomUUID(), event: { type: 'typed', text } })
  }
  process.stdout.write('Type a number or words. X leaves, P asks for a person, B goes back, S skips, R repeats.\n')
  // By text the person writes first.
  if (channel === 'sms') await say('hi')
  const isOpen = await catchUp()
  // Not before: lines that come in while nobody reads them yet would be lost, and piped input is there at once.
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '  you   ' })
  let atEnd = false
  terminal.once('close', () => {
    atEnd = true
  })
  const ask = () => atEnd || terminal.prompt()
  if (isOpen) ask()
  for await (const text of terminal) {
    if (text.trim() === '') continue
    await say(text)
    if (!(await catchUp())) {
      show('  ----  left')
      break
    }
    ask()
  }
  terminal.close()
  return record
}

const product = await openRehearsal()
try {
  const record = await hold(product)
  if (options.record) writeFileSync(options.record, `${record.join('\n')}\n`)
} finally {
  await product.close()
}
