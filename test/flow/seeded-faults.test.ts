import { describe, expect, test } from 'vitest'
import { door } from '../../flows/index.ts'
import { prove } from '../../src/flow/prove.ts'
import { damagedDoor } from './damaged-door.ts'
import { damagedFlows } from './damaged-flows.ts'
import { damagedHearing } from './damaged-hearing.ts'
import { damagedLadder, damagedTexts } from './damaged-ladder.ts'
import { damagedMachines } from './damaged-machines.ts'

describe('the proof finds in a flow', () => {
  test.each(damagedFlows)('$name', ({ message, damage, channel = 'web', enough = 1, speech = false }) => {
    expect(prove(damage(door), { channels: [channel], enough, speech }).problems.join('\n')).toContain(message)
  })
})

describe('the proof finds in a machine', () => {
  test.each(damagedMachines)('$name', ({ message, machine }) => {
    expect(prove(door, { channels: ['web'], enough: 1, machine, speech: false }).problems.join('\n')).toContain(message)
  })

  test.each(damagedLadder)('on the ladder: $name', ({ message, machine }) => {
    expect(prove(door, { channels: ['web'], enough: 1, machine }).problems.join('\n')).toContain(message)
  })

  test.each(damagedTexts)('by text, on the ladder: $name', ({ message, machine }) => {
    expect(prove(door, { channels: ['sms'], enough: 1, machine }).problems.join('\n')).toContain(message)
  })

  test.each(damagedHearing)('$name', ({ message, machine }) => {
    expect(prove(door, { channels: ['web'], enough: 1, machine }).problems.join('\n')).toContain(message)
  })

  test.each(damagedDoor)('by text: $name', ({ message, machine }) => {
    expect(prove(door, { channels: ['sms'], enough: 1, machine }).problems.join('\n')).toContain(message)
  })
})
