/** Why a table is refused: what the file is, and what to do. */
import type en from '../en/refusals.ts';

export default {
  'refusal.xls': '{file} ملف Excel قديم (‎.xls، 1997–2003) لا يُقرأ هنا. افتحه في برنامج جداول واحفظه بصيغة ‎.xlsx أو ‎.ods أو CSV ثم ارفع الملف الجديد.',
  'refusal.xlsb': '{file} مصنف Excel ثنائي (‎.xlsb) لا يُقرأ هنا. افتحه في برنامج جداول واحفظه بصيغة ‎.xlsx أو ‎.ods أو CSV ثم ارفع الملف الجديد.',
  'refusal.numbers': '{file} ملف Apple Numbers لا يُقرأ هنا. افتحه في برنامج جداول واحفظه بصيغة ‎.xlsx أو ‎.ods أو CSV ثم ارفع الملف الجديد.',
  'refusal.webPage':
    '{file} صفحة ويب وليس جدولًا مهما كان اسمه؛ فبعض الأنظمة تصدّر الجداول هكذا. افتحه في برنامج جداول واحفظه بصيغة ‎.xlsx أو ‎.ods أو CSV ثم ارفع الملف الجديد.',
  'refusal.xml2003': '{file} جدول XML من Excel 2003 لا يُقرأ هنا. افتحه في برنامج جداول واحفظه بصيغة ‎.xlsx أو ‎.ods أو CSV ثم ارفع الملف الجديد.',
  'refusal.otherDocument': '{file} مستند مكتبي وليس جدولًا. افتحه في برنامج جداول واحفظه بصيغة ‎.xlsx أو ‎.ods أو CSV ثم ارفع الملف الجديد.',
  'refusal.password': '{file} محمي بكلمة مرور. أزل كلمة المرور في البرنامج الذي أُنشئ به واحفظه ثم أعد رفعه.',
  'refusal.drawing':
    'لا يمكن نشر adm{level} من {file} كما رُفع لأنه لا يتداخل تداخلًا صحيحًا: عدد الوحدات التي تتجاوز الوحدة الأعلى {count, number} ({units}). صحّح الرسم أو اتركه يُركَّب من adm{base}.',
  'refusal.openQuote': 'لا يمكن قراءة {file} بصيغة CSV بعد الصف {row}: خلية بين علامتي اقتباس لم تُغلق. صحّح هذا الصف أو احفظ الجدول من جديد بصيغة CSV.',
  'refusal.cutShort':
    'ينتهي {file} في منتصف الصف {row}: فيه {cells} خلايا من {width} ({text}). انقطع الملف أثناء نقله. نزّله أو صدّره من جديد وارفع الملف كاملًا؛ وإن كان الصف تامًّا فأنهه بسطر جديد.',
  'refusal.columns': 'لا يمكن استخدام هذه الأعمدة. {faults}',
  'refusal.answers': 'لا يمكن استخدام ما ذكرته عن الأعمدة أو الطبقات. {faults} ابدأ من أعمدة check --format json وطبقاته وغيّر الخطأ فيها.',
  'refusal.columnsFile': 'لا يمكن استخدام {file} ملفًا للأعمدة. {faults} ابدأ من أعمدة check --format json وطبقاته وغيّر الخطأ فيها.',
  'refusal.metadataFile': 'لا يمكن استخدام {file} ملفًا للبيانات الوصفية. {faults} يمكن أن يحتوي على {fields, list}.',
  'refusal.plan': 'لا يحتوي {file} على خطة إصلاح. {faults} استخدم خطة كتبها الأمر codmap repair --plan --out.',
} satisfies Record<keyof typeof en, string>;
