// The questions that can be read with their answers: the same topics, words and signatures as for what is typed.
import type { Perspective } from '../questions/perspective.ts'
import type { Topic } from '../questions/topic.ts'
import type { Answers } from '../wording/answers.ts'
import type { AnswerKey } from '../wording/keys.ts'
import { type AnswerChosen, answerTo } from './answer-to.ts'

interface Part {
  /** Null where there are so few that nothing needs to be opened first. */
  readonly heading: AnswerKey | null
  readonly topics: readonly Topic[]
}

/**
 * What is only true at this moment is none of them: a page may stand open for an hour. In parts, so that a person and the
 * emergency numbers stay in reach below them.
 */
export const OFTEN_ASKED: Readonly<Record<Perspective, readonly Part[]>> = {
  self: [
    {
      heading: 'about_us',
      topics: ['who', 'robot', 'whereAreYou', 'cost', 'whatNext', 'haveToAnswer', 'whyAsk', 'unhappy']
    },
    {
      heading: 'about_told',
      topics: [
        ...(['private', 'whoReads', 'police', 'haveToTellPolice', 'socialServices'] as const),
        ...(['homeOffice', 'heIsPolice', 'tellMum', 'tellCarer'] as const)
      ]
    },
    {
      heading: 'about_device',
      topics: [
        ...(['canHeSee', 'history', 'hideThis', 'bill', 'tracker'] as const),
        ...(['isItSaved', 'seeWhatYouWrote', 'deleteIt', 'comeBack'] as const)
      ]
    },
    {
      heading: 'about_talking',
      topics: ['callMe', 'textMe', 'yourNumber', 'language', 'interpreter', 'bsl', 'cantHear', 'cantRead']
    },
    {
      heading: 'about_counts',
      topics: [
        ...(['doesItCount', 'overreacting', 'amIAbuser', 'believeMe'] as const),
        ...(['men', 'trans', 'gay', 'older', 'disabled', 'underage'] as const)
      ]
    },
    {
      heading: 'about_choices',
      topics: ['haveToLeave', 'whereWouldIGo', 'refugeSpace', 'pet', 'money', 'rent', 'visa', 'passport']
    }
  ],
  friend: [
    {
      heading: null,
      topics: [
        ...(['friendWhatToDo', 'friendPolice', 'doesItCount', 'private', 'socialServices'] as const),
        ...(['who', 'cost', 'haveToLeave', 'whereWouldIGo', 'unhappy'] as const)
      ]
    }
  ],
  professional: [
    {
      heading: null,
      topics: [
        ...(['professionalHow', 'professionalWhere', 'professionalAboutMe', 'socialServices'] as const),
        ...(['refugeSpace', 'men', 'interpreter', 'who', 'unhappy'] as const)
      ]
    }
  ]
}

export interface OftenAsked {
  readonly heading: AnswerKey | null
  readonly questions: readonly { readonly question: AnswerKey; readonly answer: AnswerChosen }[]
}

/** The list for the page, without what nobody has signed. `day`: as 2026-11-30. */
export const oftenAsked = (about: Perspective, day: string, answers: Answers): OftenAsked[] =>
  OFTEN_ASKED[about]
    .map(({ heading, topics }) => ({
      heading,
      questions: topics.flatMap(topic => answered(topic, about, day, answers))
    }))
    .filter(({ questions }) => questions.length > 0)

function answered(topic: Topic, about: Perspective, day: string, answers: Answers): OftenAsked['questions'] {
  const question = `${topic}_asked`
  const answer = answerTo(
    topic,
    {
      channel: 'web',
      short: false,
      about,
      path: null,
      availability: { onDuty: false, open: false, opensAt: null },
      waiting: false,
      read: false,
      day
    },
    answers
  )
  return answer && answers.has(question) ? [{ question, answer }] : []
}
