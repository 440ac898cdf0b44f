import type { Situation } from '../rules/situation.ts'
import type { Source } from '../source.ts'

/** Something a worker should think of: `prompt-<id>` in staff-triage.json. It adds no service, and no person reads it. */
export interface Prompt {
  readonly id: string
  /** The service it stands beside; null: beside the whole match. */
  readonly beside: string | null
  readonly sources: readonly Source[]
}

export interface PromptRule extends Prompt {
  readonly applies: (situation: Situation) => boolean
}

/** A prompt that stands beside a service only when that service was offered. */
export const beside = (
  service: string,
  id: string,
  sources: readonly Source[],
  applies: PromptRule['applies'] = () => true
): PromptRule => ({ id, beside: service, sources, applies })

/** A prompt about the whole match. */
export const aboutAll = (id: string, sources: readonly Source[], applies: PromptRule['applies']): PromptRule => ({
  id,
  beside: null,
  sources,
  applies
})
