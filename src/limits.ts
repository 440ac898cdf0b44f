// Every number the product is held to, with its unit and its reason. No bare numbers elsewhere.

/** Longest text a person may send in one go, in characters: a page of writing; more is asked for in parts. */
export const TEXT_MAX = 2_000
/** Most of a message that is read for its meaning, in characters: half from its start, half from its end, where the news is. */
export const READ_MAX = 4_000
/** Longest word that is looked at, in letters: longer ones are no word of any language. */
export const WORD_MAX = 40
/** Words that may stand between the parts of a phrase, at most. */
export const GAP_WORDS = 4
/** A text whose dots and lines stand no further apart than so many words may be one sentence. */
export const BIT_WORDS = 4
/** A negation reaches over so many words: "never once laid". */
export const NEGATION_REACH = 3
/** Time is looked for so many words around what happens: "one day he will", "hes hitting me all the time". */
export const TIME_REACH = 4
/** A question to the service is all that a message is, if beside it stand no more words that mean anything: "my mate sent this, is it real". */
export const ASIDE_WORDS = 5
/** Texts listened to before their conversation is locked, kept at once, at most: as many as may wait for a lock. */
export const AHEAD_KEPT = 32
/** A typing slip is looked for only in messages of so many words: longer ones are told, not tapped. */
export const SLIP_WORDS = 6
/** How many of our own messages are looked for in what somebody sends: a phone reacts to what stands far above, too. */
export const OURS_KEPT = 40
/** Words in quotation marks that are taken for ours, at least, where they are: fewer may be an option's own words. */
export const QUOTED_WORDS = 3
/** Words without quotation marks that are taken for a copy of ours, at least. */
export const ECHO_WORDS = 5
/** Words before a copy of ours that are no more than a reaction to it: "Removed a like from". */
export const REACTION_WORDS = 5
/** A message is peeled, in words as they are written, up to here: longer ones are told, and answer nothing by a rail or a number. */
export const PEELED_WORDS = 40
/** A name under a message, in letters. */
export const NAME_MAX = 15
/** Largest request body, in bytes: room for TEXT_MAX in any script, form-encoded, with the form's own fields. */
export const BODY_MAX = 65_536

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** A page nobody has touched for this long no longer opens the conversation, in ms. */
export const ACCESS_IDLE = 60 * MINUTE
/** A conversation nobody was asked to join is deleted after this long, in ms (domain guide, section 6: 24-72 h). */
export const UNCLAIMED_KEPT = 72 * HOUR
/** A conversation that was handed over is kept this long from its last word, in ms; then only the summary's counts. */
export const HANDED_OVER_KEPT = 30 * 24 * HOUR
/** Wrong safe words until the conversation opens to nobody any more: a slip of the finger, and no more (domain guide, 8). */
export const WRONG_WORDS_MAX = 2
/** Words said to come back from one part of the network: so many at once (a refuge shares an address) ... */
export const RETURNS_BURST = 20
/** ... and then one more in this time, in ms: each costs a tenth of a second of work. */
export const RETURN_EVERY = 10 * SECOND
/** Words compared with a safe word at the same time, at most: 64 MiB of memory and two cores each. */
export const RETURNS_AT_ONCE = 4
/** Others wait for their turn: from one part of the network so many (a refuge, in which some come back after a night) ... */
export const RETURNS_WAIT_EACH = 8
/** ... in all so many, about what two cores compare in RETURN_PATIENCE ... */
export const RETURNS_WAIT_MAX = 64
/** ... and for so long, in ms: with PAGE_PATIENCE ten seconds, after which a person would think that nothing happens. */
export const RETURN_PATIENCE = 5 * SECOND
/** How often an open page is noted, in ms: a small part of ACCESS_IDLE, and seldom enough to cost nothing. */
export const SEEN_EVERY = 5 * MINUTE
/** An SMS that could not leave within this long is dropped, in ms: a late text lights up a phone at the wrong moment. */
export const SMS_VALID = 10 * MINUTE
/** By text somebody is with us for this long after they last wrote, in ms: as long as a page may lie idle. Then only agreed times count. */
export const SMS_LIVE = 60 * MINUTE
/** Texts one message may take, at most: each is a sound and a line on a screen (domain guide, section 1). */
export const SMS_SEGMENTS_MAX = 2
/** How long `npm run sms:check` waits for one answer of Twilio's, in ms: an operator sits before it. */
export const SMS_CHECK_PATIENCE = 10 * SECOND
/** A clock of a handover whose turn failed is tried again after this long, in ms: others are due meanwhile. */
export const CLOCK_AGAIN = 30 * SECOND
/** How often jobs look for work when nothing rang, in ms. */
export const JOB_PAUSE = 1 * SECOND
/** Pause before a text that was not taken is tried again, in ms, doubled each time ... */
export const SEND_AGAIN_FIRST = 1 * SECOND
/** ... up to this: what is late is dropped by its own moment, not by a count. */
export const SEND_AGAIN_MAX = 1 * MINUTE
/** The same for a text that came in and could not be taken up: it is kept for as long as it takes. */
export const TAKE_AGAIN_MAX = 1 * MINUTE
/** A call to the carrier that has no answer after this long is given up, in ms: the conversation waits meanwhile. */
export const CARRIER_PATIENCE = 8 * SECOND
/** After a call without an answer the carrier's first report is waited for this long, in ms: it comes within a second or two. */
export const CARRIER_REPORTS_WITHIN = 6 * SECOND
/** What the carrier keeps of a text is deleted there after this long, in ms: by then it has arrived or is too late. */
export const CARRIER_RECORD_KEPT = 15 * MINUTE
/** Ids of texts that came in are known for this long, in ms: a recorded request may be sent again at any time. */
export const TEXT_IDS_KEPT = 400 * 24 * HOUR
/**
 * Texts taken up at the same time, at most: each may hold three connections to the database (its own, its turn's, and the desk's
 * while it is asked).
 */
