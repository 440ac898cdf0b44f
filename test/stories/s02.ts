// Says little, and goes quiet.
import { expect } from 'vitest'
import { bannerReads, listReads, neverSays, type Telling, workerReads } from '../telling/claims.ts'
import { type Story, says, silence } from '../telling/story.ts'

const story: Story = {
  id: 'S02',
  title: 'says little, goes quiet',
  channel: 'sms',
  steps: [says('hi is this the advice thing'), says('3'), says('1?'), silence(40)]
}

export const tellings: readonly Telling[] = [
  {
    story,
    must: {
      'short mode is on': ({ reading, view }) => {
        expect(view.short).toBe(true)
        expect(reading.conversation.snapshot.memory.log.map(({ question }) => question)).toEqual(['channelOk'])
      },
      'after the silence nothing is sent': ({ transcript, texts, said }) => {
        expect(transcript).toMatch(/\(40 minutes of silence\)\n$/)
        expect(texts).toEqual(said)
      },
      'the worker sees that it may not be safe': workerReads(/Is it OK to text now\?[^\n]* not sure/),
      'and short mode': workerReads(/Short mode: yes\./),
      'and not to text': bannerReads(/Do not contact\./),
      'the staff list says when they went quiet': listReads(/Went quiet at (?:\d+ \w+, )?\d\d:\d\d\. Do not contact\./),
      "'1?' is asked back, not taken": ({ facts, view }) => {
        expect(facts.answers.dangerNow).toBeUndefined()
        expect(view.place).toMatchObject({ kind: 'check', name: 'meant.dangerNow' })
      }
    },
    mustNot: {
      "'Are you still there?'": neverSays(/still there|are you there|hello\?/i),
      'the name of the service in the first reply': ({ said }) =>
        expect(said[0]).not.toMatch(/abuse|violence|advice|line|refuge|help|police|hampshire|southampton/i)
    }
  }
]
