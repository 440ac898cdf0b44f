// A channel as Botkit knows one: no server, no network, nothing to send. It carries a turn in and the outcome out.
import { ActivityTypes, BotAdapter, TurnContext } from 'botbuilder-core'
import type { Received } from '../conversation/conversations.ts'
import type { Inbound } from '../conversation/person-event.ts'
import type { Channel } from '../questions/answer.ts'

/** One message on its way through Botkit, and what became of it. */
export interface Turn {
  readonly inbound: Inbound
  outcome?: { readonly received: Received } | { readonly error: unknown }
}

const TURN = Symbol('turn')

/** The turn a context carries. Throws when the context was not made here. */
export function turnOf(context: TurnContext): Turn {
  const turn: Turn | undefined = context.turnState.get(TURN)
  if (!turn) throw new Error('this context carries no turn: only the hub starts turns')
  return turn
}

/** Words leave by the conversation's gate (laws 2 and 3): whoever tries this way finds a wall. */
const refuse = async (): Promise<never> => {
  throw new Error('nothing is sent through the hub: return it from the conversation instead')
}

export class ChannelAdapter extends BotAdapter {
  /** Botkit tells its plugins apart by their names. */
  readonly name: string
  readonly #channel: Channel

  constructor(channel: Channel) {
    super()
    this.name = `${channel} channel`
    this.#channel = channel
  }

  /**
   * Runs one turn. Botkit sees ids and a fixed type: it spreads `channelData` over its message and takes the event's
   * name from it, so what a person sent travels beside the activity and never in it.
   */
  async run(turn: Turn, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    const { conversation, messageId } = turn.inbound
    const context = new TurnContext(this, {
      type: ActivityTypes.Message,
      id: messageId,
      channelId: this.#channel,
      conversation: { id: conversation, isGroup: false, conversationType: 'personal', name: '' },
      from: { id: conversation, name: '' },
      recipient: { id: 'assistant', name: '' }
    })
    context.turnState.set(TURN, turn)
    await this.runMiddleware(context, logic)
  }

  override sendActivities = refuse
  override updateActivity = refuse
  override deleteActivity = refuse
  override continueConversation = refuse
}
