// A stage for every test of a file, with a worker on duty at its desk.
import { afterAll, beforeAll } from 'vitest'
import { Person } from './person.ts'
import { raiseStage, type Stage } from './stage.ts'
import { Worker } from './worker.ts'

export interface WithWorker {
  readonly stage: Stage
  readonly worker: Worker
  /** Somebody who has just opened the page, with script or without. */
  arrive(javaScriptEnabled: boolean): Promise<Person>
}

/** Raised before the first test of the file, taken down after the last. */
export function withWorker(): WithWorker {
  let stage: Stage
  let worker: Worker
  beforeAll(async () => {
    stage = await raiseStage()
    worker = await Worker.signIn(stage.browser, stage.product.staff, await stage.product.signIn(), 'Robin')
  })
  afterAll(() => stage?.close())
  return {
    get stage() {
      return stage
    },
    get worker() {
      return worker
    },
    async arrive(javaScriptEnabled) {
      const person = await Person.at(stage.browser, stage.product.chat, stage.elsewhere.url, { javaScriptEnabled })
      await person.open()
      return person
    }
  }
}
