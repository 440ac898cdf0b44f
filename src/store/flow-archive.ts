import { Flows } from '../conversation/flows.ts'
import { type Flow, versionOf } from '../flow/flow.ts'
import type { Connection } from './database.ts'

/** Archives the flow of this build and reads back every flow a stored conversation may still be in. */
export async function archiveFlows({ db }: Connection, current: Flow): Promise<Flows> {
  const version = versionOf(current)
  await db
    .insertInto('flow')
    .values({ version, data: JSON.stringify(current) })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const rows = await db.selectFrom('flow').selectAll().execute()
  const stored = rows.map(row => [row.version, JSON.parse(row.data) as Flow] as const)
  return new Flows(version, new Map([...stored, [version, current]]))
}
