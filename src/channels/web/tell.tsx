import type { View } from '../../conversation/view.ts'
import type { Aside } from './conversation-page.tsx'
import type { WebRoom } from './deps.ts'
import { linesOf, Told } from './told.tsx'

/** What will be passed on, as the piece that stands in place of the step. */
export async function tellAside(room: WebRoom, conversation: string, view: View): Promise<Aside | undefined> {
  const reading = await room.conversations.read(conversation)
  if (!reading) return
  const lines = linesOf(reading, room.wordbook.in(view.locale))
  return (scene, { after }) => <Told scene={scene} lines={lines} after={after} />
}
