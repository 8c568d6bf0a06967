/** Details of what reading and normalizing found: files, features, rows, parents. */
import type { Text } from '../text.ts';

/** Why a row of a table is no data. */
export const WHY: Text = {
  en: '{reason, select, total {total} instruction {instruction} repeatedHeader {repeated header} other {{reason}}}',
  fr: '{reason, select, total {total} instruction {consigne} repeatedHeader {en-tête répété} other {{reason}}}',
  es: '{reason, select, total {total} instruction {instrucción} repeatedHeader {encabezado repetido} other {{reason}}}',
  ar: '{reason, select, total {مجموع} instruction {تعليمات} repeatedHeader {عنوان مكرر} other {{reason}}}',
};

export const readingClauses = {
  'reading.cut': {
    en: 'the member "{member}" of the file says so',
    fr: 'le membre « {member} » du fichier le dit',
    es: 'lo dice el miembro «{member}» del archivo',
    ar: 'يقوله العضو "{member}" في الملف',
  },
  'reading.ignored': {
    en: '{file}: {why}',
    fr: '{file} : {why}',
    es: '{file}: {why}',
    ar: '{file}: {why}',
  },
  'reading.office': {
    en: 'an office document, no boundary layer',
    fr: 'un document bureautique, pas une couche de limites',
    es: 'un documento de oficina, no una capa de límites',
    ar: 'مستند مكتبي وليس طبقة حدود',
  },
  'reading.picture': { en: 'a picture', fr: 'une image', es: 'una imagen', ar: 'صورة' },
  'reading.pdf': { en: 'a PDF document', fr: 'un document PDF', es: 'un documento PDF', ar: 'مستند PDF' },
  'reading.raster': {
    en: 'a TIFF picture or raster',
    fr: 'une image ou un raster TIFF',
    es: 'una imagen o ráster TIFF',
    ar: 'صورة أو بيانات نقطية TIFF',
  },
  'reading.lone-dbf': {
    en: 'a table without shapes (.dbf without .shp)',
    fr: 'une table sans formes (.dbf sans .shp)',
    es: 'una tabla sin formas (.dbf sin .shp)',
    ar: 'جدول بلا أشكال (‎.dbf دون ‎.shp)',
  },
  'reading.metadata': {
    en: 'metadata, style, text or table, no boundary layer',
    fr: 'métadonnées, style, texte ou tableau, pas une couche de limites',
    es: 'metadatos, estilo, texto o tabla, no una capa de límites',
    ar: 'بيانات وصفية أو نمط أو نص أو جدول، وليست طبقة حدود',
  },
  'reading.companion': {
    en: 'index, metadata or style of a shapefile',
    fr: 'index, métadonnées ou style d’un shapefile',
    es: 'índice, metadatos o estilo de un shapefile',
    ar: 'فهرس أو بيانات وصفية أو نمط لملف shapefile',
  },
  'reading.no-table': { en: 'no table', fr: 'pas un tableau', es: 'no es una tabla', ar: 'ليس جدولًا' },
  'reading.refused': {
    en: 'cannot be read as a table ({code})',
    fr: 'illisible comme tableau ({code})',
    es: 'no se puede leer como tabla ({code})',
    ar: 'لا يُقرأ جدولًا ({code})',
  },
  'reading.unknown': {
    en: 'no boundary format that is known',
    fr: 'aucun format de limites connu',
    es: 'ningún formato de límites conocido',
    ar: 'صيغة حدود غير معروفة',
  },
  'reading.feature': { en: 'feature {row}', fr: 'entité {row}', es: 'elemento {row}', ar: 'العنصر {row}' },
  'reading.row-of': { en: 'row {row} of {layer}', fr: 'ligne {row} de {layer}', es: 'fila {row} de {layer}', ar: 'الصف {row} من {layer}' },
  'reading.share-in': {
    en: '{unit} has {share, fixed1}% of its area in {parent}',
    fr: '{unit} a {share, fixed1} % de sa surface dans {parent}',
    es: '{unit} tiene el {share, fixed1} % de su superficie en {parent}',
    ar: '{share, fixed1} % من مساحة {unit} يقع في {parent}',
  },
  'reading.states-unknown': {
    en: '{unit} states {stated}, which adm{ancestor} does not hold; {share, fixed1}% of its area is in {parent}',
    fr: '{unit} indique {stated}, absent de adm{ancestor} ; {share, fixed1} % de sa surface est dans {parent}',
    es: '{unit} indica {stated}, que adm{ancestor} no tiene; el {share, fixed1} % de su superficie está en {parent}',
    ar: '{unit} يذكر {stated} غير الموجود في adm{ancestor}؛ {share, fixed1} % من مساحته يقع في {parent}',
  },
  'reading.no-code': {
    en: 'row {row} has no P-code',
    fr: 'la ligne {row} n’a pas de P-code',
    es: 'la fila {row} no tiene P-code',
    ar: 'الصف {row} بلا رمز P-code',
  },
  'reading.in-rows': {
    en: '{unit} came in {count, plural, one {# row} other {# rows}}',
    fr: '{unit} figurait sur {count, plural, one {# ligne} other {# lignes}}',
    es: '{unit} venía en {count, plural, one {# fila} other {# filas}}',
    ar: 'ورد {unit} في {count, plural, one {صف واحد} two {صفين} few {# صفوف} many {# صفًا} other {# صف}}',
  },
  'reading.without-parent': {
    en: 'units without a parent',
    fr: 'unités sans parent',
    es: 'unidades sin unidad superior',
    ar: 'وحدات بلا وحدة أم',
  },
  'reading.uncoded': { en: 'a unit without code', fr: 'une unité sans code', es: 'una unidad sin código', ar: 'وحدة بلا رمز' },
  'reading.nothing-below': {
    en: '{unit} has no unit of adm{base}',
    fr: '{unit} n’a aucune unité adm{base}',
    es: '{unit} no tiene ninguna unidad adm{base}',
    ar: '{unit} بلا أي وحدة من adm{base}',
  },
} satisfies Record<string, Text>;
