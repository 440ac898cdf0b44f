// The band in words: what it is, whose it is, and each reason with what it means and the person's own answer beside it.
import type { Words } from '../wording/words.ts'
import type { Block } from './block.ts'
import { everyLine } from './every-line.ts'
import { londonClock } from './london-time.ts'
import type { Summary } from './schema.ts'
import { shown } from './shown.ts'

const clock = (time: string): string => londonClock(new Date(time))

function workerBand({ workerBand: decided }: Summary['risk'], words: Words): string[] {
  if (!decided) return []
  const band = words.staff(`referralBand-${decided.band}`)
  return [
    words.staff('referralWorkerBand', { band, name: decided.by, time: clock(decided.at), reason: decided.reason })
  ]
}

function reasonText(reason: Summary['risk']['reasons'][number], summary: Summary, words: Words): string {
  const { flag, label, explained, because } = reason
  const lines = everyLine(summary)
  const answers = because.flatMap(question => {
    const line = lines.get(question)
    return line ? `${line.asked} ${shown(line, words)}` : []
  })
  // What is kept back has no name, no meaning and no answer here: only that it is.
  if (explained === null && answers.length === 0) return label
  const said = answers.length > 0 ? [`(${answers.join(' / ')})`] : []
  return [`${flag}:`, explained ?? label, ...said].join(' ')
}

export function riskBlocks(summary: Summary, words: Words): Block[] {
  const { risk } = summary
  const basedOn = risk.basedOn ? [words.staff('referralBasedOn', { time: clock(risk.basedOn) })] : []
  const known = words.staff('referralKnown', { known: risk.known, of: risk.of })
  const policy = words.staff('policyVersion', { version: risk.policyVersion })
  const facts = [
    [words.staff('referralTriageAid'), ...basedOn].join(' '),
    ...workerBand(risk, words),
    `${words.triage(`band-${risk.band}`)} ${known} ${policy}`
  ]
  return [
    ...facts.map((text): Block => ({ kind: 'fact', text })),
    ...risk.reasons.map((reason): Block => ({ kind: 'point', text: reasonText(reason, summary, words), from: null }))
  ]
}
