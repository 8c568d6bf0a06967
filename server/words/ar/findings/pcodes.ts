/** Texts of family P. `{count}` occurrences at admin level `{level}`. */
import type en from '../../en/findings/pcodes.ts';

export default {
  'finding.pcode.missing.title': 'رمز المكان مفقود',
  'finding.pcode.missing':
    '{count, plural, one {وحدة واحدة} two {وحدتان} few {# وحدات} many {# وحدة} other {# وحدة}} في المستوى adm{level} بلا رمز مكان؛ أعطِ كل وحدة رمزها، فلا يمكن ربط أي بيانات بها من دونه.',
  'finding.pcode.filler.title': 'صفوف بلا رمز في مستوى جزئي',
  'finding.pcode.filler':
    '{count, plural, one {صف واحد} two {صفّان} few {# صفوف} many {# صفًا} other {# صف}} في adm{level}، الذي يغطي جزءًا من البلد فقط، بلا رمز مكان؛ يبدو أنها تملأ الخريطة فحسب ولا تُنشر. تحقق من أن أيًا منها ليس وحدة حقيقية.',
  'finding.pcode.number.title': 'رمز المكان محفوظ رقمًا',
  'finding.pcode.number': '{count, number} من رموز adm{level} أرقام وليست نصوصًا (أطوالها {widths})، وربما فُقدت أصفار البداية؛ احفظ العمود نصًا وأعد الأصفار.',
  'finding.pcode.scientific.title': 'رمز المكان بالترميز العلمي',
  'finding.pcode.scientific': 'حوّل برنامج جداول {count, number} من رموز adm{level} إلى الترميز العلمي ففقدت أرقامًا؛ انسخها من المصدر من جديد.',
  'finding.pcode.lost-zero.title': 'أصفار مفقودة من رمز المكان',
  'finding.pcode.lost-zero': '{count, number} من رموز adm{level} أقصر من اللازم وتطابق وحدتها الأم إذا أُعيدت الأصفار؛ أعدها في مصدرك.',
  'finding.pcode.delimiter.title': 'فاصل أو مسافة في رمز المكان',
  'finding.pcode.delimiter': '{affected, number} من رموز adm{level} فيها مسافة أو أحد الرموز . - _ /؛ اكتبها من دونه.',
  'finding.pcode.character.title': 'محرف غير صالح في رمز المكان',
  'finding.pcode.character': '{affected, number} من رموز adm{level} فيها محارف غير A–Z و0–9؛ صحّحها.',
  'finding.pcode.letters.title': 'حروف بعد البادئة',
  'finding.pcode.letters': '{affected, number} من رموز adm{level} فيها حروف بعد بادئة البلد؛ يُنصح بالأرقام وحدها. أبقِ الحروف فقط إن كانت هذه هي الرموز الرسمية.',
  'finding.pcode.special.title': 'رمز منطقة خاصة',
  'finding.pcode.special': '{affected, number} من صفوف adm{level} رمزها مثل «Conflict» أو «Unspecified» أو 0 بدل رمز مكان؛ اقبلها مناطق خاصة أو أعطها رموزًا.',
  'finding.pcode.prefix-country.title': 'بادئة بلد آخر',
  'finding.pcode.prefix-country': '{affected, number} من رموز adm{level} لا تبدأ بـ {prefix}، رمز هذا البلد؛ صحّحها أو احذف صفوفها.',
  'finding.pcode.prefix-missing.title': 'بلا بادئة البلد',
  'finding.pcode.prefix-missing': '{affected, number} من رموز adm{level} بلا بادئة البلد؛ اكتب {prefix} قبلها ليمكن ربطها ببيانات السكان و3W.',
  'finding.pcode.prefix-iso3.title': 'بادئة من ثلاثة أحرف',
  'finding.pcode.prefix-iso3':
    '{affected, number} من رموز adm{level} تبدأ برمز البلد الثلاثي؛ تطلب المواصفة {prefix}. أُبقيت كما هي. لا تغيّرها إلا في إصدار رئيسي، لأن البيانات المرتبطة بها يجب أن تتغير معها.',
  'finding.pcode.prefix-case.title': 'بادئة بأحرف صغيرة',
  'finding.pcode.prefix-case': '{affected, number} من رموز adm{level} بادئتها بأحرف صغيرة؛ اكتب {prefix}.',
  'finding.pcode.long.title': 'رمز المكان طويل جدًا',
  'finding.pcode.long': '{count, number} من رموز adm{level} أطول من 20 حرفًا؛ اختصرها.',
  'finding.pcode.length.title': 'رموز بأطوال مختلفة',
  'finding.pcode.length': '{count, number} من رموز adm{level} ليس طولها {usual, number} محارف كغيرها (الأطوال: {lengths})؛ ابحث عن أصفار مفقودة أو أخطاء كتابة.',
  'finding.pcode.duplicate.title': 'رمز مكان مكرر',
  'finding.pcode.duplicate': '{count, number} من الرموز تتكرر في adm{level} لوحدات مختلفة؛ أعطِ كل وحدة رمزها الخاص.',
  'finding.pcode.nesting.title': 'الرمز لا يبدأ برمز الوحدة الأم',
  'finding.pcode.nesting': '{count, number} من رموز adm{level} لا تبدأ برمز الوحدة الأم، بينما {follows} من {total, number} تبدأ به؛ صحّح الرمز أو الوحدة الأم.',
  'finding.pcode.not-nested.title': 'الرموز غير متداخلة',
  'finding.pcode.not-nested':
    'رموز adm{level} غير مبنية على رموز المستوى الأعلى ({follows} من {total, number} فقط)؛ تؤخذ الوحدات الأم من عمودها. لا يلزم شيء إن كان هذا هو النظام الرسمي.',
  'finding.pcode.two-names.title': 'رمز واحد واسمان',
  'finding.pcode.two-names': 'في adm{level}، {count, number} من رموز adm{ancestor} ترد مع أكثر من اسم؛ اعتمد اسمًا واحدًا لكل رمز.',
  'finding.pcode.reused.title': 'رمز أعيد استخدامه لمكان آخر',
  'finding.pcode.reused':
    '{count, number} من رموز adm{level} كانت لأماكن أخرى في الإصدار المنشور؛ أعطِ الوحدات الجديدة رموزًا جديدة، وإلا أظهرت الجداول المرتبطة أماكن خاطئة.',
  'finding.pcode.recoded.title': 'المكان نفسه برمز جديد',
  'finding.pcode.recoded':
    '{count, number} من وحدات adm{level} حافظت على محيطها وتغيّر رمزها عن الإصدار المنشور؛ أعلن ذلك مع الإصدار، لأن البيانات المرتبطة بها يجب أن يُعاد ترميزها.',
  'finding.pcode.room.title': 'لم تبق رموز لوحدات جديدة',
  'finding.pcode.room': 'استنفدت {count, number} من الوحدات الأم تقريبًا كل الرموز التي تسمح بها خانات adm{level}؛ خطط لخانة إضافية.',
} satisfies Record<keyof typeof en, string>;
