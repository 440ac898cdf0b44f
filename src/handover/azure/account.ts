// What an operator sets about Azure.

/** A member of staff who writes from Azure: by the id of their account here, or by their name if it is only theirs. */
export interface MappedWorker {
  readonly who: string
  /** Their user in Azure. */
  readonly user: string
}

export interface AzureAccount {
  readonly connectionString: string
  /** The organisation wants what is said in the thread too, and not only where to read it. */
  readonly includesWords: boolean
  /** What Event Grid shows with each event; two while they are changed over. None: no door is opened for it. */
  readonly eventSecrets: readonly string[]
  readonly workers: readonly MappedWorker[]
  /** Of the desk, as workers know it. */
  readonly staffUrl: string
}

/** Who has a conversation; `namesakes`: how many of staff have that name. */
export interface Holder {
  readonly workerId: string
  readonly workerName: string
  readonly namesakes: number
}

/** The user in Azure of whoever has a conversation. A name that two have is nobody's: the wrong one would read along. */
export function userOf(workers: readonly MappedWorker[], { workerId, workerName, namesakes }: Holder): string | null {
  const byId = workers.find(({ who }) => who.toLowerCase() === workerId)
  if (byId) return byId.user
  if (namesakes !== 1) return null
  return workers.find(({ who }) => who.toLowerCase() === workerName.toLowerCase())?.user ?? null
}
