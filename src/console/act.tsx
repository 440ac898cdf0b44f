import { randomUUID } from 'node:crypto'
import { PostForm } from './page.tsx'
import type { SignedIn } from './signed-in.ts'

interface ActProps {
  readonly action: string
  readonly me: SignedIn
  readonly label: string
  readonly main?: boolean
}

/** One button that does one thing, once, however often it is pressed. */
export const Act = ({ action, me, label, main }: ActProps) => (
  <PostForm action={action} me={me}>
    <input type="hidden" name="once" value={randomUUID()} />
    <button type="submit" class={main ? 'main' : undefined}>
      {label}
    </button>
  </PostForm>
)
