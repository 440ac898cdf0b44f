import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const folder = fileURLToPath(new URL('faults', import.meta.url))
const checkout = fileURLToPath(new URL('../..', import.meta.url))

/** What somebody who makes this mistake in a flow file is told. */
const faults: Readonly<Record<string, string>> = {
  'function-as-a-condition.ts': "'() => boolean' is not assignable to parameter of type 'Condition'",
  'option-of-another-question.ts': `'"lastFewDays"' is not assignable to parameter of type '"no" | "skip" | "yes"'`,
  'question-without-words.ts': `Type '"fear"' is not assignable to type 'never'`,
  'rail-as-a-step.ts': `'{ kind: "person"; }' is not assignable to type 'Step'`,
  'rail-in-a-flow.ts': "'on' does not exist in type 'Definition",
  'rail-in-a-step.ts': "'on' does not exist in type 'Ask'",
  'section-without-end.ts': "is not assignable to type 'End'",
  'skip-switched-on.ts': "'skip' does not exist in type",
  'unknown-card.ts': `'"hospital"' is not assignable`,
  'unknown-message.ts': `'"goodMorning"' is not assignable`,
  'unknown-option.ts': `'"terrified"' is not assignable to parameter of type '"aBit" | "not" | "skip" | "very"'`,
  'unknown-question-in-condition.ts': `'"feelings"' is not assignable`,
  'unknown-question.ts': `'"feelings"' is not assignable to parameter of type 'WordedQuestion'`,
  'unknown-section-inside.ts': "there is no section 'elsewhere'",
  'unknown-section.ts': "there is no section 'nowhere'",
  'unknown-start.ts': `'"beginning"' is not assignable to type '"opening"'`
}

/** Everything the compiler says about each file; an error begins with the path of its file, its details are indented. */
function complaints(): Map<string, string> {
  const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))
  const args = [tsc, '-p', folder, '--pretty', 'false']
  const { stdout } = spawnSync(process.execPath, args, { cwd: checkout, encoding: 'utf8' })
  const found = new Map<string, string>()
  let file = ''
  for (const line of stdout.split('\n')) {
    file = /^(\S+)\(\d+,\d+\): error/.exec(line)?.[1] ?? file
    if (line) found.set(file, `${found.get(file) ?? ''}${line}\n`)
  }
  return found
}

describe('a mistake in a flow file does not compile', () => {
  const said = complaints()
  const inFolder = (file: string) => `test/flow/faults/${file}`

  test.each(Object.entries(faults))('%s', (file, message) => {
    expect(said.get(inFolder(file))).toContain(message)
  })

  test('and a flow without a mistake does, beside them', () => {
    const files = readdirSync(folder).filter(file => file.endsWith('.ts') && file !== 'sound.ts')
    expect([...said.keys()].sort()).toEqual(files.map(inFolder).sort())
    expect(files.sort()).toEqual(Object.keys(faults).sort())
  })
})
