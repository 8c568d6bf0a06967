/** Texts of what normalizing altered, assumed or could not know. */
import type en from '../../en/findings/normalize.ts';

export default {
  'finding.normalize.columns-renamed.title': 'عناوين أعمدة معروفة',
  'finding.normalize.columns-renamed':
    'في adm{level} {count, plural, one {عمود واحد} two {عمودان} few {# أعمدة} many {# عمودًا} other {# عمود}} بعنوان قديم أو محلي، {count, plural, one {وقُرئ على أنه من أعمدة المواصفة} two {وقُرئا على أنهما من أعمدة المواصفة} other {وقُرئت على أنها من أعمدة المواصفة}}؛ راجع القائمة.',
  'finding.normalize.columns-inferred.title': 'أعمدة استُنتجت من القيم',
  'finding.normalize.columns-inferred': 'أعمدة في adm{level} بلا عنوان معروف استُنتجت من قيمها (عددها {count, number})؛ تأكد من صحة القائمة.',
  'finding.normalize.columns-left-out.title': 'أعمدة متروكة',
  'finding.normalize.columns-left-out': 'أعمدة في adm{level} تخص برنامجًا آخر أو تُحسب من جديد فتُركت (عددها {count, number}): {list}. لا يلزم شيء.',
  'finding.normalize.columns-used.title': 'الأعمدة المستخدمة',
  'finding.normalize.columns-used':
    'تستند الوحدات إلى {count, plural, one {عمود واحد} two {عمودين} few {# أعمدة} many {# عمودًا} other {# عمود}}؛ تحقّق من أن كلًّا منها يحتوي ما قُرئ فيه.',
  'finding.normalize.as-said.title': 'قُرئ كما حُدِّد لهذا الرفع',
  'finding.normalize.as-said':
    '{count, plural, one {طُبّق إعداد واحد لعمود أو طبقة} two {طُبّق إعدادان لأعمدة أو طبقات} few {طُبّقت # إعدادات لأعمدة أو طبقات} many {طُبّق # إعدادًا لأعمدة أو طبقات} other {طُبّق # إعداد لأعمدة أو طبقات}} كما حدّد شخص لهذا الملف. لا حاجة إلى إجراء.',
  'finding.normalize.as-before.title': 'قُرئ كما حُدِّد من قبل',
  'finding.normalize.as-before':
    '{count, plural, one {طُبّق إعداد واحد لعمود أو طبقة} two {طُبّق إعدادان لأعمدة أو طبقات} few {طُبّقت # إعدادات لأعمدة أو طبقات} many {طُبّق # إعدادًا لأعمدة أو طبقات} other {طُبّق # إعداد لأعمدة أو طبقات}} كما حدّد شخص في {date, day} للملف {file} الذي لطبقاته الأعمدة نفسها. تحقّق من القائمة، وصحّح في صفحة المسودة ما لا يصح لهذا الملف.',
  'finding.normalize.names-tidied.title': 'أسماء منقّحة',
  'finding.normalize.names-tidied':
    '{count, plural, one {اسم واحد} two {اسمان} few {# أسماء} many {# اسمًا} other {# اسم}} في adm{level} أُزيلت {count, plural, one {منه} two {منهما} other {منها}} مسافات زائدة أو وُحّدت صيغة يونيكود {count, plural, one {فيه} two {فيهما} other {فيها}}؛ صحّح ذلك في المصدر.',
  'finding.normalize.codes-tidied.title': 'رموز منقّحة',
  'finding.normalize.codes-tidied': 'رموز أماكن في adm{level} كانت في أولها أو آخرها مسافات فأُزيلت (عددها {count, number})؛ صحّحها في المصدر.',
  'finding.normalize.codes-from-numbers.title': 'رموز أماكن محفوظة أرقامًا',
  'finding.normalize.codes-from-numbers':
    '{count, plural, one {رمز واحد} two {رمزان} few {# رموز} many {# رمزًا} other {# رمز}} في adm{level} كانت أرقامًا فحُوّلت إلى نص (مثل {example})؛ ربما فُقدت أصفار البداية، فاحفظ الرموز نصًا في المصدر.',
  'finding.normalize.dates-emptied.title': 'تواريخ شكلية',
  'finding.normalize.dates-emptied':
    'تواريخ في {column} من adm{level} كانت تعني «بلا تاريخ» فقط (مثل 1899-12-30) فقُرئت فارغة (عددها {count, number}). لا يلزم شيء.',
  'finding.normalize.dates-unreadable.title': 'تواريخ غير مقروءة',
  'finding.normalize.dates-unreadable':
    'تواريخ في {column} من adm{level} لا تُقرأ أو تُقرأ بطريقتين (عددها {count, number}، مثل {example})؛ اكتب التواريخ هكذا: 2024-03-31.',
  'finding.normalize.version-unreadable.title': 'إصدار لا يوافق صيغة المواصفة',
  'finding.normalize.version-unreadable': 'الإصدار «{value}» في adm{level} ليس على صورة v01 أو v01.02 فلم يُستخدم؛ اذكر الإصدار عند النشر.',
  'finding.normalize.versions-differ.title': 'إصدارات مختلفة بين المستويات',
  'finding.normalize.versions-differ': 'تذكر المستويات {count, number} إصدارات مختلفة ({list})؛ اقتُرح أعلاها. تحقق من أن الملفات من مجموعة واحدة.',
  'finding.normalize.rings-turned.title': 'حلقات عُكس اتجاهها',
  'finding.normalize.rings-turned':
    'حلقات في adm{level} عُكس اتجاهها وفق RFC 7946 (عددها {count, number}؛ الحلقات الخارجية عكس عقارب الساعة). الأشكال لم تتغير. لا يلزم شيء.',
  'finding.normalize.parents-from-names.title': 'وحدات أم عُرفت بالاسم',
  'finding.normalize.parents-from-names':
    'وحدات في adm{level} لا تذكر رمز مكان من adm{ancestor} فعُرفت وحداتها الأم من الأسماء المذكورة (عددها {count, number}). أضف العمود adm{ancestor}_pcode.',
  'finding.normalize.parents-from-geometry.title': 'وحدات أم عُرفت بالموقع',
  'finding.normalize.parents-from-geometry':
    'وحدات في adm{level} لا تذكر رمز مكان من adm{ancestor} فأُلحقت كل منها بالوحدة التي تضم معظم مساحتها (عددها {count, number}). أضف العمود adm{ancestor}_pcode.',
  'finding.normalize.parent-code-unknown.title': 'رمز الوحدة الأم غير موجود في طبقتها',
  'finding.normalize.parent-code-unknown':
    'وحدات في adm{level} تذكر رمزًا غير موجود في طبقة adm{ancestor} فأُلحقت كل منها بالوحدة التي تقع فيها (عددها {count, number}). صحّح adm{ancestor}_pcode في إحدى الطبقتين.',
  'finding.normalize.parent-doubtful.title': 'وحدة أم غير مؤكدة',
  'finding.normalize.parent-doubtful':
    'وحدات في adm{level} تمتد عبر حد من حدود adm{ancestor} فوحدتها الأم غير مؤكدة (عددها {count, number})؛ راجع كل واحدة واذكر وحدتها الأم.',
  'finding.normalize.parent-unknown.title': 'لم توجد وحدة أم',
  'finding.normalize.parent-unknown':
    'وحدات في adm{level} بلا وحدة من adm{ancestor} (عددها {count, number}): لم تُذكر أي وحدة ولا توجد وحدة تضمها. اذكر وحداتها الأم.',
  'finding.normalize.names-from-reference.title': 'استُخدمت الأسماء المرجعية',
  'finding.normalize.names-from-reference': 'لا عمود أسماء في adm{level}، فاستُخدمت الأسماء المرجعية في {column}؛ أضف adm{level}_name.',
  'finding.normalize.language-guessed.title': 'اللغة مفترضة',
  'finding.normalize.language-guessed': 'لا عمود يذكر لغة {column} في adm{level}؛ افتُرضت «{lang}» بحسب الكتابة وبقية أسماء الطبقة. اذكرها في lang وlang1….',
  'finding.normalize.language-unknown.title': 'لغة غير مذكورة',
  'finding.normalize.language-unknown': 'لا شيء يذكر لغة أسماء adm{level}؛ حُفظت على أنها «und» (غير محددة). اذكرها في lang.',
  'finding.normalize.foreign-ids.title': 'معرّفات ليست رموز أماكن',
  'finding.normalize.foreign-ids':
    'لا توجد رموز أماكن في adm{level}: في العمود {column} معرّفات {source}، وهي ليست رموز أماكن البلد، فلا يمكن ربط البيانات بها. أضف رموز البلد أو خذ الطبقة من COD.',
  'finding.normalize.level-from-name.title': 'المستوى من اسم الملف',
  'finding.normalize.level-from-name': 'لا عمود يذكر المستوى الإداري للطبقة {layer}؛ افتُرض adm{level} من اسمها. استخدم أعمدة المواصفة مثل adm{level}_pcode.',
  'finding.normalize.layer-ignored.title': 'طبقة غير مستخدمة',
  'finding.normalize.layer-ignored':
    'لم تُستخدم الطبقة {layer}: {reason, select, empty {لا صفوف فيها} no_geometry {صفوفها بلا أشكال هندسية فهي جدول} not_used {حُدِّد أنها لا تُستخدم} other {لا أعمدتها ولا اسمها يدل على مستوى إداري}}.',
  'finding.normalize.layer-duplicate.title': 'طبقة ثانية لمستوى واحد',
  'finding.normalize.layer-duplicate': 'هناك أكثر من طبقة للمستوى adm{level}: استُخدمت {kept} ولم تُستخدم {layer}. احذف غير المطلوبة.',
  'finding.normalize.level-partial.title': 'مستوى يغطي جزءًا من البلد',
  'finding.normalize.level-partial':
    'يغطي adm{level} نسبة {share, number}٪ من البلد فحُفظ مستوى جزئيًا؛ والمستويات الأعلى من adm{base}. اذكر في التحفظات أي جزء يغطي. {blank, plural, =0 {} one {صف واحد منه بلا رمز مكان.} two {صفّان منه بلا رمز مكان.} few {# صفوف منه بلا رمز مكان.} many {# صفًا منه بلا رمز مكان.} other {# صف منه بلا رمز مكان.}}',
  'finding.normalize.rows-merged.title': 'دُمجت صفوف الوحدة الواحدة',
  'finding.normalize.rows-merged':
    'وحدات في adm{level} كانت كل منها في عدة صفوف (الرمز والاسم والوحدة الأم نفسها) فتُنشر كل منها وحدة واحدة (عددها {count, number})؛ ادمجها في المصدر.',
  'finding.normalize.codes-of-several.title': 'رموز لعدة وحدات',
  'finding.normalize.codes-of-several':
    '{count, plural, one {رمز واحد من adm{level} يدل على عدة وحدات بأسماء مختلفة، وقد نُشرت كل منها على حدة} two {رمزان من adm{level} يدل كل منهما على عدة وحدات بأسماء مختلفة، وقد نُشرت كل منها على حدة} few {# رموز من adm{level} يدل كل منها على عدة وحدات بأسماء مختلفة، وقد نُشرت كل منها على حدة} many {# رمزًا من adm{level} يدل كل منها على عدة وحدات بأسماء مختلفة، وقد نُشرت كل منها على حدة} other {# رمز من adm{level} يدل كل منها على عدة وحدات بأسماء مختلفة، وقد نُشرت كل منها على حدة}}. تحقّق من الوحدة التي أُلحقت بها كل وحدة من المستوى الأدنى، وأعطِ كل وحدة رمزها الخاص.',
  'finding.normalize.parents-without-code.title': 'وحدات أعلى بلا رموز',
  'finding.normalize.parents-without-code':
    'في adm{level} وحدات بلا رمز، فأُلحقت بها وحدات المستوى الأدنى بحسب اسم الوحدة الأعلى أو بحسب الموقع. تحقّق من ذلك وأضف الرموز.',
  'finding.normalize.level-derived.title': 'مستوى أُنشئ من المستوى الأدنى',
  'finding.normalize.level-derived':
    'لم يُرفع adm{level}؛ أُنشئت {count, plural, one {وحدته} two {وحدتاه} few {وحداته الـ#} many {وحداته الـ#} other {وحداته الـ#}} بضم وحدات adm{base}. تحقق من أسمائه أو ارفع المستوى.',
  'finding.normalize.country-code-assumed.title': 'رمز مكان البلد مفترض',
  'finding.normalize.country-code-assumed': 'لا يذكر أي ملف adm0_pcode؛ استُخدم «{code}»، وهو رمز ISO للبلد {country}. أضف adm0_pcode وadm0_name.',
  'finding.normalize.units-not-drawn.title': 'وحدات بلا وحدات فرعية',
  'finding.normalize.units-not-drawn':
    'وحدات في adm{level} بلا أي وحدة من adm{base}، فلا مساحة لها في الطبقات المنشورة (عددها {count, number})؛ أضف الوحدات الناقصة أو صحّح رموز الوحدات الأم.',
  'finding.normalize.outlines-mended.title': 'حدود صُححت للنشر',
  'finding.normalize.outlines-mended':
    'خطوط حدود في adm{level} تتقاطع مع نفسها أو تلامسها، فتُنشر مصححة (عددها {count, number})، وأكبر تغير في المساحة {percent, number}٪. راجع كلًا منها وصحح المصدر.',
  'finding.normalize.level-dissolved.title': 'حدود مستوى أعلى تتبع حدود الوحدات الفرعية',
  'finding.normalize.level-dissolved':
    'يُنشر adm{level} بضم وحدات adm{base} بعضها إلى بعض لكي تتطابق الحدود كلها. وحدات تختلف عن الطبقة المرفوعة: {count, number}، وأقصى فرق {distance, m}.',
  'finding.normalize.level-as-uploaded.title': 'مستوى أعلى كما رُفع',
  'finding.normalize.level-as-uploaded':
    'يُنشر adm{level} كما رُفع بناءً على ما حُدّد، ولا يُركَّب من وحدات adm{base}{count, plural, one {: تختلف وحدة واحدة} two {: تختلف وحدتان} few {: تختلف # وحدات} many {: تختلف # وحدة} other {: تختلف # وحدة}}، بما يصل إلى {distance, most}. ويتبع ملف الخطوط adm{base}.',
  'finding.normalize.drawing-does-not-nest.title': 'لم يُحتفظ بالرسم المرفوع',
  'finding.normalize.drawing-does-not-nest':
    'كان المقرر نشر adm{level} كما رُفع، بناءً على ما حُدّد لملف سابق، لكنه لا يتداخل تداخلًا صحيحًا: عدد الوحدات التي تتجاوز الوحدة الأعلى {count, number}. لذلك يُركَّب من وحدات adm{base}. صحّح الرسم أو حدّد طريقة نشر هذا المستوى.',
  'finding.normalize.language-local.title': 'لغة البلد',
  'finding.normalize.language-local':
    'بحسب العنوان يكون العمود {column} في adm{level} باللغة "{suffix}"، وهي ليست من لغات هذا البلد، فقُرئ على أنه "{lang}". استعمل هذا الرمز في العنوان.',
} satisfies Record<keyof typeof en, string>;
