// The only door to Azure's libraries. Tokens are kept in memory alone, and made anew when one is refused.
import { ChatClient, type ChatClientOptions } from '@azure/communication-chat'
import { AzureCommunicationTokenCredential } from '@azure/communication-common'
import { CommunicationIdentityClient, type TokenScope } from '@azure/communication-identity'
import { AZURE_PATIENCE } from '../../limits.ts'
import { TransportFault } from '../transport.ts'
import { faultOf } from './fault-of.ts'
import type { ServiceUser } from './thread.ts'
import { wholeLists } from './whole-lists.ts'

/** How Azure is reached: its own ways, unless a test has others. */
export type ClientOptions = Pick<ChatClientOptions, 'httpClient'> & { readonly patience?: number }

/** We make threads and delete them; whoever stands for a person can only speak in the one they are in. */
const SERVICE: TokenScope[] = ['chat']
const VISITOR: TokenScope[] = ['chat.join.limited']

export class Clients {
  readonly identity: CommunicationIdentityClient
  readonly #endpoint: string
  readonly #options: ChatClientOptions
  readonly #patience: number
  readonly #users: ServiceUser
  readonly #chats = new Map<string, ChatClient>()

  constructor(connectionString: string, users: ServiceUser, { patience = AZURE_PATIENCE, ...options }: ClientOptions) {
    const own: ChatClientOptions = {
      ...options,
      // A post that was taken and not answered would be made twice: whether to try again is for whoever can look.
      retryOptions: { maxRetries: 0 },
      additionalPolicies: [{ policy: wholeLists, position: 'perCall' }]
    }
    this.#endpoint = /endpoint=([^;]+)/i.exec(connectionString)?.[1] ?? ''
    this.#options = own
    this.#patience = patience
    this.#users = users
    this.identity = new CommunicationIdentityClient(connectionString, own)
  }

  /** The time one call has. */
  limit(): { abortSignal: AbortSignal } {
    return { abortSignal: AbortSignal.timeout(this.#patience) }
  }

  async asService<T>(act: (chat: ChatClient) => Promise<T>): Promise<T> {
    const user = await this.#serviceUser()
    return this.#as(user, SERVICE, act, async () => {
      // Somebody has deleted our user in Azure: the next try makes another.
      await this.#users.forget(user)
      throw new TransportFault('again', 404)
    })
  }

  asVisitor<T>(visitor: string, act: (chat: ChatClient) => Promise<T>): Promise<T> {
    return this.#as(visitor, VISITOR, act, () => Promise.reject(new TransportFault('gone', 404)))
  }

  forget(user: string): void {
    this.#chats.delete(user)
  }

  async #serviceUser(): Promise<string> {
    const known = await this.#users.find()
    if (known) return known
    const { communicationUserId: made } = await this.identity.createUser(this.limit()).catch(refuse)
    if (!made) throw new TransportFault('unclear')
    const kept = await this.#users.keep(made)
    // Another process was quicker.
    if (kept !== made) await this.identity.deleteUser({ communicationUserId: made }, this.limit()).catch(refuse)
    return kept
  }

  async #as<T>(
    user: string,
    scopes: TokenScope[],
    act: (chat: ChatClient) => Promise<T>,
    unknown: () => Promise<never>
  ) {
    let noSuchUser = false
    const refresh = async () => {
      const { token } = await this.identity
        .getToken({ communicationUserId: user }, scopes, this.limit())
        .catch((error: unknown) => {
          const fault = faultOf(error)
          noSuchUser = fault.kind === 'gone'
          // Without a token nothing was asked of the thread: whatever went wrong, it surely did nothing.
          throw new TransportFault('again', fault.status, fault.wait)
        })
      return token
    }
    const known = this.#chats.get(user)
    const credential = () =>
      new AzureCommunicationTokenCredential({ tokenRefresher: refresh, refreshProactively: false })
    const chat = known ?? new ChatClient(this.#endpoint, credential(), this.#options)
    this.#chats.set(user, chat)
    try {
      return await act(chat)
    } catch (error) {
      if (noSuchUser) {
        this.#chats.delete(user)
        return await unknown()
      }
      const fault = faultOf(error)
      // Its token was taken back, or its time is over: the next try has another.
      if (fault.status === 401) this.#chats.delete(user)
      throw fault
    }
  }
}

export const refuse = (error: unknown): never => {
  throw faultOf(error)
}
