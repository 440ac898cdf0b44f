import type { AccountFacts } from './account-facts.ts'
import { ADDRESS_RULES } from './addresses.ts'
import { SENDER_RULES } from './senders.ts'
import { SETTING_RULES } from './settings.ts'

/** All that is unsafe about an account: one line each. */
export const unsafe = (facts: AccountFacts, publicUrl: string): string[] =>
  [...SENDER_RULES, ...ADDRESS_RULES, ...SETTING_RULES].flatMap(rule => [...rule(facts, publicUrl)])
