// Holds sources against the map in rooms.ts. Works on text, so that a planted fault needs no file on disk.
import { posix } from 'node:path'
import { DOORS } from './doors.ts'
import { findCycles } from './find-cycles.ts'
import { type Import, readImports } from './read-imports.ts'
import { ROOMS, type Room } from './rooms.ts'

/** Path from the checkout -> its text. */
export type Sources = ReadonlyMap<string, string>

const covers = (place: string, file: string): boolean => (place.endsWith('/') ? file.startsWith(place) : file === place)

/** The room a file is in: of several that match, the innermost. */
function roomOf(file: string): string | undefined {
  const matches = Object.entries(ROOMS).flatMap(([name, { at }]) =>
    at.filter(place => covers(place, file)).map(place => ({ name, length: place.length }))
  )
  return matches.sort((a, b) => b.length - a.length)[0]?.name
}

const packageOf = (from: string): string => {
  if (from.startsWith('node:')) return from
  const [scope = '', name = ''] = from.split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}

function packageFault(file: string, room: Room, from: string): string | undefined {
  const name = packageOf(from)
  const door = DOORS[name]
  if (door) {
    if (door.some(place => covers(place, file))) return
    return `${file} imports ${name}: its only door is ${door.join(', ')}`
  }
  if (!from.startsWith('node:')) return `${file} imports ${name}, which has no door in rooms.ts`
  if (room.machine && !room.machine.includes(from)) return `${file} uses ${from}: this room does not touch the machine`
  return
}

function roomFault(file: string, from: string, target: string, typeOnly: boolean): string | undefined {
  if (target.startsWith('../')) return `${file} imports ${from}, outside the checkout`
  if (target.startsWith('test/')) return `${file} imports ${target}: the product does not know its tests`
  const here = roomOf(file) ?? ''
  const there = roomOf(target)
  if (!there) return `${file} imports ${target}, which is in no room`
  const { knows = [], types = [] } = ROOMS[here] ?? {}
  if (here === there || knows.includes(there) || (typeOnly && types.includes(there))) return
  const how = types.includes(there) ? `may know ${there} by its types alone` : `may not know ${there}`
  return `${file} imports ${target}: ${here} ${how}`
}

const targetOf = (file: string, from: string): string => posix.normalize(posix.join(posix.dirname(file), from))

function importFault(file: string, room: Room, { from, typeOnly }: Import): string | undefined {
  if (from === null) return `${file} has an import that is not spelled out`
  if (!from.startsWith('.')) return packageFault(file, room, from)
  return roomFault(file, from, targetOf(file, from), typeOnly)
}

/** Everything that is wrong with the product's sources: one sentence a fault, naming the file. */
export function checkRooms(sources: Sources): string[] {
  const faults: string[] = []
  const graph = new Map<string, string[]>()
  for (const [file, source] of sources) {
    const room = ROOMS[roomOf(file) ?? '']
    if (!room) {
      faults.push(`${file} is in no room: add it to rooms.ts`)
      continue
    }
    // A file with markup uses Preact without an import that says so.
    const markup: Import[] = file.endsWith('.tsx') ? [{ from: 'preact', typeOnly: false }] : []
    const imports = [...readImports(source, file), ...markup]
    faults.push(...imports.flatMap(one => importFault(file, room, one) ?? []))
    const targets = imports.flatMap(({ from }) => (from?.startsWith('.') ? [targetOf(file, from)] : []))
    graph.set(file, targets)
  }
  return [...new Set(faults), ...findCycles(graph).map(cycle => `imports run in a circle: ${cycle.join(' -> ')}`)]
}

/** For tests and scripts: whatever else they do, they stay inside the checkout. */
export function checkInside(sources: Sources): string[] {
  return [...sources].flatMap(([file, source]) =>
    readImports(source, file)
      .filter(({ from }) => from?.startsWith('.') && targetOf(file, from).startsWith('../'))
      .map(({ from }) => `${file} imports ${from}, outside the checkout`)
  )
}
