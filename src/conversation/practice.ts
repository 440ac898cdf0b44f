// What a practice lead may set, and the safe default of each. Own-words specification, section 9. What is not here can never be set:
// silence after an exit, contact withdrawn when somebody else has the phone, 999 in sight, nothing lowered by words.

export interface Practice {
  /** Words that may be a plea or a wish to leave ("stop dave"), by text: say nothing, or send the emergency text once. */
  readonly unclear: 'silent' | 'emergencyText'
  /** By text a wish to die is answered before they have said that we may write. */
  readonly suicideFirst: boolean
  /** The second ear may ask its one question. */
  readonly secondEar: boolean
}

export const PRACTICE: Practice = {
  unclear: 'silent',
  suicideFirst: true,
  secondEar: true
}