export const TAKERS = 2
/** Texts handed to the carrier at the same time, at most. */
export const SENDERS = 4
/** Largest request of the carrier, in bytes: a text of ten segments in any script, with a score of fields beside it. */
export const CARRIER_BODY_MAX = 32_768
/** A worker whose console has not been heard for this long is not on duty, in ms. */
export const ON_DUTY_HEARD = 90 * SECOND
/** Conversations one worker holds at a time, at most: what somebody trained can follow when none of them is urgent. */
export const CONVERSATIONS_AT_ONCE = 4
/** Urgent ones among them, at most: one to talk with, and one more while the first waits for the police or has gone quiet. */
export const URGENT_AT_ONCE = 2
/** After closing an urgent one a worker takes no other for this long, in ms: to write it down, and to breathe. */
export const PAUSE_AFTER_URGENT = 10 * MINUTE
/** How long a sign-in link works, in ms. */
export const SIGN_IN_VALID = 12 * HOUR
/** A staff session ends after this long without a request, in ms, and after STAFF_ABSOLUTE whatever happens. */
export const STAFF_IDLE = 30 * MINUTE
export const STAFF_ABSOLUTE = 12 * HOUR
/** Quiet comment on an event stream, in ms: shorter than any proxy's patience. */
export const HEARTBEAT = 15 * SECOND
/** That somebody writes is told this often at most, in ms; the script keeps to twice as long. */
export const WRITING_EVERY = 2 * SECOND
/** Whether a person's page is open is asked every HEARTBEAT; no answer after this long, in ms, is an answer: a notice takes milliseconds. */
export const PAGE_ANSWERS_WITHIN = 2 * SECOND
/** Open event streams of one conversation: two tabs and a frame. */
export const STREAMS_MAX = 4
/** Whoever has said nothing for this long has gone quiet, for staff, in ms (domain guide, section 8: the page is cleared then). */
export const QUIET_SHOWN = 10 * MINUTE
/** The last words of somebody who left, as many as stand on the list: the one they left with, and what led to it. */
export const LAST_WORDS_SHOWN = 3
/** Words that were not understood, as many as stand at the top of the page; the others are in the chat. */
export const UNREAD_WORDS_SHOWN = 6
/** Whether 999 is called for somebody who left at risk is decided within this, in ms (own-words specification, section 9). */
export const EMERGENCY_DECIDED_WITHIN = 5 * MINUTE
/** A conversation whose person has left stays on the staff list this long, in ms: about a shift, so that somebody notices. */
export const LEFT_SHOWN = 12 * HOUR
/** Open event streams of one staff session: a browser has six connections for the whole console. */
export const STAFF_STREAMS_MAX = 6
/** Longest first name a worker may give, in characters: it stands beside every message. */
export const STAFF_NAME_MAX = 40
/** Without script a staff page fetches itself again after this long, in SECONDS (the unit of a meta refresh). */
export const STAFF_REFRESH_SECONDS = 10
/** A turn that has not ended after this long is given up for the caller, in ms: a person waits no longer for one answer. */
export const TURN_DEADLINE = 15 * SECOND
/** A safe way to reach somebody is believed for this long after they gave it, in ms (domain questions, `textFirst`). */
export const SAFE_CONTACT_VALID = 14 * 24 * HOUR
/** A worker who is contacting somebody as agreed keeps others from doing so for this long, in ms: a long call, and no forgotten one. */
export const CALL_BACK_HELD = 30 * MINUTE
/** After so many tries without an answer a worker is advised to end it: each one more is one more that somebody else may see. */
export const CALL_BACK_TRIES = 3
/** The count of call-backs that are due is worked out anew after this long, in ms, and at once when anything changes: times begin on the hour. */
export const CALL_BACKS_COUNTED = 1 * MINUTE
/** How long an exit waits for the store before the browser is sent on anyway, in ms. */
export const EXIT_PATIENCE = 1 * SECOND
/** New web conversations from one part of the network: so many at once (a refuge or a library shares an address) ... */
export const STARTS_BURST = 40
/** ... and then one more in this time, in ms. */
export const START_EVERY = 30 * SECOND
/** Parts of the network remembered at a time, at most. */
export const STARTS_KNOWN_MAX = 10_000
/** Open connections of one origin, at most: some times what a busy service has, and some ten kilobytes each. The next takes another's place. */
export const SOCKETS_MAX = 3_000
/** Of one part of the network: an office or a mobile operator's exit, with the six connections of a browser for each of sixty. */
export const CLIENT_SOCKETS_MAX = 400
/** With no more than so many a client is nobody who holds too much: two browsers. */
export const CLIENT_SOCKETS_FEW = 12
/** On a new connection a request is on its way for this long, in ms: until then it is not taken for one that is only held. */
export const REQUEST_COMES = 2 * SECOND
/** The head of a request has arrived within this time, in ms: a slow line sends its few hundred bytes in one go. */
export const HEADERS_WITHIN = 20 * SECOND
/** A whole request has, in ms: a page of writing over the slowest of lines. */
export const REQUEST_WITHIN = 60 * SECOND
/** Both are looked at this often, in ms: a tenth of what they allow, or so. */
export const CONNECTIONS_CHECKED = 5 * SECOND
/** A connection nobody asks on is closed after this long, in ms: longer than the minute that proxies keep theirs. */
export const KEPT_ALIVE = 72 * SECOND
/** Lines in the head of a request that are read, at most: browsers and proxies send some thirty. */
export const HEADERS_MAX = 100
/** A form that could not be taken waits this long for its page to be fetched, in ms: a slow line, and no longer. */
export const DRAFT_KEPT = 2 * MINUTE
/** Most such forms at once: a few megabytes at worst. */
export const DRAFTS_MAX = 500
/** Rows of the anonymous dataset go after this many quarters: a year that is published can be compared with the one before. */
export const DATASET_QUARTERS_KEPT = 8
/** Rows that go into the dataset together, at least: of so many nobody can tell which belongs to which of the contacts that ended. */
export const DATASET_BATCH = 20
/** This long after a quarter's end nobody is counted in it any more, in ms: HANDED_OVER_KEPT, and half a day for what is late. */
export const DATASET_SETTLED = HANDED_OVER_KEPT + 12 * HOUR
/** A row that waits is as long as this, or a multiple of it, in bytes: twice what the longest row there can be takes. */
export const DATASET_ROW_BYTES = 4_096
/** Turns of a played-through conversation: more than any path has, so that a fault in a flow cannot hold the desk. */
export const REHEARSED_TURNS = 200
/** A page that cannot be read from the store in this time is given without it, in ms: the numbers must not wait. */
export const PAGE_PATIENCE = 5 * SECOND
/** Webhooks and mail leave by a loop each, so that a receiver that hangs holds up no mail. */
export const OUTPUT_SENDERS = 2
/** Pauses after a webhook or a mail was not taken, in ms (Standard Webhooks); after the last of them it is given up, 42 hours on. */
export const OUTPUT_PAUSES: readonly number[] = [
  1 * MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  24 * HOUR
]
/** Each pause is longer by up to this part of itself, so that what failed together does not come back together. */
export const OUTPUT_JITTER = 0.2
/** A receiver of webhooks that has not answered after this long counts as not having taken it, in ms. */
export const WEBHOOK_PATIENCE = 10 * SECOND
/** The same for each step with a mail server, in ms: they look at what they are given before they answer. */
export const MAIL_PATIENCE = 30 * SECOND
/** Whoever keeps a conversation open is on record again after this long, in ms: how long somebody read can be told, and a day stays readable. */
export const FOLLOW_RECORDED = 10 * MINUTE
/** A request for roles waits this long for its second person, in ms: over a weekend. */
export const ROLE_CHANGE_VALID = 3 * 24 * HOUR
/** Which roles were given can be read this long on their page, in ms; in the record for good. */
export const ROLE_CHANGE_SHOWN = 30 * 24 * HOUR
/** Rows of the record of what staff did on one page: what can be read down in one go. */
export const AUDIT_PAGE = 100
/** Shortest password, in characters: length is what guessing costs (NIST SP 800-63B). */
export const PASSWORD_MIN = 12
/** So many characters of it have to be left beside what is tried first, a common password or a name: a year and a sign are fewer. */
export const PASSWORD_OWN_PART = 8
/** Longest password, in characters: more costs time to hash and adds nothing. */
export const PASSWORD_MAX = 200
/** Longest name to sign in with, in characters: room for an e-mail address. */
export const LOGIN_MAX = 100
/** How long one code of an authenticator counts, in SECONDS (its own unit), and so many codes to either side are taken: clocks drift. */
export const TOTP_STEP_SECONDS = 30
export const TOTP_DRIFT = 1
/** What a passkey has to sign is good for this long, in ms: somebody looks for their phone. */
export const CHALLENGE_VALID = 5 * MINUTE
/** Wrong answers with a passkey from one part of the network that are put on record: so many at once (somebody tries each key they have) ... */
export const WRONG_PASSKEYS_BURST = 20
/** ... and then one more in this time, in ms: nothing is guessed that way, and a flood would make the record long and slow. */
export const WRONG_PASSKEY_EVERY = 30 * SECOND
/** A visit to the identity provider may take this long, in ms: somebody looks for their phone there too. */
export const IDENTITY_VISIT = 10 * MINUTE
/** Whoever takes a copy away has proved who they are within this time, in ms. */
export const PROOF_FRESH = 10 * MINUTE
/**
 * Wrong passwords that cost nothing: for one name, from one address (behind a proxy everybody has the same one), and for one member on
 * a device they have signed in on before, where neither of the others counts.
 */
