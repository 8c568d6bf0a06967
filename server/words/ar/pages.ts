/** Pages of maps and embeds, and notices in their place. */
import type en from '../en/pages.ts';

export default {
  'page.name': 'الاسم',
  'page.pcode': 'رمز المكان',
  'page.table': 'عرض كجدول',
  'page.wholeTable': 'الجدول الكامل، عدد صفوفه {n} (CSV)',
  'page.legend': 'مفتاح الخريطة',
  'page.open': 'فتح هذه الخريطة',
  'page.live': 'استكشاف الخريطة',
  'page.close': 'إغلاق',
  'page.loading': 'جارٍ تحميل الخريطة…',
  'page.failed': 'تعذّر تحميل الخريطة؛ تبقى الصورة.',
  'page.asOf': 'بتاريخ {date}',
  'page.pinned': 'إصدار ثابت',
  'page.current': 'أحدث إصدار',
  'page.downloads': 'التنزيلات',
  'page.change': 'استكشاف هذه الخريطة وتعديلها',
  'page.country': 'كل ما يخص {country}',
  'page.refused': 'لا يُسمح بعرض هذه الخريطة على هذا الموقع.',
  'page.refusedWhy': 'لم يُضف ناشرها هذا الموقع إلى القائمة. يمكنك فتح الخريطة نفسها:',
  'page.closed': 'تستخدم هذه الخريطة مصدرًا حساسًا بطريقة غير متاحة للعموم.',
  'page.restricted': 'البيانات التي تعرضها هذه الخريطة لم تعد متاحة للجميع.',
  'page.gone': 'لم تعد هذه الخريطة موجودة.',
  'page.problem': 'لم ينجح ذلك',
  'page.nothing': 'لا يوجد شيء هنا',
  'page.home': 'إلى الصفحة الرئيسية',
} satisfies Record<keyof typeof en, string>;
