// Everything live and waiting, for whoever watches over the desk. References and acts: no word of any person.
import type { ComponentChildren } from 'preact'
import type { Listed } from '../store/desk-list.ts'
import type { OnShift } from '../store/load.ts'
import type { StaffKey } from '../wording/keys.ts'
import type { Words } from '../wording/words.ts'
import { Act } from './act.tsx'
import { clock, minutesSince } from './clock.ts'
import { bandWords, Urgent } from './queue.tsx'
import { roleIn } from './role-in.ts'
import type { SignedIn } from './signed-in.ts'
import type { Worry } from './worries.ts'

export interface LiveProps {
  readonly list: readonly Listed[]
  readonly worries: readonly Worry[]
  readonly shift: readonly OnShift[]
  /** Somebody else has to take these: by conversation. */
  readonly barred: ReadonlySet<string>
  readonly words: Words
  readonly me: SignedIn
  readonly now: Date
}

export const Live = (props: LiveProps) => {
  const { list, worries, shift, words } = props
  return (
    <>
      <Section title="liveAlerts" none="liveAlertsNone" words={words}>
        {worries.map(({ item, why }) => (
          <Row key={item.reference} item={item} {...props}>
            {why.map(one => (
              <p key={one} class="complaint">
                {words.staff(one)}
              </p>
            ))}
          </Row>
        ))}
      </Section>
      <Section title="liveAll" none="liveNone" words={words}>
        {list.map(item => (
          <Row key={item.reference} item={item} {...props} />
        ))}
      </Section>
      <Section title="liveShift" none="liveShiftNone" words={words}>
        {shift.map(one => (
          <Member key={one.id} one={one} {...props} />
        ))}
      </Section>
    </>
  )
}

interface SectionProps {
  readonly title: StaffKey
  readonly none: StaffKey
  readonly words: Words
  readonly children: readonly ComponentChildren[]
}

const Section = ({ title, none, words, children }: SectionProps) => (
  <section>
    <h2>{words.staff(title)}</h2>
    {children.length === 0 ? <p>{words.staff(none)}</p> : <ol class="queue">{children}</ol>}
  </section>
)

const Row = ({ item, children, ...props }: LiveProps & { item: Listed; children?: ComponentChildren }) => {
  const { words, me, now, barred } = props
  const { reference, worker, handover, requestedAt, heardAt } = item
  const role = roleIn(item, me)
  const minutes = minutesSince(requestedAt, now)
  const asked = handover.transfer?.to?.name ?? words.staff('anybodyFree')
  return (
    <li class={item.urgent ? 'is-urgent' : undefined}>
      <p class="reference">
        {reference} {item.urgent && <Urgent words={words} />}
      </p>
      {children}
      <p>{bandWords(item, words)}</p>
      {item.unasked && <p>{words.staff('unasked')}</p>}
      <p>{words.staff(`liveStage-${handover.stage}`)}</p>
      <p>
        {worker
          ? words.staff(worker.here ? 'takenBy' : 'takenByAway', { name: worker.name })
          : words.staff('liveNobody')}
      </p>
      <p>{words.staff('liveSince', { time: clock(requestedAt, now), minutes })}</p>
      <p>{words.staff('liveHeard', { time: clock(heardAt, now), minutes: minutesSince(heardAt, now) })}</p>
      {worker && <p>{words.staff(`livePresence-${handover.presence}`)}</p>}
      {handover.transfer && <p>{words.staff('takeOverPending', { name: asked })}</p>}
      <div class="choices">
        {worker && !worker.here && (
          <Act action={`/c/${reference}/bring-back`} me={me} label={words.staff('bringBack', { reference })} />
        )}
        {barred.has(item.conversation) && role !== 'owner' ? (
          <p>{words.staff('barredPartner')}</p>
        ) : (
          <a href={`/c/${reference}`}>{words.staff('openConversation', { reference })}</a>
        )}
      </div>
    </li>
  )
}

const Member = ({ one, words, now }: LiveProps & { one: OnShift }) => {
  const { name, here, available, holds, urgent, pauseUntil } = one
  return (
    <li>
      <p class="reference">{name}</p>
      <p>{words.staff(available ? 'onDutyNow' : here ? 'awayNow' : 'liveSilent')}</p>
      <p>{words.staff('liveHolds', { holds, urgent })}</p>
      {pauseUntil && <p>{words.staff('livePause', { time: clock(pauseUntil, now) })}</p>}
    </li>
  )
}
