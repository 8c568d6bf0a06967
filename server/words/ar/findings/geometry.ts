/** Texts of family G: the geometry of each layer. */
import type en from '../../en/findings/geometry.ts';

export default {
  'finding.geometry.empty.title': 'بلا شكل هندسي',
  'finding.geometry.empty': 'المستوى {level}: وحدات بلا شكل هندسي (عدد الوحدات: {count, number})؛ أضيفوا المضلعات أو احذفوا الصفوف.',
  'finding.geometry.type.title': 'ليس مضلعًا',
  'finding.geometry.type':
    'المستوى {level}: وحدات مرسومة نقاطًا أو خطوطًا أو مجموعات مختلطة (عدد الوحدات: {count, number})؛ يجب أن تكون الوحدة مضلعًا، فاستبدلوا الشكل.',
  'finding.geometry.invalid.title': 'شكل هندسي غير صالح',
  'finding.geometry.invalid':
    'المستوى {level}: وحدات محيطها غير صالح لأنه يتقاطع مع نفسه أو يلامسها (عدد الوحدات: {count, number})؛ أصلحوها في برنامج نظم المعلومات الجغرافية (QGIS: Fix geometries) وقارنوها بالمصدر ثم ارفعوا الملف من جديد.',
  'finding.geometry.z.title': 'إحداثي ثالث',
  'finding.geometry.z': 'يتضمن المستوى {level} ارتفاعات وقد حُذفت لأن COD-AB ثنائي الأبعاد. لا يلزم شيء.',
  'finding.geometry.range.title': 'خارج نطاق WGS 84',
  'finding.geometry.range':
    'المستوى {level}: وحدات إحداثياتها خارج ±180 و±90 درجة (عدد الوحدات: {count, number})؛ الطبقة في نظام آخر، فاذكروه أو أعيدوا إسقاطها إلى EPSG:4326.',
  'finding.geometry.crs-unknown.title': 'نظام الإحداثيات غير مذكور',
  'finding.geometry.crs-unknown': 'لا يذكر المستوى {level} نظام إحداثيات؛ تبدو إحداثياته WGS 84 وقُرئت كذلك. أضيفوا ملف .prj أو النظام وتحققوا من الخريطة.',
  'finding.geometry.reprojected.title': 'أُعيد الإسقاط',
  'finding.geometry.reprojected': 'كان المستوى {level} في {crs} وأُعيد إسقاطه إلى EPSG:4326؛ تحققوا من موضعه على الخريطة.',
  'finding.geometry.extent.title': 'نطاق معطوب',
  'finding.geometry.extent': 'المستوى {level}: وحدات بلا عرض أو ارتفاع أو إحداثياتها ليست أرقامًا (عدد الوحدات: {count, number})؛ أعيدوا رسمها.',
  'finding.geometry.elsewhere.title': 'في مكان آخر',
  'finding.geometry.elsewhere': 'يقع المستوى {level} بعيدًا عن البلد؛ تحققوا من الملف ومن نظام إحداثياته.',
  'finding.geometry.swapped.title': 'خط العرض والطول مقلوبان',
  'finding.geometry.swapped':
    'يقع المستوى {level} على بعد {km, number} كم من {country}، ويطابقه لو تبادل خطا العرض والطول موضعيهما: يبدو أنهما مقلوبان. صدّر الملف وخط الطول أولًا.',
  'finding.geometry.far.title': 'بعيد عن البلد',
  'finding.geometry.far': 'يقع المستوى {level} على بعد {km, number} كم من {country}؛ تحققوا من البلد المذكور ومن الملف ونظام إحداثياته.',
  'finding.geometry.moved.title': 'بعيد عن النسخة المنشورة',
  'finding.geometry.moved': 'يقع المستوى {level} على بعد {km, number} كم من الحدود المنشورة حاليًا؛ تحققوا من الملف ومن نظام إحداثياته.',
  'finding.geometry.outside-country.title': 'خارج البلد',
  'finding.geometry.outside-country':
    'المستوى {level}: وحدات تبعد أكثر من 10 كم خارج المرجع (عدد الوحدات: {count, number}) وتمثل {percent, number} % من المساحة؛ تحققوا من الملف أو اقبلوا مع ذكر السبب.',
  'finding.geometry.extent-differs.title': 'اختلاف نطاق المستويات',
  'finding.geometry.extent-differs': 'يختلف نطاق المستوى {level} عن نطاق المستوى {base} بمقدار {distance, m}؛ استخرجوا المستوى الأعلى بدمج المستوى الأدنى.',
  'finding.geometry.antimeridian.title': 'خط 180 أو القطب',
  'finding.geometry.antimeridian':
    'المستوى {level}: وحدات تعبر خط الطول 180 أو تقترب من القطب (عدد الوحدات: {count, number})؛ اقسموها عند 180 درجة (RFC 7946).',
  'finding.geometry.split-unit.title': 'وحدة في عدة صفوف',
  'finding.geometry.split-unit':
    'المستوى {level}: وحدات موزعة على عدة صفوف بالرمز نفسه والأصل نفسه (عدد الوحدات: {count, number})؛ ادمجوا كلًا منها في صف واحد متعدد الأجزاء.',
  'finding.geometry.triangle.title': 'مثلث',
  'finding.geometry.triangle': 'المستوى {level}: وحدات فيها جزء بثلاث زوايا (عدد الوحدات: {count, number})، ونادرًا ما يكون ذلك حدًا حقيقيًا؛ تحققوا من الموضع.',
  'finding.geometry.micro-part.title': 'جزء متناهي الصغر',
  'finding.geometry.micro-part':
    'المستوى {level}: أجزاء من الوحدات تقل عن 100 م² أو عن متر عرضًا (عددها {count, number})؛ احذفوها أو اقبلوا ما كان جزيرة حقيقية.',
  'finding.geometry.repeated-vertex.title': 'رؤوس مكررة',
  'finding.geometry.repeated-vertex': 'المستوى {level}: وحدات يتكرر فيها الرأس نفسه مرتين متتاليتين (عدد الوحدات: {count, number})؛ يزيل النشر النسخ المكررة.',
  'finding.geometry.notch.title': 'ثلمة',
  'finding.geometry.notch':
    'المستوى {level}: ثلمات أضيق من 3 أمتار وأطول من 44 مترًا في المحيطات (عددها {count, number})؛ أغلقوها أو اقبلوا ما كان قناة حقيقية.',
  'finding.geometry.duplicate.title': 'شكل هندسي مكرر',
  'finding.geometry.duplicate': 'المستوى {level}: أشكال هندسية متكررة (عددها {count, number})؛ احذفوا النسخة أو أعطوا الوحدة محيطها الخاص.',
} satisfies Record<keyof typeof en, string>;
