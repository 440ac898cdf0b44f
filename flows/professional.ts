// Somebody who refers: four minutes, a fast and correct referral. Triage specification, section 1.
import { ask, go, handover, say, section, wait, when } from '../src/flow/language.ts'
import { all, is } from '../src/questions/condition.ts'
import { quiet } from './parts/opening.ts'

/** A landlord who asks for advice refers nobody: nothing is asked about a person. */
const landlordAdvice = all(
  is('referrerRole', 'privateLandlord', 'socialLandlord'),
  is('referrerWants', 'landlordAdvice', 'socialHousingAdvice')
)

export const professional = section(
  when(quiet, [go('professionalQuiet')]),
  say('professionalHello'),
  ask('referrerRole'),
  ask('referralConsent'),
  ask('referrerWants'),
  ask('area'),
  when(landlordAdvice, [go('referrer')]),
  ask('referrerRisk'),
  ask('safetyPlan'),
  ask('referrerChildren'),
  ask('signsSeen'),
  ask('pregnantOrBaby'),
  when(is('referrerWants', 'sanctuary', 'housing'), [ask('livesWith'), ask('tenure')]),
  when(is('referrerWants', 'safeAccommodation'), [
    ask('gender'),
    ask('movingWith'),
    ask('pets'),
    ask('noRecourse'),
    ask('needs')
  ]),
  go('referrer')
)

/** Where every text stays on a phone somebody may look at: nothing that names the topic; a worker asks the rest. */
export const professionalQuiet = section(ask('referralConsent'), ask('area'), ask('accessNeeds'), handover(), wait())

/** How to reach the professional, and the person they refer. */
export const referrer = section(handover(), ask('referrerContact'), ask('accessNeeds'), go('safeContact'))
