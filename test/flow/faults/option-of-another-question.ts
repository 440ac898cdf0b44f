import { is } from '../../../src/questions/condition.ts'

export const condition = is('stalking', 'lastFewDays')
