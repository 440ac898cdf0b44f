// Law 7: words, numbers and answers never reach a log, whatever fails and whoever makes it fail.
import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { Hub } from '../src/channels/hub.ts'
import { webChannel } from '../src/channels/web/routes.ts'
import { newSignInLink, staffOrigin } from '../src/console/routes.ts'
import { openProduct } from '../src/product.ts'
import { runJobs } from '../src/store/jobs.ts'
import { captureLog } from './captured-log.ts'
import { Worker } from './console/desk.ts'
import { MARK, MARKED_HEADERS, type Send, sendNonsense, tellEverything } from './marked-person.ts'
import { openTestProduct, type TestProduct } from './open-test-product.ts'
import { killWholeServer, query } from './store/sidedoor-process.ts'

const captured = captureLog()
const { log } = captured

/** A browser that keeps its cookie, in front of a server that is not listening. */
function visitor(app: FastifyInstance): Send {
  let cookie = ''
  return async (method, url, fields) => {
    const answer = await app.inject({
      method,
      url,
      headers: {
        ...MARKED_HEADERS,
        cookie,
        'content-type': 'application/x-www-form-urlencoded',
        referer: `http://localhost/${MARK}`
      },
      ...(fields ? { payload: new URLSearchParams(fields).toString() } : {})
    })
    const set = answer.cookies.find(({ name }) => name === '__Host-s')
    if (set) cookie = `${set.name}=${set.value}`
    return { status: answer.statusCode, body: answer.body }
  }
}

