/**
 * Codes with which the carrier says that this number takes no texts from us, and will not: they have sent STOP (21610), or
 * there is no such mobile (21211, 21214, 21217, 21614, 30005, 30006), or it may not be texted (21408, 21612, 30004).
 */
export const BLOCKING: ReadonlySet<string> = new Set(
  [21610, 21211, 21214, 21217, 21408, 21612, 21614, 30004, 30005, 30006].map(String)
)
