import type { Summary } from '../summary/schema.ts'
import type { Words } from '../wording/words.ts'

interface BannerProps {
  readonly contact: Summary['safeContact']
  readonly words: Words
  /** The worker who reads this is in a web chat with the person now. */
  readonly isLive: boolean
}

/** What is safe to do, before anything else and always in view. Without a permission it says not to contact them. */
export const Banner = ({ contact, words, isLive }: BannerProps) => (
  <section
    class={contact.mayContact ? 'may-contact' : 'no-contact'}
    aria-label={words.staff('bannerTitle')}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a small screen it scrolls, and must be reachable by keyboard
    tabIndex={0}
  >
    <p>
      <strong>{contact.sentence}</strong> {isLive && words.staff('onlyHere')}
    </p>
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
