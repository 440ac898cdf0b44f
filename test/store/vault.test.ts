import { createSecretKey, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { seal, unseal, Vault } from '../../src/store/vault.ts'

const key = createSecretKey(randomBytes(32))
const words = Buffer.from('he comes back at six')

describe('what is sealed', () => {
  test('opens again in its own place, and holds none of the words', () => {
    const sealed = seal(key, words, 'conversation|message|1')
    expect(sealed.includes(words)).toBe(false)
    expect(unseal(key, sealed, 'conversation|message|1')).toEqual(words)
  })

  test('does not open in another row, under another key, or with one bit changed', () => {
    const sealed = seal(key, words, 'conversation|message|1')
    expect(() => unseal(key, sealed, 'conversation|message|2')).toThrow()
    expect(() => unseal(createSecretKey(randomBytes(32)), sealed, 'conversation|message|1')).toThrow()
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed)
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(() => unseal(key, changed, 'conversation|message|1')).toThrow()
    }
  })

  test('does not open with a shortened tag', () => {
    const sealed = seal(key, words, 'place')
    expect(() => unseal(key, sealed.subarray(0, -12), 'place')).toThrow()
  })
})

describe('the vault', () => {
  const vault = new Vault(randomBytes(32))

  test('wraps a conversation key so that only the same conversation can have it back', () => {
    const { key: made, wrapped } = vault.newKey('one')
    expect(vault.unwrap('one', wrapped).equals(made)).toBe(true)
    expect(() => vault.unwrap('another', wrapped)).toThrow()
  })

  test('has a different key for every purpose', () => {
    expect(vault.derive('web sessions')).not.toEqual(vault.derive('staff sessions'))
    expect(vault.blindIndex('+447700900123')).not.toEqual(new Vault(randomBytes(32)).blindIndex('+447700900123'))
  })

  test('refuses a master key of the wrong length', () => {
    expect(() => new Vault(randomBytes(16))).toThrow('32 bytes')
  })
})
