// Every matching rule, in the order in which they are asked. Triage specification, section 3: the order is exact.
import * as crisis from './crisis.ts'
import * as frontDoor from './front-door.ts'
import * as home from './home.ts'
import * as place from './place.ts'
import type { Rule } from './rule.ts'
import * as special from './special-help.ts'
import * as support from './support.ts'

export const RULES: readonly Rule[] = [
  crisis.notOkToWrite,
  crisis.locationSeeking,
  crisis.dangerNow,
  crisis.despair,
  crisis.ownBehaviour,
  crisis.underSixteen,
  crisis.sixteenOrSeventeen,
  crisis.outOfHours,
  frontDoor.privateLandlord,
  frontDoor.socialLandlord,
  frontDoor.professionalInSouthampton,
  frontDoor.professional,
  frontDoor.southamptonByRisk,
  frontDoor.adviceLine,
  frontDoor.outsideBothDocuments,
  place.outOfAreaFirst,
  place.dispersedHampshire,
  place.refugeHampshire,
  place.genderNotKnown,
  place.noRefugeHampshire,
  place.refugeSouthampton,
  place.noRefugeSouthampton,
  place.dispersedSouthampton,
  place.refugeNationally,
  home.sanctuaryBlocked,
  home.sanctuaryHampshire,
  home.doveForCouncilTenants,
  home.blueLampSouthampton,
  home.noSanctuaryThere,
  home.housingTeam,
  support.floatingSupport,
  support.youngPeople,
  support.money,
  special.helplines,
  special.immigrationAdviceFirst,
  special.animals
]
