// Pictures of a flow for people who do not read code: SVG for each channel, and a page of Mermaid charts.
import { instance } from '@viz-js/viz'
import { dot } from './drawing/dot.ts'
import { page } from './drawing/mermaid.ts'
import type { DrawingWords } from './drawing/words.ts'
import type { Flow } from './flow.ts'

export interface Drawing {
  readonly file: string
  readonly content: string
}

/** Every file that pictures a flow, by name. Nothing in them refers to another server. */
export async function draw(flow: Flow, words: DrawingWords): Promise<Drawing[]> {
  const graphviz = await instance()
  const svg = (channel: 'web' | 'sms'): Drawing => ({
    file: `${flow.id}.${channel}.svg`,
    // Graphviz names the address of a DTD, which no reader needs.
    content: graphviz.renderString(dot(flow, words, channel), { format: 'svg' }).replace(/<!DOCTYPE[^>]*>\n?/, '')
  })
  return [svg('web'), svg('sms'), { file: `${flow.id}.md`, content: page(flow, words) }]
}
