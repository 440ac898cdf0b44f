/** Every text that can be reached from a value: fields (also hidden ones), entries of maps and sets, buffers. */
export function* textsReachable(from: unknown): Generator<string> {
  const seen = new Set<unknown>()
  const waiting: unknown[] = [from]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (typeof value === 'string') yield value
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) continue
    seen.add(value)
    if (value instanceof Uint8Array) yield Buffer.from(value).toString('utf8')
    else waiting.push(...within(value))
  }
}

function within(value: object): unknown[] {
  const entries = value instanceof Map ? [...value.keys(), ...value.values()] : value instanceof Set ? [...value] : []
  const fields = Reflect.ownKeys(value).flatMap(key => {
    const field = Reflect.getOwnPropertyDescriptor(value, key)
    return [key, field?.value]
  })
  return [...entries, ...fields]
}
