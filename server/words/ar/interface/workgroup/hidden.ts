import type en from '../../../en/interface/workgroup/hidden.ts';

export default {
  'hidden.title': '{count, plural, one {سجل مخفي واحد} two {سجلان مخفيان} few {# سجلات مخفية} many {# سجلًا مخفيًا} other {# سجل مخفي}}',
  'hidden.lead': 'لا تُعرض لأحد. بصفتك مسؤول الخادم، لا يجوز لك الاطلاع على أي منها إلا لحذفه؛ ويُدوَّن اطلاعك ويراه صاحب السجل.',
  'hidden.why.restricted': 'مخفي بطلب صاحبه منذ {date, day}',
  'hidden.why.unconfirmed': 'غير مؤكد، ومخفي منذ {date, day}',
  'hidden.why.unanswered': 'دون جواب عن «هل ما زال صحيحًا؟»، ومخفي منذ {date, day}',
  'hidden.gone': 'يُحذف تلقائيًا في {date, day}',
  'hidden.no-role': 'لا دور له اليوم',
  'hidden.look': 'اطلاع من أجل الحذف',
  'hidden.look.of': 'الاطلاع على السجل ({roles}) من أجل حذفه',
  'hidden.delete': 'حذف نهائي',
  'hidden.delete.says': 'يُحذف الاسم وبيانات الاتصال وسجلات الموافقة والرابط فورًا. وتبقى الأدوار والمنظمة والأيام دون الاسم.',
  'hidden.deleted': 'حُذف',
  'hidden.close': 'إغلاق',
} satisfies Record<keyof typeof en, string>;
