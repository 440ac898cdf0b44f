import type { Situation } from '../rules/situation.ts'
import { ABOUT_CALLERS } from './about-callers.ts'
import { ABOUT_HOMES } from './about-homes.ts'
import { ABOUT_PLACES } from './about-places.ts'
import type { Prompt, PromptRule } from './prompt.ts'

export const PROMPTS: readonly PromptRule[] = [...ABOUT_CALLERS, ...ABOUT_PLACES, ...ABOUT_HOMES]

/**
 * What stands beside a match. Where a rule stopped the matching (a young person, somebody's own behaviour, somebody
 * who is being looked for) nothing about places and homes is said either.
 */
export function promptsFor(situation: Situation, services: readonly string[], isStopped: boolean): Prompt[] {
  if (services.length === 0) return []
  return (isStopped ? ABOUT_CALLERS : PROMPTS)
    .filter(prompt => prompt.beside === null || services.includes(prompt.beside))
    .filter(prompt => prompt.applies(situation))
    .map(({ id, beside, sources }) => ({ id, beside, sources }))
}
