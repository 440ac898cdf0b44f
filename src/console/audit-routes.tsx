// The record of what staff did, for supervisors and auditors: acts and references, no content.
import type { FastifyInstance } from 'fastify'
import { AuditPage } from './audit-page.tsx'
import type { Dependencies } from './dependencies.ts'
import { worker } from './guard.ts'
import { sendPage } from './page.tsx'

const AUDIT = { config: { access: 'audit' } } as const

/** The number of a row; null for anything else. */
function rowNumber(text: string | undefined): number | null {
  const number = Number(text)
  return Number.isSafeInteger(number) && number > 0 ? number : null
}

export function auditRoutes(app: FastifyInstance, { staff, wordbook }: Dependencies): void {
  const words = wordbook.in('en')

  app.get<{ Querystring: { before?: string } }>('/audit', AUDIT, async (request, reply) => {
    const before = rowNumber(request.query.before)
    const [rows, verdict] = await Promise.all([staff.record(before), before === null ? staff.verify() : null])
    return sendPage(reply, nonce => (
      <AuditPage words={words} nonce={nonce} me={worker(request)} rows={rows} verdict={verdict} />
    ))
  })
}
