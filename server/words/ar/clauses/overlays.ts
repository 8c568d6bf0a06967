/** Details of findings on map layers, and what is asked about their coordinates. */
export default {
  'clause.why.wkt': 'خلاياه أشكال هندسية مكتوبة كنص: {samples, list}',
  'clause.layer.row': 'الصف {row, raw}',
  'clause.layer.unread': 'الصف {row, raw}: «{text}»',
  'clause.layer.near': 'الصف {row, raw}، يُحسب في {unit}',
  'clause.layer.stack': 'عدد المعالم: {count, number}',
  'clause.layer.states': 'يذكر الصف {row, raw} {stated}، لكنه يقع في {unit}',
  'clause.layer.dropped':
    'الصف {row, raw}: {why, select, empty {بلا شكل هندسي} shape {شكل من نوع آخر غير نوع الطبقة} broken {إحداثيات لا يمكن رسمها} zero {عند 0، 0 وهو ليس مكاناً كما أكّد أحد الأشخاص} other {مستبعد}}',
  'clause.layer.mend':
    '{is, select, swap {بُدّل خط العرض وخط الطول} commas {تُقرأ الفاصلة علامةً عشرية} degrees {حُوّلت الدرجات والدقائق} zero {لا يُعدّ 0، 0 مكاناً} crs {حُوّلت الإحداثيات من نظام الإحداثيات المذكور} other {صُحّح}}',
  'clause.question.swap':
    'يبدو أن خط العرض وخط الطول متبادلان، كما في {samples, list}. كما هي مكتوبة، يقع داخل البلد من الصفوف {before, number}، وبعد التبديل {after, number}. هل نبدّلهما؟',
  'clause.question.commas':
    'كُتبت إحداثيات بفاصلة، كما في {samples, list}. هل هي العلامة العشرية؟ بهذه القراءة يقع داخل البلد {after, number} من هذه الصفوف وعددها {rows, number}.',
  'clause.question.degrees':
    'كُتبت إحداثيات بالدرجات والدقائق، كما في {samples, list}. هل نحوّلها؟ بعد التحويل يقع داخل البلد {after, number} من هذه الصفوف وعددها {rows, number}.',
  'clause.question.zero': 'صفوف عند خط العرض 0 وخط الطول 0، وهو ما تقوله استمارة فارغة: {rows, number}. هل هي بلا مكان؟',
  'clause.question.crs': 'هذه الإحداثيات ليست درجات: {samples, list}. بأي نظام إحداثيات هي؟',
  'clause.question.part': 'تحتوي الملفات على عدة جداول أو أنواع من المعالم. أيها هو الطبقة؟',
  'clause.layer.pair': '{written} ← {read}',
  'clause.layer.yes': '{is, select, swap {نعم، بدّلهما} commas {نعم، هي العلامة العشرية} degrees {نعم، حوّلها} zero {نعم، هي بلا مكان} other {نعم}}',
  'clause.layer.no': 'لا، اتركها كما كُتبت',
  'clause.layer.system': '{crs}{swap, select, yes { مع تبديل x و y} other {}}: {after, number} من {rows, number} من الصفوف داخل البلد',
  'clause.layer.part': '{file}، {sheet}: {shape, select, points {نقاط} lines {خطوط} areas {مساحات} other {صفوف}} ({count, number})',
};
