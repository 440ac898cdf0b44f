/** Numbers from 0 to 1 that look random and are the same for the same seed: a run that failed can be played again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    // A Weyl sequence, mixed twice.
    state = (state + 0x9e3779b9) >>> 0
    const once = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
    return ((twice ^ (twice >>> 16)) >>> 0) / 2 ** 32
  }
}
