import type { CardRule } from '../../../src/flow/flow.ts'
import { is } from '../../../src/questions/condition.ts'

export const card: CardRule = { when: is('fear', 'very'), card: 'hospital' }
