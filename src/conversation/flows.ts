import type { Flow } from '../flow/flow.ts'

/** The flows that conversations run under: the current one, and every older one somebody is still in. */
export class Flows {
  readonly current: Flow
  readonly currentVersion: string
  readonly #byVersion: ReadonlyMap<string, Flow>

  constructor(currentVersion: string, byVersion: ReadonlyMap<string, Flow>) {
    const current = byVersion.get(currentVersion)
    if (!current) throw new Error('the current flow is not among the stored ones')
    this.current = current
    this.currentVersion = currentVersion
    this.#byVersion = byVersion
  }

  /** The flow a conversation began with. Throws when it was never archived: the database is not this product's. */
  of(version: string): Flow {
    const flow = this.#byVersion.get(version)
    if (!flow) throw new Error(`flow ${version} is not archived here: start the product against its own database`)
    return flow
  }
}
