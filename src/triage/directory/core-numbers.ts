import { DIRECTORY, type Directory } from './directory.ts'

/** The order in which they help: emergency, the line itself, day and night, despair, the young. */
const CORE = ['ext.999', 'hants.advice_line', 'ext.ndah', 'ext.samaritans', 'ext.childline'] as const

export interface CoreNumber {
  readonly id: (typeof CORE)[number]
  readonly name: string
  readonly phone: string
}

/** The numbers that are shown whatever happens, confirmed or not. Triage specification, section 3, last paragraph. */
export const coreNumbers = (directory: Directory = DIRECTORY): CoreNumber[] =>
  CORE.flatMap(id => {
    const row = directory.get(id)
    return row?.contact.phone ? [{ id, name: row.name, phone: row.contact.phone }] : []
  })
