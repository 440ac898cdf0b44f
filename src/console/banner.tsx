import type { Summary } from '../summary/schema.ts'
import type { Words } from '../wording/words.ts'

interface BannerProps {
  readonly contact: Summary['safeContact']
  readonly words: Words
}

/** What is safe to do, before anything else and always in view. Without a permission it says not to contact them. */
export const Banner = ({ contact, words }: BannerProps) => (
  <section class={contact.mayContact ? 'may-contact' : 'no-contact'} aria-label={words.staff('bannerTitle')}>
    <p>
      <strong>{contact.sentence}</strong>
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
