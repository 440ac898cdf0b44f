/** The longest list of things that stand in both lists in the same order: whatever else is in both has moved. */
export function inSameOrder(before: readonly string[], after: readonly string[]): Set<string> {
  const rows = before.length + 1
  const lengths = Array.from({ length: rows }, () => new Array<number>(after.length + 1).fill(0))
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      const longest =
        before[row] === after[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
      ;(lengths[row] as number[])[column] = longest
    }
  }
  const kept = new Set<string>()
  for (let row = 0, column = 0; row < before.length && column < after.length; ) {
    const here = before[row] as string
    if (here === after[column]) {
      kept.add(here)
      row++
      column++
    } else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return kept
}
