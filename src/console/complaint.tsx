interface ComplaintProps {
  readonly id: string
  /** Why a form was not accepted; null where there is nothing to say, or not yet. */
  readonly why: string | null
}

/**
 * Why a form was not accepted, before its first field. A page that came back because of it begins there for whoever uses a
 * keyboard or a screen reader: at the top of a long page they would neither see nor hear that anything was refused. Filled in
 * place by the script, it is read out.
 */
export const Complaint = ({ id, why }: ComplaintProps) => (
  <p class="complaint" role="alert" id={id} hidden={!why} tabIndex={-1} autofocus={why !== null}>
    {why}
  </p>
)
