import { DIRECTORY, type Directory } from '../triage/directory/directory.ts'
import { isPlaceSecret, nameOf } from '../triage/directory/reach.ts'

/**
 * The name of a service as it may travel. Of a secret place it is the name the sources print, or its kind, never what an
 * operator wrote; of a service that is not there any more, its id.
 */
export function nameIn(service: string, directory: Directory): string {
  const row = directory.get(service)
  if (!row) return service
  return isPlaceSecret(row) ? (DIRECTORY.get(row.id)?.name ?? nameOf(row)) : row.name
}
