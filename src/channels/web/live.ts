// The open pages of a conversation: events for the script, a frame for a page without one. Both send the same fragments.
import type { FastifyReply } from 'fastify'
import type { Conversations } from '../../conversation/conversations.ts'
import type { Bell } from '../../conversation/ports.ts'
import type { View } from '../../conversation/view.ts'
import { HEARTBEAT, SEEN_EVERY, STREAMS_MAX } from '../../limits.ts'
import type { Log } from '../../log.ts'

export interface Stream {
  readonly conversation: string
  /** What opens the conversation to this page: when that ends, by leaving, silence or a word, so does the stream. */
  readonly access: Buffer
  readonly after: number
  /** From which sequence number the next change is shown. */
  readonly resumesAt: (view: View) => number
  /** What a change looks like on this stream. */
  readonly write: (view: View) => string
  /** What the sign that the worker writes looks like, where this page can show it; null takes it away. */
  readonly writing?: (name: string | null) => string
  /** A line that means nothing and keeps proxies from giving up. */
  readonly quiet: string
  /** What is sent at once. */
  readonly opening: string
}

interface Parts {
  readonly conversations: Conversations
  readonly bell: Bell
  readonly log: Log
}

/** Counts and ends streams. An idle one costs a timer and a listener. */
export class Streams {
  readonly #deps: Parts
  readonly #open = new Map<string, Set<() => void>>()

  constructor(deps: Parts) {
    this.#deps = deps
  }

  /** The person has gone: every page of theirs falls silent at once. */
  end(conversation: string): void {
    for (const close of this.#open.get(conversation) ?? []) close()
  }

  endAll(): void {
    for (const conversation of [...this.#open.keys()]) this.end(conversation)
  }

  /** Follows a conversation until the person leaves or the page goes. */
  follow(stream: Stream, reply: FastifyReply, headers: Record<string, string>): void {
    const { conversation, access } = stream
    const { bell, conversations, log } = this.#deps
    reply.hijack()
    // Whoever went while they were being looked up is heard of no more: their page would count as open for ever.
    if (reply.raw.destroyed) return
    reply.raw.writeHead(200, headers)
    reply.raw.write(stream.opening)
    let after = stream.after
    let shown: View | null = null
    let showsWriting = false
    let isOver = false

    const close = () => {
      if (isOver) return
      isOver = true
      clearInterval(heartbeat)
      clearInterval(noting)
      for (const stop of stops) stop()
      this.#forget(conversation, close)
      reply.raw.end()
      if (!this.#open.has(conversation)) bell.sign(conversation, 'pageClosed')
    }
    const bring = async () => {
      const view = await conversations.view(conversation, after)
      // Asked last, at the moment of sending: whoever has gone, or has had to close the page, gets nothing.
      const isTheirs = (await conversations.find(access)) === conversation
      if (isOver) return
      if (!view || !isTheirs) return close()
      reply.raw.write(stream.write(view))
      shown = view
      if (showsWriting && view.messages.some(({ from }) => from === 'worker')) showWriting(null)
      after = stream.resumesAt(view)
      if (view.status === 'closed') close()
    }
    const read = inTurn(bring, error => {
      log.error({ error, conversation }, 'an open page could not be brought up to date')
      // The page comes back by itself and reads everything it has missed.
      close()
    })

    const showWriting = (name: string | null) => {
      showsWriting = name !== null
      reply.raw.write(stream.writing?.(name) ?? '')
    }
    // A sign is passed on only to somebody who is shown the worker, and is asked about as their words are. What fails is forgotten.
    const hearWriting = async () => {
      const name = shown?.place.kind === 'worker' ? shown.worker : null
      if (name === null || (await conversations.find(access)) !== conversation || isOver) return
      showWriting(name)
    }

    this.#remember(conversation, close)
    const stops = [
      bell.listen(conversation, read),
      bell.onSign(conversation, 'pageAsked', () => bell.sign(conversation, 'pageOpen')),
      ...(stream.writing ? [bell.onSign(conversation, 'workerWrites', () => void hearWriting().catch(() => {}))] : [])
    ]
    bell.sign(conversation, 'pageOpen')
    const heartbeat = setInterval(() => reply.raw.write(stream.quiet), HEARTBEAT)
    const noting = setInterval(() => this.#seen(conversation), SEEN_EVERY)
    this.#seen(conversation)
    reply.raw.on('close', close)
    read()
  }

  /** An open page is not an idle one. */
  #seen(conversation: string): void {
    this.#deps.conversations.seen(conversation).catch((error: unknown) => {
      this.#deps.log.warn({ error, conversation }, 'an open page could not be noted: it may close too early')
    })
  }

  #remember(conversation: string, close: () => void): void {
    const open = this.#open.get(conversation) ?? new Set()
    // The oldest makes room: it may be a page long gone, and the newest is the one somebody is looking at.
    const [oldest] = open
    if (open.size >= STREAMS_MAX) oldest?.()
    this.#open.set(conversation, open.add(close))
  }

  #forget(conversation: string, close: () => void): void {
    const open = this.#open.get(conversation)
    open?.delete(close)
    if (open?.size === 0) this.#open.delete(conversation)
  }
}

/** Runs one at a time; however often it is asked for meanwhile, it runs once more. */
function inTurn(work: () => Promise<void>, failed: (error: unknown) => void): () => void {
  let isRunning = false
  let isWanted = false
  const run = async () => {
    isRunning = true
    do {
      isWanted = false
      await work()
    } while (isWanted)
  }
  return () => {
    isWanted = true
    if (isRunning) return
    run()
      .catch(failed)
      .finally(() => {
        isRunning = false
      })
  }
}
