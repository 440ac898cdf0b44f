// Short pages to read inside the conversation: a list, one page at a time, and always a way back and a way to a person.
import { type OftenAsked as OftenAskedPart, oftenAsked } from '../../conversation/often-asked.ts'
import type { Place } from '../../flow/step.ts'
import type { PageId } from '../../wording/keys.ts'
import type { Words } from '../../wording/words.ts'
import { LiveFrame } from './live-frame.tsx'
import { WithNumbers } from './numbers.tsx'
import { Rails } from './rails.tsx'
import { Heading, Now, POSTED, type Scene, Token } from './step.tsx'

interface ShelfProps {
  readonly scene: Scene
  readonly after: number
}
type At<K extends Place['kind']> = Extract<Place, { readonly kind: K }>

export const Shelf = ({ scene, place, after }: ShelfProps & { place: At<'shelf'> }) => (
  <Now scene={scene} name="shelf" after={after}>
    <Heading scene={scene} text={scene.words.message(place.message)} />
    <LiveFrame scene={scene} after={after} />
    <form {...POSTED} class="shelf">
      <Token token={scene.token} />
      <ul>
        {place.pages.map(page => (
          <li key={page}>
            <Title scene={scene} page={page} />
          </li>
        ))}
      </ul>
    </form>
    <Rails scene={scene} />
  </Now>
)

const Title = ({ scene: { words }, page }: { scene: Scene; page: PageId }) => (
  <button type="submit" name="read" value={page}>
    {words.info(page, 'web').title}
  </button>
)

export function Page({ scene, place: { page }, after }: ShelfProps & { place: At<'page'> }) {
  const { words, token } = scene
  const { title, paragraphs } = words.info(page, 'web')
  return (
    <Now scene={scene} name={`page-${page}`} after={after}>
      <Heading scene={scene} text={title} />
      {paragraphs.map(text => (
        <p key={text}>
          <WithNumbers text={text} />
        </p>
      ))}
      {page === 'questions' && <OftenAsked scene={scene} />}
      <LiveFrame scene={scene} after={after} />
      <form {...POSTED}>
        <Token token={token} />
        <button type="submit" class="main" name="do" value="goOn">
          {words.page('backToPages')}
        </button>
      </form>
      <Rails scene={scene} />
    </Now>
  )
}

/** Each question opens by itself: it works without script, and nothing is open that somebody did not open. */
const OftenAsked = ({ scene: { words, view, day } }: { scene: Scene }) => (
  <div class="asked">
    {oftenAsked(view.about, day, words.answers).map(part =>
      part.heading === null ? (
        <Questions key="all" words={words} part={part} />
      ) : (
        <details key={part.heading}>
          <summary>{words.topic(part.heading)}</summary>
          <Questions words={words} part={part} />
        </details>
      )
    )}
  </div>
)

const Questions = ({ words, part }: { words: Words; part: OftenAskedPart }) => (
  <>
    {part.questions.map(({ question, answer }) => (
      <details key={question}>
        <summary>{words.topic(question)}</summary>
        <p>
          <WithNumbers text={words.topic(answer.key, answer.values)} />
        </p>
      </details>
    ))}
  </>
)
