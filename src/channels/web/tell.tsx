import type { View } from '../../conversation/view.ts'
import { told } from '../../summary/told.ts'
import type { Aside } from './conversation-page.tsx'
import type { WebRoom } from './deps.ts'
import { Told } from './told.tsx'

/** What will be passed on, as the piece that stands in place of the step. */
export async function tellAside(room: WebRoom, conversation: string, view: View): Promise<Aside | undefined> {
  const reading = await room.conversations.read(conversation)
  if (!reading) return
  const things = told(reading, room.conversations.facts(reading), room.wordbook.in(view.locale))
  return (scene, { after }) => <Told scene={scene} told={things} after={after} />
}
