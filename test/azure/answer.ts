// What a route of the stand-in is given and gives back.
import type { Memory } from './memory.ts'
import type { Bearer } from './tokens.ts'

export interface Call {
  readonly memory: Memory
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  // biome-ignore lint/suspicious/noExplicitAny: what came, whatever it is
  readonly body: any
  /** Whose token was shown; null where the request was signed with the key. */
  readonly me: Bearer | null
  /** The listing lacks so many of its newest. */
  readonly lacks: number
}

export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export const fault = (status: number, code: string, headers = {}): Answer => ({
  status,
  body: { error: { code, message: code } },
  headers
})

export const identifier = (id: string) => ({ rawId: id, kind: 'communicationUser', communicationUser: { id } })

// biome-ignore lint/suspicious/noExplicitAny: what came, whatever it is
export const idIn = (model: any): string => model?.communicationUser?.id ?? model?.rawId ?? ''
