// Texts a second through signature, store, flow and outbox, beside the same statements raw, and beside Botkit's own adapter.
import { join } from 'node:path'
import pg from 'pg'
import { openRehearsal } from '../src/rehearsal.ts'
import { at, median, memory, ms, print } from './figures.ts'
import { PEER_PATH, startPeer } from './peer/peer.ts'
import { startChild } from './texts/child.ts'
import type { Ready } from './texts/line.ts'
import { loadLine, PHONES, phonesOf } from './texts/load.ts'
import { rawTexts, sizesOf } from './texts/raw.ts'
import { startResponder } from './texts/responder.ts'
import { walk } from './texts/script.ts'
import { webhooks } from './texts/webhook.ts'
import type { Speed } from './turns.ts'

/** The first only warms up. */
const ROUNDS = 6
/** Bytes of a text as it lies sealed until it is taken up: a few fields around a digit. */
const KEPT_BYTES = 120

/** Nothing is left to take up or to send. */
async function nothingWaits(line: pg.Pool): Promise<void> {
  for (;;) {
    const { rows } = await line.query(`select
      exists (select from text_in where body is not null) or exists (select from outbox where state = 'pending') as waits`)
    if (!rows[0].waits) return
    await new Promise(resolve => setTimeout(resolve, 2))
  }
}

const latency = (name: string, speed: Speed) =>
  print(`${name}: a text to its reply at the carrier, p50, p99`, `${ms(at(speed, 0.5))}, ${ms(at(speed, 0.99))}`)

/** Ours, raw and the peer in turn, so that all three meet the same noise. */
export async function texts(): Promise<void> {
  const responder = await startResponder()
  const rawProduct = await openRehearsal()
  // On the same server, in a database of its own: the loops of one must not find the texts of the other.
  const line = await startChild<Ready>(join(import.meta.dirname, 'texts', 'line.js'), {
    args: [responder.base],
    env: { DATABASE_URL: rawProduct.connection.pool.options.connectionString ?? '' }
  })
  const pool = new pg.Pool({ connectionString: line.ready.databaseUrl, max: 1 })
  const ours = webhooks({ at: line.ready.at, path: '/sms/inbound' })
  const peer = await startPeer(responder.base)
  const theirs = peer && webhooks({ at: peer.ready.at, path: PEER_PATH })
  if (!peer) print('the peer was left out', 'npm could not install it: is the registry away?')
  const script = await walk(rawProduct)

  const toRaw: number[] = []
  const toPeer: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const phones = phonesOf(round)
    const whole = await loadLine({ ...ours, settled: () => nothingWaits(pool) }, responder, phones, script)
    const raw = await rawTexts(rawProduct, await sizesOf(pool, KEPT_BYTES), phones, script)
    const other = theirs && (await loadLine({ ...theirs, settled: async () => {} }, responder, phones, script))
    if (round === 0) continue
    toRaw.push(whole.perSecond / raw.perSecond)
    if (other) toPeer.push(whole.perSecond / other.perSecond)
    const speeds = [whole, raw, other].map(speed => speed?.perSecond.toFixed(0) ?? '-').join(' / ')
    print(`round ${round}: ours / raw / peer, texts a second`, speeds)
    if (round < ROUNDS - 1) continue
    latency('ours', whole)
    if (other) latency('peer', other)
  }
  print(`texts, ${PHONES} phones at once: ours / raw (median)`, median(toRaw).toFixed(2))
  if (peer) {
    print('the same: ours / Botkit with its Twilio adapter', median(toPeer).toFixed(2))
    print('memory of the process: ours, peer', `${memory(line.pid).toFixed(0)} MB, ${memory(peer.pid).toFixed(0)} MB`)
  }
  ours.close()
  theirs?.close()
  await peer?.stop()
  await pool.end()
  await line.stop()
  await rawProduct.close()
  responder.close()
}
