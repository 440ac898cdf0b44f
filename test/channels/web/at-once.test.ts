import { expect, test } from 'vitest'
import { AtOnce } from '../../../src/channels/web/at-once.ts'

test('only so much is done at a time: the rest is told so, and there is room again afterwards, also after a fault', async () => {
  const atOnce = new AtOnce(2)
  let end: (fault?: Error) => void = () => {}
  const long = new Promise<string>((resolve, reject) => {
    end = fault => (fault ? reject(fault) : resolve('done'))
  })
  const first = atOnce.run(() => long)
  const second = atOnce.run(() => long)
  expect(await atOnce.run(async () => 'third')).toBeNull()
  end(new Error('no database'))
  await expect(first).rejects.toThrow('no database')
  await expect(second).rejects.toThrow('no database')
  expect(await atOnce.run(async () => 'third')).toBe('third')
})
