/** Details of findings on indicators, and what their columns are called in a sentence. */
export default {
  'clause.indicators.area':
    '{rows, number} × {name}: {reason, select, noboundaries {aucune limite} notstated {non codé dans la source} codeunknown {code inconnu} codenameconflict {code et nom en désaccord} parentconflict {hors de son unité supérieure} nameunknown {nom inconnu} namedoubtful {nom semblable} nameambiguous {plusieurs unités de ce nom} partofunit {une partie d’unités, pas une unité} livelihoodzone {une zone de moyens d’existence} site {un site ou un groupe de personnes} other {pas une unité}}',
  'clause.indicators.sheet':
    '{sheet}, {rows, number}: {why, select, hidden {masquée} novalues {aucune colonne de valeurs} noplaces {aucune colonne de lieux} other {écartée}}',
  'clause.indicators.country-rows': '{country}: {rows, number}',
  'clause.indicators.above': '{unit}: {a} {x, number} > {b} {y, number}',
  'clause.indicators.sums': '{unit}, {what} : {parts, number} au lieu de {whole, number}',
  'clause.indicators.value': '{unit}, {what}: {value, number}',
  'clause.indicators.cell': 'ligne {row}, {heading} : « {text} »',
  'clause.indicators.repeat': 'la ligne {row} répète la ligne {first} : {unit}, {what}',
  'clause.indicators.change': '{unit}, {what}: {before, number} → {after, number}',
  'clause.indicators.counted': '{what}: {count, number}',
  'clause.indicators.periods': '{what}: {a, list} / {b, list}',
  'clause.indicators.styles': '{unit}: {codes, list}',
  'clause.indicators.repaired': '{rows, number} × {before} → {after}',
  'clause.indicators.mapped': '{name}: {units, list}',
  'clause.role.value':
    'valeurs de {indicator}{status, select, INN {, personnes dans le besoin} TGT {, personnes ciblées} AFF {, personnes touchées} REA {, personnes atteintes} other {}}',
  'clause.role.about':
    '{is, select, category {catégories} status {de qui sont les valeurs} indicator {indicateurs} phase {phases} type {actuel ou projeté} analysis {analyses} date {dates} other {ce dont parle une ligne}}',
};
