/** What is wrong with a value that a request, a file or an option gives. */
import type en from '../en/faults.ts';

export default {
  'wrong.at': '{field}: {fault}',
  'wrong.more':
    '{count, plural, one {وقيمة خاطئة أخرى.} two {وقيمتان خاطئتان أخريان.} few {و# قيم خاطئة أخرى.} many {و# قيمة خاطئة أخرى.} other {و# قيمة خاطئة أخرى.}}',
  'wrong.missing': 'هذه القيمة ناقصة.',
  'wrong.empty': 'هذه القيمة فارغة.',
  'wrong.type':
    'المطلوب هنا {expected, select, string {نص} number {عدد} int {عدد صحيح} boolean {true أو false} array {قائمة} tuple {قائمة} object {كائن بقيم مسماة} record {كائن بقيم مسماة} date {تاريخ} null {قيمة فارغة} never {ترك هذه القيمة} other {شيء آخر}}.',
  'wrong.characters':
    'عدد الأحرف المطلوب: {bound, select, least {على الأقل} most {على الأكثر} other {بالضبط}} {count, plural, one {حرف واحد} two {حرفان} few {# أحرف} many {# حرفًا} other {# حرف}}.',
  'wrong.entries':
    'عدد العناصر المطلوب: {bound, select, least {على الأقل} most {على الأكثر} other {بالضبط}} {count, plural, one {عنصر واحد} two {عنصران} few {# عناصر} many {# عنصرًا} other {# عنصر}}.',
  'wrong.number':
    'يجب أن يكون العدد {bound, select, least {أكبر من أو يساوي} most {أصغر من أو يساوي} above {أكبر من} below {أصغر من} other {مساويًا لـ}} {limit, raw}.',
  'wrong.multiple': 'يجب أن يكون العدد من مضاعفات {divisor, raw}.',
  'wrong.value': 'القيم الممكنة: {values, or}.',
  'wrong.unknown': 'لا يوجد هنا شيء بهذا الاسم.',
  'wrong.form': 'هذه القيمة ليست بالشكل المتوقع.',
  'wrong.address': 'يجب أن تكون القيمة عنوانًا مثل https://example.org.',
  'wrong.other': 'لا يمكن استخدام هذه القيمة هنا.',
  'wrong.country': 'المطلوب الأحرف الثلاثة لرمز البلد (ISO 3166-1 alpha-3) مثل SLE.',
  'wrong.dataset': 'المطلوب معرّف مجموعة بيانات مثل cod-ab-sle.',
  'wrong.presence': 'المطلوب معرّف مجموعة بيانات 3W مثل 3w-sle.',
  'wrong.version': 'المطلوب إصدار مثل v01 أو v01.02.',
  'wrong.id': 'لم يُمنح هذا المعرّف هنا.',
  'wrong.day': 'المطلوب تاريخ مثل 2025-05-01.',
  'wrong.month': 'المطلوب شهر مثل 2025-03 أو 03.',
  'wrong.period': 'المطلوب فترة مثل 2025 أو 2025-05 أو 2025-05-01/2025-07-31.',
  'wrong.order': 'النهاية تسبق البداية.',
  'wrong.ages': 'الفئة العمرية تنتهي قبل أن تبدأ.',
  'wrong.encoding': 'المطلوب اسم ترميز مثل windows-1256.',
  'wrong.language': 'المطلوب رمز لغة مثل fr أو ar.',
  'wrong.email': 'المطلوب عنوان بريد إلكتروني.',
  'wrong.password': 'المطلوب 10 أحرف على الأقل.',
  'wrong.visible': 'المطلوب حرفان ظاهران على الأقل.',
  'wrong.control': 'لا يمكن استخدام أحرف التحكم هنا.',
  'wrong.dots': 'لا يمكن أن يحتوي اسم الملف على «..».',
  'wrong.reason': 'اذكر السبب بالكلمات.',
  'wrong.nothing': 'لم يُذكر شيء.',
  'wrong.answer': 'لا توجد هنا إجابة عن الأعمدة أو الطبقات أو الترميز أو نظام الإحداثيات.',
  'wrong.decision': 'لا يوجد هنا قرار: operations أو units أو acceptUpToM أو acceptTexts.',
  'wrong.parameter': 'لا توجد معلمة بهذا الاسم.',
  'wrong.withheld': 'يجب ألا يقل العدد عن 3: فالعدد الذي لا يمكن أن يكون إلا 1 يكشف كل شيء.',
  'wrong.change': 'يتطلب التغير داخل إصدار واحد فترتين، لكل منهما يوم أول ويوم أخير.',
  'wrong.split': 'لا يمكن للخرائط الصغيرة والجداول أن تعرض إلا الأعداد.',
  'wrong.colour': 'المطلوب لون: # وستة أرقام ست عشرية.',
  'wrong.origin': 'المطلوب أصل موقع ويب مثل https://example.org.',
  'wrong.countries': 'يجب أن تكون الحدود والبيانات للبلد نفسه.',
  'wrong.map': 'هذا ليس JSON لخريطة.',
} satisfies Record<keyof typeof en, string>;
