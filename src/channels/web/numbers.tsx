// Phone numbers a person can press. They work when everything behind the page is down. Triage specification, section 3.
import type { PageKey } from '../../wording/keys.ts'
import type { Words } from '../../wording/words.ts'

/** No names of services: these are shown on phones somebody may be looking at. */
const CORE: readonly { readonly number: string; readonly what: PageKey }[] = [
  { number: '999', what: 'numberDanger' },
  { number: '0808 2000 247', what: 'numberHelp' },
  { number: '116 123', what: 'numberListen' },
  { number: '0800 1111', what: 'numberYoung' }
]

const ANY_CORE = new RegExp(`(?<!\\d)(${CORE.map(({ number }) => number).join('|')})(?!\\d)`)

export const Tel = ({ number }: { number: string }) => (
  <a href={`tel:${number.replaceAll(' ', '')}`} dir="ltr">
    {number}
  </a>
)

/** The core numbers, each with what it is for. */
export const Numbers = ({ words }: { words: Words }) => (
  <ul class="numbers">
    {CORE.map(({ number, what }) => (
      <li key={number}>
        <Tel number={number} /> {words.page(what)}
      </li>
    ))}
  </ul>
)

/** One of our own sentences, with the numbers in it to press. */
export const WithNumbers = ({ text }: { text: string }) => (
  <>{text.split(ANY_CORE).map((part, index) => (index % 2 === 1 ? <Tel key={part} number={part} /> : part))}</>
)
