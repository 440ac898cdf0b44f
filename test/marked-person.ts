// A person who writes a mark into every field there is, and into everything a browser sends, so that a leak can be seen.

/** Looked for in everything that is written anywhere. No name, no number: nothing else could produce it. */
export const MARK = 'zebrafinch'

export interface Answered {
  readonly status: number
  readonly body: string
}

/** Sends one request of this person's browser, with its cookie. */
export type Send = (method: 'GET' | 'POST', path: string, fields?: Record<string, string>) => Promise<Answered>

/** What a browser sends along. */
export const MARKED_HEADERS = { 'user-agent': MARK, 'accept-language': `${MARK}, en`, 'x-forwarded-for': MARK } as const

/** Where the first option would end the talk early. */
const CHOSEN: Readonly<Record<string, string>> = {
  dangerNow: 'no',
  personNear: 'no',
  deviceWatched: 'no',
  ageBand: '18plus',
  wantsNow: 'questions',
  contactMethod: 'call',
  ifOtherAnswers: 'coverName'
}
const STEPS_MAX = 120

interface Step {
  readonly token: string
  readonly question: string | undefined
  readonly isText: boolean
  readonly firstOption: string | undefined
  readonly canGoOn: boolean
}

function stepOf(body: string): Step {
  return {
    token: /name="k" value="([^"]+)"/.exec(body)?.[1] ?? '',
    question: /data-question="(\w+)"/.exec(body)?.[1],
    isText: !/name="answer"(?! value="skip")/.test(body),
    firstOption: /name="answer" value="(?!skip")([^"]+)"/.exec(body)?.[1],
    canGoOn: /name="do" value="goOn"/.test(body)
  }
}

/** Answers every question of a path, with the mark in every field. Returns the ids of the questions asked. */
export async function tellEverything(send: Send, chosen: Readonly<Record<string, string>> = CHOSEN): Promise<string[]> {
  const asked: string[] = []
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const { token, question, firstOption, canGoOn } = stepOf((await send('GET', '/')).body)
    if (!question) {
      if (!canGoOn) break
      await send('POST', '/', { k: token, do: 'goOn' })
      continue
    }
    asked.push(question)
    const option = chosen[question] ?? firstOption
    const own = `${MARK} ${asked.length} 07700 900123`
    if (option) await send('POST', '/', { k: token, question, text: own, by: 'text' })
    await send('POST', '/', { k: token, question, text: own, ...(option ? { answer: option } : {}) })
  }
  return asked
}

/** What no browser of ours sends, and somebody's script might. */
export async function sendNonsense(send: Send): Promise<void> {
  const { token } = stepOf((await send('GET', `/?q=${MARK}`)).body)
  await send('GET', `/${MARK}`)
  await send('GET', `/%E0%A4%A${MARK}`)
  await send('POST', '/', { k: `${MARK}.${MARK}`, text: MARK })
  await send('POST', '/', { k: token, text: MARK.repeat(1_000) })
  await send('POST', '/', { k: token, text: MARK.repeat(10_000) })
  await send('POST', '/', { k: token, question: MARK, answer: MARK })
  await send('POST', '/', { k: token, do: 'language', locale: MARK })
  await send('POST', '/', { k: token, change: MARK })
  await send('POST', `/${MARK}`, { text: MARK })
}
