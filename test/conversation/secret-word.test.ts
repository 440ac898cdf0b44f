import { expect, test } from 'vitest'
import { hashWord, isHashed, isSameWord, normalised } from '../../src/conversation/secret-word.ts'

test('what is kept of a word says how it was made, and nothing of the word', async () => {
  const kept = await hashWord('Blue Lamp')
  expect(kept).toMatch(/^scrypt\$15\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
  expect(kept.toLowerCase()).not.toMatch(/blue|lamp/)
  expect(isHashed(kept)).toBe(true)
})

test('two people who pick the same word do not have the same hash', async () => {
  expect(await hashWord('blue lamp')).not.toBe(await hashWord('blue lamp'))
})

test('the word is known again by whoever says it, and no other word is', async () => {
  const kept = await hashWord('blue lamp')
  expect(await isSameWord('blue lamp', kept)).toBe(true)
  for (const other of ['blue lamps', 'blu lamp', 'lamp blue', '', 'b'])
    expect(await isSameWord(other, kept)).toBe(false)
})

test.each([
  ['Blue  LAMP ', 'blue lamp'],
  ['bluelamp', 'blue lamp'],
  ['Ｂｌｕｅ ｌａｍｐ', 'blue lamp'],
  ['ŁÓDŹ', 'łódź'],
  ['Jose\u0301', 'jose'],
  ['straße', 'STRASSE'],
  ['İstanbul', 'istanbul'],
  ['ΣΊΣΥΦΟΣ', 'σισυφος'],
  ['سَلَام', 'سلام'],
  ['blue\u200blamp', 'blue lamp']
])('"%s" is the same word as "%s", however the phone writes it', (one, other) => {
  expect(normalised(one)).toBe(normalised(other))
})

test('words that differ only in vowel signs stay different where these are letters', () => {
  expect(normalised('कि')).not.toBe(normalised('कु'))
})

test('where no word was kept nothing is the same, not even nothing', async () => {
  for (const kept of [undefined, 'skip', '', 'blue lamp', ['blue lamp'], 'scrypt$15$8$1$AA$']) {
    expect(await isSameWord('blue lamp', kept)).toBe(false)
    expect(await isSameWord('', kept)).toBe(false)
  }
  expect(await isSameWord('\u200b', await hashWord('\u200b'))).toBe(false)
})

test('where no word was kept it takes the same work', async () => {
  const kept = await hashWord('blue lamp')
  const took = async (against: string | undefined) => {
    const start = process.cpuUsage()
    for (let time = 0; time < 4; time += 1) await isSameWord('another word', against)
    const { user, system } = process.cpuUsage(start)
    return user + system
  }
  const ratio = (await took(undefined)) / (await took(kept))
  expect(ratio).toBeGreaterThan(0.5)
  expect(ratio).toBeLessThan(2)
})
