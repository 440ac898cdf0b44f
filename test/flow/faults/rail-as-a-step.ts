import { section, wait } from '../../../src/flow/language.ts'

export const opening = section({ kind: 'person' }, wait())
