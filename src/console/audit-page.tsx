import type { Verdict } from '../store/record.ts'
import type { ShownRow } from '../store/staff.ts'
import type { Words } from '../wording/words.ts'
import { clock } from './clock.ts'
import { Page } from './page.tsx'
import type { SignedIn } from './signed-in.ts'

interface AuditProps {
  readonly words: Words
  readonly nonce: string
  readonly me: SignedIn
  readonly rows: readonly ShownRow[]
  /** Whether the record is as it was written; null on older pages, which do not ask. */
  readonly verdict: Verdict | null
}

export const AuditPage = ({ words, nonce, me, rows, verdict }: AuditProps) => {
  const title = words.signIn('auditTitle')
  const oldest = rows.at(-1)
  return (
    <Page words={words} title={title} nonce={nonce} me={me}>
      <h1>{title}</h1>
      <p>{words.signIn('auditAbout')}</p>
      {verdict && <Held verdict={verdict} words={words} />}
      {rows.length === 0 ? <p>{words.signIn('auditEmpty')}</p> : <Rows rows={rows} words={words} />}
      <p class="choices">
        {oldest && <a href={`/audit?before=${oldest.number}`}>{words.signIn('auditOlder')}</a>}
        {!verdict && <a href="/audit">{words.signIn('auditNewest')}</a>}
      </p>
    </Page>
  )
}

const FINGERPRINT_SHOWN = 16

const Held = ({ verdict: { rows, brokenAt, fingerprint }, words }: { verdict: Verdict; words: Words }) =>
  brokenAt === null ? (
    <p>{words.signIn('auditHolds', { rows, fingerprint: fingerprint.slice(0, FINGERPRINT_SHOWN) })}</p>
  ) : (
    <p class="complaint" role="alert">
      {words.signIn('auditBroken', { number: brokenAt })}
    </p>
  )

const HEADS = ['auditNumber', 'auditAt', 'auditWho', 'auditAct', 'auditReference', 'auditReason'] as const

function Rows({ rows, words }: { rows: readonly ShownRow[]; words: Words }) {
  const now = new Date()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a small screen it scrolls, and must be reachable by keyboard
    <section class="table" aria-label={words.signIn('auditScroll')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {HEADS.map(head => (
              <th key={head} scope="col">
                {words.signIn(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.number}>
              <td>{row.number}</td>
              <td>
                <time dateTime={row.at.toISOString()}>{clock(row.at, now)}</time>
              </td>
              <td>{whoOf(row, words)}</td>
              <td>{words.signIn(`act-${row.action}`)}</td>
              <td>{row.reference ?? row.member ?? (row.isAboutConversation && words.signIn('auditDeleted'))}</td>
              <td dir="auto">{row.isShut ? words.signIn('auditShut') : row.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** First name, and what they were at that moment. */
function whoOf({ who, roles }: ShownRow, words: Words): string {
  if (who === null) return words.signIn('auditNobody')
  return [who, ...roles.map(role => words.signIn(`role-${role}`))].join(', ')
}
