// Somebody waits: the title always says how many. A line that is read out, and where a worker has switched them on a tone and a
// notification, come only when it becomes more, and not too often to work beside. None of them says who, or why.

/** At most once in this time, in ms: what comes in between is said when it is over. */
const EVERY = 10_000
const TONE = { hertz: 660, seconds: 0.3, loudness: 0.1 } as const

const title = document.title
let known: { readonly people: number; readonly ringing: number } | null = null
let lastAt = Number.NEGATIVE_INFINITY
let later: ReturnType<typeof setTimeout> | undefined
let audio: AudioContext | undefined

const calls = () => document.querySelector<HTMLElement>('#calls [data-people]')

/** Looks at the numbers of the page, whenever they may have changed. */
export function callOut(): void {
  const now = calls()
  if (!now) return
  const [people, ringing] = [Number(now.dataset.people), Number(now.dataset.ringing)]
  document.title = people > 0 ? `(${people}) ${title}` : title
  const isMore = known !== null && (people > known.people || ringing > known.ringing)
  known = { people, ringing }
  if (!isMore || later !== undefined) return
  later = setTimeout(say, Math.max(0, lastAt + EVERY - performance.now()))
}

function say(): void {
  later = undefined
  const now = calls()
  // Taken meanwhile: there is nothing to say any more.
  if (!now || (now.dataset.people === '0' && now.dataset.ringing === '0')) return
  lastAt = performance.now()
  document.getElementById('announce')?.replaceChildren(now.dataset.said ?? '')
  // A browser that refuses one of them must not keep the page from its news.
  try {
    if (now.dataset.sound === 'true') sound()
    if (now.dataset.notify === 'true' && Notification.permission === 'granted')
      new Notification(now.dataset.text ?? '', { tag: 'waiting', silent: true })
  } catch {}
}

function sound(): void {
  audio ??= new AudioContext()
  void audio.resume()
  const tone = audio.createOscillator()
  const volume = audio.createGain()
  tone.frequency.value = TONE.hertz
  volume.gain.value = TONE.loudness
  tone.connect(volume).connect(audio.destination)
  tone.start()
  tone.stop(audio.currentTime + TONE.seconds)
}

/** The browser is asked when the worker chooses it, and never before. */
document.querySelector('input[name=notify]')?.addEventListener('change', event => {
  if ((event.target as HTMLInputElement).checked && 'Notification' in window) void Notification.requestPermission()
})
