/** Details of family B: how the levels agree. */
export default {
  'clause.levels.in-none': '{unit} does not lie in any adm{parent} unit',
  'clause.levels.reaches-out': '{unit} extends beyond {parent} by {area, m2} ({percent, figure}%), up to {width, most} wide',
  'clause.levels.lies-in': '{unit} states {stated}, but {percent, figure}% of it lies in {actual}',
  'clause.levels.runs-apart': '{length, m} of the border of {unit} ({percent, figure}%) deviates from the level below',
  'clause.levels.covers': 'adm{level} covers {own, figure} km², adm{parent} {above, figure} km²',
  'clause.levels.outside-reference': '{area, m2} outside the reference, up to {width, most} wide',
  'clause.levels.missing-reference': '{area, m2} of the reference not covered, up to {width, most} wide',
  'clause.levels.states-unknown': '{unit} states {stated}, which adm{parent} does not have',
  'clause.levels.states-none': '{unit} states no adm{parent} code',
  'clause.levels.calls': '{unit} calls {code} “{stated}”; the layer of {code} calls it “{expected}”',
  'clause.levels.has-none': '{unit} has no adm{child} unit',
  'clause.levels.has-codes': '{unit} has the adm{parent} codes {codes, list}',
};
