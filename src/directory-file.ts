// The directory in force: the product's own, with the operator's file over it.
import { readFileSync } from 'node:fs'
import { FAULTS, OperatorError } from './errors.ts'
import { DIRECTORY, type Directory } from './triage/directory/directory.ts'
import { readDirectory } from './triage/directory/operator-file.ts'

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new OperatorError(FAULTS.noDirectoryFile())
  }
}

/** Reads DIRECTORY_FILE, if it is set. Throws an OperatorError that names every faulty entry and field. */
export function openDirectory(path: string | null): Directory {
  if (path === null) return DIRECTORY
  const { directory, faults } = readDirectory(read(path))
  if (faults) throw new OperatorError(FAULTS.directoryFile(faults))
  return directory
}
