// A handed-over conversation as a thread of Azure Communication Services. One call after another, and no memory of what was done.
import type { ChatMessage, ChatThreadClient } from '@azure/communication-chat'
import { AZURE_THREAD_DAYS } from '../../limits.ts'
import { type HandoverTransport, type Place, type Post, type Posted, TransportFault } from '../transport.ts'
import { type ClientOptions, Clients, refuse } from './clients.ts'
import type { ServiceUser } from './thread.ts'

const PAGE = 200

/** Asked for in Azure under these names beside the text: which of ours it is, who says it, in which language. */
const marks = ({ key, from, locale }: Post) => ({ k: key, from, lang: locale })

const postedOf = ({ id, type, content, createdOn, deletedOn, sender, metadata }: ChatMessage): Posted => {
  if (!id || !createdOn) throw new TransportFault('unclear')
  return {
    id,
    key: metadata?.k ?? null,
    sender: sender?.kind === 'communicationUser' ? sender.communicationUserId : null,
    text: type === 'text' ? (content?.message ?? null) : null,
    isTakenBack: deletedOn !== undefined && deletedOn !== null,
    at: createdOn
  }
}

export class AzureTransport implements HandoverTransport {
  readonly #clients: Clients

  constructor(connectionString: string, users: ServiceUser, options: ClientOptions = {}) {
    this.#clients = new Clients(connectionString, users, options)
  }

  async makeVisitor(): Promise<string> {
    const { communicationUserId } = await this.#clients.identity.createUser(this.#clients.limit()).catch(refuse)
    if (!communicationUserId) throw new TransportFault('unclear')
    return communicationUserId
  }

  async open({ key, visitor, visitorName, topic }: Place): Promise<string> {
    const visitorIn = { id: { communicationUserId: visitor }, displayName: visitorName }
    const { chatThread } = await this.#clients.asService(chat =>
      chat.createChatThread(
        { topic },
        {
          participants: [visitorIn],
          idempotencyToken: key,
          retentionPolicy: { kind: 'threadCreationDate', deleteThreadAfterDays: AZURE_THREAD_DAYS },
          ...this.#clients.limit()
        }
      )
    )
    if (!chatThread?.id) throw new TransportFault('unclear')
    return chatThread.id
  }

  async admit(place: string, worker: string): Promise<void> {
    // They read from the beginning: what comes first is what is safe to do.
    const participants = [{ id: { communicationUserId: worker }, shareHistoryTime: new Date(0) }]
    const { invalidParticipants = [] } = await this.#in(place, thread =>
      thread.addParticipants({ participants }, this.#clients.limit())
    )
    if (invalidParticipants.length > 0) throw new TransportFault('again', 400)
  }

  async post(place: string, post: Post): Promise<void> {
    const send = (thread: ChatThreadClient) =>
      thread.sendMessage(
        { content: post.text },
        { type: 'text', senderDisplayName: post.displayName, metadata: marks(post), ...this.#clients.limit() }
      )
    const { id } =
      post.as === 'service'
        ? await this.#in(place, send)
        : await this.#clients.asVisitor(post.as.visitor, chat => send(chat.getChatThreadClient(place)))
    if (!id) throw new TransportFault('unclear')
  }

  poll(place: string, since: Date): Promise<Posted[]> {
    return this.#in(place, async thread => {
      const posted: { order: bigint; message: Posted }[] = []
      const options = { startTime: since, maxPageSize: PAGE, ...this.#clients.limit() }
      for await (const message of thread.listMessages(options)) {
        posted.push({ order: BigInt(message.sequenceId), message: postedOf(message) })
      }
      // The newest comes first, page by page, and while pages are fetched new ones come: their numbers say the order.
      posted.sort((one, other) => (one.order < other.order ? -1 : 1))
      return posted.map(({ message }) => message)
    })
  }

  async close(place: string): Promise<void> {
    await this.#clients.asService(chat => chat.deleteChatThread(place, this.#clients.limit())).catch(unlessGone)
  }

  async forget(visitor: string): Promise<void> {
    this.#clients.forget(visitor)
    await this.#clients.identity
      .deleteUser({ communicationUserId: visitor }, this.#clients.limit())
      .catch(refuse)
      .catch(unlessGone)
  }

  #in<T>(place: string, act: (thread: ChatThreadClient) => Promise<T>): Promise<T> {
    return this.#clients.asService(chat => act(chat.getChatThreadClient(place)))
  }
}

function unlessGone(fault: TransportFault): void {
  if (fault.kind !== 'gone') throw fault
}
