/** Details of what reading and normalizing found: files, features, rows, parents. */
import type en from '../../en/clauses/reading.ts';

export default {
  'clause.reading.cut': 'le membre « {member} » du fichier le dit',
  'clause.reading.ignored': '{file} : {why}',
  'clause.reading.office': 'un document bureautique, pas une couche de limites',
  'clause.reading.other-json': 'du JSON sans entités',
  'clause.reading.picture': 'une image',
  'clause.reading.pdf': 'un document PDF',
  'clause.reading.raster': 'une image ou un raster TIFF',
  'clause.reading.lone-dbf': 'une table sans géométries (.dbf sans .shp)',
  'clause.reading.metadata': 'métadonnées, style, texte ou tableau, pas une couche de limites',
  'clause.reading.companion': 'index, métadonnées ou style d’un shapefile',
  'clause.reading.no-table': 'pas un tableau',
  'clause.reading.refused': 'illisible comme tableau ({code})',
  'clause.reading.unknown': 'format de limites inconnu',
  'clause.reading.feature': 'entité {row}',
  'clause.reading.row-of': 'ligne {row} de {layer}',
  'clause.reading.share-in': '{unit} a {share, fixed1} % de sa superficie dans {parent}',
  'clause.reading.states-unknown': '{unit} indique {stated}, absent d’adm{ancestor} ; {share, fixed1} % de sa superficie est dans {parent}',
  'clause.reading.no-code': 'la ligne {row} n’a pas de P-code',
  'clause.reading.in-rows': '{unit} occupait {count, plural, one {# ligne} other {# lignes}}',
  'clause.reading.without-parent': 'unités sans unité parente',
  'clause.reading.units-of-one-code':
    '{code} désigne {count, plural, one {# ligne} other {# lignes}} : {units, list} ; parmi les unités du niveau inférieur, {byName, number} ont été rattachées d’après le nom de leur parent et {byPlace, number} d’après leur position{byOrder, plural, =0 {} other {, et # à la première faute d’indice}}',
  'clause.reading.no-codes': 'l’absence de code',
  'clause.reading.uncoded': 'une unité sans code',
  'clause.reading.nothing-below': '{unit} n’a aucune unité adm{base}',
  'clause.reading.lies-apart': 'la limite de {unit} s’écarte de {distance, most} au plus de celle des unités inférieures',
  'clause.reading.lies-outside': '{unit} se trouve hors de {parent}',
  'clause.reading.reaches-beyond': '{unit} dépasse de {parent} de {width, m}',
  'clause.reading.moves': 'la limite de {unit} se déplace de {distance, m} au plus',
} satisfies Record<keyof typeof en, string>;
