// Which words a card has: by who reads it, by what stands beside it, and by what is true of us at this moment.
import type { Perspective } from '../questions/perspective.ts'
import type { MessageKey } from '../wording/keys.ts'
import type { Availability } from './ports.ts'

export interface CardScene {
  readonly about: Perspective
  readonly young: boolean
  /** By text, before they have said that we may write: no service is named, and nothing of ours. */
  readonly atTheDoor: boolean
  /** The life at risk is their own, whoever they wrote about. */
  readonly ownLife: boolean
  /** People have been alerted to this conversation. */
  readonly alerted: boolean
  readonly availability: Availability
}

/** "Our team is alerted" only when there is a team and it was told. Own-words specification, section 8. */
function emergency({ about, young, atTheDoor, alerted, availability }: CardScene): MessageKey {
  // Whoever holds the phone must not read who writes, or about whom.
  if (young && !atTheDoor) return 'emergencyYoung'
  if (about === 'friend' && !atTheDoor) return 'emergencyFriend'
  if (!alerted) return 'emergency'
  return availability.onDuty ? 'emergencyTeamTold' : 'emergencyNobodyHere'
}

function suicide({ about, young, atTheDoor, ownLife, availability }: CardScene): MessageKey {
  if (atTheDoor) return 'suicideFirstText'
  if (about !== 'self' && !ownLife) return 'suicideOther'
  if (young) return 'suicideYoung'
  return availability.onDuty ? 'suicide' : 'suicideNobody'
}

/** Whoever writes of another is told of that person. */
const OF_ANOTHER: Partial<Record<MessageKey, MessageKey>> = {
  medical: 'medicalOther',
  seeDoctor: 'seeDoctorOther',
  sorryHappened: 'sorryHappenedOther',
  counts: 'countsOther'
}

/** The words of a card. */
export function cardKey(card: MessageKey, scene: CardScene): MessageKey {
  if (card === 'emergency') return emergency(scene)
  if (card === 'suicide') return suicide(scene)
  // Whoever holds the phone must not read that this is about somebody else.
  if (card === 'suicideOther' && scene.atTheDoor) return 'emergency'
  return (scene.about === 'self' ? undefined : OF_ANOTHER[card]) ?? card
}
