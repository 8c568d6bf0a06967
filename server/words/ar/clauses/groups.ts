/** The structure of coordination: what is missing in it, and what people hold in groups. */
import type en from '../../en/clauses/groups.ts';

export default {
  'clause.gap.no-lead': 'لا توجد جهة قيادية في {group}.',
  'clause.gap.no-imo': 'لا يوجد مسؤول اتصال لإدارة المعلومات في {group}.',
  'clause.gap.lead-ended': 'كانت {organisation} الجهة القيادية في {group} حتى {day, day}، ولم تخلفها جهة أخرى.',
  'clause.gap.co-lead-ended': 'كانت {organisation} جهة قيادية مشاركة في {group} حتى {day, day}، ولم تخلفها جهة أخرى.',
  'clause.gap.imwg-chair-not-in-iccg': 'رئيس {group} ليس عضوًا في ICCG.',
  'clause.gap.appointment-ending': '{group}: تنتهي مدة التعيين ({role}) في {day, day}.',
  'clause.gap.group-stale': 'لم تُحدَّث بيانات {group} منذ {day, day}.',
  'clause.held.chair': 'الرئيس',
  'clause.held.co-chair': 'الرئيس المشارك',
  'clause.held.coordinator': 'المنسق',
  'clause.held.co-coordinator': 'المنسق المشارك',
  'clause.held.imo': 'مسؤول الاتصال لإدارة المعلومات',
  'clause.held.alternate': 'النائب',
  'clause.held.secretariat': 'الأمانة',
  'clause.held.member': 'عضو',
  'clause.held.observer': 'مراقب',
} satisfies Record<keyof typeof en, string>;