describe('the log of the product at its most talkative', () => {
  let product: TestProduct
  let web: FastifyInstance
  let staff: FastifyInstance
  /** Set: every connection of the product is cut the next time somebody asks who is on duty. */
  let cut: () => Promise<unknown> = async () => {}

  beforeAll(async () => {
    const availability = async () => {
      await cut()
      return { onDuty: true, open: true, opensAt: null }
    }
    product = await openTestProduct({ log, desk: { availability } })
    const hub = new Hub(inbound => product.conversations.receive(inbound))
    web = webChannel({ ...product, hub, key: randomBytes(32), exitUrl: 'https://www.bbc.co.uk/weather', log })
    staff = staffOrigin({ ...product, key: randomBytes(32), log })
    await Promise.all([web.ready(), staff.ready()])
  })

  afterAll(async () => {
    await Promise.all([web?.close(), staff?.close()])
    await product?.close()
  })

  it('has no word of a person who answers everything in their own words', async () => {
    const asked = await tellEverything(visitor(web))
    expect(asked).toEqual(expect.arrayContaining(['fear', 'contactDetail', 'coverName', 'safeWord', 'decoyWord']))
    const young = await tellEverything(visitor(web), { ageBand: 'under16', wantsNow: 'questions' })
    expect(young).toContain('youngNickname')
    expect(captured.text()).not.toContain(MARK)
  })

  it('has nothing of what strange requests carry', async () => {
    await sendNonsense(visitor(web))
    expect(captured.text()).not.toContain(MARK)
  })

  it('has no word of a worker, whoever they say they are', async () => {
    const { pathname } = new URL(await newSignInLink(product.staff, 'http://127.0.0.1:3001'))
    const worker = new Worker(staff)
    await worker.get(pathname)
    await worker.post(pathname, { name: MARK })
    const home = await worker.get('/')
    expect(home.body).toContain(MARK)
    const reference = /\/c\/(\w+)/.exec(home.body)?.[1] ?? ''
    await worker.get(`/c/${reference}`)
    await worker.post(`/c/${reference}/join`)
    await worker.post(`/c/${reference}/say`, { text: MARK })
    await worker.get(`/c/${MARK}`)
    await worker.post(`/c/${MARK}/say`, { text: MARK })
    expect(captured.text()).not.toContain(MARK)
  })

  it('says that the database went in the middle of a turn, and nothing of the turn', async () => {
    const send = visitor(web)
    const name = new URL(product.databaseUrl).pathname.slice(1)
    cut = () =>
      query(
        inject('postgresUrl'),
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`
      )
    const before = captured.text().length
    await tellEverything(
      async (method, path, fields) => {
        const answer = await send(method, path, fields)
        if (answer.status === 503) cut = async () => {}
        return answer
      },
      { wantsNow: 'person' }
    )
    cut = async () => {}
    const written = captured.text().slice(before)
    expect(written).toContain('the page could not be served')
    expect(written).toMatch(/"route":"\/"/)
    expect(written).not.toContain(MARK)
  })

  it('says that a key does not fit, and nothing of what it sealed', async () => {
    const send = visitor(web)
    await send('GET', '/')
    await query(
      product.databaseUrl,
      'update conversation_key set wrapped = set_byte(wrapped, 20, 1 # get_byte(wrapped, 20))'
    )
    const before = captured.text().length
    for (const { conversation } of await handedOver()) {
      await product.conversations
        .receive({ conversation, messageId: MARK, event: { type: 'typed', text: MARK } })
        .catch(error => log.error({ error }, 'a turn failed'))
    }
    await openProduct({ ...product, masterKey: randomBytes(32), openingHours: null, log }).catch(error =>
      log.fatal({ error }, 'could not start')
    )
    const written = captured.text().slice(before)
    expect(written).toContain('a turn failed')
    expect(written).toContain('could not start')
    expect(written).not.toContain(MARK)
  })

  it('says that a statement was refused, and nothing of what stood in it', async () => {
    const before = captured.text().length
    const jobs = runJobs(
      [
        {
          name: 'receive',
          run: async () => {
            const event = { type: 'typed', text: MARK } as const
            await product.conversations.receive({
              conversation: `${MARK}\n    at ${MARK}`,
              messageId: randomUUID(),
              event
            })
            return false
          }
        }
      ],
      (job, error) => log.error({ job, error }, 'a job failed and will be tried again')
    )
    await jobs.stop()
    const written = captured.text().slice(before)
    expect(written).toContain('22P02')
    expect(written).not.toContain(MARK)
  })

  const handedOver = async () =>
    (await query(product.databaseUrl, 'select conversation_id as conversation from handover')).rows as {
      conversation: string
    }[]
})

describe('all that the running program writes', () => {
  const main = join(import.meta.dirname, '..', 'dist', 'src', 'main.js')
  const dataDir = mkdtempSync(join(tmpdir(), 'sidedoor-logs-'))
  chmodSync(dataDir, 0o711)
  let output = ''

  const start = (settings: Record<string, string> = {}) => {
    const env = { ...process.env, PORT: '0', STAFF_PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'info', ...settings }
    const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const ended = new Promise<number | null>(resolve => child.once('close', resolve))
    const ready = new Promise<string>(resolve => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', chunk => {
          output += chunk
          const chat = /Chat page:\s+(\S+)[\s\S]*Nobody can sign in:.*\n/.exec(output)?.[1]
          if (chat) resolve(chat)
        })
      }
      void ended.then(() => resolve(''))
    })
    return { child, ended, ready }
  }

  const browser = (chat: string): Send => {
    let cookie = ''
    return (method, path, fields) =>
      new Promise((resolve, reject) => {
        const headers = { ...MARKED_HEADERS, cookie, 'content-type': 'application/x-www-form-urlencoded' }
        const sent = request(new URL(path, chat), { method, headers, agent: false }, answer => {
          const set = answer.headers['set-cookie']?.find(line => line.startsWith('__Host-s='))
          if (set) cookie = set.split(';')[0] ?? ''
          let body = ''
          answer.on('data', chunk => {
            body += chunk
          })
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
        })
        sent.on('error', reject)
        sent.end(fields && new URLSearchParams(fields).toString())
      })
  }

  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  it('is free of words, though its database is killed under it and its key is exchanged', async () => {
    const { child, ended, ready } = start()
    const send = browser(await ready)
    expect(await tellEverything(send)).toContain('safeWord')
    killWholeServer(dataDir)
    expect((await send('GET', '/')).status).toBe(503)
    await sendNonsense(send)
    child.kill('SIGTERM')
    await ended
    const other = start({ MASTER_KEY: randomBytes(32).toString('base64') })
    expect(await other.ended).toBe(1)
    expect(output).toContain('the page could not be served')
    expect(output).toContain('This database was made under another master key')
    expect(output).not.toContain(MARK)
    expect(output).not.toContain('07700')
    // Whoever reads the log of a first start finds no link to sign in with.
    expect(output).toContain('npm run staff:link')
    expect(output).not.toContain('/sign-in/')
  })
})
