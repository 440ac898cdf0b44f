/** What people ask the service, or remark to it. Each has one fixed answer; a question never changes what is asked next. */
export const TOPICS = [
  // What this is.
  'robot',
  'windUp',
  'who',
  'whereAreYou',
  'cost',
  'noCredit',
  'pictures',
  // Who reads it, who is told.
  'private',
  'whoReads',
  'police',
  'heIsPolice',
  'homeOffice',
  'socialServices',
  'tellMum',
  'tellCarer',
  // What may be seen on the device, and what is kept here.
  'canHeSee',
  'history',
  'hideThis',
  'bill',
  'tracker',
  'isItSaved',
  'seeWhatYouWrote',
  'deleteIt',
  'comeBack',
  // Who is there, and how they are reached.
  'hours',
  'howLong',
  'anyoneThere',
  'isSomeoneComing',
  'callMe',
  'textMe',
  'yourNumber',
  // A deadline: only a person can help in time.
  'courtTomorrow',
  'getsOut',
  // How to talk.
  'language',
  'interpreter',
  'bsl',
  'cantHear',
  'cantRead',
  // Whether they may ask at all.
  'doesItCount',
  'overreacting',
  'amIAbuser',
  'believeMe',
  'trans',
  'gay',
  'older',
  'disabled',
  'underage',
  'men',
  // What could help.
  'pet',
  'whereWouldIGo',
  'refugeSpace',
  'visa',
  'passport',
  'money',
  'rent',
  'haveToLeave',
  'haveToTellPolice',
  // The questions themselves.
  'haveToAnswer',
  'whyAsk',
  'whatNext',
  'dontUnderstand',
  // About somebody else.
  'friendWhatToDo',
  'friendPolice',
  'professionalHow',
  'professionalWhere',
  'professionalAboutMe',
  'someoneDied',
  // Remarks.
  'unhappy',
  'sorryRambling',
  'thanks',
  'hello'
] as const

export type Topic = (typeof TOPICS)[number]

/** Remarks that are one only while nothing else is said: nobody is answered "hello" who told something. */
export const COURTESIES: readonly Topic[] = ['thanks', 'hello']
