/** The same as in problems.ts, of the data schedule. */
import type en from '../../en/problems/schedule.ts';

export default {
  'problem.schedule.cadence': 'يُحدَّد الموعد إما بعدد من الأيام وإما بأيام ثابتة، لا بكليهما.',
  'problem.schedule.changed': 'غيّر شخص آخر هذا البند في هذه الأثناء. أعد تحميل الصفحة وراجعه.',
  'problem.schedule.dataset': 'لا توجد هنا مجموعة بيانات كهذه لهذا البلد. اختر من القائمة أو اكتب عنوانًا.',
  'problem.schedule.day': 'يوم آخر تغيير أو آخر بيانات لم يأتِ بعد.',
  'problem.schedule.here': 'في مجموعة بيانات على هذا الخادم تأتي التواريخ ودرجة الحساسية منها نفسها. لا تذكرها.',
  'problem.schedule.nothing': 'لا توجد بعدُ بيانات يمكن تأكيدها.',
  'problem.schedule.organisation': 'المنظمة ليست في السجل. أدخلها فيه أولًا.',
  'problem.schedule.rule': 'تتكرر المواعيد بالأيام أو الأسابيع أو الأشهر، مثل FREQ=MONTHLY;BYDAY=1FR.',
  'problem.schedule.severe': 'لا تُذكر البيانات الشديدة الحساسية للجميع: اجعل البند للأعضاء فقط.',
  'problem.schedule.title': 'البيانات غير الموجودة في القائمة تحتاج إلى اسم.',
  'problem.schedule.unknown': 'لا يوجد بند كهذا في مواعيد البيانات. تعرض صفحتها البنود الموجودة.',
} satisfies Record<keyof typeof en, string>;
