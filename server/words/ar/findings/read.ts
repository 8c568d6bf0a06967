/** Findings of the readers: what they assumed, changed or could not take over. */
import type en from '../../en/findings/read.ts';

export default {
  'finding.read.crsAssumed.title': 'نظام إحداثيات مفترض',
  'finding.read.crsAssumed':
    'لا تذكر الطبقة {layer} نظام إحداثياتها (لا يوجد ملف ‎.prj). تبدو أرقامها درجات، لذلك افتُرض WGS 84. تحقق من موقعها على الخريطة، وأضف ملف ‎.prj في المرة القادمة.',
  'finding.read.curves.title': 'منحنيات رُسمت بخطوط مستقيمة',
  'finding.read.curves':
    '{file}: {count, plural, one {وحدة واحدة لها} two {وحدتان لهما} few {# وحدات لها} many {# وحدة لها} other {# وحدة لها}} حدود منحنية. رُسمت بخطوط مستقيمة، خط لكل {degrees, number} درجات من القوس، ولا تبعد عنه أكثر من 0.06٪ من نصف القطر.',
  'finding.read.encodingMixed.title': 'ترميزان في ملف واحد',
  'finding.read.encodingMixed':
    '{file}: {count, plural, one {صف واحد مكتوب} two {صفّان مكتوبان} few {# صفوف مكتوبة} many {# صفًا مكتوبة} other {# صف مكتوبة}} بترميز UTF-8 والبقية بترميز {encoding}. قُرئ كل منها بترميزه؛ راجع الأسماء على الخريطة واحفظ الملف بترميز UTF-8.',
  'finding.read.populationBeside.title': 'بيانات السكان غير مستخدمة',
  'finding.read.populationBeside':
    'يبدو أن {files} بيانات سكان (COD-PS). استُخدمت الحدود فقط من الملفات المرفوعة؛ ارفع {count, plural, one {هذا الملف} two {هذين الملفين} other {هذه الملفات}} على حدة.',
  'finding.read.presenceBeside.title': 'بيانات 3W غير مستخدمة',
  'finding.read.presenceBeside':
    'يبدو أن {files} بيانات 3W (من يفعل ماذا وأين). استُخدمت الحدود فقط من الملفات المرفوعة؛ ارفع {count, plural, one {هذا الملف} two {هذين الملفين} other {هذه الملفات}} على حدة.',
  'finding.read.tableRefused.title': 'جدول غير مقروء',
  'finding.read.tableRefused':
    '{count, plural, one {جدول واحد رُفع} two {جدولان رُفعا} few {# جداول رُفعت} many {# جدولًا رُفعت} other {# جدول رُفعت}} مع الحدود تعذّرت قراءتها فتُركت؛ احفظ من جديد ما يلزم منها.',
  'finding.read.reprojected.title': 'أُعيد إسقاطها إلى WGS 84',
  'finding.read.reprojected': 'كانت الطبقة {layer} في النظام {crs} وأُعيد إسقاطها إلى WGS 84. مرجعها ({datum}) لا يبعد عن WGS 84 أكثر من مترين. لا يلزم شيء.',
  'finding.read.beyond180.title': 'خطوط طول تتجاوز 180 أُعيدت إلى نطاقها',
  'finding.read.beyond180':
    'في الطبقة {layer} خطوط طول تتجاوز ‎±180 درجة. أُعيدت إلى ما بين ‎−180 و180؛ عدد الصفوف التي تعبر خط الطول 180 وقُسمت عنده: {parted, number}. لا يلزم شيء.',
  'finding.read.datumShifted.title': 'حُوّل المرجع بواسطة GDAL',
  'finding.read.datumShifted':
    'كانت الطبقة {layer} في النظام {crs}، وهو مرجع يبعد عن WGS 84 حتى 230 مترًا؛ حوّلها GDAL بدقة بضعة أمتار. قارنها بمكان معروف على الخريطة قبل النشر.',
  'finding.read.notOnEarth.title': 'إحداثيات مستحيلة',
  'finding.read.notOnEarth':
    '{count, plural, one {صف واحد من {layer} له} two {صفّان من {layer} لهما} few {# صفوف من {layer} لها} many {# صفًا من {layer} لها} other {# صف من {layer} لها}} إحداثيات لا يوجد لها مكان على الأرض. تُرك شكلها الهندسي وحُفظت بياناتها. صحّحها في المصدر: السبب المعتاد فاصلة عشرية ضائعة أو ملف تالف.',
  'finding.read.notFinite.title': 'إحداثيات ليست أرقامًا',
  'finding.read.notFinite':
    '{count, plural, one {صف واحد من {layer} له} two {صفّان من {layer} لهما} few {# صفوف من {layer} لها} many {# صفًا من {layer} لها} other {# صف من {layer} لها}} إحداثيات ليست أرقامًا (NaN أو لانهاية). تُرك شكلها الهندسي وحُفظت بياناتها. أعد رسمها في المصدر.',
  'finding.read.ringClosed.title': 'حلقات غير مغلقة',
  'finding.read.ringClosed':
    '{count, plural, one {حلقة واحدة من {layer} لا تنتهي} two {حلقتان من {layer} لا تنتهيان} few {# حلقات من {layer} لا تنتهي} many {# حلقة من {layer} لا تنتهي} other {# حلقة من {layer} لا تنتهي}} حيث تبدأ؛ أُعيد الموضع الأول في آخرها. تحقق من أن شيئًا لا ينقصها.',
  'finding.read.orphanHole.title': 'ثقب خارج جزئه',
  'finding.read.orphanHole':
    '{count, plural, one {صف واحد من {file} له} two {صفّان من {file} لهما} few {# صفوف من {file} لها} many {# صفًا من {file} لها} other {# صف من {file} لها}} حلقة اتجاهها كالثقب لكنها لا تقع داخل أي جزء من الصف؛ قُرئت جزءًا قائمًا بذاته. راجع هذه الوحدات على الخريطة.',
  'finding.read.shxMissing.title': 'ملف ‎.shx مفقود',
  'finding.read.shxMissing': 'رُفع {file} بلا فهرسه ‎.shx. قُرئت الأشكال الهندسية بترتيب الملف. قد ترفضه برامج أخرى: أرفق ‎.shx في المرة القادمة.',
  'finding.read.cpgDisproved.title': 'ملف ‎.cpg يناقض البيانات',
  'finding.read.cpgDisproved':
    'يذكر ملف ‎.cpg الخاص بـ {file} الترميز «{stated}»، لكن نصوصه UTF-8 سليمة وقُرئت كذلك. تحقق من الأسماء وصحّح ‎.cpg، لأن برامج أخرى ستشوّهها.',
  'finding.read.textCut.title': 'نصوص قطعها عرض الحقل',
  'finding.read.textCut':
    '{count, plural, one {صف واحد من {file} له} two {صفّان من {file} لهما} few {# صفوف من {file} لها} many {# صفًا من {file} لها} other {# صف من {file} لها}} نص يملأ حقله وينتهي بنصف حرف، أي أن بقيته ضاعت. وسّع الحقل في المصدر أو صدّر بصيغة GeoPackage.',
  'finding.read.deletedRows.title': 'صفوف معلَّمة كمحذوفة',
  'finding.read.deletedRows':
    '{count, plural, one {صف واحد من {file} معلَّم} two {صفّان من {file} معلَّمان} few {# صفوف من {file} معلَّمة} many {# صفًا من {file} معلَّمة} other {# صف من {file} معلَّمة}} بالحذف في ‎.dbf، لكن الشكل الهندسي ما زال موجودًا. أُبقيت: أعد حزم ملف shapefile في برنامج نظم معلومات جغرافية إن كان يجب أن تُزال.',
  'finding.read.columnRenamed.title': 'عمود أُعيدت تسميته',
  'finding.read.columnRenamed': 'في {file} أكثر من عمود باسم {before}؛ سُمّي التالي {after}. أعطِ كل عمود اسمًا خاصًا به في المصدر.',
  'finding.read.columnLeftOut.title': 'عمود متروك',
  'finding.read.columnLeftOut': 'في العمود {column} من {file} بيانات ثنائية أو محسوبة وتُرك. إن كان مهمًا فاحفظه نصًا أو رقمًا.',
  'finding.read.fileIgnored.title': 'ملفات لم تُقرأ',
  'finding.read.fileIgnored':
    '{count, plural, one {لم يُقرأ ملف واحد من الملفات المرفوعة} two {لم يُقرأ ملفان من الملفات المرفوعة} few {لم تُقرأ # ملفات من الملفات المرفوعة} many {لم يُقرأ # ملفًا من الملفات المرفوعة} other {لم يُقرأ # ملف من الملفات المرفوعة}} لخلوّها من الحدود (بيانات وصفية أو أنماط أو فهارس أو جداول). راجع القائمة: إن كانت فيها حدود فصدّرها بصيغة معروفة.',
} satisfies Record<keyof typeof en, string>;
