// Sending an answer: headers, compression. Every byte that leaves this room as a page or a fragment leaves here.
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { securityHeaders } from './security.ts'

const asBrotli = promisify(brotliCompress)
const asGzip = promisify(gzip)
/** Below this many bytes compression costs more than it saves. */
const WORTH_COMPRESSING = 500
/** Quality 5: within a few per cent of the best at a twentieth of the time. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: 1 } }

/** The script's own requests: they are answered with a fragment in place of a page. */
export const wantsPart = ({ headers }: FastifyRequest): boolean => headers.accept === 'text/x-part'

/** What the script does with an answer. */
export type Then = 'now' | 'problem' | 'again' | 'leave'

interface Answer {
  readonly status: number
  readonly html: string
  readonly nonce: string
}

/** A whole page. */
export const sendPage = (request: FastifyRequest, reply: FastifyReply, { status, html, nonce }: Answer) =>
  send(request, reply.code(status).headers(securityHeaders(nonce)).type('text/html; charset=utf-8'), html)

/** A fragment for the script. */
export const sendPart = (request: FastifyRequest, reply: FastifyReply, status: number, then: Then, html = '') =>
  send(request, reply.code(status).headers(securityHeaders(null)).header('page', then).type('text/x-part'), html)

/** See other: after a form the browser fetches, so that what was posted is in no history. */
export const seeOther = (reply: FastifyReply, address: string) =>
  reply.code(303).headers(securityHeaders(null)).header('location', address).send()

async function send(request: FastifyRequest, reply: FastifyReply, html: string): Promise<FastifyReply> {
  const body = Buffer.from(html)
  const accepted = request.headers['accept-encoding'] ?? ''
  reply.header('vary', 'accept-encoding')
  if (body.length <= WORTH_COMPRESSING) return reply.send(body)
  if (/\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(await asBrotli(body, BROTLI))
  if (/\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(await asGzip(body))
  return reply.send(body)
}
