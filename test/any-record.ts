// For stores of their own beside the product: what they do puts nothing on record.
import { StaffRecord } from '../src/store/record.ts'

export const ANY_RECORD = new StaffRecord(Buffer.alloc(32))
