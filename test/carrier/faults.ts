// What can go wrong between the product and Twilio: told one by one, or by chance from a seed.
import type { RefusalName } from './refusal.ts'
import { seeded } from './seeded.ts'

/** What a request asks for: faults are planned for each apart. */
export type Operation = 'create' | 'fetch' | 'list' | 'update' | 'remove' | 'configuration'

/**
 * reset: the connection breaks before anything was taken. reset-after, timeout: the message IS taken, and the answer is
 * lost, or never comes. slow: all is well, after `ms`. pass: all is well; stands for "not this one" in a plan.
 */
export type FaultKind =
  | 'pass'
  | 'slow'
  | 'reset'
  | 'reset-after'
  | 'timeout'
  | Extract<RefusalName, 'busy' | 'broken' | 'away' | 'badNumber' | 'notMobile' | 'optedOut'>

export interface Fault {
  readonly kind: FaultKind
  /** Of `slow`: how long the answer takes, in ms. */
  readonly ms?: number
}

interface Chance {
  readonly seed: number
  /** Of all requests, from 0 to 1, so many fail. */
  readonly share: number
  readonly kinds: readonly (FaultKind | Fault)[]
  readonly on?: readonly Operation[]
}

const asFault = (fault: FaultKind | Fault): Fault => (typeof fault === 'string' ? { kind: fault } : fault)

export class Faults {
  readonly #planned = new Map<Operation, Fault[]>()
  #chance: (operation: Operation) => Fault | undefined = () => undefined

  /** Each of these meets one message that is sent, in this order; what comes after them is well again. */
  next(...faults: readonly (FaultKind | Fault)[]): void {
    this.on('create', ...faults)
  }

  /** As `next`, for requests of another kind. */
  on(operation: Operation, ...faults: readonly (FaultKind | Fault)[]): void {
    this.#planned.set(operation, [...(this.#planned.get(operation) ?? []), ...faults.map(asFault)])
  }

  /** From now on requests fail by chance, the same ones for the same seed. What is planned comes first. */
  atRandom({ seed, share, kinds, on = ['create'] }: Chance): void {
    const draw = seeded(seed)
    this.#chance = operation => {
      if (!on.includes(operation) || draw() >= share) return undefined
      const kind = kinds[Math.floor(draw() * kinds.length)]
      return kind === undefined ? undefined : asFault(kind)
    }
  }

  /** All is well again. */
  none(): void {
    this.#planned.clear()
    this.#chance = () => undefined
  }

  /** What happens to this request. Takes it off the plan. */
  take(operation: Operation): Fault {
    return this.#planned.get(operation)?.shift() ?? this.#chance(operation) ?? { kind: 'pass' }
  }
}
