// The carrier's two doors: a text comes in, and how far one of ours got. Neither takes anything that is not sealed.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { CARRIER_BODY_MAX } from '../../limits.ts'
import { INBOUND_PATH, type SmsDeps, STATUS_PATH } from './deps.ts'
import { readInbound } from './read-inbound.ts'
import { readStatus } from './read-status.ts'
import { isSigned, type Params, paramsOf } from './signed.ts'

/** Nothing is said in an answer to the carrier: what a person hears goes by the outbox, past the gate. */
const NOTHING = '<?xml version="1.0" encoding="UTF-8"?><Response/>'

/** The address of a report: our own id may come back in it. */
const STATUS_ADDRESS = /^\/sms\/status(?:\?m=(\d{1,18}))?$/

const refuse = (reply: FastifyReply, status: number) => reply.code(status).type('text/plain').send('')

/** The parameters of a sealed request; null, and refused, for every other. */
function sealed(deps: SmsDeps, request: FastifyRequest, reply: FastifyReply): Params | null {
  const params = request.body instanceof URLSearchParams ? paramsOf(request.body) : null
  const signature = request.headers['x-twilio-signature']
  if (params && typeof signature === 'string' && isSigned(deps.account, request.url, params, signature)) return params
  deps.log.warn({ status: 403 }, 'a request to the text channel was refused: it is not from our account at the carrier')
  refuse(reply, 403)
  return null
}

async function takeText(deps: SmsDeps, request: FastifyRequest, reply: FastifyReply) {
  if (request.url !== INBOUND_PATH) return refuse(reply, 404)
  const params = sealed(deps, request, reply)
  if (!params) return reply
  const read = readInbound(params, deps.account.accountSid)
  if ('unfit' in read) {
    const why =
      read.unfit === 'sender'
        ? 'a text was refused: it is not from a plain phone number; take every other sender out of the service'
        : 'a text was refused: its parameters are not those the carrier sends for our account'
    deps.log.warn({ status: 400 }, why)
    return refuse(reply, 400)
  }
  await deps.texts.keep(read)
  deps.wake()
  return reply.type('text/xml').send(NOTHING)
}

async function takeReport(deps: SmsDeps, request: FastifyRequest, reply: FastifyReply) {
  const [, id = null] = STATUS_ADDRESS.exec(request.url) ?? []
  if (!STATUS_ADDRESS.test(request.url)) return refuse(reply, 404)
  const params = sealed(deps, request, reply)
  if (!params) return reply
  const report = readStatus(params, deps.account.accountSid, id)
  if (!report) return refuse(reply, 400)
  await deps.deliveries.note(report)
  return reply.code(204).send()
}

/** Opens the two doors on the person's origin. */
export function addSms(app: FastifyInstance, deps: SmsDeps): void {
  app.register(async scope => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: CARRIER_BODY_MAX },
      (_request, body, done) => done(null, new URLSearchParams(String(body)))
    )
    scope.setErrorHandler((error, _request, reply) => {
      const status = (error as { statusCode?: number }).statusCode ?? 503
      // The carrier tries again: nothing is lost while the database is away.
      if (status >= 500) deps.log.error({ error }, 'a text could not be kept: the carrier is asked to bring it again')
      return refuse(reply, status >= 500 ? 503 : status)
    })
    scope.post(INBOUND_PATH, (request, reply) => takeText(deps, request, reply))
    scope.post(STATUS_PATH, (request, reply) => takeReport(deps, request, reply))
  })
}
