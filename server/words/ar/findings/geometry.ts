/** Texts of family G: the geometry of each layer. */
import type en from '../../en/findings/geometry.ts';

export default {
  'finding.geometry.empty.title': 'بلا شكل هندسي',
  'finding.geometry.empty': 'المستوى {level}: وحدات بلا شكل هندسي (عدد الوحدات: {count, number})؛ أضف المضلعات أو احذف الصفوف.',
  'finding.geometry.type.title': 'ليس مضلعًا',
  'finding.geometry.type':
    'المستوى {level}: وحدات مرسومة نقاطًا أو خطوطًا أو مجموعات مختلطة (عدد الوحدات: {count, number})؛ يجب أن تكون الوحدة مضلعًا، فاستبدل الشكل الهندسي.',
  'finding.geometry.invalid.title': 'شكل هندسي غير صالح',
  'finding.geometry.invalid':
    'المستوى {level}: وحدات محيطها غير صالح لأنه يتقاطع مع نفسه أو يلامسها (عدد الوحدات: {count, number})؛ أصلحها في برنامج نظم المعلومات الجغرافية (QGIS: Fix geometries) وقارنها بالمصدر ثم ارفع الملف من جديد.',
  'finding.geometry.z.title': 'إحداثي ثالث',
  'finding.geometry.z': 'في المستوى {level} ارتفاعات تُركت، لأن COD-AB ثنائي الأبعاد. لا يلزم شيء.',
  'finding.geometry.range.title': 'خارج نطاق WGS 84',
  'finding.geometry.range':
    'المستوى {level}: وحدات إحداثياتها خارج ±180 و±90 درجة (عدد الوحدات: {count, number})؛ الطبقة في نظام إحداثيات آخر: اذكره أو أعد إسقاطها إلى EPSG:4326.',
  'finding.geometry.crs-unknown.title': 'نظام الإحداثيات غير مذكور',
  'finding.geometry.crs-unknown': 'لا يذكر المستوى {level} نظام إحداثيات؛ تبدو إحداثياته WGS 84 وقُرئت كذلك. أضف ملف .prj أو نظام الإحداثيات وتحقق من الخريطة.',
  'finding.geometry.reprojected.title': 'أُعيد الإسقاط',
  'finding.geometry.reprojected': 'كان المستوى {level} في {crs} وأُعيد إسقاطه إلى EPSG:4326؛ تحقق من موضعه على الخريطة.',
  'finding.geometry.extent.title': 'نطاق غير صالح',
  'finding.geometry.extent': 'المستوى {level}: وحدات بلا عرض أو ارتفاع أو إحداثياتها ليست أرقامًا (عدد الوحدات: {count, number})؛ أعد رسمها.',
  'finding.geometry.elsewhere.title': 'ليس في البلد',
  'finding.geometry.elsewhere': 'يقع المستوى {level} بعيدًا جدًا عن البلد؛ تحقق من الملف ومن نظام إحداثياته.',
  'finding.geometry.swapped.title': 'خط العرض وخط الطول متبادلان',
  'finding.geometry.swapped':
    'يقع المستوى {level} على بعد {km, number} كم من {country}، ويقع في مكانه لو تبادل خط العرض وخط الطول؛ يبدو أنهما متبادلان. صدّر الملف وخط الطول أولًا.',
  'finding.geometry.far.title': 'بعيد عن البلد',
  'finding.geometry.far': 'يقع المستوى {level} على بعد {km, number} كم من {country}؛ تحقق من البلد المذكور ومن الملف ونظام إحداثياته.',
  'finding.geometry.moved.title': 'بعيد عن الإصدار المنشور',
  'finding.geometry.moved': 'يقع المستوى {level} على بعد {km, number} كم من الحدود المنشورة؛ تحقق من الملف ومن نظام إحداثياته.',
  'finding.geometry.outside-country.title': 'خارج البلد',
  'finding.geometry.outside-country':
    'المستوى {level}: وحدات تبعد أكثر من 10 كم خارج المرجع (عدد الوحدات: {count, number}) وتمثل {percent, number}٪ من المساحة؛ تحقق من الملف أو اقبل مع ذكر السبب.',
  'finding.geometry.extent-differs.title': 'اختلاف نطاق المستويات',
  'finding.geometry.extent-differs': 'يختلف نطاق المستوى {level} عن نطاق المستوى {base} بمقدار {distance, m}؛ أنشئ المستوى الأعلى بدمج المستوى الأدنى.',
  'finding.geometry.antimeridian.title': 'خط الطول 180 أو أحد القطبين',
  'finding.geometry.antimeridian': 'المستوى {level}: وحدات تعبر خط الطول 180 أو تقترب من القطب (عدد الوحدات: {count, number})؛ اقسمها عند 180 درجة (RFC 7946).',
  'finding.geometry.split-unit.title': 'وحدة في عدة صفوف',
  'finding.geometry.split-unit':
    'المستوى {level}: وحدات موزعة على عدة صفوف بالرمز نفسه والوحدة الأم نفسها (عدد الوحدات: {count, number})؛ ادمج كلًا منها في صف واحد متعدد الأجزاء.',
  'finding.geometry.triangle.title': 'مثلث',
  'finding.geometry.triangle': 'المستوى {level}: وحدات فيها جزء بثلاثة رؤوس (عدد الوحدات: {count, number})، ونادرًا ما يكون ذلك حدًا حقيقيًا؛ تحقق من الموضع.',
  'finding.geometry.micro-part.title': 'جزء متناهي الصغر',
  'finding.geometry.micro-part': 'المستوى {level}: أجزاء من الوحدات تقل عن 100 م² أو عن متر عرضًا (عددها {count, number})؛ احذفها أو اقبل ما كان جزيرة حقيقية.',
  'finding.geometry.repeated-vertex.title': 'رؤوس مكررة',
  'finding.geometry.repeated-vertex':
    'المستوى {level}: وحدات يتكرر فيها الرأس نفسه مرتين متتاليتين (عدد الوحدات: {count, number})؛ تُزال النسخ المكررة عند النشر.',
  'finding.geometry.notch.title': 'ثلمة',
  'finding.geometry.notch': 'المستوى {level}: ثلمات أضيق من 3 أمتار وأطول من 44 مترًا في المحيطات (عددها {count, number})؛ أغلقها أو اقبل ما كان قناة حقيقية.',
  'finding.geometry.duplicate.title': 'شكل هندسي مكرر',
  'finding.geometry.duplicate': 'المستوى {level}: أشكال هندسية مكررة (عددها {count, number})؛ احذف النسخة أو أعطِ الوحدة محيطها الخاص.',
} satisfies Record<keyof typeof en, string>;
