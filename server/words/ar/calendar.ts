/** What calendars and feeds say around the meetings, versions, documents and decisions in them. */
import type en from '../en/calendar.ts';

export default {
  'calendar.name': 'الاجتماعات: {of}',
  'calendar.own': 'اجتماعاتي: {of}',
  'calendar.members': 'اجتماعات للأعضاء: {of}',
  'calendar.global': 'التنسيق العالمي',
  'calendar.group': '{group}، {country}',
  'calendar.groups':
    '{count, plural, zero {المجموعات: {names, and}} one {المجموعة: {names, and}} two {المجموعتان: {names, and}} few {المجموعات: {names, and}} many {المجموعات: {names, and}} other {المجموعات: {names, and}}}',
  'calendar.link': 'للانضمام: {link}',
  'feed.title': 'الجديد: {of}',
  'feed.subtitle': 'إصدارات جديدة من البيانات، ووثائق المجموعات واجتماعاتها وقراراتها.',
  'feed.version': '{data}، {country}: {version}',
  'feed.version.text': 'نُشر الإصدار {version} في {date, day}.',
  'feed.document': '{title} ({version})',
  'feed.document.text': '{group}، نُشر في {date, day}.',
  'feed.meeting': 'اجتماع: {title} ({groups, list})',
  'feed.meeting.next': 'الاجتماع القادم في {day, day} الساعة {time} ({zone}).',
  'feed.meeting.next.place': 'الاجتماع القادم في {day, day} الساعة {time} ({zone})، {place}.',
  'feed.meeting.cancelled': 'أُلغي: {title} ({groups, list})',
  'feed.meeting.cancelled.text': 'لا يُعقد ابتداءً من {day, day}.',
  'feed.meeting.skipped': 'لا يُعقد في {day, day}.',
  'feed.meeting.moved': 'نُقل اجتماع {day, day} إلى {to, day} الساعة {time}.',
  'feed.decision': 'قرار {group}: {text}',
  'feed.decision.text': 'قررته {group} في {date, day}: {text}',
} satisfies Record<keyof typeof en, string>;
