import type { ComponentChildren } from 'preact'
import { alarmOf, type Returns } from '../conversation/returns.ts'
import type { Summary } from '../summary/schema.ts'
import type { Words } from '../wording/words.ts'
import { clock } from './clock.ts'

interface BannerProps {
  /** What words said at the person's door did. */
  readonly returns: Returns
  readonly now: Date
  readonly contact: Summary['safeContact']
  readonly words: Words
  /** The worker who reads this is in a web chat with the person now. */
  readonly isLive: boolean
  /** What else is true about writing to them now. */
  readonly children?: ComponentChildren
}

/** What is safe to do, before anything else and always in view. Without a permission it says not to contact them. */
export const Banner = ({ contact, words, isLive, returns, now, children }: BannerProps) => (
  <section
    class={contact.mayContact ? 'may-contact' : 'no-contact'}
    aria-label={words.staff('bannerTitle')}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a small screen it scrolls, and must be reachable by keyboard
    tabIndex={0}
  >
    <Alarm returns={returns} words={words} now={now} />
    <p>
      <strong>{contact.sentence}</strong> {isLive && words.staff('onlyHere')}
    </p>
    {children}
    {contact.permission && (
      <p>
        {words.staff('referralVoicemail', { answer: words.option('voicemail', contact.permission.voicemail) })}{' '}
        {words.staff('referralIfOtherAnswers', {
          answer: words.option('ifOtherAnswers', contact.permission.ifOtherAnswers)
        })}
      </p>
    )}
  </section>
)

/** The first thing to be read: somebody else may have the phone. */
function Alarm({ returns, words, now }: Pick<BannerProps, 'returns' | 'words' | 'now'>) {
  const alarm = alarmOf(returns)
  if (!alarm) return null
  const { decoyAt, backAt } = returns
  const isBack = decoyAt !== null && backAt !== null && backAt > decoyAt
  return (
    <p role="alert">
      <strong>{words.staff(`alarm-${alarm}`)}</strong>
      {decoyAt && ` ${words.staff('alarmAt', { time: clock(decoyAt, now) })}`}
      {isBack && ` ${words.staff('alarmBack', { time: clock(backAt, now) })}`}
    </p>
  )
}
