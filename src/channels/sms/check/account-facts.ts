// What Twilio's API tells of an account, as far as it matters to somebody whose phone may be in the wrong hands.

/** Where a text that comes in is taken to. Null or empty: nowhere. */
export interface Webhook {
  readonly url: string | null
  readonly method: string
  readonly fallbackUrl: string | null
}

export interface PooledNumber {
  readonly number: string
  /** Null: the service takes the texts, and the number's own settings do not count. */
  readonly own: (Webhook & { readonly hasApplication: boolean }) | null
}

export interface AccountFacts {
  readonly isTrial: boolean
  readonly isActive: boolean
  readonly service: {
    readonly inbound: Webhook
    /** Each number's own webhook counts, not the service's. */
    readonly defersToNumbers: boolean
    readonly statusCallback: string | null
    readonly validitySeconds: number
    readonly smartEncoding: boolean
    readonly stickySender: boolean
    readonly areaCodeGeomatch: boolean
    readonly fallbackToLongCode: boolean
  }
  readonly numbers: readonly PooledNumber[]
  /** Names instead of numbers, for every country or for one. */
  readonly alphaSenders: readonly string[]
  readonly shortCodes: readonly string[]
  /** RCS, WhatsApp and the like. */
  readonly channelSenders: readonly { readonly sender: string; readonly type: string }[]
}

/** What is unsafe: one line each, with what to do. `publicUrl`: the product's address, without a slash at its end. */
export type Rule = (facts: AccountFacts, publicUrl: string) => readonly string[]
