import { say } from '../../../src/flow/language.ts'

export const step = say('goodMorning')
