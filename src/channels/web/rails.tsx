// Always there, whatever is asked: skip, back, a person, urgent help; and below, what is one tap away.
import { ownName } from '../../wording/own-name.ts'
import type { Words } from '../../wording/words.ts'
import { POSTED, type Scene, Token } from './step.tsx'

interface RailsProps {
  readonly scene: Scene
  /** The form a skip belongs to, when this step can be skipped. */
  readonly skips?: string
}

export function Rails({ scene, skips }: RailsProps) {
  const { words, view, token } = scene
  const isWithWorker = view.place.kind === 'worker'
  const canGoBack = view.changeable.length > 0 && !isWithWorker
  return (
    <>
      <form {...POSTED} id="r" class="rails">
        <Token token={token} />
        {canGoBack && (
          <button type="submit" name="do" value="back">
            {words.page('back')}
          </button>
        )}
        {skips && (
          <button type="submit" form={skips} name="answer" value="skip">
            {words.page('skip')}
          </button>
        )}
        <button type="submit" name="do" value="person" data-person="" hidden={isWithWorker}>
          {words.page('person')}
        </button>
        <button type="submit" name="do" value="emergency">
          {words.page('emergencyHelp')}
        </button>
      </form>
      {!view.short && <Further scene={scene} />}
    </>
  )
}

export const DeviceLink = ({ words }: { words: Words }) => (
  <a href="/d" data-in="">
    {words.page('deviceLink')}
  </a>
)

/** Not in short mode: there, nothing on the screen says more than it must. */
function Further({ scene: { words, view, token, locales } }: { scene: Scene }) {
  // The first question has it higher up.
  const isFirst = view.place.kind === 'question' && view.place.question === 'channelOk'
  const isStart = view.lastSeq === 0
  if (isFirst && !isStart && locales.length === 1 && view.changeable.length === 0) return null
  return (
    <div class="further">
      {/* On every start page, for everybody: that it is there says nothing. */}
      {isStart && (
        <a href="/r" data-in="">
          {words.page('returnLink')}
        </a>
      )}
      {view.changeable.length > 0 && (
        <a href="/t" data-in="">
          {words.page('toldLink')}
        </a>
      )}
      {!isFirst && <DeviceLink words={words} />}
      {locales.length > 1 && (
        <form {...POSTED}>
          <Token token={token} />
          <label>
            <span>{words.page('language')}</span>
            <select name="locale" autocomplete="off">
              {locales.map(locale => (
                <option key={locale} value={locale} lang={locale} selected={locale === view.locale}>
                  {ownName(locale)}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" name="do" value="language">
            {words.page('languageSet')}
          </button>
        </form>
      )}
    </div>
  )
}
