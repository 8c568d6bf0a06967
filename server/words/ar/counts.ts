/** What a count of a 3W counts, in a sentence to print beside it. */
import type en from '../en/counts.ts';

export default {
  'count.what':
    '{unit, select, activities {أنشطة} people {أشخاص تم الوصول إليهم بحسب التقارير} other {منظمات مختلفة}} {role, select, programming {لشركاء البرامج} funding {للجهات المانحة} any {للشركاء المنفذين أو شركاء البرامج} other {للشركاء المنفذين}}',
  'count.statuses': 'الحالة: {list}',
  'count.anyStatus': 'كل الحالات',
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
