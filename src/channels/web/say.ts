// What the page says of itself, and not in the chat. Only the page's script uses this.
import { find } from './find.ts'

const spoken = find('#say') as HTMLElement

/** Read out to whoever listens; only with a look that does not hide it, it is shown too. */
export const say = (text = '', look = 'v'): void => {
  spoken.className = look
  spoken.replaceChildren(text)
}
