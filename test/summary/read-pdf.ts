// Reads back what a screen reader would find in a PDF of ours: the structure tree with its text, and what stands outside it.
import { inflateSync } from 'node:zlib'

type Name = { readonly name: string }
type Ref = { readonly ref: number }
type Dict = { readonly [key: string]: Value }
type Value = null | boolean | number | string | Name | Ref | readonly Value[] | Dict

interface Found {
  readonly value: Value
  readonly stream: Buffer | null
}

const TOKEN = /<<|>>|\[|\]|\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>|\/[^\s/<>[\]()]*|[^\s/<>[\]()]+/g
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** A literal string, in Latin letters or in UTF-16 with a mark in front. */
function textOf(token: string): string {
  const bytes = token.slice(1, -1).replace(/\\([\s\S])/g, (_, escaped: string) => ESCAPES[escaped] ?? escaped)
  if (!bytes.startsWith('\xfe\xff')) return bytes
  return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le')
}

/** The values of some PDF source, one after another. */
function valuesIn(source: string): Value[] {
  const tokens = source.match(TOKEN) ?? []
  let at = 0
  const until = (end: string): Value[] => {
    const values: Value[] = []
    while (at < tokens.length) {
      const token = tokens[at++] ?? ''
      if (token === end) break
      if (token === '[') values.push(until(']'))
      else if (token === '<<') values.push(dictOf(until('>>')))
      else if (token === 'R') values.push({ ref: Number((values.splice(-2) as number[])[0]) })
      else values.push(single(token))
    }
    return values
  }
  return until('')
}

function single(token: string): Value {
  if (token.startsWith('/')) return { name: token.slice(1) }
  if (token.startsWith('(')) return textOf(token)
  if (token === 'true' || token === 'false') return token === 'true'
  return /^[-+.\d]/.test(token) ? Number(token) : token
}

const dictOf = (values: readonly Value[]): Dict =>
  Object.fromEntries(
    Array.from({ length: values.length / 2 }, (_, pair) => [
      (values[pair * 2] as Name).name,
      values[pair * 2 + 1] ?? null
    ])
  )

class PdfFile {
  readonly #objects = new Map<number, Found>()

