import { ask, when } from '../../../src/flow/language.ts'

export const step = when(() => Math.random() > 0.5, [ask('area')])
