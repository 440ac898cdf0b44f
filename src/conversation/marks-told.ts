// What of the marks a worker must know now. What was true once and is not any more is told as that.
import type { Snapshot } from '../flow/step.ts'
import type { Mark } from '../questions/mark.ts'

/** The gravest first: of a list's one line, the first counts. */
const TOLD: readonly Mark[] = [
  'leftInDanger',
  'leftAfterSuicide',
  'mayHaveBeenPlea',
  'someoneNear',
  'otherHands',
  'wantsWhatWasSaid',
  'lifeAtRisk',
  'saysItAgain',
  'pleadsWhileWaiting',
  'helperWrites',
  'mayHurtSomeone',
  'askedWhoThisIs',
  'noMoreTexts',
  'stoppedReplying',
  'notUnderstood'
]

/** Whether a mark says something of this moment: nobody is near any more once they have done anything again. */
function holdsNow(mark: Mark, { memory }: Snapshot): boolean {
  if (mark === 'someoneNear') return memory.hushed
  return mark !== 'notUnderstood' && mark !== 'stoppedReplying' ? true : memory.misses > 0
}

/** The marks that hold now, the gravest first. A snapshot from before there were any has none. */
export const marksNow = (snapshot: Snapshot): Mark[] => {
  const { marks = [] } = snapshot.memory
  return TOLD.filter(mark => marks.includes(mark) && holdsNow(mark, snapshot))
}

/** The one that a list has room for; null where there is none. */
export const markOf = (snapshot: Snapshot): Mark | null => marksNow(snapshot)[0] ?? null
