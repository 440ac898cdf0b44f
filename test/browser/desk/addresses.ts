// Where browsers find the two processes: addresses that stay, whatever is killed and started anew behind them.
import type { Pair } from '../../crash/desk-pair.ts'
import { Wire } from '../wire.ts'

export type Which = 0 | 1

export const otherThan = (which: Which): Which => (which === 0 ? 1 : 0)
const portOf = (address: string) => Number(new URL(address).port)
const addressOf = ({ port }: Wire) => `http://127.0.0.1:${port}`

/** The wires to one process. */
interface Ends {
  readonly chat: Wire
  readonly staff: Wire
}

export class Addresses {
  readonly #pair: Pair
  readonly #ends: readonly [Ends, Ends]

  private constructor(pair: Pair, ends: readonly [Ends, Ends]) {
    this.#pair = pair
    this.#ends = ends
  }

  static async to(pair: Pair): Promise<Addresses> {
    const endsOf = async (which: Which): Promise<Ends> => {
      const { chat, staff } = pair.at(which)
      return { chat: await Wire.to(portOf(chat)), staff: await Wire.to(portOf(staff)) }
    }
    return new Addresses(pair, [await endsOf(0), await endsOf(1)])
  }

  chat(which: Which): string {
    return addressOf(this.#ends[which].chat)
  }

  staff(which: Which): string {
    return addressOf(this.#ends[which].staff)
  }

  /** Kills what is behind, and starts it again. Resolves when it answers. */
  async kill(which: Which): Promise<void> {
    await this.#pair.kill(which)
    const { chat, staff } = this.#pair.at(which)
    this.#ends[which].chat.leadTo(portOf(chat))
    this.#ends[which].staff.leadTo(portOf(staff))
  }

  /** Breaks every connection through one of the four; new ones pass at once. */
  cutOne(random: () => number): void {
    const { chat, staff } = this.#ends[random() < 0.5 ? 0 : 1]
    const wire = random() < 0.5 ? chat : staff
    wire.mend()
  }

  async takeDown(): Promise<void> {
    for (const { chat, staff } of this.#ends) await Promise.all([chat.takeDown(), staff.takeDown()])
  }
}
