/** Words that did not go, and why: they stay in the field. */
export interface Unsent {
  readonly text: string
  readonly why: string
}

/** Words that can no longer go from here: shown, so that they are not lost. */
export const Unkept = ({ unsent, label }: { unsent: Unsent; label: string }) => (
  <>
    <p class="complaint" role="alert">
      {unsent.why}
    </p>
    <label for="unkept">{label}</label>
    <textarea id="unkept" rows={3} readOnly dir="auto">
      {unsent.text}
    </textarea>
  </>
)
