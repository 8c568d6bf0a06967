import type en from '../../en/problems/news.ts';

/** The same as in problems.ts, of digests and webhooks. */
export default {
  'problem.digest.mail': 'لا يرسل هذا الخادم بريدًا، لذلك لا توجد ملخصات. يمكن لمسؤول أن يضبط CODMAP_SMTP_URL.',
  'problem.digest.zone': 'لا يعرف هذا الخادم هذه المنطقة الزمنية. اختر منطقة أخرى مثل UTC.',
  'problem.webhook.delivery': 'لا توجد رسالة كهذه، أو أنها في طريقها بالفعل.',
  'problem.webhook.host': 'لا يسمح مسؤول هذا الخادم بإرسال رسائل إلى هذا المضيف. تعرض الصفحة المضيفين المسموح بهم.',
  'problem.webhook.many': 'يوجد هنا خمسون خطاف ويب بالفعل. احذف واحدًا لا يحتاج إليه أحد.',
  'problem.webhook.off':
    'لا يرسل هذا الخادم شيئًا إلى خوادم أخرى. يمكن لمسؤول أن يسمح بمضيفين عبر CODMAP_WEBHOOK_HOSTS وأن يحدد عنوان الخادم عبر CODMAP_PUBLIC_URL.',
  'problem.webhook.place': 'المجموعة أو مجموعة البيانات ليست من هذا البلد. اختر من القائمة.',
  'problem.webhook.unknown': 'لا يوجد خطاف ويب كهذا، أو ليس من شأنك إدارته.',
} satisfies Record<keyof typeof en, string>;
