// Somebody who was told that the line is closed, and agreed to be contacted later in a safe way they gave.
import { randomUUID } from 'node:crypto'
import type { PersonEvent } from '../../src/conversation/person-event.ts'
import type { QuestionId } from '../../src/questions/catalogue.ts'
import type { TestProduct } from '../open-test-product.ts'
import { answer, opening } from '../opening.ts'
import { Person } from './desk.ts'

export interface Way {
  readonly method?: 'call' | 'text' | 'email'
  readonly times?: readonly string[]
  readonly voicemail?: 'no' | 'yes'
}

const contact = ({ method = 'call', times = ['weekdayMorning'], voicemail = 'no' }: Way): PersonEvent[] => [
  answer('wantsNow', 'person'),
  answer('contactMethod', method),
  answer('contactDetail', '07700 900456'),
  ...(method === 'text' ? [answer('textFirst', 'yes')] : []),
  ...(method === 'call'
    ? [
        answer('voicemail', voicemail),
        answer('ifOtherAnswers', 'coverName'),
        answer('coverName', 'Pat from the library')
      ]
    : []),
  { type: 'answer', question: 'contactTimes', value: [...times] },
  answer('safeWord', 'heron')
]

/** They have agreed, and wait for nobody here. The line is open again afterwards. */
export async function agreed(product: TestProduct, way: Way = {}, browser: Buffer | null = null): Promise<Person> {
  const before = product.availability
  product.availability = { onDuty: false, open: false, opensAt: null }
  const person = await Person.asks(product, [...opening(), ...contact(way)], browser)
  await person.does({ type: 'callBack' })
  product.availability = before
  await product.conversations.tick(person.id, { type: 'DESK_OPENED' }, randomUUID())
  return person
}

/** They give another answer to a question they have answered. */
export const changes =
  (question: QuestionId, value: string) =>
  async (person: Person): Promise<void> => {
    await person.does({ type: 'change', question })
    await person.does(answer(question, value))
  }
