// How many text messages one line of a transcript takes: written at its end, and taken off again by whoever judges the words.
import { segmentsOf } from '../wording/sms-segments.ts'

const NOTE = / {2}\(\d+ segments?\)$/

export function withSegments(text: string): string {
  const count = segmentsOf(text)
  return `${text}  (${count} ${count === 1 ? 'segment' : 'segments'})`
}

export const withoutSegments = (line: string): string => line.replace(NOTE, '')
