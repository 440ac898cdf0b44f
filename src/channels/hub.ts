// The only door to Botkit: every message of every channel passes here, in this process; its web server and stores are off.
import type { Storage } from 'botbuilder-core'
import { Botkit } from 'botkit'
import type { Received } from '../conversation/conversations.ts'
import type { Inbound } from '../conversation/person-event.ts'
import { FAULTS, OperatorError } from '../errors.ts'
import { TURN_DEADLINE } from '../limits.ts'
import type { Channel } from '../questions/answer.ts'
import { ChannelAdapter, type Turn, turnOf } from './adapter.ts'

/** Botkit would keep an entry per conversation for ever. The conversation's own store is the only memory. */
const KEEPS_NOTHING: Storage = {
  read: async () => ({}),
  write: async () => {},
  delete: async () => {}
}

/** A turn that did not end in time. It may still end later: sent again under the same id it is handled only once. */
export class TurnTooLong extends Error {
  override readonly name = 'TurnTooLong'
}

/**
 * Refuses DEBUG settings that reach Botkit's logger, which prints whole messages. Every other DEBUG is left alone.
 * Throws an OperatorError.
 */
export function refuseDebug(env: NodeJS.ProcessEnv): void {
  const reachesBotkit = (pattern: string): boolean => {
    const [fixed = '', ...wild] = pattern.toLowerCase().split('*')
    return fixed.startsWith('botkit') || (wild.length > 0 && 'botkit'.startsWith(fixed))
  }
  const patterns = (env.DEBUG ?? '').split(/[\s,]+/).filter(pattern => pattern !== '')
  if (patterns.some(reachesBotkit)) throw new OperatorError(FAULTS.debugSet())
}

export class Hub {
  readonly #botkit: Botkit
  readonly #adapters: Readonly<Record<Channel, ChannelAdapter>>

  /** `handle` is the conversation's one road; it is called once for each turn. Throws when DEBUG would print messages. */
  constructor(handle: (inbound: Inbound) => Promise<Received>) {
    refuseDebug(process.env)
    this.#adapters = { web: new ChannelAdapter('web'), sms: new ChannelAdapter('sms') }
    this.#botkit = new Botkit({
      adapter: this.#adapters.web,
      disable_webserver: true,
      disable_console: true,
      storage: KEEPS_NOTHING
    })
    this.#botkit.usePlugin(this.#adapters.sms)
    // The fence. Botkit prints what a handler throws, words and all, and leaves the rejection to end the process: so
    // nothing is ever thrown at it. This is the only handler there is.
    this.#botkit.on('message', async (_bot, message) => {
      const turn = turnOf(message.context)
      try {
        turn.outcome = { received: await handle(turn.inbound) }
      } catch (error) {
        turn.outcome = { error }
      }
    })
  }

  /** Carries one message to the conversation. Throws what the conversation threw, or TurnTooLong after TURN_DEADLINE. */
  async turn(channel: Channel, inbound: Inbound): Promise<Received> {
    const turn: Turn = { inbound }
    const ran = this.#adapters[channel].run(turn, context => this.#botkit.handleTurn(context))
    await inTime(ran)
    if (!turn.outcome) throw new Error('Botkit ended the turn without handing it over')
    if ('error' in turn.outcome) throw turn.outcome.error
    return turn.outcome.received
  }
}

async function inTime(ran: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TurnTooLong(`a turn took longer than ${TURN_DEADLINE} ms`)), TURN_DEADLINE)
  })
  try {
    await Promise.race([ran, tooLong])
  } finally {
    clearTimeout(timer)
  }
}
