// A named piece of a page that can be replaced in place while it is open.
import { createHash } from 'node:crypto'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

export interface Part {
  readonly id: string
  /** Changes when what stands in the part changes. */
  readonly version: string
  readonly html: string
}

const VERSION_LENGTH = 12

/** Renders a part. `state` is everything its content depends on; by default the content itself. */
export function part(id: string, content: VNode, state?: string): Part {
  const html = renderToString(content)
  const version = createHash('sha256')
    .update(state ?? html)
    .digest('hex')
    .slice(0, VERSION_LENGTH)
  return { id, version, html }
}
