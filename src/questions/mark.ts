/**
 * What staff are told of a conversation beside its answers: something was read in the person's words, or the way they went says
 * something. It counts for nothing and is never shown to the person. Own-words specification, section 3.
 */
export const MARKS = [
  /** They left because somebody is there, coming, or holding the phone. */
  'leftInDanger',
  /** They left after they had spoken of suicide. */
  'leftAfterSuicide',
  /** They left in words that may have been a plea ("stop dave"). */
  'mayHaveBeenPlea',
  /** They want no more texts, and why may matter. */
  'noMoreTexts',
  /** Somebody is near, or reads along. */
  'someoneNear',
  /** Somebody asked who we are, as a stranger would. */
  'askedWhoThisIs',
  /** Somebody else has the phone, or the number is not theirs. */
  'otherHands',
  /** Somebody wants to know what was said here. */
  'wantsWhatWasSaid',
  /** Somebody helps, on their phone. */
  'helperWrites',
  /** They may hurt somebody. */
  'mayHurtSomeone',
  /** They say that they take, or have taken, their life, or somebody else's is at risk. */
  'lifeAtRisk',
  /** Their words were not understood: please read. */
  'notUnderstood',
  /** So many could not be followed that nothing more is said. */
  'stoppedReplying',
  /** They said good night after suicide or danger had been told. */
  /** The same grave words again. */
  'saysItAgain',
  /** They wait, and ask whether anybody is there. */
  'pleadsWhileWaiting'
] as const

export type Mark = (typeof MARKS)[number]
