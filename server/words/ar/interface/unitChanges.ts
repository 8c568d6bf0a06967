/** Why the changes of a version of the boundaries make it a major or a minor one (decision 0060). ICU message syntax. */
export default {
  'unitChange.bump.major': 'إصدار رئيسي: قد تتعطّل عمليات الربط وخرائط الآخرين.',
  'unitChange.bump.minor': 'إصدار فرعي: يمكن اعتماده دون مراجعة.',
  'unitChange.bump.none': 'لا حاجة إلى إصدار جديد: لا يوجد اختلاف.',
  'unitChange.reason.level-added': 'المستوى {level} جديد',
  'unitChange.reason.level-dropped': 'المستوى {level} لم يعد موجودًا',
  'unitChange.reason.level-renumbered': 'المستوى {level} أصبح المستوى {figure, number}',
  'unitChange.reason.count-changed': 'المستوى {level}، فرق عدد الوحدات: {count, number}',
  'unitChange.reason.ground-moved': 'المستوى {level}، وحدات انتقلت أرض منها أو إليها: {count, number}',
  'unitChange.reason.recoded-most': 'المستوى {level}: معظم الرموز جديدة ({count, number} من {of, number})',
  'unitChange.reason.renamed-many': 'المستوى {level}، أسماء جديدة: {count, number} من {of, number}',
  'unitChange.reason.redrawn': 'المستوى {level}، وحدات أُعيد رسم حدودها دون أن تنتقل أرض: {count, number}',
  'unitChange.reason.recoded-few': 'المستوى {level}، رموز جديدة: {count, number}',
  'unitChange.reason.renamed-few': 'المستوى {level}، أسماء جديدة: {count, number}',
  'unitChange.reason.names-of-languages': 'المستوى {level}، أسماء تغيّرت بلغة أخرى: {count, number}',
  'unitChange.reason.parents-changed': 'المستوى {level}، وحدات أُلحقت بوحدة أخرى: {count, number}',
  'unitChange.reason.dates-changed': 'المستوى {level}، وحدات تغيّرت تواريخها: {count, number}',
};
