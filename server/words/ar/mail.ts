import type en from '../en/mail.ts';

/** Messages that are sent or handed on: subject and text of each, in plain text. */
export default {
  'mail.hello': 'مرحبًا {name}،',
  'mail.hello.nobody': 'مرحبًا،',
  'mail.global': 'المستوى العالمي',
  'mail.footer': 'يرسل Codmap على {host} هذه الرسالة مرة واحدة.',
  'mail.footer.secret':
    'يرسل Codmap على {host} هذه الرسالة مرة واحدة. من لديه الرابط يستطيع استخدامه بدلًا منك: لا تُعد إرساله. لم تعد الروابط التي تلقيتها من قبل صالحة.',
  'mail.confirm.subject': 'يُرجى تأكيد بياناتك في قائمة الاتصال: {group} ({country})',
  'mail.confirm.text':
    'أُدرجت بياناتك في قائمة الاتصال الخاصة بـ {group} ({country}). يعرض الرابط كل ما يُحفظ عنك، ويمكنك تصحيحه وتحديد من يراه وتأكيده أو حذفه. إن لم تؤكده لن تُعرض البيانات على أحد بعد 14 يومًا على الأكثر وتُحذف في {day, day}.',
  'mail.check-in.subject': 'هل ما زلت في {group} ({country})؟',
  'mail.check-in.text':
    'ينتهي تسجيل حضورك في {group} ({country}) خلال 48 ساعة. إن كنت باقيًا فحدّد إلى متى. وإن لم تفعل شيئًا انتهى دورك تلقائيًا في {day, day} ولم تعد بيانات الاتصال بك تُعرض.',
  'mail.still-right.subject': 'هل ما زالت بياناتك في قائمة الاتصال صحيحة؟ ({country})',
  'mail.still-right.text':
    'لم تُؤكَّد بياناتك في قائمة الاتصال الخاصة بـ {group} ({country}) منذ نصف سنة. نقرة واحدة على الرابط تقول إنها ما زالت صحيحة. وإن لم تُجب أُخفيت من القوائم في {day, day}.',
  'mail.verify.subject': 'بيانات للتحقق منها: {group} ({country})',
  'mail.verify.text':
    'مضت سنة تقريبًا على آخر تحقق من {title} ({group}، {country}). تأكد من أن الشخص هو من تذكره البيانات وفي المكان الذي تذكره؛ ينتهي التحقق في {day, day}.',
  'mail.document-review.subject': 'للمراجعة قبل {day, day}: {title}',
  'mail.document-review.text': 'يجب مراجعة «{title}» الخاص بـ {group} ({country}) قبل {day, day}.',
  'mail.action.subject': 'إجراء مستحق في {day, day}: {group} ({country})',
  'mail.action.text': 'إجراء لـ {group} ({country}) مستحق في {day, day} وما زال مفتوحًا: {title}',
  'mail.invite.subject': 'دعوتك إلى Codmap',
  'mail.invite.text': 'أنت مدعو إلى إنشاء حساب. يعمل الرابط مرة واحدة حتى {day, day}.',
} satisfies Record<keyof typeof en, string>;
