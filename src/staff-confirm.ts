// npm run staff:confirm -- NUMBER: the code that counts as the second person, while nobody else can be. Needs the key of this machine and
// nothing else: no database, so that it runs beside the product.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from './config.ts'
import { FAULTS, OperatorError } from './errors.ts'
import { confirmCode } from './staff/confirm-code.ts'
import { checkout, dataDirectory } from './store/embedded/index.ts'
import { masterKeyFile } from './store/master-key.ts'
import { CONFIRM_CODES, Vault } from './store/vault.ts'

function masterKey(): Buffer {
  const { masterKey: set } = readConfig(process.env)
  if (set) return set
  const folder = dataDirectory(process.env, checkout())
  const file = join(folder, 'master.key')
  // A key made now would be another than the product's.
  if (!existsSync(file)) throw new OperatorError(FAULTS.noMasterKey(file))
  return masterKeyFile(folder, () => {})
}

function main(): void {
  try {
    const request = (process.argv[2] ?? '').trim().toUpperCase()
    if (!/^[0-9A-Z]{8}$/.test(request)) throw new OperatorError(FAULTS.confirmUsage())
    process.stdout.write(`${confirmCode(new Vault(masterKey()).derive(CONFIRM_CODES), request)}\n`)
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}

main()
