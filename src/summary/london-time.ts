// Times as a worker reads them: the clock on the wall in Hampshire, whatever zone the server is in.
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long' })

/** HH:MM, Europe/London. */
export const londonClock = (time: Date): string => clock.format(time)

/** For example 22 November 2026, Europe/London. */
export const londonDay = (time: Date): string => day.format(time)

const yearAndMonth = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', year: 'numeric', month: 'numeric' })

/** The calendar quarter, for example 2026-Q4, Europe/London. */
export function londonQuarter(time: Date): string {
  const parts = Object.fromEntries(yearAndMonth.formatToParts(time).map(({ type, value }) => [type, value]))
  return `${parts.year}-Q${Math.ceil(Number(parts.month) / 3)}`
}
