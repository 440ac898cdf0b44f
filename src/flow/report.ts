// The proof in plain lines, for whoever runs it.
import type { Proof, Report } from './prove.ts'

const line = (report: Report): string =>
  `${report.flow}, ${report.channel}: ${report.abstractStates} places over ${report.states} states, ` +
  `${report.edges} events tried; asks ${report.asks} different questions, ` +
  `${report.quietest} of someone to whom nothing has happened, at most ${report.longest}.`

/** One line for each channel, one for each problem, and what it comes to. */
export function reportOf({ reports, problems }: Proof): string {
  const outcome =
    problems.length === 0
      ? 'Every promise is kept at every place.'
      : `${problems.length} broken ${problems.length === 1 ? 'promise' : 'promises'}:`
  return [...reports.map(line), outcome, ...problems.map(problem => `- ${problem}`)].join('\n')
}
