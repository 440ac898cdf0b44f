// The product without its doors: database, words, flows, desk and the road, wired once. main, talk and simulate open it.
import { Conversations } from './conversation/conversations.ts'
import type { Desk } from './conversation/ports.ts'
import type { Practice } from './conversation/practice.ts'
import { DIALOGUE } from './dialogue.ts'
import { openDirectory } from './directory-file.ts'
import { FAULTS, OperatorError } from './errors.ts'
import type { Dialogue } from './flow/account/dialogue.ts'
import { StaffDesk } from './handover/desk.ts'
import { OpeningHours } from './handover/opening-hours.ts'
import { handoversOf } from './handover/step.ts'
import { TIMINGS, type Timings } from './handover/timings.ts'
import type { Log } from './log.ts'
import { AccountStore } from './store/accounts.ts'
import { Challenges } from './store/challenges.ts'
import { ConversationStore } from './store/conversations.ts'
import { CredentialStore } from './store/credentials.ts'
import { type Connection, connect, migrate } from './store/database.ts'
import { archiveFlows } from './store/flow-archive.ts'
import { grantTo } from './store/grants.ts'
import { type Keyed, openKeyed } from './store/hash-keys.ts'
import { IdentityVisits } from './store/identity-visits.ts'
import { KnownDevices } from './store/known-devices.ts'
import { Listener } from './store/listener.ts'
import { checkMasterKey } from './store/master-key.ts'
import { RoleChangeStore } from './store/role-changes.ts'
import { SignInPace } from './store/sign-in-pace.ts'
import { StaffStore } from './store/staff.ts'
import { CONFIRM_CODES, Vault } from './store/vault.ts'
import type { Directory } from './triage/directory/directory.ts'
import { LOCALES } from './wording/folder.ts'
import type { Drafts } from './wording/review.ts'
import { Wordbook } from './wording/wordbook.ts'

export interface Setting {
  readonly databaseUrl: string
  /** The same database as its owner; null or left out where the product's own role is that. */
  readonly ownerUrl?: string | null
  readonly masterKey: Buffer
  readonly openingHours: string | null
  readonly directoryFile?: string | null
  /** Of the chat page, as people know it; none where it is not set. */
  readonly publicUrl?: string | null
  /** Languages nobody has read yet that are spoken all the same; none where this is not said. */
  readonly draftLanguages?: Drafts
  /** The clocks of a handover; the product's own where an operator set none. */
  readonly timings?: Timings
  /** What a practice lead set about own words; the safe defaults where nobody did. */
  readonly practice?: Practice
  readonly log: Log
  /** Stands in for the real desk where nobody can be on duty: in simulate. */
  readonly desk?: Desk
}

function hoursOf(text: string | null): OpeningHours | null {
  try {
    return text === null ? null : OpeningHours.read(text)
  } catch (error) {
    throw new OperatorError((error as Error).message)
  }
}

export interface Product {
  readonly conversations: Conversations
  readonly readings: ConversationStore
  readonly connection: Connection
  /** As the owner of the database; the same connection where there is no other. */
  readonly owner: Connection
  readonly vault: Vault
  readonly keyed: Keyed
  readonly staff: StaffStore
  readonly accounts: AccountStore
  readonly credentials: CredentialStore
  readonly challenges: Challenges
  readonly roleChanges: RoleChangeStore
  readonly pace: SignInPace
  readonly knownDevices: KnownDevices
  readonly visits: IdentityVisits
  readonly desk: Desk
  readonly bell: Listener
  readonly timings: Timings
  readonly wordbook: Wordbook
  /** The services there are: the product's own, with the operator's file over them. */
  readonly directory: Directory
  /** The dialogue as it stands, for staff to look at. */
  readonly dialogue: Dialogue
  close(): Promise<void>
}

async function answers({ pool }: Connection, fault: () => string): Promise<void> {
  await pool.query('select 1').catch(() => {
    throw new OperatorError(fault())
  })
}

/** Opens everything behind the doors. Throws an OperatorError when the database cannot be used. */
export async function openProduct(setting: Setting): Promise<Product> {
  const { databaseUrl, masterKey, openingHours, log, desk } = setting
  // Before the database is touched: a fault in a file is the operator's quickest to mend.
  const directory = openDirectory(setting.directoryFile ?? null)
  const connection = connect(databaseUrl, error => log.warn({ error }, 'a database connection broke'))
  await answers(connection, FAULTS.noDatabase)
  const owner = setting.ownerUrl ? connect(setting.ownerUrl, () => {}) : connection
  await answers(owner, FAULTS.noDatabaseOwner)
  await migrate(owner.db)
  if (owner !== connection) await grantTo(owner.db, decodeURIComponent(new URL(databaseUrl).username))
  const vault = new Vault(masterKey)
  await checkMasterKey(connection, vault)
  const keyed = await openKeyed(connection.db, vault, {
    made: () =>
      log.warn('made the keys of accounts and of the record: said again later, they were taken out of the database'),
    broken: kind => log.error({ kind }, 'a row of accounts was changed from outside, and does not count')
  })
  const flows = await archiveFlows(connection, DIALOGUE.flow)
  const wordbook = await Wordbook.open(
    LOCALES,
    ({ locale, key }) =>
      log.error({ locale, missing: key }, 'words are missing: the person was shown a neutral sentence'),
    setting.draftLanguages
  )
  const staff = new StaffStore(connection.db, keyed)
  const realDesk = desk ?? new StaffDesk(staff, hoursOf(openingHours))
  const timings = setting.timings ?? TIMINGS
  const bell = new Listener(databaseUrl)
  await bell.open()
  const readings = new ConversationStore(connection, vault, keyed.record)
  const conversations = new Conversations({
    store: readings,
    handovers: handoversOf(timings),
    desk: realDesk,
    flows,
    wordbook,
    directory,
    webAddress: setting.publicUrl ?? null,
    ...(setting.practice ? { practice: setting.practice } : {})
  })
  return {
    conversations,
    readings,
    connection,
    owner,
    vault,
    keyed,
    staff,
    accounts: new AccountStore(connection.db, keyed),
    credentials: new CredentialStore(connection.db, keyed, vault.derive('staff credentials')),
    challenges: new Challenges(connection.db, vault.derive('passkey challenges')),
    roleChanges: new RoleChangeStore(connection.db, keyed, vault.derive(CONFIRM_CODES)),
    pace: new SignInPace(connection.db, vault.derive('sign-in pace')),
    knownDevices: new KnownDevices(connection.db, vault.derive('known devices')),
    visits: new IdentityVisits(connection.db),
    desk: realDesk,
    bell,
    timings,
    wordbook,
    directory,
    dialogue: DIALOGUE,
    async close() {
      await bell.close()
      await connection.db.destroy()
      if (owner !== connection) await owner.db.destroy()
    }
  }
}
