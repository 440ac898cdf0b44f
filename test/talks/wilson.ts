/** The 95 % interval of a share (Wilson, 1927), in per cent: what a few messages can tell of many. */
export function interval(part: number, of: number): readonly [low: number, high: number] {
  if (of === 0) return [0, 100]
  const z = 1.96
  const share = part / of
  const middle = share + z ** 2 / (2 * of)
  const reach = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  const whole = 1 + z ** 2 / of
  return [Math.max(0, (100 * (middle - reach)) / whole), (100 * (middle + reach)) / whole]
}
