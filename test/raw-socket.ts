// A connection as an attacker holds it: opened by hand, with as much of a request on it as they like.
import { connect, type Socket } from 'node:net'

export interface Raw {
  readonly socket: Socket
  /** Everything that came back. */
  readonly text: () => string
  readonly isOver: () => boolean
}

/** Connects from one of this machine's own addresses, and sends what is given. */
export function raw(port: number, from: string, sends: string): Promise<Raw> {
  return new Promise(resolve => {
    let text = ''
    let isOver = false
    const socket = connect({ port, host: '127.0.0.1', localAddress: from }, () => {
      socket.write(sends)
      resolve({ socket, text: () => text, isOver: () => isOver })
    })
    socket.setEncoding('utf8').on('data', chunk => {
      text += chunk
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      isOver = true
    })
  })
}

/** What a browser asks for, whole or not. */
export const head = (path: string, ...lines: string[]): string =>
  [`GET ${path} HTTP/1.1`, 'Host: localhost', ...lines, ''].join('\r\n')
export const whole = (path: string, ...lines: string[]): string => `${head(path, ...lines)}\r\n`

/** Each address of this machine as somewhere else in the world. */
export const elsewhere = ({ ip }: { readonly ip: string }): string =>
  ip.replace(/^(?:::ffff:)?127\.0\.0\.(\d+)$/, '203.0.$1.7')
