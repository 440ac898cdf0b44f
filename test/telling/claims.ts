// What a story must and must not come to, in one line each: a claim is a sentence, and what is looked at to see it.
import { expect } from 'vitest'
import type { QuestionId } from '../../src/questions/catalogue.ts'
import type { Story } from './story.ts'
import type { Told } from './told.ts'

type Claim = (told: Told) => void
export type Claims = Readonly<Record<string, Claim>>

/** One telling of a scenario's story, and what is claimed of it. */
export interface Telling {
  readonly story: Story
  readonly must: Claims
  readonly mustNot: Claims
}

const allSaid = ({ said }: Told): string => said.join('\n')

export const says =
  (pattern: RegExp): Claim =>
  told =>
    expect(allSaid(told)).toMatch(pattern)

export const neverSays =
  (pattern: RegExp): Claim =>
  told =>
    expect(allSaid(told)).not.toMatch(pattern)

/** In the summary, with everything in it. */
export const workerReads =
  (pattern: RegExp): Claim =>
  ({ worker }) =>
    expect(worker).toMatch(pattern)

export const workerNeverReads =
  (pattern: RegExp): Claim =>
  ({ worker }) =>
    expect(worker).not.toMatch(pattern)

/** At the top of a worker's page, before anything else. */
export const bannerReads =
  (pattern: RegExp): Claim =>
  ({ banner }) =>
    expect(banner).toMatch(pattern)

/** In the staff list, though nobody was asked to join them: to be read, and nothing that can be pressed. */
export const listReads =
  (pattern: RegExp): Claim =>
  ({ unclaimed }) => {
    expect(unclaimed).toMatch(pattern)
    expect(unclaimed).not.toMatch(/<(form|button)/)
  }

export const isAsked =
  (...questions: readonly QuestionId[]): Claim =>
  ({ asked }) =>
    expect(asked).toEqual(expect.arrayContaining([...questions]))

export const offers =
  (...services: readonly string[]): Claim =>
  ({ match }) =>
    expect(match.services).toEqual(services)

export const neverOffers =
  (pattern: RegExp): Claim =>
  ({ match }) =>
    expect(match.services.filter(id => pattern.test(id))).toEqual([])

/** Somebody asked where a place is, or read a band: never on the person's side. */
export const showsNoBand: Claim = told =>
  expect(allSaid(told)).not.toMatch(/\b(risk|band|score|priority|urgent)\b|(high|medium|standard|low) (risk|level)/i)
