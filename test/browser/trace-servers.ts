// Pages of a test's own, among them a careless one that leaves traces.
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Pages {
  readonly port: number
  close(): void
}

/** Serves on a free port, under every name that ends in .localhost. */
export async function serve(listener: RequestListener): Promise<Pages> {
  const server: Server = createServer(listener)
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    close: () => {
      server.close()
      server.closeAllConnections()
    }
  }
}

/**
 * What a chat looks like when nobody thought of traces: kept in the cache, answers with what was posted, lets the browser
 * remember the fields, and writes to local storage. `sentence`: what its assistant says.
 */
export const serveCareless = (sentence: string): Promise<Pages> =>
  serve(async (request, response) => {
    const said = request.method === 'POST' ? await fieldOf(request, 'message') : ''
    response.setHeader('content-type', 'text/html')
    response.setHeader('cache-control', 'max-age=3600')
    response.end(`<!doctype html><title>Chat</title><p>${sentence}</p><p id="said">${said}</p>
      <form method="post"><input name="name"><textarea name="message"></textarea><button>Send</button></form>
      <script>document.forms[0].onsubmit = event => localStorage.setItem('said', event.target.message.value)</script>`)
  })

const fieldOf = async (request: IncomingMessage, name: string): Promise<string> =>
  new URLSearchParams(await text(request)).get(name) ?? ''
