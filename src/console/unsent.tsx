import { Complaint } from './complaint.tsx'

/** Words that did not go, and why: they stay in the field. */
export interface Unsent {
  readonly text: string
  readonly why: string
}

/** Words that can no longer go from here: shown, so that they are not lost. */
export const Unkept = ({ unsent, label }: { unsent: Unsent; label: string }) => (
  <>
    <Complaint id="unkept-why" why={unsent.why} />
    <label for="unkept">{label}</label>
    <textarea id="unkept" rows={3} readOnly dir="auto">
      {unsent.text}
    </textarea>
  </>
)
