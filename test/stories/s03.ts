// An attack is happening.
import { expect } from 'vitest'
import { segmentsOf } from '../../src/wording/segments.ts'
import { neverSays, offers, type Telling, workerReads } from '../telling/claims.ts'
import { type Story, says, silence } from '../telling/story.ts'

const story: Story = {
  id: 'S03',
  title: 'an attack is happening',
  channel: 'sms',
  steps: [says('hes back hes kickin the door in kids upstairs'), silence(40)]
}

const EMERGENCY = "Call 999 if you can. If you can't speak, stay on, press 55 when asked (mobile)."

/** The same text, while nobody is there. */
const nobodyThere: Story = {
  ...story,
  id: 'S03-nobody',
  title: 'an attack is happening, and nobody is there',
  nobodyThere: true
}

export const tellings: readonly Telling[] = [
  {
    story,
    must: {
      'one reply: the emergency copy, and then silence': ({ texts }) =>
        expect(texts).toEqual([`${EMERGENCY} Our team is alerted but can't send help, 999 can. X = go quiet.`]),
      'in one text': ({ texts }) => expect(texts.map(segmentsOf)).toEqual([1]),
      'people are alerted by the same message': ({ reading, handover }) => {
        expect(reading.conversation.owner.kind).toBe('queue')
        expect(reading.conversation.snapshot.memory.urgent).toBe(true)
        expect(handover).toBe('urgent')
      },
      'the worker reads it as it was written, and that nobody was asked': workerReads(
        /"hes back hes kickin the door in kids upstairs"/
      ),
      'urgent help, and the line': offers('ext.999', 'hants.advice_line')
    },
    mustNot: {
      'a question': neverSays(/\?/),
      'a second reply': ({ said }) => expect(said).toHaveLength(1)
    }
  },
  {
    story: nobodyThere,
    must: {
      'told that no one is here, only because no one is': ({ texts }) =>
        expect(texts).toEqual([`${EMERGENCY} No one is here. We can't send help, 999 can. X = go quiet.`])
    },
    mustNot: { "'our team is alerted'": neverSays(/our team/i) }
  }
]
