// The catalogue of what can go wrong for an operator: each says what to do, in one line. A person never sees these.

/** A fault whose message is written for the operator: printed as it is, without a stack. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError'
}

export const FAULTS = {
  portTaken: (what: string, port: number) =>
    `Port ${port} is taken, so ${what} cannot be served: stop the other program, or set another port.`,
  noDatabase: () =>
    'The database in DATABASE_URL does not answer: check the address, the password and that it is running.',
  noDatabaseOwner: () =>
    'The database in DATABASE_OWNER_URL does not answer: check the address, the password and that it is the same database.',
  settings: (faults: readonly string[]) =>
    `Some settings are wrong:\n${faults.map(fault => `  - ${fault}`).join('\n')}`,
  otherMasterKey: () =>
    'This database was made under another master key: set the right MASTER_KEY, or put master.key back from your backup.',
  noHashKeys: () =>
    'The keys of accounts and of the record are gone from this database: put the table hash_key back from your backup.',
  noMasterKey: (file: string) => `${file} does not hold a master key: put the right one back from your backup.`,
  noDirectoryFile: () => 'The file in DIRECTORY_FILE cannot be read: check the path, and that this user may read it.',
  directoryFile: (faults: readonly string[]) =>
    `The file in DIRECTORY_FILE has faults:\n${faults.map(fault => `  - ${fault}`).join('\n')}`,
  directoryUsage: () => 'Say what to do: npm run directory -- export FILE, or npm run directory -- import FILE.',
  confirmUsage: () => 'Say which request: npm run staff:confirm -- NUMBER, as its page at the desk shows it.',
  notRunning: () => 'No Sidedoor runs here: start it first, or set DATABASE_URL to the database it uses.',
  noSuchAdmin: (found: 'nobody' | 'several') =>
    found === 'nobody'
      ? 'No admin has that name: give it as the page "Accounts" shows it, or leave it out for a new member.'
      : 'Several admins have that name: another admin can make the link, under "Accounts".',
  linkElsewhere: () => "Accounts are your organisation's: leave the name out, for a link that needs no account there.",
  cannotRead: (file: string) => `${file} cannot be read: check the path, and that this user may read it.`,
  cannotWrite: (file: string) => `${file} cannot be written: check the folder, and that this user may write there.`,
  notJson: (file: string) => `${file} is not JSON: look for a missing comma or quotation mark.`,
  noTexts: () =>
    'No account for texts is set: set PUBLIC_URL, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_MESSAGING_SERVICE_SID.',
  noTwilio: () => 'Twilio does not answer: check the network of this machine, and try again.',
  twilioRefuses: () =>
    'Twilio refuses TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN: copy both from its Console again, of the same account.',
  noMessagingService: () =>
    'Twilio has no such messaging service in this account, or a number of its pool is gone: check TWILIO_MESSAGING_SERVICE_SID.',
  twilioFails: (status: number) => `Twilio answers with fault ${status}: try again later, and see its status page.`,
  debugSet: () => 'DEBUG is set, and would print what people say: unset it and start again.'
} as const
