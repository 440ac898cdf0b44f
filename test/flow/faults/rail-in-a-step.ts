import type { Ask } from '../../../src/flow/language.ts'

export const step: Ask = { kind: 'ask', question: 'area', on: { LEAVE: {} } }
