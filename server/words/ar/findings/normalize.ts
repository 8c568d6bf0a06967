/** Texts of what normalizing altered, assumed or could not know. */
import type en from '../../en/findings/normalize.ts';

export default {
  'finding.normalize.columns-renamed.title': 'عناوين أعمدة مفهومة',
  'finding.normalize.columns-renamed':
    'في adm{level} {count, plural, one {عمود واحد} two {عمودان} few {# أعمدة} many {# عمودًا} other {# عمود}} بعنوان قديم أو محلي، {count, plural, one {وقُرئ على أنه من أعمدة المواصفة} two {وقُرئا على أنهما من أعمدة المواصفة} other {وقُرئت على أنها من أعمدة المواصفة}}؛ راجع القائمة.',
  'finding.normalize.columns-inferred.title': 'أعمدة استُنتجت من القيم',
  'finding.normalize.columns-inferred': 'أعمدة في adm{level} لا تُعرف من عناوينها فاستُنتجت من قيمها (عددها {count, number})؛ تأكد من صحة القائمة.',
  'finding.normalize.columns-left-out.title': 'أعمدة متروكة',
  'finding.normalize.columns-left-out': 'أعمدة في adm{level} تخص برنامجًا آخر أو تُحسب من جديد فتُركت (عددها {count, number}): {list}. لا يلزم شيء.',
  'finding.normalize.columns-used.title': 'الأعمدة المستخدمة',
  'finding.normalize.columns-used':
    'تستند الوحدات إلى {count, plural, one {عمود واحد} two {عمودين} few {# أعمدة} many {# عمودًا} other {# عمود}}؛ تحقّق من أن كلًّا منها يحتوي ما قُرئ فيه.',
  'finding.normalize.as-said.title': 'قُرئ كما حُدِّد لهذا الرفع',
  'finding.normalize.as-said':
    '{count, plural, one {قُرئت نقطة واحدة} two {قُرئت نقطتان} few {قُرئت # نقاط} many {قُرئت # نقطة} other {قُرئت # نقطة}} كما حدّد شخص لهذا الملف. لا حاجة إلى إجراء.',
  'finding.normalize.as-before.title': 'قُرئ كما حُدِّد من قبل',
  'finding.normalize.as-before':
    '{count, plural, one {قُرئت نقطة واحدة} two {قُرئت نقطتان} few {قُرئت # نقاط} many {قُرئت # نقطة} other {قُرئت # نقطة}} كما حدّد شخص في {date, day} للملف {file} الذي لطبقاته الأعمدة نفسها. تحقّق من القائمة، وصحّح في صفحة المسودة ما لا يصح لهذا الملف.',
  'finding.normalize.names-tidied.title': 'أسماء منقّحة',
  'finding.normalize.names-tidied':
    '{count, plural, one {اسم واحد} two {اسمان} few {# أسماء} many {# اسمًا} other {# اسم}} في adm{level} أُزيلت {count, plural, one {منه} two {منهما} other {منها}} فراغات زائدة أو وُحّد {count, plural, one {ترميزه} two {ترميزهما} other {ترميزها}}؛ صحّحها في المصدر.',
  'finding.normalize.codes-tidied.title': 'رموز منقّحة',
  'finding.normalize.codes-tidied': 'رموز في adm{level} كانت في أطرافها فراغات فأُزيلت (عددها {count, number})؛ صحّحها في المصدر.',
  'finding.normalize.codes-from-numbers.title': 'رموز مخزنة كأرقام',
  'finding.normalize.codes-from-numbers':
    '{count, plural, one {رمز واحد} two {رمزان} few {# رموز} many {# رمزًا} other {# رمز}} في adm{level} كانت أرقامًا فحُوّلت إلى نص (مثل {example})؛ قد تكون أصفار البداية ضاعت، فاحفظ الرموز نصًا في المصدر.',
  'finding.normalize.dates-emptied.title': 'تواريخ شكلية',
  'finding.normalize.dates-emptied':
    'تواريخ في {column} من adm{level} كانت تعني «بلا تاريخ» فقط (مثل 1899-12-30) فقُرئت فارغة (عددها {count, number}). لا يلزم شيء.',
  'finding.normalize.dates-unreadable.title': 'تواريخ غير مقروءة',
  'finding.normalize.dates-unreadable':
    'تواريخ في {column} من adm{level} تعذّرت قراءتها أو لها قراءتان (عددها {count, number}، مثل {example})؛ اكتب التواريخ هكذا 2024-03-31.',
  'finding.normalize.version-unreadable.title': 'إصدار بصيغة غير معتمدة',
  'finding.normalize.version-unreadable': 'الإصدار «{value}» في adm{level} ليس على صورة v01 أو v01.02 فلم يُستخدم؛ اذكر الإصدار عند النشر.',
  'finding.normalize.versions-differ.title': 'إصدارات مختلفة بين المستويات',
  'finding.normalize.versions-differ': 'تذكر المستويات {count, number} إصدارات مختلفة ({list})؛ اقتُرح أعلاها. تأكد أن الملفات تخص مجموعة واحدة.',
  'finding.normalize.rings-turned.title': 'حلقات عُكس اتجاهها',
  'finding.normalize.rings-turned': 'حلقات في adm{level} جُعل اتجاهها وفق RFC 7946 (عددها {count, number})؛ الأشكال لم تتغير. لا يلزم شيء.',
  'finding.normalize.parents-from-names.title': 'وحدات أم عُرفت بالاسم',
  'finding.normalize.parents-from-names':
    'وحدات في adm{level} لا تذكر رمز adm{ancestor} فعُرف من الاسم المذكور (عددها {count, number}). أضف العمود adm{ancestor}_pcode.',
  'finding.normalize.parents-from-geometry.title': 'وحدات أم عُرفت بالموقع',
  'finding.normalize.parents-from-geometry':
    'وحدات في adm{level} لا تذكر رمز adm{ancestor} فأُلحقت كل منها بالوحدة التي تضم معظم مساحتها (عددها {count, number}). أضف العمود adm{ancestor}_pcode.',
  'finding.normalize.parent-code-unknown.title': 'رمز الأم غير موجود في طبقتها',
  'finding.normalize.parent-code-unknown':
    'وحدات في adm{level} تذكر رمزًا لا تحتويه طبقة adm{ancestor} فأُلحقت كل منها بالوحدة التي تقع فيها (عددها {count, number}). صحّح adm{ancestor}_pcode في إحدى الطبقتين.',
  'finding.normalize.parent-doubtful.title': 'وحدة أم مشكوك فيها',
  'finding.normalize.parent-doubtful':
    'وحدات في adm{level} تقع على حدّ من adm{ancestor} فوحدتها الأم مشكوك فيها (عددها {count, number})؛ راجع كل واحدة واذكر وحدتها الأم.',
  'finding.normalize.parent-unknown.title': 'لا وحدة أم',
  'finding.normalize.parent-unknown': 'وحدات في adm{level} بلا وحدة من adm{ancestor} (عددها {count, number}): لم تُذكر ولا توجد وحدة تحتها. اذكر وحداتها الأم.',
  'finding.normalize.names-from-reference.title': 'استُخدمت الأسماء المرجعية',
  'finding.normalize.names-from-reference': 'لا عمود أسماء في adm{level}، فاستُخدمت الأسماء المرجعية في {column}؛ أضف adm{level}_name.',
  'finding.normalize.language-guessed.title': 'لغة مفترضة',
  'finding.normalize.language-guessed': 'لا عمود يذكر لغة {column} في adm{level}؛ اعتُبرت «{lang}» بحسب الخط والأسماء الأخرى. اذكرها في lang وlang1….',
  'finding.normalize.language-unknown.title': 'لغة غير مذكورة',
  'finding.normalize.language-unknown': 'لا شيء يذكر لغة أسماء adm{level}؛ حُفظت على أنها «und» (غير محددة). اذكرها في lang.',
  'finding.normalize.foreign-ids.title': 'معرّفات ليست رموز P-code',
  'finding.normalize.foreign-ids':
    'لا توجد رموز P-code في adm{level}: يحوي العمود {column} معرّفات {source} التي تتغير مع كل إصدار، فلا يمكن الربط بها. أضف رموز البلد أو خذ الطبقة من COD.',
  'finding.normalize.level-from-name.title': 'المستوى من اسم الملف',
  'finding.normalize.level-from-name': 'لا عمود يذكر مستوى {layer}؛ اعتُبر adm{level} من اسمه. استخدم أعمدة المواصفة مثل adm{level}_pcode.',
  'finding.normalize.layer-ignored.title': 'طبقة غير مستخدمة',
  'finding.normalize.layer-ignored':
    'لم تُستخدم الطبقة {layer}: {reason, select, empty {لا صفوف فيها} no_geometry {صفوفها بلا هندسة فهي جدول} not_used {حُدِّد أنها لا تُستخدم} other {لا أعمدتها ولا اسمها يدل على مستوى إداري}}.',
  'finding.normalize.layer-duplicate.title': 'طبقة ثانية لمستوى واحد',
  'finding.normalize.layer-duplicate': 'الطبقة {layer} ثانية للمستوى adm{level}؛ استُخدمت {kept} بدلًا منها. احذف غير المقصودة.',
  'finding.normalize.level-partial.title': 'مستوى جزئي',
  'finding.normalize.level-partial':
    'يغطي adm{level} نسبة {share, number}% من البلد فحُفظ مستوى جزئيًا؛ والمستويات الأعلى من adm{base}. اذكر في التحفظات أي جزء يغطي. {blank, plural, =0 {} one {صف واحد منه بلا رمز.} two {صفان منه بلا رمز.} few {# صفوف منه بلا رمز.} many {# صفًا منه بلا رمز.} other {# صف منه بلا رمز.}}',
  'finding.normalize.rows-merged.title': 'صفوف وحدة واحدة دُمجت',
  'finding.normalize.rows-merged':
    'وحدات في adm{level} جاءت كل منها في عدة صفوف (الرمز والاسم والأم نفسها) فنُشرت واحدة (عددها {count, number})؛ ادمجها في المصدر.',
  'finding.normalize.codes-joined.title': 'صفوف بالرمز نفسه ضُمّت',
  'finding.normalize.codes-joined':
    'رموز في adm{level} تتكرر في عدة صفوف فنُشر كل منها وحدة واحدة (عددها {count, number})، لأن الوحدات الأدنى لا تذكر أمها إلا بالرمز؛ أعط كل وحدة رمزها.',
  'finding.normalize.level-derived.title': 'مستوى بُني مما تحته',
  'finding.normalize.level-derived':
    'لم يُرفع adm{level}؛ بُنيت {count, plural, one {وحدته} two {وحدتاه} few {وحداته الـ#} many {وحداته الـ#} other {وحداته الـ#}} بضم وحدات adm{base}. تحقق من أسمائه أو ارفع المستوى.',
  'finding.normalize.country-code-assumed.title': 'رمز البلد مفترض',
  'finding.normalize.country-code-assumed': 'لا ملف يذكر adm0_pcode؛ أُخذ «{code}» رمز ISO للبلد {country}. أضف adm0_pcode وadm0_name.',
  'finding.normalize.units-not-drawn.title': 'وحدات بلا ما تحتها',
  'finding.normalize.units-not-drawn':
    'وحدات في adm{level} بلا أي وحدة من adm{base} فلا مساحة لها في الطبقات المنشورة (عددها {count, number})؛ أضف الناقص أو صحّح رموز الأم.',
  'finding.normalize.outlines-mended.title': 'حدود صُححت للنشر',
  'finding.normalize.outlines-mended':
    'خطوط حدود في adm{level} كانت تتقاطع مع نفسها أو تلامسها فتُنشر مصححة (عددها {count, number})، وأكبر تغير في المساحة {percent, number} %. راجع كلًا منها وصحح المصدر.',
  'finding.normalize.level-dissolved.title': 'حدود مستوى أعلى تتبع الوحدات التي تحته',
  'finding.normalize.level-dissolved':
    'يُنشر adm{level} مجموعًا من وحدات adm{base} لكي تتطابق الحدود كلها. وحدات تُرسم في غير موضعها في الطبقة المرفوعة: {count, number}، والفرق حتى {distance, m}.',
  'finding.normalize.language-local.title': 'لغة البلد',
  'finding.normalize.language-local':
    'بحسب العنوان يكون العمود {column} في adm{level} باللغة "{suffix}"، وهي ليست من لغات هذا البلد، فقُرئ على أنه "{lang}". استعمل هذا الرمز في العنوان.',
} satisfies Record<keyof typeof en, string>;
