// Section 3, rules 1 to 8: who is served elsewhere, and the front door.
import { band } from './band.ts'
import { both, type Found, high, last, list, note, nothing, type Rule } from './found.ts'
import { harmer, type Person, picked, professional, under16 } from './person.ts'
import { region } from './region.ts'

export const rule1: Rule = p => (picked(p, 'channelOk', 'no') ? last([]) : nothing)

export const rule2: Rule = p =>
  p.signals.includes('locationSeeking') ? last(['hants.advice_line'], ['location-seeking']) : nothing

export const rule3: Rule = p => (band(p) === 'immediate' || picked(p, 'dangerNow', 'yes') ? list('ext.999') : nothing)

export const rule4: Rule = p =>
  picked(p, 'suicide', 'mightAct') || picked(p, 'suicide', 'atTimes') ? list('ext.samaritans') : nothing

export const rule5: Rule = p => {
  if (!harmer(p)) return nothing
  if (region(p) === 'southampton') return last(['soton.hampton_trust', 'ext.respect', 'soton.male_engagement'])
  return last(['soton.hampton_trust', 'ext.respect'])
}

export const rule6: Rule = p => {
  if (under16(p)) {
    if (region(p) === 'southampton') {
      return last(['ext.childline', 'soton.cyp', 'ext.soton_children'], ['safeguarding-lead'])
    }
    if (region(p) === 'hampshire') return last(['ext.childline', 'ext.hants_children'], ['safeguarding-lead'])
    return last(['ext.childline'], ['safeguarding-lead'])
  }
  return picked(p, 'ageBand', '16to17') ? note('safeguarding-16-17') : nothing
}

export const rule7: Rule = p => (p.outOfHours ? list('ext.ndah') : nothing)

function professionalDoor(p: Person): Found {
  if (picked(p, 'referrerRole', 'privateLandlord')) return last(['hants.landlord_guidance', 'hants.advice_line'])
  if (picked(p, 'referrerRole', 'socialLandlord')) return last(['hants.social_landlord', 'hants.advice_line'])
  if (region(p) === 'southampton') {
    if (high(p)) return both(['ext.soton_children', 'soton.idva', 'soton.pippa'], ['hrda-route'])
    return list('soton.pippa')
  }
  if (high(p)) return both(['hants.professional_referral'], ['marac-prompt'])
  return list('hants.professional_referral')
}

function survivorOrFriendDoor(p: Person): Found {
  if (region(p) === 'southampton') {
    if (high(p)) return list('soton.pippa', 'soton.idva')
    if (band(p) === 'medium') return list('soton.pippa', 'soton.community_medium')
    return list('soton.pippa')
  }
  if (region(p) === 'portsmouth') return list('hants.advice_line', 'ext.portsmouth')
  if (region(p) === 'isleOfWight') return list('hants.advice_line', 'ext.iow')
  if (region(p) === 'outside') return list('hants.advice_line', 'ext.ndah')
  return list('hants.advice_line')
}

export const rule8: Rule = p => (professional(p) ? professionalDoor(p) : survivorOrFriendDoor(p))
