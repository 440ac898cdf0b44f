// Where browsers find the two processes: addresses that stay, whatever is killed and started anew behind them.
import type { Pair, Which } from '../../crash/desk/pair.ts'
import { Wire } from '../wire.ts'

/** From then on a process that was killed refuses whoever comes, in ms. */
const DIES_WITHIN = 200

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

  /**
   * Kills what is behind, and starts it again. Resolves when it answers. The wires fall silent first: an answer that is on its way when the
   * process dies does not arrive, and a form that is has been taken by nobody, or by somebody who cannot say so.
   */
  async kill(which: Which): Promise<void> {
    const { chat, staff } = this.#ends[which]
    chat.fallSilent()
    staff.fallSilent()
    const refusing = setTimeout(() => {
      chat.cut()
      staff.cut()
    }, DIES_WITHIN)
    await this.#pair.kill(which)
    clearTimeout(refusing)
    chat.leadTo(portOf(this.#pair.at(which).chat))
    staff.leadTo(portOf(this.#pair.at(which).staff))
    chat.mend()
    staff.mend()
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
