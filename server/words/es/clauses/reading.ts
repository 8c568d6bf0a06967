/** Details of what reading and normalizing found: files, features, rows, parents. */
import type en from '../../en/clauses/reading.ts';

export default {
  'clause.reading.cut': 'lo dice el miembro «{member}» del archivo',
  'clause.reading.ignored': '{file}: {why}',
  'clause.reading.office': 'un documento de oficina, no una capa de límites',
  'clause.reading.other-json': 'JSON sin entidades',
  'clause.reading.picture': 'una imagen',
  'clause.reading.pdf': 'un documento PDF',
  'clause.reading.raster': 'una imagen o ráster TIFF',
  'clause.reading.lone-dbf': 'una tabla sin geometrías (.dbf sin .shp)',
  'clause.reading.metadata': 'metadatos, estilo, texto o tabla, no una capa de límites',
  'clause.reading.companion': 'índice, metadatos o estilo de un shapefile',
  'clause.reading.no-table': 'no es una tabla',
  'clause.reading.refused': 'no se puede leer como tabla ({code})',
  'clause.reading.unknown': 'formato de límites desconocido',
  'clause.reading.feature': 'entidad {row}',
  'clause.reading.row-of': 'fila {row} de {layer}',
  'clause.reading.share-in': '{unit} tiene el {share, fixed1} % de su superficie en {parent}',
  'clause.reading.states-unknown': '{unit} indica {stated}, que adm{ancestor} no tiene; el {share, fixed1} % de su superficie está en {parent}',
  'clause.reading.no-code': 'la fila {row} no tiene P-code',
  'clause.reading.in-rows': '{unit} ocupaba {count, plural, one {# fila} other {# filas}}',
  'clause.reading.without-parent': 'unidades sin unidad superior',
  'clause.reading.units-of-one-code':
    '{code} corresponde a {count, plural, one {# fila} other {# filas}}: {units, list}; de las unidades del nivel inferior, {byName, number} se asignaron por el nombre de su unidad superior y {byPlace, number} por su ubicación{byOrder, plural, =0 {} other {, y # a la primera por falta de indicios}}',
  'clause.reading.no-codes': 'la falta de código',
  'clause.reading.uncoded': 'una unidad sin código',
  'clause.reading.nothing-below': '{unit} no tiene ninguna unidad de adm{base}',
  'clause.reading.lies-apart': 'el límite de {unit} se separa hasta {distance, most} del de las unidades inferiores',
  'clause.reading.lies-outside': '{unit} está fuera de {parent}',
  'clause.reading.reaches-beyond': '{unit} sobresale {width, m} de {parent}',
  'clause.reading.moves': 'el límite de {unit} se desplaza hasta {distance, m}',
} satisfies Record<keyof typeof en, string>;
