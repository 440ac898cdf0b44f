// For every rule: sentences that must be found by its name, and near ones that must pass every rule.
import type { Moment, ShownLine } from './never-rules.ts'

export interface Examples {
  readonly breaks: readonly string[]
  readonly passes: readonly string[]
  /** Where the sentences are read, when it matters. */
  readonly at?: Partial<Pick<ShownLine, 'channel'> & { moment: Moment }>
}

export const EXAMPLES: Readonly<Record<string, Examples>> = {
  'names the topic before they said it is OK': {
    at: { channel: 'sms', moment: 'first' },
    breaks: [
      'Hi, this is the domestic abuse line.',
      'Are you hurt? Is it OK to text?',
      'Hello from the refuge team.',
      'Linia dla osób dotkniętych przemocą.'
    ],
    passes: ['Hi, thanks for your text. Is it OK to text now? (X any time and we go quiet.)']
  },
  'names the service or the topic in a short text': {
    at: { channel: 'sms', moment: 'short' },
    breaks: ['The advice line is here for you.', 'Is the person hurting you at home?', 'Childline is on 0800 1111.'],
    passes: ['In danger, call 999. Free help day and night: 0808 2000 247. P for a person here. X = go quiet.']
  },
  'names a helpline by text': {
    at: { channel: 'sms' },
    breaks: ['You can call Childline on 0800 1111.', 'Samaritans are on 116 123.'],
    passes: ['You can call 116 123 free, day or night.']
  },
  'promises secrecy': {
    breaks: [
      'This chat is confidential.',
      'No one will ever know.',
      'We will never tell anyone.',
      'It stays between us.'
    ],
    passes: ["We can't promise to keep it secret if you are not safe. We will try to tell you first."]
  },
  'promises who will not be told': {
    breaks: ['The police will not be told.', "We won't call social services.", 'The Home Office never sees this.'],
    passes: ['If a child may be badly hurt, we may have to tell someone who can help.']
  },
  'promises a place': {
    breaks: ['We will find you a place.', 'There is a bed tonight.', "You'll get a new home."],
    passes: [
      "We can't promise a place, but a person will look at the choices with you.",
      'Is there a safe place to go?'
    ]
  },
  'promises an outcome': {
    breaks: ['You will be safe.', 'We promise to help.', 'It will get better.', 'They will be arrested.'],
    passes: ["We can't promise money. A person here can look at it with you."]
  },
  'promises a time': {
    breaks: ['Someone answers within 5 minutes.', 'We will be with you right away.', 'Tomorrow a person will call.'],
    passes: ['A person will join you here as soon as they can.', 'Have they hurt you in the last few days?']
  },
  'hints that help is on its way': {
    breaks: [
      'Help is coming.',
      'Our team is on its way.',
      'The police are on their way.',
      'An ambulance will come.',
      'We have sent someone.',
      'We are sending help.',
      'Someone will be there.',
      'We have told our team.',
      'Our team is alerted.',
      'Hold on, we called 999.',
      'Pomoc jest w drodze.',
      'Wysyłamy karetkę.',
      'Nasz zespół już wie.'
    ],
    passes: [
      "Our team is alerted but can't send help, 999 can.",
      "We can't send help, 999 can.",
      'Call 999 now. Ask for an ambulance, even if you feel OK.',
      'A person will join you here as soon as they can.',
      'There is special help for this.',
      'Nasz zespół wie, ale nie może wysłać pomocy, 999 może.'
    ]
  },
  'tells anyone to leave or to stay': {
    breaks: [
      'You should leave.',
      'Please leave him.',
      'Tell her to leave home.',
      'Get out now.',
      'Stay with them for now.'
    ],
    passes: ['Some people plan to leave, and some stay.', 'You can leave any time.', 'Have you left them?']
  },
  'tells anyone to speak to the person': {
    breaks: ['Confront him about it.', 'You should talk to your partner.', 'Please warn the person hurting them.'],
    passes: ["Please don't face the person hurting them.", 'You can talk to a person here.']
  },
  'tells anyone to report': {
    breaks: ['Please report it.', 'You must call the police.', 'Press charges.'],
    passes: ['Is there a court order or bail to keep them away?', 'You can call 999 any time.']
  },
  'tells anyone to record or take photos': {
    breaks: ['Take photos of your bruises.', 'You should keep a diary.', 'Record what they say.'],
    passes: ['A person here will read your words.', 'No one needs bruises or proof to ask for help here.']
  },
  'tells anyone to change locks': {
    breaks: ['Change the locks.', 'Have you thought of changing your locks?', 'Fit a chain.'],
    passes: ['Some people stay and their home is made safer.']
  },
  'tells anyone to end it': {
    breaks: ['End the relationship.', 'You should divorce him.', 'Tell her to break up.'],
    passes: ['You can end this chat. Have you left, or are you thinking about it?']
  },
  'tells people what to do': {
    breaks: ['You need to see a doctor.', 'You must answer this.', 'First you have to tell us more.'],
    passes: ['You do not have to say.', 'You should know this before you tell us anything.']
  },
  'suggests counselling together': {
    breaks: ['Have you tried couple counselling?', 'A mediator could help.', 'Family therapy may help.'],
    passes: ['Listen, believe them, and let them choose.']
  },
  'confirms or denies that a person is known': {
    breaks: ['She is not here.', 'We do not know anyone by that name.', 'He was with us.', 'We have spoken to her.'],
    passes: ["We can't say anything about any other person or place.", 'No one is here right now.']
  },
  'says where a refuge is': {
    breaks: ['The refuge is in Fareham.', 'Here is the refuge address.', 'There are refuges near Winchester.'],
    passes: ['A refuge is a shared home with support. In Hampshire they are for women and their children.']
  },
  'shows a score or a band': {
    breaks: ['Your risk level is set.', 'You are at low risk.', 'You scored 5 out of 11.', 'You are high.'],
    passes: ['Leaving can be a risky time.', 'How scared are you of them?']
  },
  'asks why they stayed': {
    breaks: ['Why did you stay?', "Why don't you leave?", 'What kept you there?'],
    passes: ['Why we ask', 'So a person can start with what you need.']
  },
  'asks for detail of sexual violence': {
    breaks: ['What sexual things did they do?', 'Please describe the rape.', 'When did they force you to have sex?'],
    passes: ['Have they made you do sexual things you did not want?', 'It can be about money, sex or a phone.']
  },
  'asks who they are': {
    breaks: [
      'What is your name?',
      'Please send us your address.',
      'Which school are you at?',
      'Tell us your date of birth.'
    ],
    passes: ['What can we call you? It can be any name you like.', 'A town is fine. Please do not send your address.']
  },
  'uses family as interpreter': {
    breaks: ['Can a friend translate?', 'Please ask your daughter to interpret.', 'We can interpret with family.'],
    passes: ['What would help you talk to us? 1 Another language, 2 BSL, 3 Interpreter.']
  },
  nudges: {
    breaks: ['Are you still there?', 'We miss you.', 'Remember to write back.', 'Please reply.'],
    passes: ['You can stop here, or go on when you are ready.', 'Is the person who scares you near you now?']
  },
  'gets 999 or 55 wrong': {
    breaks: ['Call 999 and text 55.', 'Press 55 to be found.', 'You can text 999.'],
    passes: ["Call 999. If you can't speak, stay on the line and press 55 when asked (mobile)."]
  },
  'gives people a label': {
    breaks: ['We help victims.', 'The perpetrator may read this.', 'Our clients choose.', 'Pomagamy ofiarom.'],
    passes: ['The person hurting you may read this.']
  },
  'raises its voice': {
    breaks: ['Well done!', 'You are brave \u{1f44d}', 'Hola \u00a1'],
    passes: ['Thank you for telling us. # * 1 2 3']
  },
  'blames fate': {
    breaks: ['Unfortunately we are closed.', 'Sadly, there is no one here.', 'Niestety nikogo nie ma.'],
    passes: ['No one is here right now. We open at 9.']
  },
  'calls a number free that is not known to be': {
    breaks: ['03300 165 112 is free.', 'Call free on 0808 801 0327.'],
    passes: [
      'Free help day and night: 0808 2000 247. You can also call the line on 03300 165 112.',
      '0800 1111 is free.'
    ]
  },
  'says that a call or a text is hidden': {
    breaks: ['It will not show on your bill.', 'This leaves no trace.', 'Calls are hidden from bills.'],
    passes: ['Text messages stay on a phone, and may show on a bill.']
  },
  'tells people to wipe their history or a tracker': {
    breaks: ['Clear your history now.', 'You should delete this.', 'Turn off location.', 'Remove the tracker.'],
    passes: ['If you do not often clear your history, it may look odd if you do.', 'Taking it off may be noticed too.']
  },
  'advises on immigration': {
    breaks: ['You can apply for a visa.', 'Your status is safe.', 'Ask about the MVDAC.'],
    passes: ['A person here can help you find free expert advice about visas.']
  },
  'uses a word the carriers take for themselves': {
    at: { channel: 'sms' },
    breaks: ['Reply STOP to go quiet.', 'Text END any time.'],
    passes: ['You can stop any time. X = go quiet.']
  },
  'doubts or blames them': {
    breaks: ['Are you sure it was that bad?', 'Did you provoke them?', 'It takes two.'],
    passes: ['We believe you. It is not your fault.', 'Not sure']
  },
  'names the product': {
    breaks: ['Welcome to Sidedoor.', 'sidedoor will help'],
    passes: ['You can come in by the side door.']
  }
}
