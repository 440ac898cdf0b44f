// Somebody who was told that the line is closed, and agreed to be contacted later in a safe way they gave.
import type { PersonEvent } from '../../src/conversation/person-event.ts'
import type { QuestionId } from '../../src/questions/catalogue.ts'
import { answer, opening } from '../opening.ts'
import type { TestProduct } from '../open-test-product.ts'
import { Person } from './desk.ts'

interface Way {
  readonly method?: 'call' | 'text' | 'email'
  readonly times?: readonly string[]
  readonly voicemail?: 'no' | 'yes'
}

const contact = ({ method = 'call', times = ['weekdayMorning'], voicemail = 'no' }: Way): PersonEvent[] => {
  const said: (readonly [QuestionId, string])[] = [
    ['wantsNow', 'person'],
    ['contactMethod', method],
    ['contactDetail', '07700 900456'],
    ...(method === 'text' ? ([['textFirst', 'yes']] as const) : [])
  ]
  const calls: (readonly [QuestionId, string])[] = [
    ['voicemail', voicemail],
    ['ifOtherAnswers', 'coverName'],
    ['coverName', 'Pat from the library'],
    ['safeWord', 'heron']
  ]
  return [
    ...said.map(([question, value]) => answer(question, value)),
    { type: 'answer', question: 'contactTimes', value: times },
    ...(method === 'call' ? calls : []).map(([question, value]) => answer(question, value))
  ]
}

/** They have agreed, and wait for nobody here. The line is open again afterwards. */
export async function agreed(product: TestProduct, way: Way = {}): Promise<Person> {
  const before = product.availability
  product.availability = { onDuty: false, open: false, opensAt: null }
  const person = await Person.asks(product, [...opening(), ...contact(way)])
  await person.does({ type: 'callBack' })
  product.availability = before
  return person
}
