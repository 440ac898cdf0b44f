import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { door } from '../../../flows/index.ts'
import { STYLES } from '../../../src/channels/web/assets.ts'
import { drawPage } from '../../../src/channels/web/conversation-page.tsx'
import { formToken, startSession } from '../../../src/channels/web/session.ts'
import { firstView } from '../../../src/conversation/view.ts'
import { Wordbook } from '../../../src/wording/wordbook.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const WEB = join(ROOT, 'src', 'channels', 'web')

const minified = async (file: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(WEB, file)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2019'
  })
  return outputFiles[0]?.text ?? ''
}

test('the script is at most 5 kB', async () => {
  expect(Buffer.byteLength(await minified('client.ts'))).toBeLessThanOrEqual(5_000)
})

test('the first question, with everything it needs, is at most 6 kB on the wire', async () => {
  const wordbook = await Wordbook.open(join(ROOT, 'locales'), () => {})
  const style = (await Promise.all(STYLES.map(minified))).join('')
  const assets = { style, script: await minified('client.ts') }
  const token = formToken(startSession(Buffer.alloc(32)))
  const { html } = drawPage(
    { view: firstView(door, 'en'), token, day: '2026-11-30', locales: wordbook.locales },
    { words: wordbook.in('en'), exitUrl: 'https://www.bbc.co.uk/weather', assets }
  )
  const wire = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  expect(wire.length).toBeLessThanOrEqual(6_000)
})
