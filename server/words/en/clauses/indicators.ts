/** Details of findings on indicators, and what their columns are called in a sentence. */
export default {
  'clause.indicators.area':
    '{rows, number} × {name}: {reason, select, noboundaries {no boundaries} notstated {not coded in the source} codeunknown {unknown code} codenameconflict {code and name disagree} parentconflict {outside its parent} nameunknown {unknown name} namedoubtful {similar name} nameambiguous {several units of this name} partofunit {a part of units, none itself} livelihoodzone {a livelihood zone} site {a site or a group of people} other {no unit}}',
  'clause.indicators.sheet':
    '{sheet}, {rows, number}: {why, select, hidden {hidden} novalues {no column of values} noplaces {no column of places} other {left out}}',
  'clause.indicators.country-rows': '{country}: {rows, number}',
  'clause.indicators.above': '{unit}: {a} {x, number} > {b} {y, number}',
  'clause.indicators.sums': '{unit}, {what}: {parts, number} instead of {whole, number}',
  'clause.indicators.value': '{unit}, {what}: {value, number}',
  'clause.indicators.cell': 'row {row}, {heading}: “{text}”',
  'clause.indicators.repeat': 'row {row} repeats row {first}: {unit}, {what}',
  'clause.indicators.change': '{unit}, {what}: {before, number} → {after, number}',
  'clause.indicators.counted': '{what}: {count, number}',
  'clause.indicators.periods': '{what}: {a, list} / {b, list}',
  'clause.indicators.styles': '{unit}: {codes, list}',
  'clause.indicators.repaired': '{rows, number} × {before} → {after}',
  'clause.indicators.mapped': '{name}: {units, list}',
  'clause.role.value':
    'values of {indicator}{status, select, INN {, people in need} TGT {, people targeted} AFF {, people affected} REA {, people reached} other {}}',
  'clause.role.about':
    '{is, select, category {categories} status {of whom the values are} indicator {indicators} phase {phases} type {current or projected} analysis {analyses} date {dates} other {what a row is about}}',
};
