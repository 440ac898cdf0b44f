import { ask, section } from '../../../src/flow/language.ts'

export const opening = section(ask('channelOk'), ask('dangerNow'))
