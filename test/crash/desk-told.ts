import type { ComparedPerson, Told } from './desk-compare.ts'
import type { Pair } from './desk-pair.ts'

/** What is stored of each. One after another: a test must not take the connections that the processes need. */
export async function toldOf(
  people: readonly (ComparedPerson & { readonly id: string })[],
  { behind }: Pair
): Promise<Told[]> {
  const told: Told[] = []
  for (const person of people) {
    const reading = await behind.conversations.read(person.id)
    const { rows } = await behind.connection.pool.query<{ status: string; updated_at: Date }>(
      'select status, updated_at from conversation where id = $1',
      [person.id]
    )
    const [row] = rows
    told.push({ person, messages: reading?.messages ?? [], leftAt: row?.status === 'left' ? row.updated_at : null })
  }
  return told
}
