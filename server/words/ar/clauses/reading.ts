/** Details of what reading and normalizing found: files, features, rows, parents. */
import type en from '../../en/clauses/reading.ts';

export default {
  'clause.reading.cut': 'يذكر ذلك العضو «{member}» في الملف',
  'clause.reading.ignored': '{file}: {why}',
  'clause.reading.office': 'مستند مكتبي وليس طبقة حدود',
  'clause.reading.other-json': 'JSON بلا عناصر',
  'clause.reading.picture': 'صورة',
  'clause.reading.pdf': 'مستند PDF',
  'clause.reading.raster': 'صورة أو بيانات نقطية TIFF',
  'clause.reading.lone-dbf': 'جدول بلا أشكال (‎.dbf دون ‎.shp)',
  'clause.reading.metadata': 'بيانات وصفية أو نمط أو نص أو جدول، وليست طبقة حدود',
  'clause.reading.companion': 'فهرس أو بيانات وصفية أو نمط لملف shapefile',
  'clause.reading.no-table': 'ليس جدولًا',
  'clause.reading.refused': 'لا يُقرأ جدولًا ({code})',
  'clause.reading.unknown': 'صيغة حدود غير معروفة',
  'clause.reading.feature': 'العنصر {row}',
  'clause.reading.row-of': 'الصف {row} من {layer}',
  'clause.reading.share-in': '{share, fixed1}٪ من مساحة {unit} يقع في {parent}',
  'clause.reading.states-unknown': '{unit} يذكر {stated} غير الموجود في adm{ancestor}؛ {share, fixed1}٪ من مساحته يقع في {parent}',
  'clause.reading.no-code': 'الصف {row} بلا رمز مكان',
  'clause.reading.in-rows': 'ورد {unit} في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}}',
  'clause.reading.without-parent': 'وحدات بلا وحدة أم',
  'clause.reading.units-of-one-code':
    'يدل {code} على {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}}: {units, list}؛ من وحدات المستوى الأدنى أُلحقت {byName, number} بحسب اسم الوحدة الأعلى و{byPlace, number} بحسب الموقع{byOrder, plural, =0 {} other {، وأُلحقت # بالأولى لعدم وجود دليل}}',
  'clause.reading.no-codes': 'غياب الرمز',
  'clause.reading.uncoded': 'وحدة بلا رمز',
  'clause.reading.nothing-below': '{unit} بلا أي وحدة من adm{base}',
  'clause.reading.lies-apart': 'يبعد حد {unit} عن حد الوحدات الأدنى بما يصل إلى {distance, most}',
  'clause.reading.lies-outside': 'تقع {unit} خارج {parent}',
  'clause.reading.reaches-beyond': 'تتجاوز {unit} {parent} بمقدار {width, m}',
  'clause.reading.moves': 'حدود {unit} تتحرك بما يصل إلى {distance, m}',
} satisfies Record<keyof typeof en, string>;
