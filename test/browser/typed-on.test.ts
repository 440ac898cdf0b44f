// Words written while an answer is on its way are not lost, whatever question comes with it.
import { expect, it } from 'vitest'
import { withWorker } from './with-worker.ts'

const desk = withWorker()
const SLOW = 1_500

it('what somebody writes while their answer is on its way stays in the field', async () => {
  const person = await desk.arrive(true)
  let isFirst = true
  await person.page.route('**/', async route => {
    const isSlow = isFirst && route.request().method() === 'POST'
    if (isSlow) {
      isFirst = false
      await new Promise(resolve => setTimeout(resolve, SLOW))
    }
    await route.continue()
  })
  await person.field.fill('yeah its ok')
  await person.field.press('Enter')
  await person.field.fill('no not right now')
  await person.field.press('Enter')
  await person.reads('Does that mean it is OK to message now?')
  expect(await person.field.inputValue()).toBe('no not right now')
  await person.close()
})
