// What every text leaves behind, in or out: an id of the carrier's, to be deleted there.
import { randomBytes } from 'node:crypto'

export const RECORD = 'insert into carrier_record (record, due_at) values ($1, $2) on conflict do nothing'

export const newRecord = () => `SM${randomBytes(16).toString('hex')}`
