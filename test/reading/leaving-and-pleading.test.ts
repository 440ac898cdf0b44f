// Leaving and pleading differ: "gotta go hes back" is obeyed in silence, "i have to go tonight with my kids" is a need. Side by side.
import { describe, expect, it } from 'vitest'
import { readAt } from './read-english.ts'

/** How they leave, where, with which words; and where, with which words so like them, somebody pleads or needs. */
const PAIRS: readonly (readonly [how: string, at: string, leaving: string, also: string, pleading: string])[] = [
  ['danger', 'fear', 'gotta go hes back', 'wants', 'stop him'],
  ['danger', 'fear', 'gtg hes home', 'wants', 'make it stop'],
  ['danger', 'fear', "stop he's coming", 'wants', "please stop him he's hitting my mum"],
  ['danger', 'fear', "x he's here", 'wants', 'i want to leave him'],
  ['danger', 'fear', 'brb hes coming up', 'wants', 'i have to get out'],
  ['danger', 'children', "he's coming up the path delete", 'wants', 'i need to get out of this house before sunday'],
  ['danger', 'fear', 'got to go mums coming up', 'wants', 'i have to go tonight with my kids'],
  ['danger', 'wants', 'i want to die. gtg hes coming in', 'control', 'he said leave or die'],
  ['danger', 'wants', 'delete delete shes awake', 'wants', 'i need to go tonite with my 3 kids'],
  ['danger', 'neck', 'sorry have to go he just walked in', 'wants', 'stop hitting her'],
  ['danger', 'wants', 'hes here bye', 'wants', 'how do i make him stop'],
  ['danger', 'wants', 'gtg before he sees', 'wants', 'i want it to stop'],
  ['danger', 'wants', 'exit. he can see my screen', 'wants', 'when will it stop'],
  ['danger', 'physical', 'have to go my brother is coming upstairs', 'wants', 'he wont stop'],
  ['danger', 'wants', 'stop hes reading over my shoulder', 'wants', 'i need to leave tonight'],
  ['danger', 'fear', 'shit hes woken up gotta go', 'wants', 'i have to leave him'],
  ['danger', 'wants', 'I must go now he is coming home', 'wants', 'i want to get away from her'],
  ['danger', 'wants', 'bye my dad just got in', 'wants', 'he told me to leave'],
  ['danger', 'wants', 'gtg carers back', 'wants', 'she said go and dont come back'],
  ['danger', 'channelOk', 'gotta go hes back', 'wants', 'i cant leave'],
  ['danger', 'wants', 'cant stay hes outside the door gtg', 'wants', 'how do i leave'],
  ['danger', 'wants', 'x shes got my phone in a sec hes coming', 'wants', 'i want him to leave'],
  ['danger', 'wants', 'need to go he wants my phone', 'wants', 'i need to go somewhere safe'],
  ['danger', 'wants', 'quick delete this hes coming up', 'wants', 'we have to go before friday'],
  ['danger', 'wants', 'ok gtg kids dad pulling up', 'wants', 'they said stop seeing him'],
  ['rail', 'wants', 'STOP. Kim', 'wants', 'i begged him to stop'],
  ['rail', 'wants', 'thanks for your help bye x', 'wants', 'i want to go home'],
  ['rail', 'wants', 'can we stop now please', 'wants', 'please make them stop'],
  ['rail', 'wants', 'i want to leave this chat now', 'wants', "he said 'stop it' and laughed"],
  ['rail', 'wants', 'gtg bye', 'wants', 'she texted me goodbye last week when we split'],
  ['rail', 'wants', 'ok thank you bye for now', 'wants', 'i have to go to court on monday'],
  ['rail', 'wants', 'i have to go now', 'wants', 'i need to go to hospital'],
  ['rail', 'wants', 'gotta go the baby is crying', 'wants', 'can you stop him coming here'],
  ['rail', 'wants', 'Stop, Linda here, no more', 'wants', 'stop my dad please'],
  ['rail', 'wants', 'ta love bye', 'wants', 'stop this man from following me'],
  ['rail', 'wants', 'bye then, thanks', 'wants', 'i want to end this marriage'],
  ['rail', 'wants', 'ttyl x', 'wants', 'he wants to end it'],
  ['rail', 'wants', 'im off now thanks', 'wants', 'i want to quit my job because of him'],
  ['rail', 'wants', 'i need to go now sorry', 'wants', 'leave him or stay i dont know'],
  ['rail', 'wants', 'ok gotta go x', 'wants', 'should i leave or stop'],
  ['rail', 'wants', 'i dont want to answer this. bye', 'wants', 'i said bye to my job'],
  ['rail', 'wants', 'end this chat please', 'wants', 'he never says bye to the kids'],
  ['rail', 'wants', 'I would like to stop here', 'wants', 'i have to go back to him tonight'],
  ['rail', 'wants', 'sorry battery dying got to go', 'wants', 'got to go into hiding'],
  ['rail', 'wants', 'goodbye and thank you', 'wants', 'must go to refuge tonight'],
  ['noTexts', 'wants', 'no more texts pls my mum checks my phone', 'wants', 'i want to exit this relationship'],
  ['noTexts', 'wants', 'dont text me again', 'wants', 'he deletes my messages'],
  ['noTexts', 'wants', 'opt out please', 'wants', 'my mum wants me to leave him'],
  ['noTexts', 'wants', 'please dont message me on this number', 'wants', 'he says he will stop'],
  ['noTexts', 'wants', 'dont text back', 'wants', 'i want the texts to stop'],
  ['noTexts', 'wants', 'stop texting this number', 'wants', 'he keeps texting me i told him do not text me again'],
  ['noTexts', 'wants', 'No more messages thank you', 'wants', 'i want him to stop texting me'],
  ['plea', 'wants', 'stop dave', 'wants', 'her husband told her to go'],
  ['plea', 'wants', 'stop mark please', 'wants', 'please help him stop drinking'],
  ['plea', 'wants', 'stop kevin', 'wants', 'i need him to go'],
  ['danger', 'fear', 'gotta go hes back', 'wants', 'leaving him is hard'],
  ['danger', 'fear', 'gtg hes home', 'wants', 'i wish he would leave me alone'],
  ['danger', 'fear', "stop he's coming", 'wants', 'he wont leave me alone'],
  ['danger', 'fear', "x he's here", 'wants', 'im scared to leave'],
  ['danger', 'fear', 'brb hes coming up', 'wants', 'stop the beating please'],
  ['danger', 'children', "he's coming up the path delete", 'wants', 'Please stop them they are hurting my son'],
  ['danger', 'fear', 'got to go mums coming up', 'wants', 'we need to go tonight me and the baby']
]

/** What a message does: leave, with its reason, or none. */
function leaves(say: string, at: string): string | null {
  const { reply, askFor } = readAt(say, at)
  if (reply.kind === 'leaving') return reply.why
  if (reply.kind === 'rail' && reply.rail === 'leave') return 'rail'
  return askFor === 'leave' ? 'asked' : null
}

describe('leaving, and what only sounds like it', () => {
  it.each(PAIRS)('%s, %s: "%s" leaves; at %s "%s" does not', (how, at, leaving, also, pleading) => {
    expect(leaves(leaving, at)).toBe(how)
    expect(leaves(pleading, also)).toBe(null)
  })

  it('there are at least sixty pairs', () => {
    expect(PAIRS.length).toBeGreaterThanOrEqual(60)
  })
})
