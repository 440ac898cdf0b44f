// The referral summary on the screen. Lines the person keeps back are not in it, so they cannot be here.
import type { ComponentChildren } from 'preact'
import { languageName } from '../summary/language-name.ts'
import type { Line } from '../summary/line.ts'
import type { Summary } from '../summary/schema.ts'
import type { StaffKey } from '../wording/keys.ts'
import type { Words } from '../wording/words.ts'
import { clock } from './clock.ts'
import { Facts } from './facts.tsx'
import { LineItem } from './line.tsx'

interface SummaryProps {
  readonly summary: Summary
  readonly words: Words
  readonly now: Date
}

export const TenSeconds = ({ summary, words }: Omit<SummaryProps, 'now'>) => (
  <>
    <p class="aid">{words.staff('referralTriageAid')}</p>
    <ul>
      {summary.tenSeconds.map(({ item, text }) => (
        <li key={item} class={`is-${item}`}>
          {text}
        </li>
      ))}
    </ul>
  </>
)

/** Every section of the summary below the first two, in the order of the domain guide. */
const SECTIONS = [
  ['referralSection-risk', 'risk'],
  ['referralSection-situation', 'situation'],
  ['referralSection-childrenAndOthers', 'childrenAndOthers'],
  ['referralSection-person', 'person'],
  ['referralSection-needs', 'needs'],
  ['referralSection-contact', 'contact'],
  ['referralSection-safeContact', 'safeContact'],
  ['referralSection-consent', 'consent'],
  ['referralSection-referrer', 'referrer']
] as const satisfies readonly (readonly [StaffKey, keyof Summary])[]

export const SummaryDetail = (props: SummaryProps) => {
  const { summary, words } = props
  return (
    <>
      {summary.verbatim.said.length + summary.verbatim.lines.length > 0 && (
        <Section title={words.staff('referralSection-verbatim')}>
          <OwnWords {...props} />
          <Lines lines={summary.verbatim.lines} {...props} />
        </Section>
      )}
      {SECTIONS.map(([title, name]) => {
        const section = summary[name]
        if (!section) return null
        return (
          <Section key={name} title={words.staff(title)}>
            <Facts section={name} {...props} />
            {name === 'risk' && summary.risk.signals.length > 0 && <Signals {...props} />}
            <Lines lines={section.lines} {...props} />
          </Section>
        )
      })}
      {summary.referrer && (
        <Section title={words.staff('referralSection-referralForm')}>
          <Facts section="referralForm" {...props} />
        </Section>
      )}
      <Section title={words.staff('referralSection-workerActions')}>
        <Facts section="workerActions" {...props} />
      </Section>
    </>
  )
}

const Section = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section>
    <h3>{title}</h3>
    {children}
  </section>
)

const Lines = ({ lines, words, now }: SummaryProps & { lines: readonly Line[] }) => {
  const asked = lines.filter(line => line.state !== 'notAsked' || line.earlier.length > 0)
  const notAsked = lines.filter(line => !asked.includes(line))
  return (
    <>
      <ul class="lines">
        {asked.map(line => (
          <LineItem key={line.question} line={line} words={words} now={now} />
        ))}
      </ul>
      {notAsked.length > 0 && (
        <details data-keep={notAsked[0]?.field}>
          <summary>{words.staff('notAskedCount', { questions: notAsked.length })}</summary>
          <ul>
            {notAsked.map(line => (
              <li key={line.question}>{line.asked}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const Signals = ({ summary: { risk }, words }: SummaryProps) => (
  <ul class="reasons">
    {risk.signals.map(signal => (
      <li key={signal}>{words.staff(`referralSignal-${signal}`)}</li>
    ))}
  </ul>
)

const OwnWords = ({ summary: { verbatim }, words, now }: SummaryProps) => (
  <ul class="lines">
    {verbatim.said.map(said => (
      <li key={said.at}>
        {said.asked && <p class="asked">{said.asked}</p>}
        <blockquote dir="auto" lang={said.locale}>
          {said.text}
        </blockquote>
        <p class="provenance">
          {clock(new Date(said.at), now)} · {languageName(said.locale)}
          {said.translation && ` · ${words.staff('machineTranslation')}: ${said.translation.text}`}
        </p>
      </li>
    ))}
  </ul>
)
