/** Details of findings on indicators, and what their columns are called in a sentence. */
export default {
  'clause.indicators.area':
    '{rows, number} × {name}: {reason, select, noboundaries {sin límites} notstated {sin código en la fuente} codeunknown {código desconocido} codenameconflict {código y nombre discrepan} parentconflict {fuera de su unidad superior} nameunknown {nombre desconocido} namedoubtful {nombre parecido} nameambiguous {varias unidades con ese nombre} partofunit {parte de unidades, no una unidad} livelihoodzone {una zona de medios de vida} site {un sitio o un grupo de personas} other {no es una unidad}}',
  'clause.indicators.sheet':
    '{sheet}, {rows, number}: {why, select, hidden {oculta} novalues {ninguna columna de valores} noplaces {ninguna columna de lugares} other {apartada}}',
  'clause.indicators.country-rows': '{country}: {rows, number}',
  'clause.indicators.above': '{unit}: {a} {x, number} > {b} {y, number}',
  'clause.indicators.sums': '{unit}, {what}: {parts, number} en lugar de {whole, number}',
  'clause.indicators.value': '{unit}, {what}: {value, number}',
  'clause.indicators.cell': 'fila {row}, {heading}: «{text}»',
  'clause.indicators.repeat': 'la fila {row} repite la fila {first}: {unit}, {what}',
  'clause.indicators.change': '{unit}, {what}: {before, number} → {after, number}',
  'clause.indicators.counted': '{what}: {count, number}',
  'clause.indicators.periods': '{what}: {a, list} / {b, list}',
  'clause.indicators.styles': '{unit}: {codes, list}',
  'clause.indicators.repaired': '{rows, number} × {before} → {after}',
  'clause.indicators.mapped': '{name}: {units, list}',
  'clause.role.value':
    'valores de {indicator}{status, select, INN {, personas con necesidades} TGT {, personas previstas} AFF {, personas afectadas} REA {, personas atendidas} other {}}',
  'clause.role.about':
    '{is, select, category {categorías} status {de quiénes son los valores} indicator {indicadores} phase {fases} type {actual o proyectado} analysis {análisis} date {fechas} other {de qué trata una fila}}',
};
