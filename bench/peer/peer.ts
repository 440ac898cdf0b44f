// The peer: Botkit with its own Twilio adapter and memory storage. Installed for the benchmark alone, and thrown away after it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ACCOUNT, LINE_NUMBER } from '../texts/account.ts'
import { type Child, startChild } from '../texts/child.ts'

const PACKAGES = ['botkit@4.15.0', 'botbuilder-adapter-twilio-sms@1.0.8']
/** Their programs at installation would fetch more, unpinned. */
const INSTALL = ['install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund', '--save-exact']
/** Two hundred packages on a slow line, in ms. */
const PATIENCE = 300_000

/** Where Botkit listens of itself. */
export const PEER_PATH = '/api/messages'

/** Installs and starts it; null when the registry is away. */
export async function startPeer(responder: string): Promise<Child<{ at: string }> | null> {
  const cwd = mkdtempSync(join(tmpdir(), 'sidedoor-peer-'))
  const remove = () => rmSync(cwd, { recursive: true, force: true })
  writeFileSync(join(cwd, 'package.json'), '{ "private": true }')
  // npm hands its own settings down: a folder of ours would be taken for its prefix.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)))
  const { status } = spawnSync('npm', [...INSTALL, ...PACKAGES], { cwd, env, stdio: 'ignore', timeout: PATIENCE })
  if (status !== 0) {
    remove()
    return null
  }
  const child = await startChild<{ at: string }>(join(import.meta.dirname, 'botkit.cjs'), {
    cwd,
    // It warns about its memory storage, which is what is measured.
    faults: 'ignore',
    env: {
      PORT: '0',
      RESPONDER: responder,
      TWILIO_NUMBER: LINE_NUMBER,
      TWILIO_ACCOUNT_SID: ACCOUNT.accountSid,
      TWILIO_AUTH_TOKEN: ACCOUNT.authToken,
      TWILIO_VALIDATION_URL: ACCOUNT.publicUrl + PEER_PATH
    }
  })
  return {
    ...child,
    async stop() {
      await child.stop()
      remove()
    }
  }
}
