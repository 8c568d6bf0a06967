/** The same as in problems.ts, of assessments. */
export default {
  'problem.assessments.answer': 'لم يعد هذا السؤال أو الجواب موجودًا. أعد تحميل السجل.',
  'problem.assessments.area': 'لا توجد هذه الوحدة في الحدود. اخترها من الخريطة أو القائمة.',
  'problem.assessments.changed': 'غيّر شخص ما هذا السجل في هذه الأثناء. أعد تحميله وراجعه.',
  'problem.assessments.contact': 'جهة الاتصال مجموعة في السجل أو بريد مشترك، وليست شخصًا أبدًا. اذكر المجموعة أو عنوانها.',
  'problem.assessments.dates': 'النهاية قبل البداية.',
  'problem.assessments.draft': 'لا تُؤكَّد المسودة: أجب أولًا عما يُسأل عنها.',
  'problem.assessments.empty': 'لا يحتوي الملف على تقييم: لا عمود للعنوان. حدّده في columns.',
  'problem.assessments.file':
    'الملفات المحفوظة هنا هي PDF أو Word أو Excel أو CSV، بحجم 20 ميغابايت على الأكثر، بلا وحدات ماكرو أو برامج نصية أو مرفقات، ومطابقة لأسمائها. احفظه من جديد بإحدى هذه الصيغ.',
  'problem.assessments.json': 'هذا ليس ملف JSON بقائمة سجلات.',
  'problem.assessments.link': 'هذا الرابط لا يعمل: أُلغي أو انتهت صلاحيته أو هو غير كامل. اطلب رابطًا جديدًا.',
  'problem.assessments.microdata':
    'البيانات الخام لا تُتاح للجميع أبدًا، ولا يُحفظ ملف منها إلا للأعضاء، في الفئة العالية، مع بيان ما فُعل كي لا يُعرف أحد. اختر إتاحة أخرى أو اذكر ذلك.',
  'problem.assessments.organisation': 'المنظمة ليست في السجل. أدخلها أولًا أو اذكر اسمها فقط.',
  'problem.assessments.pair': 'هذان السجلان لا يبدوان واحدًا.',
  'problem.assessments.personal': 'في النص عنوان أو رقم هاتف. أزله: جهات الاتصال مجموعات أو صناديق بريد مشتركة.',
  'problem.assessments.too-often': 'وردت تقييمات كثيرة جدًا عبر هذا الرابط خلال ساعة. حاول لاحقًا.',
  'problem.assessments.unknown': 'لا يوجد هذا التقييم هنا، أو ليس لك أن تراه.',
};
