/** Texts of what the table reader changed or assumed. */
import type en from '../../en/findings/table.ts';

export default {
  'finding.table.encoding-assumed.title': 'ترميز مفترض',
  'finding.table.encoding-assumed': 'الملف {table} ليس بترميز UTF-8 وقُرئ على أنه {encoding}؛ إذا بدت الأسماء خاطئة فارفعه من جديد مع تحديد ترميزه.',
  'finding.table.files-ignored.title': 'ملفات لم تُقرأ',
  'finding.table.files-ignored':
    '{count, plural, one {ملف واحد في {table} ليس جدولًا ولم يُقرأ} two {ملفان في {table} ليسا جدولين ولم يُقرآ} few {# ملفات في {table} ليست جداول ولم تُقرأ} many {# ملفًا في {table} ليست جداول ولم تُقرأ} other {# ملف في {table} ليست جداول ولم تُقرأ}} (لا يُقرأ إلا ‎.csv و‎.tsv و‎.xlsx و‎.ods). إن كان في أحدها بيانات فاحفظه بصيغة CSV أو XLSX وأعد رفعه.',
  'finding.table.header-fused.title': 'صفّان للعناوين',
  'finding.table.header-fused': 'قُرئت الصفوف {rows} من {table} معًا عنوانًا واحدًا؛ تحقق من أسماء الأعمدة.',
  'finding.table.formula-uncalculated.title': 'صيغ بلا نتيجة',
  'finding.table.formula-uncalculated':
    '{count, plural, one {خلية واحدة في {table} تحتوي على صيغة بلا نتيجتها وقُرئت فارغة} two {خليتان في {table} تحتويان على صيغ بلا نتائجها وقُرئتا فارغتين} few {# خلايا في {table} تحتوي على صيغ بلا نتائجها وقُرئت فارغة} many {# خلية في {table} تحتوي على صيغ بلا نتائجها وقُرئت فارغة} other {# خلية في {table} تحتوي على صيغ بلا نتائجها وقُرئت فارغة}}. افتح المصنف في برنامج جداول واحفظه ثم أعد رفعه.',
  'finding.table.merged-filled.title': 'خلايا مدمجة',
  'finding.table.merged-filled':
    '{count, plural, one {أخذت خلية واحدة} two {أخذت خليتان} few {أخذت # خلايا} many {أخذت # خلية} other {أخذت # خلية}} أسفل خلايا مدمجة في {table} قيمة الخلايا المدمجة؛ تحقق من صحة ذلك.',
  'finding.table.hidden-rows.title': 'صفوف مخفية',
  'finding.table.hidden-rows':
    '{count, plural, one {صف واحد من {table} مخفي بمرشّح أو يدويًا، وقُرئ كغيره} two {صفّان من {table} مخفيان بمرشّح أو يدويًا، وقُرئا كغيرهما} few {# صفوف من {table} مخفية بمرشّح أو يدويًا، وقُرئت كغيرها} many {# صفًا من {table} مخفية بمرشّح أو يدويًا، وقُرئت كغيرها} other {# صف من {table} مخفية بمرشّح أو يدويًا، وقُرئت كغيرها}}. إن كان يجب ألا تُعدّ فاحذفها في برنامج الجداول وارفع الملف من جديد.',
  'finding.table.hidden-sheets.title': 'أوراق مخفية',
  'finding.table.hidden-sheets':
    '{count, plural, one {ورقة واحدة في {file} مخفية} two {ورقتان في {file} مخفيتان} few {# أوراق في {file} مخفية} many {# ورقة في {file} مخفية} other {# ورقة في {file} مخفية}}؛ لا تُستخدم ورقة مخفية إلا إذا اخترتها.',
  'finding.table.invisible-characters.title': 'محارف غير مرئية',
  'finding.table.invisible-characters':
    '{count, plural, one {خلية واحدة في {table} فيها} two {خليتان في {table} فيهما} few {# خلايا في {table} فيها} many {# خلية في {table} فيها} other {# خلية في {table} فيها}} محارف غير مرئية (علامات اتجاه أو واصلات مرنة) كما يحدث في النص المنسوخ؛ قُرئت من دونها. لا يلزم شيء.',
} satisfies Record<keyof typeof en, string>;
