/** Texts of findings on the columns of a 3W, and on what coordinates and codes say as a whole. */
import type en from '../../en/findings/presenceColumns.ts';

export default {
  'finding.presence.columns-used.title': 'الأعمدة المستخدمة',
  'finding.presence.columns-used':
    'تستند الأرقام إلى {count, plural, one {عمود واحد} two {عمودين} few {# أعمدة} many {# عمودًا} other {# عمود}}؛ تحقق من أن محتوى كل منها هو ما قُرئ على أنه محتواه.',
  'finding.presence.column-asked.title': 'عمود يحتاج إلى تأكيد',
  'finding.presence.column-asked':
    'محتوى {count, plural, one {عمود واحد} two {عمودين} few {# أعمدة} many {# عمودًا} other {# عمود}} ليس مؤكدًا بما يكفي للنشر؛ أكّده مرة واحدة فيُقرأ ملف الشهر القادم بالطريقة نفسها.',
  'finding.presence.coded-by.title': 'إصدار الحدود',
  'finding.presence.coded-by':
    '{how, select, asked {في أكثر من إصدار للحدود رموز الملف، ولن تقع صفوفه كلها على الأرض نفسها. أجب عن السؤال قبل النشر.} other {قُرئت رموز الملف على أنها رموز إصدار واحد للحدود؛ تحقق من أنه الصحيح.}}',
  'finding.presence.column-wrong.title': 'عمود خاطئ على الأرجح',
  'finding.presence.column-wrong':
    '{count, plural, one {عمود واحد محتواه} two {عمودان محتواهما} few {# أعمدة محتواها} many {# عمودًا محتواها} other {# عمود محتواها}} غير ما قُرئ على أنه محتواه؛ بيّن العمود الصحيح.',
  'finding.presence.code-scheme.title': 'رموز من قائمة أخرى',
  'finding.presence.code-scheme':
    'الرموز في «{heading}» ({count, plural, one {صف واحد} two {صفّان} few {# صفوف} many {# صفًا} other {# صف}}) غير موجودة في الحدود؛ حُدد مكان الصفوف بالأسماء المجاورة لها.',
  'finding.presence.point-elsewhere.title': 'إحداثيات في مكان آخر',
  'finding.presence.point-elsewhere':
    'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} تقع الإحداثيات خارج وحدة الرمز أو الاسم؛ اختر الصحيح. وحتى ذلك الحين تبقى في الوحدة التي تضم كليهما.',
  'finding.presence.placed-by-point.title': 'حُدد المكان بالإحداثيات',
  'finding.presence.placed-by-point':
    '{count, plural, one {صف واحد بلا رمز حُدد مكانه بإحداثياته} two {صفّان بلا رمز حُدد مكانهما بإحداثياتهما} few {# صفوف بلا رمز حُدد مكانها بإحداثياتها} many {# صفًا بلا رمز حُدد مكانها بإحداثياتها} other {# صف بلا رمز حُدد مكانها بإحداثياتها}}.',
  'finding.presence.points-unreadable.title': 'إحداثيات غير مقروءة',
  'finding.presence.points-unreadable':
    'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} ليست الإحداثيات زوجًا من الدرجات ولم تُستخدم؛ اكتبها مثل 9.01 و38.76.',
  'finding.presence.points-outside.title': 'إحداثيات خارج البلد',
  'finding.presence.points-outside':
    'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} لا تقع الإحداثيات في أي وحدة من الحدود ولم تُستخدم؛ تحقق مما إذا كان خط العرض وخط الطول متبادلين.',
} satisfies Record<keyof typeof en, string>;
