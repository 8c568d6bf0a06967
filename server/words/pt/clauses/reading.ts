/** Details of what reading and normalizing found: files, features, rows, parents. */
import type en from '../../en/clauses/reading.ts';

export default {
  'clause.reading.cut': 'o membro “{member}” do ficheiro indica-o',
  'clause.reading.ignored': '{file}: {why}',
  'clause.reading.office': 'um documento de escritório, não uma camada de limites',
  'clause.reading.other-json': 'JSON sem entidades geográficas',
  'clause.reading.picture': 'uma imagem',
  'clause.reading.pdf': 'um documento PDF',
  'clause.reading.raster': 'uma imagem ou um raster TIFF',
  'clause.reading.lone-dbf': 'uma tabela sem geometrias (.dbf sem .shp)',
  'clause.reading.metadata': 'metadados, estilo, texto ou tabela, não uma camada de limites',
  'clause.reading.companion': 'índice, metadados ou estilo de um shapefile',
  'clause.reading.no-table': 'não é uma tabela',
  'clause.reading.refused': 'não pode ser lido como tabela ({code})',
  'clause.reading.unknown': 'formato de limites desconhecido',
  'clause.reading.feature': 'entidade {row}',
  'clause.reading.row-of': 'linha {row} de {layer}',
  'clause.reading.share-in': '{unit} tem {share, fixed1}% da sua área em {parent}',
  'clause.reading.states-unknown': '{unit} indica {stated}, que adm{ancestor} não tem; {share, fixed1}% da sua área está em {parent}',
  'clause.reading.no-code': 'a linha {row} não tem P-code',
  'clause.reading.in-rows': '{unit} ocupava {count, plural, one {# linha} other {# linhas}}',
  'clause.reading.without-parent': 'unidades sem unidade superior',
  'clause.reading.units-of-one-code':
    '{code} corresponde a {count, plural, one {# linha} other {# linhas}}: {units, list}; das unidades do nível inferior, {byName, number} foram atribuídas pelo nome da unidade superior e {byPlace, number} pela localização{byOrder, plural, =0 {} other {, e # à primeira por falta de indícios}}',
  'clause.reading.no-codes': 'a falta de código',
  'clause.reading.uncoded': 'uma unidade sem código',
  'clause.reading.nothing-below': '{unit} não tem nenhuma unidade de adm{base}',
  'clause.reading.lies-apart': 'o limite de {unit} afasta-se até {distance, most} do das unidades inferiores',
  'clause.reading.lies-outside': '{unit} está fora de {parent}',
  'clause.reading.reaches-beyond': '{unit} ultrapassa {parent} em {width, m}',
  'clause.reading.moves': 'o limite de {unit} desloca-se até {distance, m}',
} satisfies Record<keyof typeof en, string>;
