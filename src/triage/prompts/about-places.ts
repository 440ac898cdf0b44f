// What a worker should think of before anybody moves. Domain guide, section 7.
import { is } from '../../questions/condition.ts'
import { hampshirePage, southamptonStrategy } from '../source.ts'
import { aboutAll, beside } from './prompt.ts'

const SOUTHAMPTON_DECLINES = southamptonStrategy(
  [411, 413],
  'Current refuge provision cannot meet demand, with over 66% of referrals declined. Lack of space was the most common reason (20%).'
)
const BARRIERS = southamptonStrategy(
  [415, 417],
  'Disabled survivors and those with No Recourse to Public Funds (NRPF) and ‘complex needs’ face barriers to access services.'
)
const SOME_TAKE = hampshirePage(14, 'some of these can be accessed by male or trans-gender victims-survivors.')

export const ABOUT_PLACES = [
  beside('hants.dispersed', 'R-DIS', [hampshirePage(16, 'that may be more suitable for victim-survivors')]),
  beside('uk.refuge_national', 'R-REF-2', [SOME_TAKE]),
  beside('soton.refuge', 'R-REF-DECLINED', [SOUTHAMPTON_DECLINES]),
  // Nobody is asked about work, so the worker asks: the rent of a refuge can be out of reach of a wage.
  beside('soton.refuge', 'R-WORK', [
    southamptonStrategy(
      [417, 419],
      'Women in employment face barriers to accessing refuge support due to high rental rates.'
    )
  ]),
  beside('soton.refuge', 'R-REF-BARRIERS', [BARRIERS], ({ hasMultipleDisadvantage, says }) =>
    [hasMultipleDisadvantage, says(is('needs', 'disabledOrIll')), says(is('noRecourse', 'yes', 'unsure'))].some(Boolean)
  ),
  aboutAll(
    'R-REF-4',
    [hampshirePage(12, 'single gender or single sex accommodation (women only spaces)'), SOME_TAKE],
    ({ wantsPlace, says }) => wantsPlace && says(is('gender', 'otherWords'))
  ),
  aboutAll(
    'R-REF-SON',
    [southamptonStrategy([419, 420], 'Women with teenage sons also face barriers accessing refuges.')],
    ({ wantsPlace, hasGrownSon }) => wantsPlace && hasGrownSon
  ),
  aboutAll(
    'R-SPECIALIST',
    [
      southamptonStrategy(113, '• Specialist safe accommodation;'),
      southamptonStrategy(
        [684, 689],
        'New DA Coordinator to scope regional and local approaches to establishing specialist safe accommodation for survivors with protected characteristics (LGBT+, Black and minority ethnic communities etc.) as well as men and boys.'
      )
    ],
    ({ wantsPlace, isMan, says }) =>
      wantsPlace && (isMan || says(is('needs', 'lgbtq', 'faithOrCulture', 'disabledOrIll', 'deaf')))
  ),
  aboutAll(
    'R-2ND',
    [
      southamptonStrategy(117, '• Second stage accommodation;'),
      southamptonStrategy(
        [366, 368],
        'Available evidence shows examples of pathways into settled accommodation (e.g. social tenancies) from refuge'
      )
    ],
    ({ wantsPlace, needsHousing, says }) => (wantsPlace || needsHousing) && says(is('tenure', 'hostelOrSupported'))
  ),
  aboutAll(
    'R-HOSTEL',
    [
      southamptonStrategy(
        [455, 459],
        'Hostel settings report that a high proportion of female residents have experienced DA, and that in some cases DA is a contributory factor in them accessing hostel accommodation. There is no dedicated supported housing provision for women.'
      ),
      southamptonStrategy(373, 'There is a range of supported housing options in the city')
    ],
    ({ region, wantsPlace, hasMultipleDisadvantage, says }) =>
      says(is('tenure', 'hostelOrSupported')) ||
      (region === 'southampton' && wantsPlace && (hasMultipleDisadvantage || says(is('needs', 'over60'))))
  ),
  aboutAll(
    'R-BNB',
    [
      southamptonStrategy(
        [126, 130],
        'Bed and breakfast accommodation (accommodation which is not separate and self-contained premises, and in which any one of a toilet, personal washing facilities or cooking facilities are shared by more than one household) is specifically excluded from the definition of safe accommodation.'
      ),
      {
        beyond:
          'SI 2021/991, regulation 2(5): a place owned or managed by a council, a non-profit provider or a voluntary organisation is not meant'
      }
    ],
    ({ wantsPlace, needsHousing }) => wantsPlace || needsHousing
  ),
  aboutAll(
    'R-HBA',
    [{ beyond: 'one chance rule: there may be no second conversation; no contact with family or community' }],
    ({ says }) => says(is('honour', 'yes'))
  )
]
