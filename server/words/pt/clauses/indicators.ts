/** Details of findings on indicators, and what their columns are called in a sentence. */
export default {
  'clause.indicators.area':
    '{rows, number} × {name}: {reason, select, noboundaries {sem limites} notstated {sem código na fonte} codeunknown {código desconhecido} codenameconflict {código e nome em desacordo} parentconflict {fora da sua unidade superior} nameunknown {nome desconhecido} namedoubtful {nome parecido} nameambiguous {várias unidades com esse nome} partofunit {parte de unidades, não uma unidade} livelihoodzone {uma zona de meios de vida} site {um local ou um grupo de pessoas} other {não é uma unidade}}',
  'clause.indicators.sheet':
    '{sheet}, {rows, number}: {why, select, hidden {oculta} novalues {nenhuma coluna de valores} noplaces {nenhuma coluna de lugares} other {posta de lado}}',
  'clause.indicators.country-rows': '{country}: {rows, number}',
  'clause.indicators.above': '{unit}: {a} {x, number} > {b} {y, number}',
  'clause.indicators.sums': '{unit}, {what}: {parts, number} em vez de {whole, number}',
  'clause.indicators.value': '{unit}, {what}: {value, number}',
  'clause.indicators.cell': 'linha {row}, {heading}: «{text}»',
  'clause.indicators.repeat': 'a linha {row} repete a linha {first}: {unit}, {what}',
  'clause.indicators.change': '{unit}, {what}: {before, number} → {after, number}',
  'clause.indicators.counted': '{what}: {count, number}',
  'clause.indicators.periods': '{what}: {a, list} / {b, list}',
  'clause.indicators.styles': '{unit}: {codes, list}',
  'clause.indicators.repaired': '{rows, number} × {before} → {after}',
  'clause.indicators.mapped': '{name}: {units, list}',
  'clause.role.value':
    'valores de {indicator}{status, select, INN {, pessoas com necessidades} TGT {, pessoas visadas} AFF {, pessoas afetadas} REA {, pessoas alcançadas} other {}}',
  'clause.role.about':
    '{is, select, category {categorias} status {de quem são os valores} indicator {indicadores} phase {fases} type {atual ou projetado} analysis {análises} date {datas} other {de que trata uma linha}}',
};
