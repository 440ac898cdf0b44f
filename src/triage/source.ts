// Where a service, a rule or a prompt comes from: a line of one of the two source documents, or, outside them, what and who.

/** The two source documents, as they stand in docs/seeds. */
export const HAMPSHIRE_PAGE = '000_918efe632bb91e05.txt'
export const SOUTHAMPTON_STRATEGY = '002_43e549996c9c9cb7.txt'

export interface Quoted {
  readonly file: typeof HAMPSHIRE_PAGE | typeof SOUTHAMPTON_STRATEGY
  /** First and last line of the quote, counted from 1. */
  readonly lines: readonly [number, number]
  /** Word for word; line breaks count as spaces. */
  readonly quote: string
}

/** Something neither document says: whose design or whose page it is. */
export interface Beyond {
  readonly beyond: string
}

export type Source = Quoted | Beyond

type Lines = number | readonly [number, number]

const quoted = (file: Quoted['file'], lines: Lines, quote: string): Quoted => ({
  file,
  lines: typeof lines === 'number' ? [lines, lines] : lines,
  quote
})

/** A quote from the county's page on safe accommodation. */
export const hampshirePage = (lines: Lines, quote: string): Quoted => quoted(HAMPSHIRE_PAGE, lines, quote)

/** A quote from Southampton's strategy of 2021 to 2024. */
export const southamptonStrategy = (lines: Lines, quote: string): Quoted => quoted(SOUTHAMPTON_STRATEGY, lines, quote)

/** A design of the product, for the practice lead to sign off with the risk policy. */
export const triageSpecification = (section: string): Beyond => ({ beyond: `triage specification, section ${section}` })
