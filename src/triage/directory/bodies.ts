// Who is who in the two documents. For staff and for the next editor of this directory: nobody is referred to a body.
import { hampshirePage, type Quoted, southamptonStrategy } from '../source.ts'
import { complete, type Entry, type Row } from './entry.ts'

const body = (id: string, name: string, area: Row['area'], ...sources: Quoted[]): Entry =>
  complete({ id, name, kind: 'body', area, audience: 'professional', sources, staffOnly: true })

export const BODIES = [
  body(
    'b.stop_domestic_abuse',
    'Stop Domestic Abuse',
    ['hampshire'],
    hampshirePage(5, 'These services are provided by Stop Domestic Abuse.')
  ),
  body(
    'b.hampshire_county_council',
    'Hampshire County Council',
    ['hampshire'],
    hampshirePage(3, 'Hampshire County Council has a duty under Part 4 of the Domestic Abuse Act 2021')
  ),
  body(
    'b.hampshire_partnership',
    'Hampshire Domestic Abuse Partnership and its Board',
    ['hampshire'],
    hampshirePage(52, 'The Hampshire Domestic Abuse Partnership Board has committed'),
    hampshirePage(54, 'HDAP is delivering other elements')
  ),
  body(
    'b.southampton_city_council',
    'Southampton City Council',
    ['southampton'],
    southamptonStrategy([90, 91], 'Southampton City Council (SCC) – to establish a DA multi-agency partnership board')
  ),
  body(
    'b.southampton_board',
    'Domestic Abuse Strategic Partnership Board, Southampton',
    ['southampton'],
    southamptonStrategy(
      [147, 148],
      'SCC’s executive appointed a Domestic Abuse Strategic Partnership Board (the Board)'
    ),
    southamptonStrategy(149, 'The Board met for the first time on 5 October 2021.')
  ),
  body(
    'b.dsa_operational_group',
    'Domestic and Sexual Abuse Operational Group, Southampton',
    ['southampton'],
    southamptonStrategy([403, 404], 'A DSA Operational Group will be developed to support the new Board.')
  ),
  body(
    'b.integrated_commissioning_unit',
    'Southampton Integrated Commissioning Unit',
    ['southampton'],
    southamptonStrategy([385, 389], 'one commissioned by the Southampton Integrated Commissioning Unit')
  ),
  body(
    'b.blue_lamp_trust',
    'Blue Lamp Trust',
    ['southampton', 'hampshire'],
    southamptonStrategy(341, 'Blue Lamp Trust covers all tenure types')
  ),
  body(
    'b.pippa',
    'Prevention, intervention and public protection alliance (PIPPA)',
    ['southampton'],
    southamptonStrategy([346, 347], 'the prevention, intervention and public protection alliance (PIPPA)')
  ),
  body(
    'b.hampton_trust',
    'The Hampton Trust',
    ['southampton', 'hampshire'],
    southamptonStrategy([885, 886], 'such as The Hampton Trust')
  ),
  body(
    'b.home_group',
    'Home Group',
    ['southampton'],
    southamptonStrategy(1135, 'baseline data currently available from Home Group only')
  ),
  body(
    'b.daha',
    'Domestic Abuse Housing Alliance (DAHA)',
    ['uk'],
    hampshirePage(40, 'Domestic Abuse Housing Alliance (DAHA)')
  ),
  body(
    'b.daha_councils',
    'Basingstoke and Deane Borough Council, Winchester City Council',
    ['hampshire'],
    hampshirePage(
      49,
      'Basingstoke and Deane Borough Council and Winchester City Council are working towards achieving the accreditation.'
    )
  ),
  body(
    'b.womens_aid',
    "Women's Aid Federation of England",
    ['uk'],
    hampshirePage(61, '(Women’s Aid and DAHA 2020)'),
    southamptonStrategy([669, 670], 'WAFE 11 / Imkaan Quality Standards')
  ),
  body('b.imkaan', 'Imkaan', ['uk'], southamptonStrategy([669, 670], 'WAFE 11 / Imkaan Quality Standards')),
  body(
    'b.commissioner',
    "Domestic Abuse Commissioner's Office",
    ['uk'],
    hampshirePage(65, 'Domestic Abuse Commissioner’s Office Reports')
  ),
  body(
    'b.expert_group',
    'Domestic Abuse Safe Accommodation National Expert Steering Group',
    ['uk'],
    hampshirePage(63, 'Domestic Abuse Safe Accommodation National Expert Steering Group 2021-22')
  ),
  body(
    'b.opcc',
    'Office of the Police and Crime Commissioner',
    ['hampshire', 'southampton'],
    southamptonStrategy([548, 549], 'Office of the Police and Crime Commissioner (OPCC)')
  ),
  body(
    'b.hampshire_police',
    'Hampshire Police',
    ['hampshire', 'southampton'],
    southamptonStrategy([203, 207], 'Hampshire Police data shows 70% of domestic abuse survivors are female.')
  ),
  body(
    'b.portsmouth_city_council',
    'Portsmouth City Council',
    ['portsmouth'],
    southamptonStrategy(709, 'Work with Portsmouth City Council')
  ),
  body(
    'b.cafcass',
    'CAFCASS (in the strategy: CAFCAS), Family Court',
    ['southampton'],
    southamptonStrategy(797, 'Work with CAFCAS, Family Court')
  ),
  body(
    'b.childrens_mash',
    "Children's MASH, Southampton",
    ['southampton'],
    southamptonStrategy([790, 791], '(within the Children’s MASH)')
  ),
  body(
    'b.dluhc',
    'Department for Levelling Up, Housing and Communities (now MHCLG)',
    ['uk'],
    southamptonStrategy([141, 142], 'Department for Levelling Up, Housing and Communities (DLUHC)')
  )
]
