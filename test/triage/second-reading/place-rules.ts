// Section 3, rules 9 to 12: a place to go, a home to stay in, a home at risk.
import { both, type Found, list, note, nothing, type Rule } from './found.ts'
import { largeFamily, multipleDisadvantage, type Person, picked } from './person.ts'
import { region } from './region.ts'

const placeWanted = (p: Person) =>
  picked(p, 'wants', 'safePlace') ||
  picked(p, 'referrerWants', 'safeAccommodation') ||
  picked(p, 'safeTonight', 'no') ||
  picked(p, 'safeTonight', 'unsure')

export const rule9: Rule = p =>
  placeWanted(p) && picked(p, 'honour', 'yes') ? both(['uk.refuge_national'], ['out-of-area-first']) : nothing

const anyPet = (p: Person) => picked(p, 'pets', 'dog') || picked(p, 'pets', 'cat') || picked(p, 'pets', 'other')

const dispersedSuits = (p: Person) =>
  picked(p, 'movingWith', 'son16Plus') ||
  picked(p, 'gender', 'man') ||
  picked(p, 'gender', 'otherWords') ||
  picked(p, 'needs', 'lgbtq') ||
  picked(p, 'needs', 'disabledOrIll') ||
  picked(p, 'needs', 'over60') ||
  picked(p, 'needs', 'faithOrCulture') ||
  multipleDisadvantage(p) ||
  anyPet(p) ||
  largeFamily(p)

const womanAndNoSon16Plus = (p: Person) => picked(p, 'gender', 'woman') && !picked(p, 'movingWith', 'son16Plus')

const genderNotKnown = (p: Person) => p.answers.gender === undefined || picked(p, 'gender', 'skip')

function placeInHampshire(p: Person): Found {
  const services: string[] = []
  const notes: string[] = []
  if (dispersedSuits(p)) services.push('hants.dispersed')
  if (womanAndNoSon16Plus(p)) services.push('hants.refuge')
  if (genderNotKnown(p) && !dispersedSuits(p)) {
    services.push('hants.refuge', 'hants.dispersed')
    notes.push('gender-not-known')
  }
  services.push('uk.refuge_national')
  return both(services, notes)
}

function placeInSouthampton(p: Person): Found {
  const services: string[] = []
  const notes: string[] = []
  if (womanAndNoSon16Plus(p)) services.push('soton.refuge')
  if (dispersedSuits(p)) notes.push('unmet-dispersed-southampton')
  services.push('uk.refuge_national')
  return both(services, notes)
}

export const rule10: Rule = p => {
  if (!placeWanted(p)) return nothing
  if (region(p) === 'hampshire') return placeInHampshire(p)
  if (region(p) === 'southampton') return placeInSouthampton(p)
  return list('uk.refuge_national')
}

export const rule11: Rule = p => {
  if (!picked(p, 'wants', 'stayHomeSafely') && !picked(p, 'referrerWants', 'sanctuary')) return nothing
  if (!picked(p, 'livesWith', 'no')) return note('sanctuary-blocked')
  if (region(p) === 'hampshire') return list('hants.sanctuary', 'soton.blue_lamp')
  if (region(p) === 'southampton') {
    return picked(p, 'tenure', 'council') ? list('soton.dove', 'soton.blue_lamp') : list('soton.blue_lamp')
  }
  return note('no-sanctuary-in-area')
}

export const rule12: Rule = p => {
  const homeAtRisk = picked(p, 'homeAtRisk', 'yes') || picked(p, 'homeAtRisk', 'unsure')
  const housing = picked(p, 'wants', 'housing') || picked(p, 'referrerWants', 'housing')
  const notSafeTonight = picked(p, 'safeTonight', 'no') || picked(p, 'safeTonight', 'unsure')
  if (!homeAtRisk && !housing && !notSafeTonight) return nothing
  if (region(p) === 'hampshire') return list('hants.housing_team')
  if (region(p) === 'southampton') return list('soton.housing_needs')
  return note('local-housing-team')
}
