// The line between danger now and what only sounds like it, and between a sure no and a doubt.
import { describe, expect, it } from 'vitest'
import { readAt } from './read-english.ts'

const kindOf = (say: string, at: string | null = null): string => readAt(say, at).reply.kind

describe('danger that is happening now brings the emergency card at once', () => {
  it.each([
    'hes outside my bedroom with an axe',
    'my husband is punching me',
    'he keeps hitting me please help',
    "he's got his hands round my neck",
    'someone is breaking into my house its my ex',
    'he says hes coming to kill me tonight',
    'she is not breathing',
    'hes set the house on fire',
    'hes going to kill us',
    'im hiding in the wardrobe',
    'im scared hes outside',
    'he said hes going to kill me tonight',
    // Typed in a hurry, or as it is spoken.
    'hlp he gt a nife',
    'hes kickin the door in',
    'hes gona kil me 2nite',
    'he hitting me',
    // Only "now" or "help" says that it is happening.
    'he bent my arm back just now',
    'his hands are round her throat right now',
    'ambulance please he shook her'
  ])('%s', say => {
    expect(kindOf(say)).toBe('danger')
  })

  it('whatever is being asked, and however politely it is said', () => {
    for (const at of ['neck', 'area', 'fear', 'friendWorry', 'dangerNow', 'personNear'])
      expect(kindOf('sorry to bother you, thank you, but hes kicking the door in please', at), at).toBe('danger')
  })

  it('after a no as well', () => {
    expect(kindOf('no. hes got a knife', 'dangerNow')).toBe('danger')
    expect(kindOf('cant talk hes kicking the door in', 'neck')).toBe('danger')
  })
})

describe('somebody on the stairs is near, and no danger by itself', () => {
  // A card on that screen, or a text on that phone, would be seen by whoever comes (own-words specification, rung 5).
  it.each([
    ['neck', 'cant talk hes coming up the stairs', 'near'],
    ['fear', 'hes back', 'near'],
    ['fear', 'hes back and hes drunk', 'danger'],
    ['dangerNow', 'he is here', 'danger'],
    [null, 'he is here', 'danger'],
    ['personNear', 'he is here', 'answer']
  ])('at %s, "%s" is %s', (at, say, kind) => {
    expect(kindOf(say, at)).toBe(kind)
  })
})

describe('a life at stake is more than danger', () => {
  it.each(['i took an overdose an hour ago', 'ive cut my wrists', 'just necked two packets of paracetamol'])(
    '%s: an act begun',
    say => {
      expect(readAt(say, 'fear').reply).toMatchObject({ kind: 'life', act: true, of: 'self' })
    }
  )

  it('danger in the same words is not lost', () => {
    expect(readAt('i want to die hes kicking the door in', 'fear').reply).toEqual({
      kind: 'life',
      act: false,
      of: 'self',
      danger: true
    })
  })
})

describe('what only sounds like danger brings no card', () => {
  it.each([
    ['a turn of speech', 'this traffic is killing me'],
    ['a turn of speech', 'i could murder a cup of tea'],
    ['a parent and a school report', 'my dad will kill me if i fail maths'],
    ['the past', 'he kicked the door in last year'],
    ['the past', 'he used to have a knife'],
    ['what happens at times', 'when hes drunk hes hitting me'],
    ['a dream', 'i dreamt he was strangling me'],
    ['a no', 'im not in danger right now'],
    ['a no', 'shes not hitting me'],
    ['a doubt', 'i dont think im in danger'],
    ['a condition', 'if he comes back im in danger'],
    ['a threat that is told', 'he said hes going to kill me if i leave'],
    ['a fear', 'im scared hes going to hit me'],
    ['a deed of another time, and a now of its own', 'i used to get hit but now im free'],
    ['a deed of another time, and a now of its own', 'he hit me last week and now hes being nice'],
    ['a deed that was told', 'he said hed slap me tonight if im late'],
    ['a wish for help with something else', 'he strangled me a year ago, please help me with the form']
  ])('%s: %s', (_, say) => {
    expect(kindOf(say)).not.toBe('danger')
  })
})

describe('a threat to kill is heard', () => {
  it.each([
    'he will kill me if i leave',
    'they will kill me if they know about him',
    'he said hed kill me if he found out',
    'one day he will kill me',
    'i want to kill him'
  ])('%s', say => {
    expect(readAt(say, null).concerns).toContain('kill')
  })

  it('but not in a turn of speech', () => {
    expect(readAt('shed kill me if she knew', null).concerns).toEqual([])
  })
})

describe('what is denied raises nothing', () => {
  it.each([
    'he never touched the kids',
    'he doesnt have a knife',
    'no knife',
    'he has not strangled me',
    'he isnt violent'
  ])('%s', say => {
    expect(readAt(say, null).concerns).toEqual([])
  })
})

describe('an answer that makes it smaller is never sure beside a doubt', () => {
  it.each([
    ['neck', 'no but he choked me once'],
    ['neck', 'no he only strangled me the once'],
    ['neck', 'no. he put a pillow over my face'],
    ['neck', 'no not always'],
    ['neck', 'no not really'],
    ['neck', 'no. yes'],
    ['neck', 'not really no idea'],
    ['neck', 'no i dont think so'],
    ['neck', 'never mind'],
    ['weapon', 'no just a hammer'],
    ['suicide', 'no but i wish i was dead'],
    ['dangerNow', 'no its getting worse'],
    ['dangerNow', 'yes and no'],
    ['friendSafe', 'ok'],
    ['safeTonight', 'ok'],
    ['safeTonight', 'yes but hes there'],
    ['childrenHarmed', 'no but he threatens them'],
    ['threatsToKill', '1 and 5']
  ])('%s: %s', (at, say) => {
    expect(kindOf(say, at)).not.toBe('answer')
  })
})

describe('"not safe" is never read as safe', () => {
  it.each(['channelOk', 'safeTonight', 'friendSafe', 'textFirst'])('%s', at => {
    for (const say of [
      'not safe',
      'im not safe',
      'its not very safe',
      'not really safe',
      'safe no',
      'i dont feel safe'
    ])
      expect(readAt(say, at).reply, say).not.toMatchObject({ value: 'yes' })
  })
})

describe('a plain answer is taken at its word', () => {
  it.each<[string, string, string | string[]]>([
    ['neck', 'no', 'no'],
    ['neck', 'Nope, never x', 'no'],
    ['neck', 'yes last night', 'lastFewDays'],
    ['neck', '(2)', 'before'],
    ['neck', '٢', 'before'],
    ['neck', 'two', 'before'],
    ['threatsToKill', '1 & 3', ['me', 'themselves']],
    ['area', 'Hedge End', 'eastleigh'],
    ['privacyLimits', 'ok', 'ok'],
    ['dangerNow', 'dunno', 'unsure']
  ])('%s: %s', (at, say, value) => {
    expect(readAt(say, at).reply).toEqual({ kind: 'answer', value })
  })

  it('but a number that is not on the list is none', () => {
    for (const say of ['24', '13', '0', '-1', '2.5', '1/2']) expect(kindOf(say, 'threatsToKill'), say).toBe('words')
  })
})
