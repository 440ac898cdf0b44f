import { isLive, type Scene } from './step.tsx'

/** Without script the frame brings what a worker writes. With script it is never loaded. */
export function LiveFrame({ scene: { view, words }, after }: { scene: Scene; after: number }) {
  if (!isLive(view)) return null
  // In short mode the page itself shows what belongs to the step: the frame begins after it.
  const from = view.short ? view.lastSeq : after
  return (
    <noscript>
      <iframe src={`/l?after=${from}`} title={words.page('liveFrame')} />
    </noscript>
  )
}
