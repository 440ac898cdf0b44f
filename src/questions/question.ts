// What a question is: its kind, its options, whether it may be skipped. Plain data, so that it can be archived with a flow.

/** one: pick one. many: pick any. text: own words. ack: read this, with an offer to read more. */
export type Kind = 'one' | 'many' | 'text' | 'ack'

export interface Question<O extends string = string> {
  readonly kind: Kind
  /** Dotted place of the answer in the referral summary, e.g. `risk.fear`. */
  readonly field: string
  readonly options: readonly O[]
  readonly skip: boolean
  /** The answer is never shown again in full: a number, a safe word. */
  readonly masked: boolean
}

interface How {
  readonly skip?: boolean
  readonly masked?: boolean
}

const make = <O extends string>(kind: Kind, field: string, options: readonly O[], how: How): Question<O> => ({
  kind,
  field,
  options,
  skip: how.skip ?? true,
  masked: how.masked ?? false
})

export const one = <const O extends string>(field: string, options: readonly O[], how: How = {}) =>
  make('one', field, options, how)

export const many = <const O extends string>(field: string, options: readonly O[], how: How = {}) =>
  make('many', field, options, how)

export const ack = <const O extends string>(field: string, options: readonly O[], how: How = {}) =>
  make('ack', field, options, how)

export const text = (field: string, how: How = {}): Question<never> => make<never>('text', field, [], how)

/** Options that stand alone: "none" beside a tick is a slip of the finger, and is not accepted. */
export const ALONE: readonly string[] = ['none', 'justMe', 'anyTime']
