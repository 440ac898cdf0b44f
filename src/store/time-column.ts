import type { ColumnType } from 'kysely'

/** Set by us on insert or left to its default; read back as a Date. */
export type Time = ColumnType<Date, Date | undefined, Date>
