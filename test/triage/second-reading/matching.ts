// Section 3, "Matching, in this order": the eighteen rules one after another, each id once.
import { rule1, rule2, rule3, rule4, rule5, rule6, rule7, rule8 } from './first-rules.ts'
import type { Rule } from './found.ts'
import { rule13, rule14, rule15, rule16, rule17, rule18 } from './last-rules.ts'
import type { Person } from './person.ts'
import { rule9, rule10, rule11, rule12 } from './place-rules.ts'

const RULES: readonly Rule[] = [
  rule1,
  rule2,
  rule3,
  rule4,
  rule5,
  rule6,
  rule7,
  rule8,
  rule9,
  rule10,
  rule11,
  rule12,
  rule13,
  rule14,
  rule15,
  rule16,
  rule17,
  rule18
]

/** Services and notes in order of listing, each once; a rule that says stop is the last one. */
export function matching(p: Person): { services: string[]; notes: string[] } {
  const services: string[] = []
  const notes: string[] = []
  for (const rule of RULES) {
    const found = rule(p)
    services.push(...found.services)
    notes.push(...found.notes)
    if (found.stop) break
  }
  return { services: [...new Set(services)], notes: [...new Set(notes)] }
}
