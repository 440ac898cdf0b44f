// What practice leads, and people who broke things, wrote down as right: held against the whole road of one turn.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Case, play, wrongs } from './a-case.ts'

const casesIn = (file: string): Case[] => JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as Case[]

const told = (each: Case, said: readonly { readonly text: string }[], found: readonly string[]): string =>
  `${each.id}: ${JSON.stringify(each.text)} at ${each.at}: not so: ${found.join(', ')}; said: ${JSON.stringify(said.map(({ text }) => text))}`

describe.each(['cases-practice.json', 'cases-person.json'])('%s:', file => {
  const cases = casesIn(file)

  it.each(cases)('somebody $situation, on $channel ($id)', async each => {
    const turn = await play(each)
    const found = wrongs(each, turn)
    expect(found, told(each, turn.said, found)).toEqual([])
  })
})
