// Section 3, rules 13 to 18: what is added beside the front door and the place.
import { list, note, nothing, type Rule } from './found.ts'
import { childrenYes, followed, multipleDisadvantage, picked } from './person.ts'
import { region } from './region.ts'

export const rule13: Rule = p =>
  region(p) === 'southampton' && picked(p, 'gender', 'woman') && multipleDisadvantage(p)
    ? list('soton.floating_support')
    : nothing

export const rule14: Rule = p => (region(p) === 'southampton' && childrenYes(p) ? list('soton.cyp') : nothing)

export const rule15: Rule = p => {
  if (!picked(p, 'wants', 'money')) return nothing
  if (region(p) === 'hampshire') return list('hants.flexible_funding')
  if (region(p) === 'southampton') return list('soton.scc_funds')
  return nothing
}

export const rule16: Rule = p => {
  const services: string[] = []
  if (picked(p, 'honour', 'yes')) services.push('ext.karma')
  if (picked(p, 'gender', 'man')) services.push('ext.mens')
  if (picked(p, 'needs', 'lgbtq')) services.push('ext.galop')
  if (picked(p, 'needs', 'deaf')) services.push('ext.999bsl', 'ext.signhealth')
  if (picked(p, 'needs', 'over60')) services.push('ext.hourglass')
  if (picked(p, 'stalking', 'yes') || followed(p)) services.push('ext.stalking')
  if (picked(p, 'sexual', 'yes')) services.push('ext.rapecrisis')
  return list(...services)
}

export const rule17: Rule = p =>
  picked(p, 'noRecourse', 'yes') || picked(p, 'noRecourse', 'unsure') || picked(p, 'immigrationThreat', 'yes')
    ? note('immigration-advice-first')
    : nothing

export const rule18: Rule = p =>
  picked(p, 'pets', 'dog') || picked(p, 'pets', 'cat') || picked(p, 'pets', 'other') ? list('ext.pets') : nothing
