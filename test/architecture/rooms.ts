// Who may know whom, from the ground up: a room may know rooms above it in this list, never below. Read it as a map.

export interface Room {
  /** Folders (ending in /) and files; the longest match decides which room a file is in. */
  readonly at: readonly string[]
  readonly does: string
  readonly knows: readonly string[]
  /** Known by its types alone: nothing of that room runs here. */
  readonly types?: readonly string[]
  /** The `node:` modules it may use; without the field, any. None means: no clock's file, no network, no process. */
  readonly machine?: readonly string[]
}

const STAFF_AND_WORDS = ['limits', 'questions', 'triage', 'wording', 'conversation', 'handover']

export const ROOMS: Readonly<Record<string, Room>> = {
  limits: { at: ['src/limits.ts'], does: 'every number, with its unit and reason', knows: [], machine: [] },
  errors: { at: ['src/errors.ts'], does: 'what an operator is told', knows: [], machine: [] },
  log: { at: ['src/log.ts'], does: 'ids and counts, never words', knows: [] },
  // Asked by the doors: no address is stored or logged.
  clients: {
    at: ['src/client-address.ts', 'src/client-part.ts', 'src/client-pace.ts', 'src/client-sockets.ts'],
    does: 'whose address a request has, behind a proxy too; how fast and how much may be done from there',
    knows: ['limits'],
    machine: ['node:crypto', 'node:http', 'node:net']
  },
  staff: { at: ['src/staff/'], does: 'who staff are, how they prove it, what they may do', knows: ['limits'] },
  locales: { at: ['locales/'], does: 'every word anybody reads', knows: [], machine: [] },

  questions: { at: ['src/questions/'], does: 'the vocabulary: questions, answers, conditions', knows: [], machine: [] },
  // Hashes only: the same entry always has the same id.
  triage: { at: ['src/triage/'], does: 'flags, bands, services', knows: ['questions'], machine: ['node:crypto'] },
  // The keys of locales/en are types, so that naming words nobody wrote does not compile.
  wording: { at: ['src/wording/'], does: 'key + locale -> words', knows: ['questions'], types: ['locales'] },
  // Which words there are it is told by whoever calls it.
  reading: {
    at: ['src/reading/'],
    does: 'what a typed message says: an answer, danger, a concern',
    knows: ['limits', 'questions'],
    types: ['wording'],
    machine: []
  },
  // A flow names sentences by their keys; which words those are it never learns.
  flow: {
    at: ['src/flow/'],
    does: 'the flow language, its machine, its proofs',
    knows: ['questions'],
    types: ['wording'],
    machine: ['node:crypto']
  },
  flows: { at: ['flows/'], does: 'what is asked, in which order', knows: ['flow', 'questions', 'triage'], machine: [] },

  // Words are handed in ready to speak; the conversation only calls them.
  conversation: {
    at: ['src/conversation/'],
    does: 'the one road, the gate, the ports',
    knows: ['flow', 'questions', 'reading', 'triage', 'limits'],
    types: ['wording'],
    // Hashes only: what is kept of a safe word.
    machine: ['node:crypto']
  },
  summary: {
    at: ['src/summary/'],
    does: 'the referral summary',
    knows: ['conversation', 'questions', 'triage', 'limits'],
    types: ['wording']
  },
  handover: {
    at: ['src/handover/'],
    does: 'who is there, who waits, in which order, and what happens when nobody comes',
    knows: ['triage', 'limits'],
    types: ['conversation', 'questions']
  },
  // A second place to write from. It knows Azure and the gate's answers; how it all is kept it is told by main.
  'handover/azure': {
    at: ['src/handover/azure/'],
    does: 'a handed-over conversation as a thread in Azure',
    knows: ['conversation', 'handover', 'limits'],
    types: ['log', 'questions', 'wording']
  },

  'store/embedded': { at: ['src/store/embedded/'], does: 'a PostgreSQL of our own; knows nobody', knows: [] },
  // The gate is asked again at the moment of sending, and old flows are given back to the conversation: hence no types-only.
  // Of the summary it knows the anonymous row, made in the transaction that ends a contact and kept by one of its own.
  store: {
    at: ['src/store/'],
    does: 'PostgreSQL: turns, keys, timers, outbox',
    knows: ['conversation', 'errors', 'flow', 'limits', 'staff', 'summary'],
    types: ['handover/azure', 'questions', 'triage']
  },
  // What people said, with no question who reads it. The desk knows `readOnRecord` alone (src/store/readings.ts), by its type.
  'store/unrecorded': {
    at: ['src/store/conversations.ts'],
    does: 'conversations at rest, read without a line in the record',
    knows: ['store', 'conversation', 'limits'],
    types: ['questions', 'triage']
  },

  channels: {
    at: ['src/channels/'],
    does: 'the hub every message passes',
    knows: ['errors', 'limits'],
    types: ['conversation', 'questions']
  },
  // What it sends, and to whom, it is told: neither the store nor the console is known here.
  outputs: {
    at: ['src/outputs/'],
    does: 'webhooks and mail',
    knows: ['limits', 'log', 'summary'],
    types: ['wording']
  },
  // Adapters never know each other: neither SMS nor the console nor the store is known here.
  'channels/web': {
    at: ['src/channels/web/'],
    does: "the person's page",
    // Of the summary only what the person reads back: the same that the worker will see.
    knows: ['channels', 'clients', 'conversation', 'limits', 'log', 'questions', 'summary', 'wording'],
    types: ['flow']
  },
  'channels/sms': {
    at: ['src/channels/sms/'],
    does: 'text messages',
    knows: ['channels', 'conversation', 'limits', 'log', 'questions', 'wording'],
    types: ['flow']
  },
  // The store's lists are typed here; main hands the store in, and the dialogue to be drawn: no file of flows/ is known.
  console: {
    at: ['src/console/'],
    does: 'the staff origin',
    knows: [...STAFF_AND_WORDS, 'clients', 'flow', 'log', 'staff', 'summary'],
    types: ['store']
  },

  // The flows with the names of their rules and flags: drawn, compared and rehearsed, never run.
  dialogue: {
    at: ['src/dialogue.ts'],
    does: 'the dialogue as data, for those who picture it',
    knows: ['flows', 'flow', 'triage']
  },

  health: { at: ['src/health.ts'], does: 'alive, ready', knows: [], types: ['store'], machine: [] },
  // Only to read MASTER_KEY as the store will, and the clocks of a handover.
  config: {
    at: ['src/config.ts', 'src/setting-values.ts'],
    does: 'the environment, read once',
    knows: ['clients', 'conversation', 'errors', 'handover', 'outputs', 'store', 'wording'],
    types: ['channels/sms', 'handover/azure', 'staff'],
    machine: []
  },
  product: {
    at: ['src/product.ts', 'src/database-server.ts', 'src/directory-file.ts'],
    does: 'everything behind the doors',
    knows: [
      'dialogue',
      'conversation',
      'triage',
      'wording',
      'handover',
      'store',
      'store/unrecorded',
      'store/embedded',
      'errors',
      'log'
    ],
    types: ['config', 'flow']
  },
  // talk and simulate: the real engine on a database that is thrown away, and nobody on the network.
  rehearsal: {
    at: [
      'src/rehearsal.ts',
      'src/talk.ts',
      'src/simulate.ts',
      'src/scenario.ts',
      'src/scenario-faults.ts',
      'src/simulated-person.ts',
      'src/pocket-phone.ts'
    ],
    does: 'the product without a network',
    // Of the flow, what an answer is: a scenario is held against it before it is played.
    knows: [
      'product',
      'channels',
      'flow',
      'store',
      'store/embedded',
      'questions',
      'triage',
      'summary',
      'log',
      'errors'
    ],
    types: ['conversation', 'wording']
  },
  draw: {
    at: ['src/draw.ts'],
    does: 'the flows as pictures, what has changed in them, and their proof',
    knows: ['dialogue', 'flow', 'wording']
  },
  'directory command': {
    at: ['src/directory-command.ts'],
    does: 'the directory as Open Referral data, out and in',
    knows: ['product', 'triage', 'config', 'errors']
  },
  'machine key': {
    at: ['src/machine-key.ts'],
    does: 'the master key of this machine, for commands beside the product',
    knows: ['config', 'errors', 'store', 'store/embedded']
  },
  'staff confirm': {
    at: ['src/staff-confirm.ts'],
    does: 'the code that counts as the second person',
    knows: ['errors', 'machine key', 'staff', 'store']
  },
  'staff link': {
    at: ['src/staff-link.ts'],
    does: 'a sign-in link, printed at the machine',
    knows: ['config', 'console', 'errors', 'limits', 'machine key', 'store', 'store/embedded']
  },
  'sms check': {
    at: ['src/sms-check.ts'],
    does: 'what is unsafe about the Twilio account',
    knows: ['channels/sms', 'config', 'errors', 'limits']
  },
  main: {
    at: ['src/main.ts', 'src/first-sign-in.ts', 'src/texts.ts', 'src/outputs.ts', 'src/azure.ts'],
    does: 'wires, starts, stops: knows everybody',
    knows: [
      'product',
      'triage',
      'config',
      'clients',
      'wording',
      'errors',
      'limits',
      'log',
      'health',
      'channels',
      'channels/web',
      'channels/sms',
      'console',
      'outputs',
      'staff',
      'conversation',
      'handover/azure',
      'summary',
      'store',
      'store/embedded'
    ]
  },
  bench: {
    at: ['bench/'],
    does: 'how fast, as ratios',
    knows: [
      'product',
      'rehearsal',
      'main',
      'limits',
      'log',
      'channels',
      'channels/web',
      'channels/sms',
      'conversation',
      'store',
      'flows',
      'flow',
      'questions',
      'reading',
      'triage',
      'wording'
    ]
  }
}
