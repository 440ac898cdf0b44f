// A summary that a worker sends by e-mail: one row that waits, its address sealed under the conversation's key.
import type { Connection } from './database.ts'
import type { DeliveryState } from './deliveries-out.ts'
import { openRecipient, sealRecipient } from './sealed.ts'
import type { Vault } from './vault.ts'

export interface NewReferral {
  /** Names one press of the button: however often the form arrives, one mail goes. */
  readonly id: string
  readonly conversation: string
  readonly staffId: string
  readonly address: string
}

export interface Mailed {
  readonly at: Date
  readonly address: string
  readonly state: DeliveryState
  /** What went, or why nothing did. */
  readonly said: string | null
}

/** Writes it, if the conversation is this worker's at that moment. Returns whether it was. */
export function addReferral({ db }: Connection, vault: Vault, mail: NewReferral, now: Date): Promise<boolean> {
  const { id, conversation, staffId, address } = mail
  return db.transaction().execute(async trx => {
    const held = await trx
      .selectFrom('conversation')
      .innerJoin('conversation_key', 'conversation_key.conversation_id', 'conversation.id')
      .select(['reference', 'wrapped'])
      .where('conversation.id', '=', conversation)
      .where('worker_id', '=', staffId)
      .where('status', '<>', 'closed')
      .forNoKeyUpdate('conversation')
      .executeTakeFirst()
    if (!held) return false
    const recipient = sealRecipient(vault.unwrap(conversation, held.wrapped), conversation, id, address)
    const of = { conversation_id: conversation, reference: held.reference }
    await trx
      .insertInto('delivery')
      .values({ id, way: 'referral', kind: 'referral.mail', ...of, at: now, next_at: now, recipient })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    return true
  })
}

/** Whether this press of the button has been written already. */
export async function isReferral({ db }: Connection, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('delivery')
    .select('id')
    .where('id', '=', id)
    .where('way', '=', 'referral')
    .executeTakeFirst()
  return row !== undefined
}

/** What was sent of a conversation, oldest first. */
export async function referralsOf({ db }: Connection, vault: Vault, conversation: string): Promise<Mailed[]> {
  const rows = await db
    .selectFrom('delivery')
    .innerJoin('conversation_key', 'conversation_key.conversation_id', 'delivery.conversation_id')
    .select(['id', 'at', 'recipient', 'state', 'said', 'wrapped'])
    .where('delivery.conversation_id', '=', conversation)
    .where('way', '=', 'referral')
    .orderBy('at')
    .execute()
  return rows.flatMap(({ id, recipient, wrapped, ...mailed }) => {
    if (!recipient) return []
    const address = openRecipient(vault.unwrap(conversation, wrapped), conversation, id, recipient)
    return [{ ...mailed, address }]
  })
}
