// A wire between two programs that can be cut, fall silent, be mended, and lead somewhere else.
import { createServer, connect as dial, type Server, type Socket } from 'node:net'

type State = 'whole' | 'cut' | 'silent'

export class Wire {
  readonly #server: Server
  readonly #ends = new Set<Socket>()
  #to: number
  #state: State = 'whole'

  private constructor(server: Server, to: number) {
    this.#server = server
    this.#to = to
    server.on('connection', near => this.#join(near))
  }

  /** A whole wire from a free port of this machine to another port of it. */
  static async to(port: number): Promise<Wire> {
    const server = createServer()
    const wire = new Wire(server, port)
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    return wire
  }

  /** The port at this end. */
  get port(): number {
    const address = this.#server.address()
    if (typeof address !== 'object' || !address) throw new Error('the wire has been taken down')
    return address.port
  }

  /** Breaks every connection, and every new one. */
  cut(): void {
    this.#state = 'cut'
    for (const end of this.#ends) end.destroy()
  }

  /** Connections stay, new ones are accepted, and nothing passes any more. */
  fallSilent(): void {
    this.#state = 'silent'
    for (const end of this.#ends) end.unpipe()
  }

  /** New connections pass again; those that fell silent are broken. */
  mend(): void {
    this.cut()
    this.#state = 'whole'
  }

  /** From now on it leads to another port. */
  leadTo(port: number): void {
    this.#to = port
  }

  async takeDown(): Promise<void> {
    this.cut()
    await new Promise(resolve => this.#server.close(resolve))
  }

  #join(near: Socket): void {
    if (this.#state === 'cut') return void near.destroy()
    const far = dial(this.#to, 'localhost')
    for (const [end, other] of [
      [near, far],
      [far, near]
    ] as const) {
      this.#ends.add(end)
      end.on('error', () => end.destroy())
      end.on('close', () => {
        this.#ends.delete(end)
        other.destroy()
      })
      if (this.#state === 'whole') end.pipe(other)
    }
  }
}
