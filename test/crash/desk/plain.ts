// A company without browsers: forms, cookies and streams, as fast as they go. People are at one process, workers at the other.
import type { OpenStream } from '../open-stream.ts'
import { type Gather, type Invited, numberAt, texts } from './company.ts'
import { PagePerson } from './page-person.ts'
import type { DeskPerson } from './person.ts'
import { PhonePerson } from './phone-person.ts'
import { DeskWorker } from './worker.ts'

export const withoutBrowsers: Gather = async invited => {
  const { pair, carrier, random } = invited
  const workers = await signIn(invited)
  const people: DeskPerson[] = []
  const pages: PagePerson[] = []
  for (let at = 0; at < invited.people; at += 1) {
    if (texts(at, invited)) people.push(new PhonePerson(`text ${at}`, numberAt(at), carrier, random))
    else {
      const page = new PagePerson(`person ${at}`, () => pair.at(0).chat)
      people.push(page)
      pages.push(page)
    }
  }
  const open = (): OpenStream[] =>
    [...pages, ...workers.flatMap(({ followed }) => followed)]
      .map(({ stream }) => stream)
      .filter(({ isOver }) => !isOver)
  return {
    people,
    workers,
    kill: which => pair.kill(which),
    cut() {
      const streams = open()
      streams[Math.floor(random() * streams.length)]?.cut()
    },
    async opensAnew() {},
    async goes() {
      for (const stream of open()) stream.end()
    }
  }
}

/** The first by a link of the machine, the others by links of the first's. */
async function signIn({ names, pair, asked }: Invited): Promise<DeskWorker[]> {
  const [first, ...others] = names.map(name => new DeskWorker(name, () => pair.at(1).staff, asked))
  if (!first) throw new Error('nobody is at the desk')
  await first.signIn(new URL(await pair.signIn()).pathname)
  for (const other of others) await other.signIn(await first.invites(pair.codeFor))
  return [first, ...others]
}
