// npm run staff:confirm -- NUMBER: the code that counts as the second person, while nobody else can be. Needs the key of this machine and
// nothing else: no database, so that it runs beside the product.
import { FAULTS, OperatorError } from './errors.ts'
import { keyThatIsThere } from './machine-key.ts'
import { confirmCode } from './staff/confirm-code.ts'
import { CONFIRM_CODES, Vault } from './store/vault.ts'

function main(): void {
  try {
    const request = (process.argv[2] ?? '').trim().toUpperCase()
    if (!/^[0-9A-Z]{8}$/.test(request)) throw new OperatorError(FAULTS.confirmUsage())
    process.stdout.write(`${confirmCode(new Vault(keyThatIsThere()).derive(CONFIRM_CODES), request)}\n`)
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}

main()
