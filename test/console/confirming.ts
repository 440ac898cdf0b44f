// The second person, for tests that are about something else: a code from the machine.
import { confirmCode } from '../../src/staff/confirm-code.ts'
import { CONFIRM_CODES } from '../../src/store/vault.ts'
import type { TestDesk, Worker } from './desk.ts'

/** What `npm run staff:confirm` would print. */
export const codeFor = (desk: TestDesk, request: string): string =>
  confirmCode(desk.product.vault.derive(CONFIRM_CODES), request)

/** The newest request that waits. */
export async function latestRequest(desk: TestDesk): Promise<string> {
  const latest = await desk.product.roleChanges.latest(new Date())
  return latest.find(({ state }) => state === 'asked')?.id ?? ''
}

/** Confirms what was asked for last. */
export async function confirmLatest(desk: TestDesk, by: Worker) {
  const request = await latestRequest(desk)
  return by.post(`/confirmations/${request}/code`, { code: codeFor(desk, request) })
}
