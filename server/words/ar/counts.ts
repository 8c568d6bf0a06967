/** What a count of a 3W counts, in a sentence to print beside it. */
import type en from '../en/counts.ts';

export default {
  'count.what':
    '{unit, select, activities {أنشطة} people {أشخاص وصلت إليهم المساعدة بحسب التقارير} other {منظمات متمايزة}} {role, select, programming {من الشركاء المبرمجين} funding {من الجهات المانحة} any {من الشركاء المنفذين أو المبرمجين} other {من الشركاء المنفذين}}',
  'count.statuses': 'الحالة: {list}',
  'count.anyStatus': 'أي حالة',
  'count.sectors': 'القطاعات: {list}',
  'count.allSectors': 'كل القطاعات',
  'count.types': 'الأنواع: {list}',
  'count.orgs': '{count, plural, one {منظمة مختارة واحدة} two {منظمتان مختارتان} few {# منظمات مختارة} many {# منظمة مختارة} other {# منظمة مختارة}}',
  'count.period': 'من {from} إلى {to}',
  'count.allPeriods': 'كل فترات المصدر',
  'count.status.planned': 'مخطط',
  'count.status.ongoing': 'جارٍ',
  'count.status.completed': 'مكتمل',
  'count.status.suspended': 'معلّق',
  'count.status.unknown': 'غير مذكور',
} satisfies Record<keyof typeof en, string>;
