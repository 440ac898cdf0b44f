// What every run of the desk has in common, and how it is told.
import { countFrom, shortOr } from '../../long-forms.ts'
import { withoutBrowsers } from './plain.ts'
import type { DeskPlan, DeskReport } from './run.ts'

const seed = countFrom('SIDEDOOR_SEED', shortOr(11, Date.now() % 100_000))
/** So many, or as many as somebody has set. */
export const kills = (short: number, long: number) => countFrom('SIDEDOOR_KILLS', shortOr(short, long))
export const plan: Omit<DeskPlan, 'kills'> = {
  people: 10,
  byText: 3,
  leave: 3,
  between: shortOr([1_000, 3_000], [300, 3_000]),
  cuts: { every: 150, bellIn: 15 },
  transferWithin: '2s',
  seed,
  gather: withoutBrowsers
}

/** Prints what happened, with the seed that has it happen once more. */
export const tell = (report: DeskReport) =>
  console.log(
    `SIDEDOOR_SEED=${seed}: ${report.kills} kills, ${report.inFlight} of them with words in flight; ${report.cuts} connections cut; ` +
      `${report.ofPeople} words of people and ${report.ofWorkers} of workers acknowledged (the quietest wrote ${report.quietest}), ${report.refused} refused, ` +
      `${report.tooLate} takes too late, ${report.handedOver} times a colleague was asked for; ${report.texts} texts, ${report.lookUps} look-ups; ` +
      `${report.posts} posts in Azure, ${report.outside} words from there, ${report.threadsLeft} threads left there; ` +
      `slowest word ${report.slowest} ms; ${report.looks} looks saw ${report.stages.join(', ')}; ${report.faults.length} faults`
  )