export const FREE_TRIES = { account: 3, address: 20, device: 3 }
/** Then each costs a wait, in ms, doubled each time, up to the longest: nobody is ever locked out by somebody else for good. */
export const SIGN_IN_WAIT_FIRST = 1 * SECOND
export const SIGN_IN_WAIT_MAX = { account: 5 * MINUTE, address: 30 * SECOND, device: 5 * MINUTE }
/** Without a try for this long everything before is forgotten, in ms. */
export const TRIES_FORGOTTEN = 60 * MINUTE
/** A device is known for this long after a member last signed in there, in SECONDS (a cookie's unit): half a year, over a long leave. */
export const KNOWN_DEVICE_SECONDS = 180 * 24 * 3_600
/** Members one device is known for, at most: a computer at a desk that is shared over the shifts, in half a kilobyte. */
export const MEMBERS_OF_DEVICE_MAX = 16
/** Longest reason for reading what is not one's own, in characters: some sentences, which others read in a table. */
export const REASON_MAX = 500
/** How often a live thread in Azure is read, in ms: 20 times a minute of the 200 it allows. */
export const AZURE_POLL_EVERY = 3 * SECOND
/** A call to Azure without an answer after this long is given up, in ms. Nobody waits for it but the mirror. */
export const AZURE_PATIENCE = 5 * SECOND
/** Whoever mirrors a thread has it for this long, in ms: after that another may think they were killed. Five calls at most. */
export const AZURE_HELD = 5 * AZURE_PATIENCE
/** A post without an answer has arrived by now, or never will, in ms: only then is it looked for and sent again. */
export const AZURE_SETTLES = 5 * SECOND
/** A listing goes back this far behind the last one, in ms: over two clocks that differ, and the minute that pacing looks at. */
export const AZURE_LOOK_BACK = 90 * SECOND
/** Posts in one thread, at most so many in so many ms: Azure allows 10 in 10 s and 30 in a minute, from everybody in it together. */
export const AZURE_PACE = [
  { most: 8, within: 10 * SECOND },
  { most: 30, within: MINUTE }
] as const
/** What somebody writes within this long is posted together, in ms. */
export const AZURE_TOGETHER = 2 * SECOND
/** Turns of speaking that wait for Azure until they are posted together: more would take the pace away from what is said now. */
export const AZURE_CATCH_UP = 3
/** Longest post, in bytes: Azure takes about 28 KB with everything around it. */
export const AZURE_POST_MAX = 24_000
/** Azure is asked to delete a thread after so many DAYS by itself, in case we are never there to do it: its shortest. */
export const AZURE_THREAD_DAYS = 30
/** Threads that are worked on at the same time, at most. */
export const AZURE_BRIDGES = 2
/** Largest request of Event Grid, in bytes: it sends up to 1 MB in one go. */
export const EVENT_BODY_MAX = 1_048_576
/** Weights of the second ear, one byte each: what it looks at is dealt out over so many places. More would pass its 150 kB. */
export const EAR_BUCKETS = 65_536
/** Lengths of the runs of letters that the second ear looks at, in letters: a beginning or an ending, and most of a short word. */
export const EAR_RUNS = [3, 4, 5] as const
/** The second ear weighs so many words at a time: a long sentence, in which danger does not drown. Even, for half is overlap. */
export const EAR_WINDOW_WORDS = 14
