// Which words a card has: by who reads it, by what stands beside it, and by what is true of us at this moment.
import type { Perspective } from '../questions/perspective.ts'
import type { MessageKey } from '../wording/keys.ts'
import type { Availability } from './ports.ts'

export interface CardScene {
  readonly about: Perspective
  readonly young: boolean
  /** By text, before they have said that we may write: no service is named, and nothing of ours. */
  readonly atTheDoor: boolean
  /** People have been alerted to this conversation. */
  readonly alerted: boolean
  readonly availability: Availability
}

/** "Our team is alerted" only when there is a team and it was told. Own-words specification, section 8. */
function emergency({ about, young, atTheDoor, alerted, availability }: CardScene): MessageKey {
  if (young) return 'emergencyYoung'
  if (about === 'friend') return 'emergencyFriend'
  if (atTheDoor || !alerted) return 'emergency'
  return availability.onDuty ? 'emergencyTeamTold' : 'emergencyNobodyHere'
}

function suicide({ about, young, atTheDoor, availability }: CardScene): MessageKey {
  if (young) return 'suicideYoung'
  if (about !== 'self') return 'suicideOther'
  if (atTheDoor) return 'suicideFirstText'
  return availability.onDuty ? 'suicide' : 'suicideNobody'
}

/** The words of a card. */
export function cardKey(card: MessageKey, scene: CardScene): MessageKey {
  if (card === 'emergency') return emergency(scene)
  return card === 'suicide' ? suicide(scene) : card
}
