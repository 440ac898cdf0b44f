// Which options make a danger, or what is done about it, smaller. A typed answer is taken for one of them only when it says so
// exactly (own-words specification, section 4); law 4: free text may only raise. Every option that is not here may be asked back.
import type { QuestionId } from './catalogue.ts'

/** The flags that an option here would keep from standing are those of the triage specification, section 2. */
export const LOWERING: { readonly [Q in QuestionId]?: readonly string[] } = {
  // Opening: may we write, is there danger, is somebody near, who reads along, how old.
  channelOk: ['yes'],
  dangerNow: ['no'],
  // Ends the questions and is not banded: nobody is sent there by words.
  audience: ['harmer'],
  personNear: ['no'],
  deviceWatched: ['no'],
  ageBand: ['18plus'],
  // What happened, and how bad it is.
  safeTonight: ['yes'],
  livesWith: ['no'],
  fear: ['not'],
  believesSerious: ['no'],
  physical: ['no'],
  neck: ['no'],
  neckSymptoms: ['no'],
  weapon: ['no'],
  threatsToKill: ['none'],
  separation: ['no'],
  stalking: ['no'],
  control: ['no'],
  suicide: ['no'],
  children: ['no'],
  childrenHarmed: ['no'],
  honour: ['no'],
  takenAway: ['no'],
  pregnantOrBaby: ['no'],
  sexual: ['no'],
  tech: ['no'],
  courtOrder: ['no'],
  theirHealth: ['no'],
  escalation: ['no'],
  immigrationThreat: ['no'],
  // What help they get.
  movingWith: ['justMe'],
  pets: ['no'],
  homeAtRisk: ['no'],
  noRecourse: ['no'],
  needs: ['none'],
  accessNeeds: ['none'],
  // Told by others.
  signsSeen: ['none'],
  friendSafe: ['yes'],
  referralConsent: ['yes'],
  referrerRisk: ['standard', 'notDone'],
  safetyPlan: ['yes'],
  referrerChildren: ['no'],
  // How they may be reached: every yes here is a risk on their phone.
  textFirst: ['yes'],
  voicemail: ['yes', 'yesNoDetails'],
  contactTimes: ['anyTime']
}
