// Time that passes for one handover: its clocks are brought forward, which is all that waiting does, and run as the job runs them.
import { runDueClock } from '../../src/store/handover-clocks.ts'
import type { TestProduct } from '../open-test-product.ts'

export async function passes(product: TestProduct, conversation: string, time: number): Promise<void> {
  const { connection, conversations } = product
  const { db } = connection
  const state = (await conversations.read(conversation))?.conversation.handoverState
  if (!state) return
  const earlier = (iso: string) => new Date(new Date(iso).getTime() - time)
  const due = Object.fromEntries(Object.entries(state.due).map(([timer, at]) => [timer, earlier(at).toISOString()]))
  const moved = JSON.stringify({ ...state, due }) as never
  await db.updateTable('handover').set({ state: moved }).where('conversation_id', '=', conversation).execute()
  for (const [timer, at] of Object.entries(due)) {
    const row = db.updateTable('timer').set({ due_at: new Date(at) })
    await row.where('conversation_id', '=', conversation).where('kind', '=', timer).execute()
  }
  while (await runDueClock(connection, (...tick) => conversations.tick(...tick), new Date()));
}
