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

const ONOFF: Readonly<Record<string, boolean>> = { on: true, off: false }
const UNCLEAR: readonly Practice['unclear'][] = ['silent', 'emergencyText']

/**
 * Reads what a practice lead has set, such as "secondEar=off, unclear=emergencyText"; what is not named stands as it is. Throws,
 * naming the part that cannot be read and what it may be.
 */
export function readPractice(text: string): Practice {
  const set: Record<string, unknown> = {}
  for (const part of text.split(',').map(piece => piece.trim())) {
    if (part === '') continue
    const [name = '', value = ''] = part.split('=').map(each => each.trim())
    const isChoice = name === 'unclear' && UNCLEAR.some(known => known === value)
    const isSwitch = (name === 'suicideFirst' || name === 'secondEar') && value in ONOFF
    if (!isChoice && !isSwitch)
      throw new Error(
        `cannot read "${part}": unclear=silent or emergencyText, suicideFirst=on or off, secondEar=on or off`
      )
    set[name] = isSwitch ? ONOFF[value] : value
  }
  return { ...PRACTICE, ...set }
}
