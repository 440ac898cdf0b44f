// The times somebody said are safe, as hours on the clock in Hampshire. Domain questions, `contactTimes`.
import type { Answer } from '../questions/answer.ts'

interface Window {
  readonly days: 'weekday' | 'weekend' | 'any'
  /** Hours of the day: from the first, up to and without the last. */
  readonly from: number
  readonly to: number
}

const WINDOWS: Readonly<Record<string, Window>> = {
  weekdayMorning: { days: 'weekday', from: 8, to: 12 },
  weekdayAfternoon: { days: 'weekday', from: 12, to: 17 },
  weekdayEvening: { days: 'weekday', from: 17, to: 20 },
  weekend: { days: 'weekend', from: 9, to: 20 },
  anyTime: { days: 'any', from: 9, to: 20 }
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23'
})

const HOUR = 60 * 60 * 1000

interface Clock {
  readonly isWeekend: boolean
  /** Milliseconds since midnight by the clock on the wall. */
  readonly sinceMidnight: number
}

function londonClock(time: Date): Clock {
  const parts = Object.fromEntries(clock.formatToParts(time).map(({ type, value }) => [type, value]))
  const seconds = Number(parts.hour) * 3600 + Number(parts.minute) * 60 + Number(parts.second)
  return {
    isWeekend: parts.weekday === 'Sat' || parts.weekday === 'Sun',
    sinceMidnight: seconds * 1000 + time.getMilliseconds()
  }
}

const DAY_HOURS = 24
/** Every window comes again within a week; one day more, so that no change of the clocks hides one. */
const LOOK_AHEAD = 8 * DAY_HOURS

/** When the next window opens after one that may be open now; null where the answer opens none. Windows open on the hour. */
export function nextWindow(times: Answer | undefined, now: Date): Date | null {
  const hour = Math.floor(now.getTime() / HOUR) * HOUR
  let wasOpen = windowEnd(times, now) !== null
  for (let ahead = 1; ahead <= LOOK_AHEAD; ahead += 1) {
    const then = new Date(hour + ahead * HOUR)
    const isOpen = windowEnd(times, then) !== null
    if (isOpen && !wasOpen) return then
    wasOpen = isOpen
  }
  return null
}

/** The end of the window that is open now, the latest where several are; null outside all of them, and for own words. */
export function windowEnd(times: Answer | undefined, now: Date): Date | null {
  const { isWeekend, sinceMidnight } = londonClock(now)
  const ends = [times ?? []].flat().flatMap(name => {
    const window = Object.hasOwn(WINDOWS, name) ? WINDOWS[name] : undefined
    if (!window || (window.days !== 'any' && (window.days === 'weekend') !== isWeekend)) return []
    const isOpen = sinceMidnight >= window.from * HOUR && sinceMidnight < window.to * HOUR
    return isOpen ? [window.to * HOUR - sinceMidnight] : []
  })
  return ends.length > 0 ? new Date(now.getTime() + Math.max(...ends)) : null
}
