import type en from '../../en/interface/home.ts';

export default {
  'home.title': 'البلدان',
  'home.lead': 'مجموعات البيانات التشغيلية المشتركة (COD): الحدود والأسماء والرموز التي يتشاركها الجميع.',
  'home.filter': 'ابحث عن بلد',
  'home.loading': 'جارٍ تحميل البلدان…',
  'home.empty': 'لا توجد بلدان بعد',
  'home.empty.detail': 'انشر مجموعة بيانات للحدود وستظهر هنا.',
  'home.none': 'لا يوجد بلد يطابق «{query}». تحقق من الإملاء أو استخدم الرمز المكوّن من ثلاثة أحرف.',
  'home.units': '{units, number} في المستوى {level}',
  'home.updated': 'نُشر في {date}',
  'home.unpublished': 'لم يُنشر بعد',
} satisfies Record<keyof typeof en, string>;
