// Other people's pages, as a stand-in: the neutral page a person comes from, and the one they leave to.
import { createServer, type IncomingMessage, type Server } from 'node:http'

export interface Elsewhere {
  readonly url: string
  /** What browsers told it, oldest first: path and headers. */
  readonly heard: readonly { readonly path: string; readonly referrer: string | undefined }[]
  /** From now on it answers nobody, until `answers(true)`. */
  answers(does: boolean): void
  close(): Promise<void>
}

const page = (path: string) =>
  `<!doctype html><html lang="en"><title>Weather</title><link rel="icon" href="data:,"><h1>Weather for ${path.slice(1) || 'today'}</h1>`

/** Opens it on a free port, under a host name of its own. */
export async function openElsewhere(): Promise<Elsewhere> {
  const heard: { path: string; referrer: string | undefined }[] = []
  let isAnswering = true
  const server: Server = createServer((request: IncomingMessage, reply) => {
    const path = request.url ?? '/'
    heard.push({ path, referrer: request.headers.referer })
    if (!isAnswering) return
    reply.setHeader('content-type', 'text/html; charset=utf-8')
    reply.end(page(path))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('the stand-in could not listen')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    heard,
    answers(does) {
      isAnswering = does
    },
    close() {
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    }
  }
}
