import { describe, expect, it } from 'vitest'
import { assess } from '../../src/triage/band.ts'
import { bandInForce, hasReason, type WorkerBand } from '../../src/triage/worker-band.ts'

const assistant = assess({ answers: { neck: 'before' }, channel: 'web' })
const by = (band: WorkerBand['band'], reason: string): WorkerBand => ({
  band,
  reason,
  worker: 'w1',
  at: '2026-11-22T09:00:00Z'
})

describe("a worker's own band", () => {
  it('is not needed: without it the band of the assistant counts', () => {
    expect(bandInForce(assistant, [])).toEqual({ band: 'high', decidedBy: 'assistant', assistant, workers: [] })
  })

  it('wins, and both are kept', () => {
    const own = by('standard', 'It was ten years ago, and they live apart.')
    expect(bandInForce(assistant, [own])).toEqual({ band: 'standard', decidedBy: 'worker', assistant, workers: [own] })
  })

  it('can be changed: the last one counts, and none is lost', () => {
    const decisions = [by('standard', 'first thought'), by('immediate', 'he is outside')]
    expect(bandInForce(assistant, decisions)).toMatchObject({ band: 'immediate', workers: decisions })
  })

  it('needs a reason', () => {
    expect(hasReason({ reason: '  ' })).toBe(false)
    expect(bandInForce(assistant, [by('standard', ' \n')])).toMatchObject({ band: 'high', decidedBy: 'assistant' })
  })
})
