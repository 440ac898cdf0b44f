// What the record of staff keeps of a turn: who did what, never a word of it. Saved with the turn: both, or neither.

export type Act =
  | 'take'
  | 'release'
  | 'bring_back'
  | 'close'
  | 'band'
  | 'record'
  | 'note'
  | 'seen'
  | 'transfer_ask'
  | 'transfer'
  | 'transfer_no'
  | 'join_in'
  | 'step_out'
  | 'call_back_attempt'
  | 'call_back_end'
  | 'override'

export interface OnRecord {
  readonly staffId: string
  readonly action: Act
}

export const onRecord = ({ id }: { readonly id: string }, action: Act): { readonly onRecord: OnRecord } => ({
  onRecord: { staffId: id, action }
})
