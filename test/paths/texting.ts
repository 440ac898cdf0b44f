// What is said only by text: the door, the emergency text that stands alone, and where the page is.
import { answers, confirms, presses, type Step, type Story, says, silence } from '../telling/story.ts'
import { alone, by } from './path.ts'

/** Somebody whose first text is no greeting. */
const opens = (name: string, title: string, steps: readonly Step[], more: Partial<Story> = {}): Story => ({
  id: `${name}.sms`,
  title,
  channel: 'sms',
  steps,
  ...more
})

export const texting: readonly Story[] = [
  by('sms', 'person-first', 'asks for a person before anything else', [
    presses('person'),
    answers({ channelOk: 'yes' }),
    says('are you there'),
    presses('goOn'),
    answers({ dangerNow: 'no' })
  ]),
  opens('wish-first', 'asks for somebody in the first text', [
    // The desk is called at once; the neutral question comes first all the same.
    says('can i talk to someone please'),
    answers({ channelOk: 'yes' })
  ]),
  opens('danger-first', 'danger in the first text, and back when it is over', [
    says('hes smashing the door help'),
    silence(30),
    says('police came hes gone'),
    answers({ channelOk: 'yes' })
  ]),
  by('sms', 'page-instead', 'has a computer that nobody else looks at', [
    alone,
    answers({ wantsNow: 'questions' }),
    says('can i do this on my work computer'),
    answers({ wants: 'talk' })
  ]),
  by('sms', 'page-not-in-short-mode', 'asks for a page, and is not sure that it is OK to text', [
    answers({ channelOk: 'unsure', dangerNow: 'no' }),
    says('is there a website')
  ])
]
