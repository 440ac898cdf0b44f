// The questions that can be read with their answers: the same topics, words and signatures as for what is typed.
import type { Perspective } from '../questions/perspective.ts'
import type { Topic } from '../questions/topic.ts'
import type { Answers } from '../wording/answers.ts'
import type { AnswerKey } from '../wording/keys.ts'
import { type AnswerChosen, answerTo } from './answer-to.ts'

/** What is only true at this moment is none of them: a page may stand open for an hour. */
export const OFTEN_ASKED: Readonly<Record<Perspective, readonly Topic[]>> = {
  self: [
    ...(['who', 'robot', 'whereAreYou', 'cost', 'whatNext', 'haveToAnswer', 'whyAsk'] as const),
    ...(['private', 'whoReads', 'police', 'haveToTellPolice', 'socialServices', 'homeOffice', 'heIsPolice'] as const),
    ...(['tellMum', 'tellCarer', 'canHeSee', 'history', 'hideThis', 'bill', 'tracker', 'isItSaved'] as const),
    ...(['seeWhatYouWrote', 'deleteIt', 'comeBack', 'callMe', 'textMe', 'yourNumber'] as const),
    ...(['language', 'interpreter', 'bsl', 'cantHear', 'cantRead'] as const),
    ...(['doesItCount', 'overreacting', 'amIAbuser', 'believeMe'] as const),
    ...(['men', 'trans', 'gay', 'older', 'disabled', 'underage'] as const),
    ...(['haveToLeave', 'whereWouldIGo', 'refugeSpace', 'pet', 'money', 'rent', 'visa', 'passport', 'unhappy'] as const)
  ],
  friend: [
    ...(['friendWhatToDo', 'friendPolice', 'doesItCount', 'private', 'socialServices'] as const),
    ...(['who', 'robot', 'cost', 'haveToLeave', 'whereWouldIGo', 'pet', 'unhappy'] as const)
  ],
  professional: [
    ...(['professionalHow', 'professionalWhere', 'professionalAboutMe', 'socialServices'] as const),
    ...(['refugeSpace', 'men', 'interpreter', 'who', 'unhappy'] as const)
  ]
}

export interface OftenAsked {
  readonly question: AnswerKey
  readonly answer: AnswerChosen
}

/** The list for the page, without what nobody has signed. `day`: as 2026-11-30. */
export const oftenAsked = (about: Perspective, day: string, answers: Answers): OftenAsked[] =>
  OFTEN_ASKED[about].flatMap(topic => {
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
  })
