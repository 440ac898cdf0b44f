// What somebody may choose instead of questions: to read, to have a person at once, to stop; and danger, before all of it.
import { answers, presses, reads, type Story, says, silence, skipsTheRest } from '../telling/story.ts'
import { aboutAnother, alone, by, byBoth } from './path.ts'

const shelves = [
  ...byBoth('information', 'just information', [
    alone,
    answers({ wantsNow: 'information' }),
    reads('thisCounts'),
    presses('goOn'),
    reads('stayingSafer'),
    presses('goOn'),
    presses('person'),
    presses('goOn'),
    presses('leave')
  ]),
  ...byBoth('information-friend', 'just information, for a friend', [
    aboutAnother('friend'),
    answers({ wantsNow: 'information' }),
    reads('helping')
  ]),
  ...byBoth('information-professional', 'just information, for a professional', [
    aboutAnother('professional'),
    answers({ wantsNow: 'information' }),
    reads('referring')
  ])
]

const persons = [
  ...byBoth('person-now', 'a person now', [alone, answers({ wantsNow: 'person' }), skipsTheRest]),
  ...byBoth('person-at-night', 'a person, out of hours', [alone, answers({ wantsNow: 'person' })], {
    outOfHours: true
  }),
  ...byBoth('person-nobody', 'a person, and nobody is there', [alone, presses('person')], { nobodyThere: true })
]

const dangers = [
  ...byBoth('danger-now', 'danger now', [answers({ channelOk: 'yes', dangerNow: 'yes' }), presses('goOn')]),
  ...byBoth('danger-nobody', 'danger now, and nobody is there', [answers({ channelOk: 'yes', dangerNow: 'yes' })], {
    nobodyThere: true
  }),
  ...byBoth('danger-in-words', 'danger in their own words, in the middle', [
    alone,
    answers({ wantsNow: 'questions' }),
    says('hes here hes got a knife'),
    silence(10)
  ]),
  ...byBoth('emergency', 'asks for emergency help', [alone, presses('emergency')])
]

const stops = [
  by('sms', 'not-now', 'it is not OK to text', [answers({ channelOk: 'no' }), silence(60)]),
  by('web', 'not-now', 'it is not OK to message', [answers({ channelOk: 'no' })]),
  ...byBoth('leaves', 'leaves in the middle', [alone, presses('leave'), silence(60)]),
  by('web', 'near-now', 'the person who hurts them is near', [
    answers({ channelOk: 'yes', dangerNow: 'no', audience: 'survivor', personNear: 'yes' }),
    presses('goOn')
  ])
]

export const choices: readonly Story[] = [...shelves, ...persons, ...dangers, ...stops]
