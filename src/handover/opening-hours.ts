// The only door to opening_hours. When the advice line is open, by the clock in Europe/London wherever the machine stands.
import opening_hours from 'opening_hours'

/** Public holidays of the schedule (`PH`) are England's. */
const ENGLAND = { lat: 50.9, lon: -1.4, address: { country_code: 'gb', state: 'England' } }
/** Changes of a schedule looked at to find the next opening: several a day for weeks. */
const CHANGES_LOOKED_AT = 200

const londonFields = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric'
})

/**
 * A date whose LOCAL fields read what the clock in London shows: the library looks at nothing else. On a machine in
 * another zone one hour a year, that zone's own lost hour at night, cannot be written this way and reads an hour late.
 */
function onLondonClock(moment: Date): Date {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {}
  for (const { type, value } of londonFields.formatToParts(moment)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return new Date(year, month - 1, day, hour, minute, second)
}

export class OpeningHours {
  readonly #schedule: opening_hours

  private constructor(schedule: opening_hours) {
    this.#schedule = schedule
  }

  /** Reads OpenStreetMap opening_hours syntax. Throws an Error with one line for the operator. */
  static read(text: string): OpeningHours {
    try {
      return new OpeningHours(new opening_hours(text, ENGLAND))
    } catch {
      // The library throws strings, some of them several lines long.
      throw new Error('OPENING_HOURS cannot be read: write it like "Mo-Fr 09:00-17:00; PH off", or leave it unset.')
    }
  }

  isOpen(moment: Date): boolean {
    return this.#schedule.getState(onLondonClock(moment))
  }

  /** When it opens next, in words ("09:00 on Monday"); null while it is open, and when it never opens again. */
  opensNext(moment: Date): string | null {
    const start = onLondonClock(moment)
    if (this.#schedule.getState(start)) return null
    const changes = this.#schedule.getIterator(start)
    for (let looked = 0; looked < CHANGES_LOOKED_AT && changes.advance(); looked += 1) {
      if (changes.getState()) return inWords(changes.getDate(), start)
    }
    return null
  }
}

const WEEK = 7 * 24 * 60 * 60 * 1_000
const asWritten = { timeZone: 'UTC' } as const
const time = new Intl.DateTimeFormat('en-GB', { ...asWritten, hour: '2-digit', minute: '2-digit' })
const weekday = new Intl.DateTimeFormat('en-GB', { ...asWritten, weekday: 'long' })
const fullDay = new Intl.DateTimeFormat('en-GB', { ...asWritten, weekday: 'long', day: 'numeric', month: 'long' })

/** A weekday, never "tomorrow": the words may be read the day after. Both dates are on the London clock. */
function inWords(opens: Date, now: Date): string {
  // The fields as they stand, whatever zone this machine believes it is in.
  const written = Date.UTC(opens.getFullYear(), opens.getMonth(), opens.getDate(), opens.getHours(), opens.getMinutes())
  const isNear = opens.getTime() - now.getTime() < WEEK
  return `${time.format(written)} on ${(isNear ? weekday : fullDay).format(written)}`
}
