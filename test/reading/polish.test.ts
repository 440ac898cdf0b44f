// Polish as it is texted: what must be danger, what must not, and what a Polish speaker may mean by an English word.
import { describe, expect, it } from 'vitest'
import { read } from '../../src/reading/read.ts'
import { lexiconsOf, openAt } from './read-english.ts'

const readAt = (say: string, at: string | null) => read(say, openAt(at, 'pl'), lexiconsOf('pl'))

describe('in Polish', () => {
  it.each([
    ...['on wali w drzwi', 'dusi mnie', 'Mąż mnie teraz bije', 'maz mnie bije ratunku', 'no ma noz w reku'],
    ...['rozbija szyby', 'zaraz mnie zabije', 'wyslijcie policje', 'nie oddycha', 'schowałam się w łazience'],
    ...['schowalem sie pod lozkiem', 'on chce mnie zabić', 'wyłamuje drzwi', 'celuje we mnie, ma broń w ręku']
  ])('"%s" is danger', say => {
    expect(readAt(say, 'fear').reply.kind).toBe('danger')
    expect(readAt(say, null).reply.kind).toBe('danger')
  })

  it.each([
    ['połknęłam tabletki', { act: true, of: 'self' }],
    ['wzięłam całe opakowanie leków', { act: true, of: 'self' }],
    ['chcę umrzeć', { act: false, of: 'self' }],
    ['nie chcę już żyć', { act: false, of: 'self' }],
    ['stoję na moście', { act: true, of: 'self' }],
    ['siostra mówi że chce umrzeć', { act: false, of: 'other' }]
  ])('"%s" is a life at stake', (say, life) => {
    expect(readAt(say, 'fear').reply).toMatchObject({ kind: 'life', ...life })
  })

  it('at other times, or said of another time, it is none', () => {
    for (const say of ['czasem chcę umrzeć', 'kiedyś chciałam umrzeć'])
      expect(readAt(say, 'fear').reply.kind, say).not.toBe('life')
  })

  it.each([
    ['muszę kończyć, wrócił', { kind: 'leaving', why: 'danger' }],
    ['proszę nie pisać', { kind: 'leaving', why: 'noTexts' }],
    ['muszę kończyć', { kind: 'rail', rail: 'leave' }],
    ['pomyłka', { kind: 'hands', who: 'taken' }],
    ['kto to', { kind: 'hands', who: 'asks' }]
  ])('"%s" is read as it is in English', (say, reply) => {
    expect(readAt(say, 'fear').reply).toMatchObject(reply)
  })

  it.each([
    ...[
      'nie bije mnie teraz',
      'kiedyś mnie dusił',
      'w zeszłym roku wyłamał drzwi',
      'głowa mnie zabija',
      'mówi że mnie zabije'
    ],
    ...['nie ma noża', 'mama mnie zabije jak sie dowie', 'boje sie ze mnie zabije', 'śniło mi się że mnie dusi']
  ])('"%s" is not danger', say => {
    expect(readAt(say, 'fear').reply.kind).not.toBe('danger')
  })

  it.each(['dangerNow', 'weapon', 'neck', 'suicide', 'children', 'safeTonight'])('"no" is never a sure no: %s', at => {
    expect(readAt('no', at).reply.kind).toBe('words')
    expect(readAt('no tak', at).reply).not.toMatchObject({ value: 'no' })
  })

  it.each([
    ['nie do końca', 'physical'],
    ['chyba nie', 'weapon'],
    ['nie bardzo', 'neck'],
    ['raczej nie', 'suicide']
  ])('"%s" is no sure no', (say, at) => {
    expect(readAt(say, at).reply.kind).not.toBe('answer')
  })

  it.each([
    ['wyjdź', 'leave'],
    ['koniec', 'leave'],
    ['człowiek', 'person'],
    ['pomocy', 'person'],
    ['policja', 'emergency'],
    ['wróć', 'back'],
    ['pomin', 'skip'],
    ['powtórz', 'repeat'],
    ['dalej', 'goOn']
  ])('"%s" is the rail %s', (say, rail) => {
    expect(readAt(say, 'fear').reply).toEqual({ kind: 'rail', rail })
    const plain = say.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 'l')
    expect(readAt(plain, 'fear').reply).toEqual({ kind: 'rail', rail })
  })

  it('every option is read by its own words, with and without strokes', () => {
    for (const at of ['area', 'wants', 'gender', 'fear', 'relationship', 'tenure'] as const) {
      const open = openAt(at, 'pl')
      open?.labels.forEach((label, index) => {
        const plain = label.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 'l')
        for (const say of [label, plain])
          expect(readAt(say, at).reply, say).toEqual({ kind: 'answer', value: open.question.options[index] })
      })
    }
  })
})
