// A process that is killed: at one of its acts it stops for ever, whether that act was done or not.

export class Killed extends Error {
  override readonly name = 'Killed'
}

/** Wraps what a process acts through. The acts of everything wrapped are counted together. */
export function mortal(killedAt: number, isDoneFirst: boolean): <T extends object>(whole: T) => T {
  let acts = 0
  const act = async (run: () => unknown) => {
    acts += 1
    if (acts > killedAt || (acts === killedAt && !isDoneFirst)) throw new Killed()
    const result = await run()
    if (acts >= killedAt) throw new Killed()
    return result
  }
  return whole =>
    new Proxy(whole, {
      get(target, name) {
        const value = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return (...given: unknown[]) => act(() => value.apply(target, given))
      }
    })
}
