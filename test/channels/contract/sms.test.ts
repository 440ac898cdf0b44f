import { contract } from './contract.ts'
import { openSms } from './sms.ts'

contract('by text', openSms)
