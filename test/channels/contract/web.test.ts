import { contract } from './contract.ts'
import { openWeb } from './web.ts'

contract('the page', openWeb)
