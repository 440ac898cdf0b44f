// The master key of this machine, for the commands that run beside the product: the one it runs with, and never a new one.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from './config.ts'
import { FAULTS, OperatorError } from './errors.ts'
import { checkout, dataDirectory } from './store/embedded/index.ts'
import { masterKeyFile } from './store/master-key.ts'

/** Throws an OperatorError where there is none. */
export function keyThatIsThere(): Buffer {
  const { masterKey: set } = readConfig(process.env)
  if (set) return set
  const folder = dataDirectory(process.env, checkout())
  const file = join(folder, 'master.key')
  // A key made now would be another than the product's.
  if (!existsSync(file)) throw new OperatorError(FAULTS.noMasterKey(file))
  return masterKeyFile(folder, () => {})
}
