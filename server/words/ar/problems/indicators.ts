/** The same as in problems.ts, of indicators. */
export default {
  'problem.indicators.answers': 'تعذرت قراءة الإجابات عن الملف.',
  'problem.indicators.changed': 'غيّر شخص آخر القائمة في هذه الأثناء. أعد تحميلها وراجعها.',
  'problem.indicators.code-taken': 'استُخدم هذا الرمز من قبل. لا يُعاد استخدام الرموز: اختر غيره.',
  'problem.indicators.code-unknown': 'لا يوجد في القائمة مؤشر بهذا الرمز.',
  'problem.indicators.list-file': 'لا يوجد في الملف عمود لرموز المؤشرات. عناوينه هي عناوين سجل المؤشرات: Code وTitle وUnit of Measurement وغيرها.',
  'problem.indicators.measure': 'المؤشر المتفق عليه لا يغيّر ما يقيسه: اسحبه واقترح غيره برمز جديد.',
  'problem.indicators.no-draft': 'لا شيء للاتفاق عليه: ليس للقائمة مسودة.',
  'problem.indicators.no-place': 'لا يوجد عمود للأماكن؛ يبيّن الرد كيف قُرئ كل عمود. حدّد العمود أو أضف عمودًا.',
  'problem.indicators.no-values': 'لا يوجد عمود لقيم مؤشر؛ يبيّن الرد كيف قُرئ كل عمود. حدّد الأعمدة التي تحتويها.',
  'problem.indicators.shares': 'حصص المنطقة أكبر من 0 ومجموعها لا يتجاوز 1.',
};
