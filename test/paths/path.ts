// A path of the dialogue as a short story, by one channel or by both: the same person, the same steps.
import type { Channel } from '../../src/questions/answer.ts'
import { answers, type Step, type Story, says } from '../telling/story.ts'

type More = Pick<Story, 'outOfHours' | 'nobodyThere'>

/** By text the person writes first. */
export const by = (channel: Channel, name: string, title: string, steps: readonly Step[], more: More = {}): Story => ({
  id: `${name}.${channel}`,
  title,
  channel,
  steps: channel === 'sms' ? [says('hi'), ...steps] : steps,
  ...more
})

export const byBoth = (name: string, title: string, steps: readonly Step[], more: More = {}): Story[] => [
  by('web', name, title, steps, more),
  by('sms', name, title, steps, more)
]

/** Nobody near, nobody watching: the opening of somebody who can talk freely. */
export const alone: Step = answers({
  channelOk: 'yes',
  dangerNow: 'no',
  audience: 'survivor',
  personNear: 'no',
  deviceWatched: 'no',
  ageBand: '18plus',
  privacyLimits: 'ok'
})

export const aboutAnother = (audience: 'friend' | 'professional'): Step =>
  answers({ channelOk: 'yes', dangerNow: 'no', audience, deviceWatched: 'no', privacyLimits: 'ok' })
