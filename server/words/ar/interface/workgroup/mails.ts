import type en from '../../../en/interface/workgroup/mails.ts';

/** Messages that people pass on. ICU message syntax. */
export default {
  'mails.title': '{count, plural, zero {لا رسائل} one {رسالة واحدة للنقل} two {رسالتان للنقل} few {# رسائل للنقل} many {# رسالة للنقل} other {# رسالة للنقل}}',
  'mails.lead': 'لا يرسلها هذا الخادم. خذ النص وأرسله بنفسك؛ رابطه لذلك الشخص وحده.',
  'mails.failed': 'لم يقبلها خادم البريد. خذ النص وأرسله بنفسك.',
  'mails.kind.confirm': 'تأكيد البيانات',
  'mails.kind.check-in': 'تحديد مدة البقاء',
  'mails.kind.still-right': 'قول ما إذا كانت البيانات صحيحة',
  'mails.kind.verify': 'التحقق من {about}',
  'mails.kind.document-review': 'مراجعة {about}',
  'mails.kind.action': 'تنفيذ: {about}',
  'mails.until': 'حتى {date}',
  'mails.no-address': 'لا يُعرف عنوان',
  'mails.take': 'أخذ النص',
  'mails.take.of': 'أخذ النص الموجّه إلى {name}',
  'mails.text': 'رسالة إلى {name}',
  'mails.once': 'يظهر هذه المرة فقط: أخذه ثانية ينشئ رابطًا آخر وينتهي هذا.',
  'mails.copy': 'نسخ',
  'mails.copied': 'نُسخ',
  'mails.open': 'فتح في برنامج البريد',
  'mails.close': 'إغلاق',
} satisfies Record<keyof typeof en, string>;
