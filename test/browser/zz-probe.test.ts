import { afterAll, beforeAll, expect, it } from 'vitest'
import { Person } from './person.ts'
import { raiseStage, type Stage } from './stage.ts'
import { Worker } from './worker.ts'
let stage: Stage
beforeAll(async () => { stage = await raiseStage() })
afterAll(() => stage.close())
for (const script of [true, false]) it('probe ' + script, async () => {
  const t0 = Date.now()
  const person = await Person.at(stage.browser, stage.product.chat, `${stage.elsewhere.url}before`, { javaScriptEnabled: script })
  await person.open()
  console.log(await person.words())
  await person.answerOpening()
  await person.choose('wantsNow', 'questions')
  await person.isAsked('wants')
  console.log(await person.words(), Date.now() - t0)
  await person.say('They took my keys')
  console.log(await person.words(), Date.now() - t0)
  await person.press('person')
  await person.reads('No one is here')
  console.log((await person.words()).slice(-500)); await person.press('goOn'); await person.skipTo('contactMethod')
  console.log(await person.words(), Date.now() - t0)
  await person.page.screenshot({ path: `/tmp/e2e/probe-${script}.png` })
  await person.exit.click()
  await person.page.waitForURL(stage.elsewhere.url)
  await person.page.goBack()
  console.log('BACK', person.page.url(), await person.words())
  console.log(stage.elsewhere.heard, Date.now() - t0)
  await person.close()
}, 60000)
