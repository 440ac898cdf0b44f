// A flow as one channel sees it: what only the other channel is asked is left out.
import type { Channel } from '../../questions/answer.ts'
import type { Condition } from '../../questions/condition.ts'
import type { Flow } from '../flow.ts'
import type { Step } from '../language.ts'

/** A condition with the channel decided: true or false where nothing else is left of it. */
export function decided(condition: Condition, channel: Channel): Condition | boolean {
  if ('channel' in condition) return condition.channel === channel
  if ('not' in condition) {
    const inner = decided(condition.not, channel)
    return typeof inner === 'boolean' ? !inner : { not: inner }
  }
  if ('all' in condition) {
    const parts = condition.all.map(inner => decided(inner, channel))
    if (parts.includes(false)) return false
    const left = parts.filter(part => typeof part !== 'boolean')
    return left.length > 1 ? { all: left } : (left[0] ?? true)
  }
  if ('any' in condition) {
    const parts = condition.any.map(inner => decided(inner, channel))
    if (parts.includes(true)) return true
    const left = parts.filter(part => typeof part !== 'boolean')
    return left.length > 1 ? { any: left } : (left[0] ?? false)
  }
  return condition
}

const stepsOn = (steps: readonly Step[], channel: Channel): Step[] =>
  steps.flatMap((step): Step[] => {
    if (step.kind !== 'when') return [step]
    const condition = decided(step.condition, channel)
    const inner = stepsOn(step.steps, channel)
    if (typeof condition === 'boolean') return condition ? inner : []
    return [{ ...step, condition, steps: inner }]
  })

/** The sections of a flow as they run on one channel. */
export const sectionsOn = (flow: Flow, channel: Channel): Flow['sections'] =>
  Object.fromEntries(Object.entries(flow.sections).map(([name, steps]) => [name, stepsOn(steps, channel)]))
