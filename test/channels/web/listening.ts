// An open page's stream, as it comes.
import { get as httpGet, type IncomingMessage } from 'node:http'
import type { Visitor } from './open-page.ts'

export interface Listening {
  readonly response: IncomingMessage
  readonly text: () => string
  readonly isOver: () => boolean
}

/** Opens a stream of the person's origin on this port. */
export function listenAt(
  port: number,
  path: string,
  { cookie }: Visitor,
  headers: Record<string, string> = {}
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    httpGet({ port, host: '127.0.0.1', path, headers: { cookie, ...headers } }, response => {
      let text = ''
      let isOver = false
      response.setEncoding('utf8').on('data', chunk => {
        text += chunk
      })
      response.on('end', () => {
        isOver = true
      })
      resolve({ response, text: () => text, isOver: () => isOver })
    }).on('error', reject)
  })
}
