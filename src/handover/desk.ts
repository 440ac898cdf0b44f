// The desk: who is there now, and when it opens. Sentences that promise a person rest on this.
import type { Availability, Desk } from '../conversation/ports.ts'
import type { OpeningHours } from './opening-hours.ts'

interface StaffAround {
  /** Workers signed in, marked available and heard just now. */
  onDutyCount(now: Date): Promise<number>
}

export class StaffDesk implements Desk {
  readonly #staff: StaffAround
  readonly #hours: OpeningHours | null

  /** Without opening hours the line is open whenever a worker is on duty (triage specification, section 4). */
  constructor(staff: StaffAround, hours: OpeningHours | null) {
    this.#staff = staff
    this.#hours = hours
  }

  async availability(now: Date): Promise<Availability> {
    const onDuty = (await this.#staff.onDutyCount(now)) > 0
    if (!this.#hours) return { onDuty, open: onDuty, opensAt: null }
    return { onDuty, open: this.#hours.isOpen(now), opensAt: this.#hours.opensNext(now) }
  }
}
