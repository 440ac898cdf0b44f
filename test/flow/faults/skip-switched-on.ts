import { ask } from '../../../src/flow/language.ts'

export const step = ask('channelOk', { skip: true })
