// Reasons in the record. What a worker typed is sealed by the vault: a copy of the database tells none, and the record, which
// outlives the conversation and its key, still shows them to those who may see it. The chain hashes what stands in the row, sealed.
import { createSecretKey, type KeyObject } from 'node:crypto'
import { seal, unseal, type Vault } from './vault.ts'

/** Begins what is sealed: a later format can be told apart, and what was put on record in the clear before there was any. */
export const REASON = 'sealed:1:'
/** Every row's: that none was moved to another, the chain says. */
const PLACE = 'audit|reason'

declare const RECORDED: unique symbol
/** As it may stand in the record. Made here alone, so that typed words in the clear do not compile. */
export type RecordedReason = string & { readonly [RECORDED]: true }

export const reasonKey = (vault: Vault): KeyObject => createSecretKey(vault.derive('reasons on record'))

/** Seals what a worker typed. */
export const sealReason = (key: KeyObject, typed: string): RecordedReason =>
  `${REASON}${seal(key, Buffer.from(typed), PLACE).toString('base64')}` as RecordedReason

/** What the product itself says, and other tables have in the clear: names of roles, the number of a request. Never what was typed. */
export const ownReason = (ours: string): RecordedReason => ours as RecordedReason

/** The words of a reason, sealed or not; null where it does not open: it was changed, or sealed under another key. */
export function openReason(key: KeyObject, reason: string): string | null {
  if (!reason.startsWith(REASON)) return reason
  try {
    return unseal(key, Buffer.from(reason.slice(REASON.length), 'base64'), PLACE).toString()
  } catch {
    return null
  }
}
