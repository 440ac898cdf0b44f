// Times as staff read them: the clock in Europe/London.
const timeZone = 'Europe/London'
const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'short' })

/** "14:02", or "21 Nov, 14:02" on another day. */
export const clock = (moment: Date, now: Date): string =>
  day.format(moment) === day.format(now) ? time.format(moment) : `${day.format(moment)}, ${time.format(moment)}`

const MINUTE = 60_000

/** Whole minutes that have passed. */
export const minutesSince = (moment: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - moment.getTime()) / MINUTE))
