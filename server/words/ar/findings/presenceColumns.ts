/** Texts of findings on the columns of a 3W, and on what coordinates and codes say as a whole. */
import type en from '../../en/findings/presenceColumns.ts';

export default {
  'finding.presence.columns-used.title': 'الأعمدة المستخدمة',
  'finding.presence.columns-used':
    'تستند الأرقام إلى {count, plural, one {عمود واحد} two {عمودين} few {# أعمدة} many {# عمودًا} other {# عمود}}؛ تحقّق من أن كلًا منها يحمل ما عُدّ له.',
  'finding.presence.column-asked.title': 'عمود يحتاج إلى تأكيد',
  'finding.presence.column-asked':
    'ما {count, plural, one {يحمله عمود واحد} two {يحمله عمودان} few {تحمله # أعمدة} many {يحمله # عمودًا} other {يحمله # عمود}} ليس مؤكدًا بما يكفي للنشر؛ حدّده مرة واحدة فيُقرأ ملف الشهر القادم بالطريقة نفسها.',
  'finding.presence.column-wrong.title': 'عمود يبدو خاطئًا',
  'finding.presence.column-wrong':
    '{count, plural, one {عمود واحد يحمل غير ما عُدّ له} two {عمودان يحملان غير ما عُدّا له} few {# أعمدة تحمل غير ما عُدّت له} many {# عمودًا تحمل غير ما عُدّت له} other {# عمود تحمل غير ما عُدّت له}}؛ بيّن العمود المقصود.',
  'finding.presence.code-scheme.title': 'رموز من نظام آخر',
  'finding.presence.code-scheme':
    'الرموز في «{heading}» ({count, plural, one {صف واحد} two {صفّان} few {# صفوف} many {# صفًا} other {# صف}}) ليست من رموز الحدود؛ وُضعت الصفوف بحسب الأسماء المجاورة لها.',
  'finding.presence.point-elsewhere.title': 'إحداثيات في مكان آخر',
  'finding.presence.point-elsewhere':
    'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} تقع الإحداثيات خارج وحدة الرمز أو الاسم؛ اختر الصحيح. وحتى ذلك الحين تبقى في الوحدة التي تضم كليهما.',
  'finding.presence.placed-by-point.title': 'وُضعت بالإحداثيات',
  'finding.presence.placed-by-point':
    '{count, plural, one {صف واحد بلا رمز وُضع حيث تقع إحداثياته} two {صفّان بلا رمز وُضعا حيث تقع إحداثياتهما} few {# صفوف بلا رمز وُضعت حيث تقع إحداثياتها} many {# صفًا بلا رمز وُضعت حيث تقع إحداثياتها} other {# صف بلا رمز وُضعت حيث تقع إحداثياتها}}.',
  'finding.presence.points-unreadable.title': 'إحداثيات غير مقروءة',
  'finding.presence.points-unreadable':
    'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} ليست الإحداثيات زوجًا من الدرجات ولم تُستخدم؛ اكتبها مثل 9.01 و38.76.',
  'finding.presence.points-outside.title': 'إحداثيات خارج البلد',
  'finding.presence.points-outside':
    'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} لا تقع الإحداثيات في أي وحدة من الحدود ولم تُستخدم؛ تحقّق من عدم تبادل خط العرض وخط الطول.',
} satisfies Record<keyof typeof en, string>;
