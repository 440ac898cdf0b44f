// npm run directory -- export FILE | import FILE: the directory as Open Referral data (HSDS 3.0), out and in.
import { readFileSync, writeFileSync } from 'node:fs'
import { readConfig } from './config.ts'
import { openDirectory } from './directory-file.ts'
import { FAULTS, OperatorError } from './errors.ts'
import type { Directory } from './triage/directory/directory.ts'
import { toHsds } from './triage/directory/hsds/export.ts'
import { fromHsds } from './triage/directory/hsds/import.ts'
import { readDirectory } from './triage/directory/operator-file.ts'

function read(path: string): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new OperatorError(FAULTS.cannotRead(path))
  }
  try {
    return JSON.parse(text)
  } catch {
    // What JSON.parse says quotes the file.
    throw new OperatorError(FAULTS.notJson(path))
  }
}

/** Writes what anybody may read. What is secret or unconfirmed is not in it: the export itself leaves it out. */
function exportTo(path: string, directory: Directory): void {
  const services = toHsds(directory, new Date().toISOString().slice(0, 10))
  try {
    writeFileSync(path, `${JSON.stringify(services, null, 2)}\n`)
  } catch {
    throw new OperatorError(FAULTS.cannotWrite(path))
  }
  process.stdout.write(`Services written: ${services.length}.\n`)
}

/** Prints entries for DIRECTORY_FILE to standard output, and what was not taken to standard error, a line each. */
function importFrom(path: string, directory: Directory): number {
  const { file, notTaken } = fromHsds(read(path), directory)
  // Nothing is printed as an entry that the next start would refuse.
  const { faults = [] } = readDirectory(JSON.stringify(file), directory)
  for (const line of [...notTaken, ...faults]) process.stderr.write(`${line}\n`)
  if (faults.length > 0 || Object.keys(file.entries).length === 0) return 1
  process.stdout.write(`${JSON.stringify(file, null, 2)}\n`)
  return 0
}

function main([what, path, ...more]: readonly string[]): number {
  if (path === undefined || more.length > 0) throw new OperatorError(FAULTS.directoryUsage())
  if (what !== 'export' && what !== 'import') throw new OperatorError(FAULTS.directoryUsage())
  const directory = openDirectory(readConfig(process.env).directoryFile)
  if (what === 'import') return importFrom(path, directory)
  exportTo(path, directory)
  return 0
}

try {
  process.exitCode = main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof OperatorError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