  constructor(bytes: Buffer) {
    const source = bytes.toString('latin1')
    for (const [, id, body = ''] of source.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)) {
      const start = body.indexOf('\nstream\n')
      const raw = start < 0 ? null : Buffer.from(body.slice(start + 8, body.lastIndexOf('\nendstream')), 'latin1')
      const [value = null] = valuesIn(start < 0 ? body : body.slice(0, start))
      const isPacked = value !== null && typeof value === 'object' && 'Filter' in value
      this.#objects.set(Number(id), { value, stream: raw && isPacked ? inflateSync(raw) : raw })
    }
  }

  get(value: Value | undefined): Value {
    const isRef = typeof value === 'object' && value !== null && 'ref' in value
    return isRef ? (this.#objects.get((value as Ref).ref)?.value ?? null) : (value ?? null)
  }

  dict(value: Value | undefined): Dict {
    return (this.get(value) ?? {}) as Dict
  }

  list(value: Value | undefined): readonly Value[] {
    const found = this.get(value)
    return Array.isArray(found) ? found : found === null ? [] : [found]
  }

  stream(value: Value | undefined): string {
    return this.#objects.get((value as Ref | undefined)?.ref ?? -1)?.stream?.toString('latin1') ?? ''
  }

  get catalog(): Dict {
    return (
      [...this.#objects.values()].map(({ value }) => value as Dict).find(dict => isNamed(dict?.Type, 'Catalog')) ?? {}
    )
  }

  get info(): Dict {
    return (
      [...this.#objects.values()].map(({ value }) => value as Dict).find(dict => dict?.Producer !== undefined) ?? {}
    )
  }

  /** Pages in order, as references. */
  get pages(): readonly Ref[] {
    return this.list(this.dict(this.catalog.Pages).Kids) as readonly Ref[]
  }
}

const isNamed = (value: Value | undefined, name: string): boolean =>
  typeof value === 'object' && value !== null && 'name' in value && value.name === name

/** Glyph -> letters, for every font of a page. */
function lettersOf(file: PdfFile, page: Dict): Map<string, readonly string[]> {
  const fonts = file.dict(file.dict(page.Resources).Font)
  return new Map(
    Object.entries(fonts).map(([name, font]) => {
      const map = file.stream(file.dict(font).ToUnicode)
      const ranges = [...map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[(.*?)\]/g)]
      const letters = ranges.flatMap(([, , entries = '']) =>
        [...entries.matchAll(/<(.*?)>/g)].map(([, units = '']) =>
          units
            .split(' ')
            .map(unit => (unit ? String.fromCharCode(Number.parseInt(unit, 16)) : ''))
            .join('')
        )
      )
      return [name, letters]
    })
  )
}

export interface PageText {
  /** Text by marked-content id. */
  readonly marked: ReadonlyMap<number, string>
  /** Text outside the structure, in order. */
  readonly artifacts: readonly string[]
}

const STEP = /\/(\w+) (?:<<([\s\S]*?)>> BDC|BMC)|\bEMC\b|\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g

function pageText(file: PdfFile, ref: Ref): PageText {
  const page = file.dict(ref)
  const letters = lettersOf(file, page)
  const marked = new Map<number, string>()
  const artifacts: string[] = []
  let font = ''
  let open: number | 'artifact' | null = null
  for (const [step, tag, options = '', named, shown] of file.stream(page.Contents).matchAll(STEP)) {
    if (named) font = named
    else if (step === 'EMC') open = null
    else if (tag === 'Artifact') {
      open = 'artifact'
      artifacts.push('')
    } else if (tag) open = Number(/\/MCID (\d+)/.exec(options)?.[1])
    else if (shown !== undefined) {
      const glyphs = [...shown.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
      const text = glyphs.map(glyph => letters.get(font)?.[Number.parseInt(glyph, 16)] ?? '').join('')
      if (open === 'artifact') artifacts.push((artifacts.pop() ?? '') + text)
      else if (open !== null) marked.set(open, (marked.get(open) ?? '') + text)
      else throw new Error(`text outside any mark: ${text}`)
    }
  }
  return { marked, artifacts: artifacts.filter(text => text !== '') }
}

export interface Node {
  readonly tag: string
  readonly language: string | null
  readonly children: readonly (Node | string)[]
}

export interface ReadPdf {
  readonly title: unknown
  readonly language: unknown
  readonly isTagged: unknown
  readonly root: Node
  readonly pages: readonly PageText[]
}

export function readPdf(bytes: Buffer): ReadPdf {
  const file = new PdfFile(bytes)
  const pages = file.pages.map(ref => pageText(file, ref))
  const node = (value: Value): Node => {
    const { S, K, Pg, Lang, ActualText } = file.dict(value)
    const page = file.pages.findIndex(({ ref }) => ref === (Pg as Ref | undefined)?.ref)
    const child = (kid: Value): Node | string => {
      if (typeof kid === 'number') return pages[page]?.marked.get(kid) ?? ''
      const { MCID, Pg: on } = file.dict(kid)
      if (typeof MCID !== 'number') return node(kid)
      return pages[file.pages.findIndex(({ ref }) => ref === (on as Ref).ref)]?.marked.get(MCID) ?? ''
    }
    const children = typeof ActualText === 'string' ? [ActualText] : file.list(K).map(child)
    return { tag: (S as Name).name, language: typeof Lang === 'string' ? Lang : null, children }
  }
  const { catalog } = file
  const [root = null] = file.list(file.dict(catalog.StructTreeRoot).K)
  return {
    title: file.get(file.info.Title),
    language: catalog.Lang,
    isTagged: file.dict(catalog.MarkInfo).Marked,
    root: node(root),
    pages
  }
}

/** The text of an element and everything in it. */
export const textIn = (node: Node | string): string =>
  typeof node === 'string' ? node : node.children.map(textIn).join('')

const INLINE = new Set(['P', 'H1', 'H2', 'Span', 'Lbl'])

/** The structure as an outline: an element a line, text beside the element that holds it. */
export function outlineOf(node: Node, depth = 0): string[] {
  const head = `${'  '.repeat(depth)}${node.tag}${node.language === null ? '' : ` (${node.language})`}`
  if (INLINE.has(node.tag)) return [`${head}: ${textIn(node)}`]
  return [head, ...node.children.flatMap(child => (typeof child === 'string' ? [] : outlineOf(child, depth + 1)))]
}
