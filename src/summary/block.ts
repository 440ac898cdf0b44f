// What a section of the summary is made of, before anybody decides how it looks.

/** Words of a person, in the language they used. */
export interface Own {
  readonly text: string
  readonly locale: string
}

export type Block =
  /** A sentence of ours. */
  | { readonly kind: 'fact'; readonly text: string }
  /** One of several. */
  | { readonly kind: 'point'; readonly text: string; readonly from: string | null }
  | {
      readonly kind: 'line'
      readonly asked: string
      readonly answer: string
      readonly own: Own | null
      readonly from: string | null
      readonly earlier: string | null
    }
  | {
      readonly kind: 'said'
      readonly at: string
      readonly asked: string | null
      readonly own: Own
      readonly translation: string | null
    }
