import type { Page } from 'playwright-core'
import type { Member, OpenConsole } from './open-console.ts'

export interface Scene {
  readonly on: OpenConsole
  /** The first to come: worker, supervisor and admin. */
  readonly robin: Member
  /** A worker. */
  readonly kim: Member
}

/** A page of the desk in one state, in which it shows other controls than in the rest. */
export interface PageState {
  /** The route it comes by, as it is written there. */
  readonly route: `GET /${string}` | `POST /${string}` | 'GET *'
  readonly state: string
  /** Shows most of what its route can show: looked at by every rule and in the dark each time, the others in the long form. */
  readonly isFull?: boolean
  /** A form came back: they are where it says why. */
  readonly isRefused?: true
  /** Rules that do not hold here; the reason stands where they are named. */
  readonly without?: readonly string[]
  /** Brings it about. Nobody is at the desk before. */
  readonly show: (scene: Scene) => Promise<Page>
}

/** Sends a form as it stands, past what the browser would ask to be filled in. */
export async function sendAnyway(page: Page, action: string): Promise<void> {
  await Promise.all([
    page.waitForEvent('load'),
    page.locator(`form[action$="${action}"]`).evaluate(form => (form as HTMLFormElement).submit())
  ])
}
