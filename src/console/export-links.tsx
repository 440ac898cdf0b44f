import type { Words } from '../wording/words.ts'
import { EXPORTS } from './exports.ts'

/** Copies of the summary to take away. Each taking is on record. */
export const ExportLinks = ({ reference, words }: { reference: string; words: Words }) => (
  <nav class="exports" aria-labelledby="exports-title">
    <h3 id="exports-title">{words.staff('exportTitle')}</h3>
    <p>{words.staff('exportWarning')}</p>
    <ul class="copies">
      {EXPORTS.map(({ ending, label }) => (
        <li key={ending}>
          {/* Not marked as a download: what comes may be the question who they are. */}
          <a href={`/c/${reference}/summary.${ending}`}>{words.staff(label)}</a>
        </li>
      ))}
    </ul>
  </nav>
)
