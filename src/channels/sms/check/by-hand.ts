// What no interface of Twilio's tells. Said every time: silence about it would look like safety.

export const BY_HAND: readonly string[] = [
  'Look by hand: which texts answer STOP, START and HELP. Twilio sends them itself and tells no program what they say. ' +
    'In the Console: Messaging, Services, this service, Opt-Out Management. Advanced Opt-Out must be on, no text may name ' +
    'the service, its topic or a website, and of the keywords only STOP, START and HELP, which cannot go, may be left: ' +
    'END, QUIT, CANCEL, YES and INFO are words people answer with.',
  'Look by hand: message redaction. No program can read whether it is on. In the Console: Messaging, Settings, message ' +
    'redaction. The bodies of messages and the numbers of people must both be redacted; ask Twilio for it where it is missing.'
]
