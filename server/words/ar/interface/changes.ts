/** What a draft changes against the published version. ICU message syntax. */
export default {
  'changes.tab': 'التغييرات',
  'changes.stale': 'تقارن هذه القائمة بالإصدار {version} الذي حلّ محلّه بعد ذلك {current}. ارفع الملفات من جديد للمقارنة بالإصدار {current}.',
  'changes.added': 'الوحدات الجديدة: {count, number}',
  'changes.removed': 'الوحدات التي لم تعد موجودة: {count, number}',
  'changes.renamed': 'الوحدات التي تغيّر اسمها: {count, number}',
  'changes.recoded': 'الوحدات التي تغيّر رمزها: {count, number}',
  'changes.redrawn': 'الوحدات التي تغيّرت حدودها: {count, number}',
  'changes.sentence': 'مقارنةً بالإصدار {version}: {changes}.',
  'changes.sentence.none': 'مقارنةً بالإصدار {version}، لا توجد وحدات جديدة ولا محذوفة، ولم يتغيّر اسم أي وحدة أو رمزها أو حدودها.',
  'step.changes': 'راجِع التغييرات: {count, number}',
};
