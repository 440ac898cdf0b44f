// The life of a thread in Azure, one step at a time: its parts are made, it is mirrored, it is deleted. Any process may take any
// step, and may be killed in it: what was done is found again in Azure, by our keys.
import { AZURE_SETTLES, SEND_AGAIN_FIRST, SEND_AGAIN_MAX } from '../../limits.ts'
import { TransportFault } from '../transport.ts'
import { type Holder, userOf } from './account.ts'
import type { BridgeDeps } from './deps.ts'
import { type Made, mirror } from './mirror.ts'
import { visitorName } from './next-post.ts'
import type { Step, Thread } from './thread.ts'

/** Lines are for people: the first failure, and then one in so many. */
const LINE_EVERY = 10

export class Bridge {
  readonly #deps: BridgeDeps

  constructor(deps: BridgeDeps) {
    this.#deps = deps
  }

  /** Notes a thread for everybody who should have one. */
  async begin(): Promise<boolean> {
    const { threads, now } = this.#deps
    return (await threads.begin(holder => this.#userOf(holder), now())) > 0
  }

  /** Takes one step of one thread on which something is due. Returns whether there was any. */
  async step(): Promise<boolean> {
    const { threads, now } = this.#deps
    const taken = await threads.take(now())
    if (!taken) return false
    const { thread, holder } = taken
    const step = await this.#stepOf(thread).catch((error: unknown) => this.#failed(thread, error))
    if (step) await threads.keep(thread.id, holder, step)
    else await threads.drop(thread.id, holder)
    return true
  }

  /** Null: nothing of it is left in Azure. */
  #stepOf(thread: Thread): Promise<Step | null> {
    const { now } = this.#deps
    if (thread.state === 'closing') return this.#delete(thread)
    if (!this.#isWanted(thread)) return Promise.resolve({ state: 'closing', tries: 0, nextAt: now() })
    if (thread.state === 'open') return mirror(this.#deps, thread as Made)
    return this.#make(thread)
  }

  /** Whether whoever has the conversation now is the one it was made for, and may be written to from there. */
  #isWanted({ held, workerId, worker }: Thread): boolean {
    if (!held?.live || held.unsafe) return false
    return held.workerId === workerId && this.#userOf(held) === worker
  }

  #userOf(holder: Holder): string | null {
    return userOf(this.#deps.account.workers, holder)
  }

  /** One part after another, each kept before the next: what a crash leaves behind is known. */
  async #make(thread: Thread): Promise<Step> {
    const { transport, now } = this.#deps
    const made = (step: Omit<Step, 'nextAt'>): Step => ({ ...step, tries: 0, behindSince: null, nextAt: now() })
    if (!thread.visitor) return made({ visitor: await transport.makeVisitor() })
    if (!thread.asked) return made({ asked: true })
    if (!thread.thread) return made({ thread: await this.#open(thread, thread.visitor) })
    await transport.admit(thread.thread, thread.worker)
    return made({ state: 'open' })
  }

  #open(thread: Thread, visitor: string): Promise<string> {
    const { transport, words } = this.#deps
    return transport.open({
      key: thread.id,
      visitor,
      visitorName: visitorName(this.#deps, thread),
      topic: words.staff('azureTopic', { reference: thread.reference })
    })
  }

  /** Whoever is only taken out of a thread still reads what was said in it: the thread itself must go. */
  async #delete(thread: Thread): Promise<null> {
    const { transport } = this.#deps
    const { visitor, asked } = thread
    // It was asked for and no answer came: asked again under the same key it says its id.
    const place = thread.thread ?? (asked && visitor ? await this.#open(thread, visitor) : null)
    if (place) await transport.close(place)
    if (visitor) await transport.forget(visitor)
    return null
  }

  #failed(thread: Thread, error: unknown): Step {
    const { log, now } = this.#deps
    const fault = error instanceof TransportFault ? error : null
    const tries = thread.tries + 1
    if (!fault)
      log.error({ error, conversation: thread.conversation }, 'a chat in Azure could not be mirrored: report this line')
    else if (tries === 1 || tries % LINE_EVERY === 0) this.#tell(fault, tries)
    const behindSince = thread.behindSince ?? now()
    const after = (pause: number): Date => new Date(now().getTime() + pause)
    // Somebody has deleted it in Azure. What is left of it goes too, and then another is made: not at once, or it would go round.
    if (fault?.kind === 'gone') return { state: 'closing', tries, behindSince, nextAt: after(SEND_AGAIN_MAX) }
    const pause = Math.min(SEND_AGAIN_MAX, SEND_AGAIN_FIRST * 2 ** (tries - 1))
    return {
      tries,
      behindSince,
      nextAt: after(Math.max(pause, fault?.wait ?? 0, fault?.kind === 'unclear' ? AZURE_SETTLES : 0))
    }
  }

  #tell({ status, kind }: TransportFault, count: number): void {
    const { log } = this.#deps
    const facts = { count, ...(status === null ? {} : { status }) }
    if (status === 401)
      log.error(facts, 'Azure refuses our key: check ACS_CONNECTION_STRING; the desk works on without it')
    else if (status === 400)
      log.error(facts, 'Azure does not take what it is sent: check ACS_WORKERS; the desk works on without it')
    else if (kind === 'gone') log.warn(facts, 'a chat was deleted in Azure by somebody else: another is made')
    else log.warn(facts, 'Azure does not do what it is asked, and is asked again; the desk works on without it')
  }
}
