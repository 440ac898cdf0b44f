// Who is waiting and who is with whom.
import type { ComponentChildren } from 'preact'
import type { Availability } from '../conversation/ports.ts'
import { may } from '../staff/roles.ts'
import type { Listed } from '../store/desk-list.ts'
import { languageName } from '../summary/language-name.ts'
import type { StaffKey } from '../wording/keys.ts'
import type { Words } from '../wording/words.ts'
import { Act } from './act.tsx'
import { UNCLAIMED_ID } from './at-risk.tsx'
import { clock, minutesSince } from './clock.ts'
import type { Groups } from './listing.ts'
import { markWords } from './marks.tsx'
import { roleIn } from './role-in.ts'
import type { SignedIn } from './signed-in.ts'
import { Standing } from './standing.tsx'
import { UnclaimedEntry } from './unclaimed-entry.tsx'
import type { WordsOf } from './words-on-list.ts'

interface Seen {
  readonly words: Words
  readonly me: SignedIn
  readonly now: Date
  /** Somebody else has to take these: by conversation. */
  readonly barred: ReadonlySet<string>
}

/** "Open", "closed until", or that nobody is there: one sentence, as it is. */
export function availabilityWords(words: Words, { onDuty, open, opensAt }: Availability): string {
  if (!open && opensAt) return words.staff('lineClosedUntil', { open: opensAt })
  if (!onDuty) return words.staff('lineUnattended')
  return words.staff(open ? 'lineOpen' : 'lineClosed')
}

interface QueueProps extends Seen {
  readonly groups: Groups
  readonly wordsOf: WordsOf
  /** Whoever is on call is told: without them nobody watches out of hours. */
  readonly onCall: boolean
}

export const Queue = ({ groups, wordsOf, onCall, ...seen }: QueueProps) => {
  const { words, now, me, barred } = seen
  return (
    <>
      <Group title="askedTitle" words={words} list={groups.asked} render={item => <Item item={item} {...seen} />} />
      <Group title="mineTitle" words={words} list={groups.mine} render={item => <Item item={item} {...seen} />} />
      <section>
        <h2>{words.staff('waitingTitle')}</h2>
        {groups.waiting.length === 0 && <p>{words.staff('waitingNone')}</p>}
        <ol class="queue">
          {groups.waiting.map(item => (
            <Item key={item.reference} item={item} {...seen} />
          ))}
        </ol>
      </section>
      <Group
        title="harmerTitle"
        about="harmerExplained"
        words={words}
        list={groups.harmers}
        render={item => <Item item={item} {...seen} />}
      />
      <Group title="othersTitle" words={words} list={groups.others} render={item => <Item item={item} {...seen} />} />
      <Group
        title="leftTitle"
        about="leftExplained"
        words={words}
        list={groups.left}
        render={item => <Item item={item} {...seen} />}
      />
      <Group
        title="unclaimedTitle"
        about="unclaimedExplained"
        id={UNCLAIMED_ID}
        {...(onCall ? {} : { also: 'nobodyOnCall' as const })}
        words={words}
        list={groups.unclaimed}
        render={item => (
          <UnclaimedEntry
            key={item.reference}
            item={item}
            words={words}
            now={now}
            said={wordsOf.get(item.conversation) ?? []}
            isBarred={barred.has(item.conversation)}
            decides={may(me.roles, 'supervise')}
          />
        )}
      />
    </>
  )
}

interface GroupProps<Item> {
  readonly title: StaffKey
  readonly about?: StaffKey
  readonly also?: StaffKey
  readonly id?: string
  readonly words: Words
  readonly list: readonly Item[]
  readonly render: (item: Item) => ComponentChildren
}

/** A section that is there only when somebody is in it. */
const Group = <Item,>({ title, about, also, id, words, list, render }: GroupProps<Item>) =>
  list.length === 0 ? null : (
    <section id={id}>
      <h2>{words.staff(title)}</h2>
      {about && <p>{words.staff(about)}</p>}
      {also && <p>{words.staff(also)}</p>}
      <ol class="queue">{list.map(render)}</ol>
    </section>
  )

const Item = ({ item, words, me, now, barred }: Seen & { item: Listed }) => (
  <li class={item.urgent || item.alarm ? 'is-urgent' : undefined}>
    {item.alarm && <Alarm alarm={item.alarm} words={words} />}
    <p class="reference">
      {item.reference} {item.urgent && <Urgent words={words} />}
    </p>
    <p class="type">{words.staff(`referralType-${item.type}`)}</p>
    <p>{bandWords(item, words)}</p>
    {item.mark && <p class="mark">{markWords(item.mark, item.channel, words)}</p>}
    <p>{sinceWords(item, words, now)}</p>
    <Standing item={item} words={words} me={me} />
    <p>
      {words.staff(`referralChannel-${item.channel}`)}, {languageName(item.locale)}
      {item.textsBlocked && <strong class="blocked">{words.staff('textsBlocked')}</strong>}
    </p>
    <Choices item={item} words={words} me={me} barred={barred} />
  </li>
)

/** Whose band decides where they stand in the list, in the words of the summary. */
export function bandWords({ band, workerBand }: Listed, words: Words): string {
  const assistant = words.staff(`referralBand-${band}`)
  if (!workerBand) return assistant
  const own = words.staff('referralItem-workerBand', { band: words.staff(`referralBand-${workerBand}`) })
  return `${own} ${assistant}`
}

function sinceWords({ status, worker, requestedAt, changedAt }: Listed, words: Words, now: Date): string {
  if (status === 'left') return words.staff('leftAt', { time: clock(changedAt, now) })
  const time = clock(requestedAt, now)
  if (worker) return words.staff('askedAt', { time })
  return words.staff('waitingSince', { time, minutes: minutesSince(requestedAt, now) })
}

/** A word and a shape, never colour alone. */
export const Urgent = ({ words }: { words: Words }) => (
  <strong class="urgent">
    <span aria-hidden="true">▲ </span>
    {words.staff('urgent')}
  </strong>
)

/** Before anything that can be pressed: somebody else may have the phone. */
const Alarm = ({ alarm, words }: { alarm: NonNullable<Listed['alarm']>; words: Words }) => (
  <p class="complaint">{words.staff(`alarm-${alarm}`)}</p>
)

const Choices = ({ item, words, me, barred }: Omit<Seen, 'now'> & { item: Listed }) => {
  const { reference, worker, status } = item
  const address = `/c/${reference}`
  const role = roleIn(item, me)
  if (barred.has(item.conversation) && (!worker || role === 'reader')) {
    return <p class="choices">{words.staff('barredPartner')}</p>
  }
  if (role === 'asked') {
    return (
      <div class="choices">
        <p>{words.staff('takeOverAsked', { name: worker?.name ?? '' })}</p>
        <a href={address}>{words.staff('openConversation', { reference })}</a>
      </div>
    )
  }
  if (worker && role !== 'owner') {
    return (
      <div class="choices">
        <p>{words.staff(worker.here ? 'takenBy' : 'takenByAway', { name: worker.name })}</p>
        {!worker.here && (
          <Act action={`${address}/bring-back`} me={me} label={words.staff('bringBack', { reference })} />
        )}
        {role !== 'none' && <a href={address}>{words.staff('openConversation', { reference })}</a>}
      </div>
    )
  }
  return (
    <div class="choices">
      {status === 'open' && !worker && (
        <Act action={`${address}/take`} me={me} label={words.staff('takeConversation', { reference })} main />
      )}
      <a href={address}>{words.staff('openConversation', { reference })}</a>
    </div>
  )
}
