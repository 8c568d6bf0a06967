/** The same as in problems.ts, of looking up units and of files made on request. */
export default {
  'problem.lookup.asked': 'اطلب شيئًا واحدًا: code، أو name (مع within و level)، أو lon و lat.',
  'problem.lookup.columns': 'لم تُذكر الأعمدة قائمةً بصيغة JSON، لكل منها column و role و level.',
  'problem.lookup.format': 'تُضاف P-codes إلى جداول CSV أو XLSX. احفظ هذا الجدول بإحداهما.',
  'problem.lookup.no-columns': 'لا يذكر أي عمود أماكن الصفوف. حدد العمود، أو انظر ?answer=summary.',
  'problem.lookup.no-outlines': 'خطوط هذا الإصدار غير محفوظة، فلا يمكن البحث عن أماكن فيه.',
  'problem.lookup.no-rows': 'لا صفوف في الملف تحت عنوان.',
  'problem.lookup.too-heavy': 'احتاج الجدول إلى وقت أو ذاكرة أكثر مما يُسمح به. قسّمه، أو استخدم codmap pcode على الخادم.',
  'problem.lookup.too-many-rows': 'يمكن أن يكون في الجدول 100,000 صف. قسّم هذا الجدول.',
};
