/** Texts of findings on COD-PS: cells, bands, sums and plausibility. */
export default {
  'finding.population.not-a-number.title': 'Text instead of numbers',
  'finding.population.not-a-number':
    '{count, plural, one {# cell} other {# cells}} of adm{level} {count, plural, one {holds} other {hold}} text instead of a number of people; {count, plural, one {its value is} other {their values are}} unknown until corrected. The other numbers were read, so a draft is kept to show where the text is; it cannot be published like this.',
  'finding.population.negative.title': 'Negative number',
  'finding.population.negative':
    '{count, plural, one {# value} other {# values}} of adm{level} {count, plural, one {is} other {are}} below zero; correct {count, plural, one {it} other {them}}.',
  'finding.population.not-available.title': 'Not available',
  'finding.population.not-available':
    '{count, plural, one {# cell} other {# cells}} of adm{level} {count, plural, one {says} other {say}} “not available” (NA, n/a, –) and {count, plural, one {stays} other {stay}} unknown, not zero; fill in what is known.',
  'finding.population.not-whole.title': 'Not a whole number',
  'finding.population.not-whole':
    '{count, plural, one {# value} other {# values}} of adm{level} {count, plural, one {is not a whole number} other {are not whole numbers}} of people; kept as {count, plural, one {it is} other {they are}}. Round in the source if that is what you want.',
  'finding.population.in-thousands.title': 'Thousands lost',
  'finding.population.in-thousands':
    'In “{sheet}” no number of people reaches 1,000, and {count, plural, one {# has} other {# have}} decimals ({samples}). Either a spreadsheet took points of thousands for decimal points, or people are counted in thousands. Give whole people.',
  'finding.population.scientific.title': 'Scientific notation',
  'finding.population.scientific':
    '{count, plural, one {# value} other {# values}} of adm{level} {count, plural, one {is} other {are}} written like 1.2E+05, which may have lost digits; write {count, plural, one {it} other {them}} in full.',
  'finding.population.separated.title': 'Thousands separators',
  'finding.population.separated':
    '{count, plural, one {# column} other {# columns}} of adm{level} {count, plural, one {writes} other {write}} numbers with thousands separators ({values, plural, one {# value} other {# values}}), read as numbers; check a few of them.',
  'finding.population.bad-band.title': 'Age band reversed',
  'finding.population.bad-band':
    '{count, plural, one {# heading states} other {# headings state}} an age band that ends before it begins; correct the heading.',
  'finding.population.unread-band.title': 'Sex or age not recognised',
  'finding.population.unread-band':
    '{count, plural, one {# row} other {# rows}} of adm{level} {count, plural, one {has a sex or age text that could not be read; it is kept as a group of that name} other {have sex or age texts that could not be read; they are kept as groups of those names}}. Write f, m or t and ages such as 0-4 or 80+.',
  'finding.population.bands-hole.title': 'Gap between age bands',
  'finding.population.bands-hole':
    'adm{level} has {count, plural, one {# gap} other {# gaps}} between age bands, so some ages are in none; add the missing bands.',
  'finding.population.bands-overlap.title': 'Age bands overlap',
  'finding.population.bands-overlap':
    '{count, plural, one {# age band} other {# age bands}} of adm{level} {count, plural, one {overlaps} other {overlap}} others, so people would be counted twice in a sum; {count, plural, one {it is} other {they are}} kept but left out of the sums. No action needed where one band is the sum of others.',
  'finding.population.bands-closed.title': 'Last age band not open',
  'finding.population.bands-closed':
    'The last age band of adm{level} is not open-ended ({count, plural, one {# sex} other {# sexes}}), so the oldest people are in none; name it like 80Plus.',
  'finding.population.sex-sum.title': 'Females and males: sum',
  'finding.population.sex-sum':
    'Females and males do not add up to the total in {count, number} of {compared, number} cases at adm{level}, by up to {largest, number} people; correct the figures or explain them in the caveats.',
  'finding.population.sex-sum-rounding.title': 'Females and males: rounding',
  'finding.population.sex-sum-rounding':
    'Females and males do not add up to the total in {count, number} of {compared, number} cases at adm{level}, by no more than {largest, number}: rounding, or less than 0.1%. No action needed.',
  'finding.population.age-sum.title': 'Age bands: sum',
  'finding.population.age-sum':
    'Age bands do not add up to the total of their sex in {count, number} of {compared, number} cases at adm{level}, by up to {largest, number} people; correct the figures or explain them in the caveats.',
  'finding.population.age-sum-rounding.title': 'Age bands: rounding',
  'finding.population.age-sum-rounding':
    'Age bands do not add up to the total of their sex in {count, number} of {compared, number} cases at adm{level}, by no more than {largest, number}: rounding, or less than 0.1%. No action needed.',
  'finding.population.parent-sum.title': 'Lower units: sum',
  'finding.population.parent-sum':
    'Lower units do not add up to the unit above in {count, number} of {compared, number} cases from {below} to adm{level}, by up to {largest, number} people; correct the figures or explain them in the caveats.',
  'finding.population.parent-sum-rounding.title': 'Lower units: rounding',
  'finding.population.parent-sum-rounding':
    'Lower units do not add up to the unit above in {count, number} of {compared, number} cases from {below} to adm{level}, by no more than {largest, number}: rounding, or less than 0.1%. No action needed.',
  'finding.population.parent-unknown.title': 'Unit above missing',
  'finding.population.parent-unknown':
    '{count, plural, one {# unit} other {# units}} of adm{level} {count, plural, one {belongs} other {belong}} to a code that {above} does not have; correct that code or add its row.',
  'finding.population.childless.title': 'No units below',
  'finding.population.childless':
    '{count, plural, one {# unit} other {# units}} of adm{level} {count, plural, one {has} other {have}} no unit at {below}; add the rows or correct the codes.',
  'finding.population.years-differ.title': 'Levels for different years',
  'finding.population.years-differ':
    'adm{level} is for {year} and {above} for {yearAbove}, so their sums were not compared. Upload figures for the same year if the sums matter.',
  'finding.population.reference.title': 'Compared with the reference',
  'finding.population.reference':
    'The country has {total, number} people here and {reference, number} in {source} ({year}), a difference of {percent, number}%. Explain a large difference in the caveats.',
  'finding.population.zero.title': 'Zero population',
  'finding.population.zero':
    '{count, plural, one {# unit} other {# units}} of adm{level} {count, plural, one {has} other {have}} a population of zero; if that is true (a park, people counted in a neighbouring unit), say so in the caveats.',
  'finding.population.no-total.title': 'Population unknown',
  'finding.population.no-total':
    '{count, plural, one {# unit} other {# units}} of adm{level} {count, plural, one {has} other {have}} no total population and {count, plural, one {is} other {are}} shown as “no data”. Fill in what is known.',
  'finding.population.density.title': 'Unusual density',
  'finding.population.density':
    '{count, plural, one {# unit} other {# units}} of adm{level} {count, plural, one {is} other {are}} far more or less dense than the rest; check that code and figure belong together.',
  'finding.population.sex-ratio.title': 'Unusual sex ratio',
  'finding.population.sex-ratio':
    '{count, plural, one {# unit} other {# units}} of adm{level} {count, plural, one {has} other {have}} fewer than 80 or more than 125 males per 100 females; check the figures.',
  'finding.population.age-share.title': 'Unusual age share',
  'finding.population.age-share':
    'The share of an age band is far from the rest in {count, plural, one {# case} other {# cases}} at adm{level}; check the figures.',
};
