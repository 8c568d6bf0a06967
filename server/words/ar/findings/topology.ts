/** Texts of family T: overlaps, gaps, slits. */
import type en from '../../en/findings/topology.ts';

export default {
  'finding.topology.overlap.title': 'تداخل',
  'finding.topology.overlap':
    'المستوى {level}: عدد أزواج الوحدات المتداخلة {count, number}، ومجموع مساحة التداخل {area, m2}، فهذه الأرض تتبع وحدتين معًا. حدّد الوحدة التي يتبعها كل موضع، واقتطعه من الأخرى في برنامج نظم المعلومات الجغرافية مع تفعيل الالتقاط (snapping)، ثم ارفع الملف من جديد.',
  'finding.topology.overlap-trace.title': 'أثر تداخل',
  'finding.topology.overlap-trace':
    'المستوى {level}: عدد أزواج الوحدات المتداخلة بأقل من 1 م² أو بعرض أقل من 1 سم {count, number}، وهو أثر تقريب الإحداثيات: ليس خلافًا حقيقيًا ولا يظهر على الخريطة. لا يلزم شيء؛ ولإزالته طابق الحدين في برنامج نظم المعلومات الجغرافية.',
  'finding.topology.gap-sliver.title': 'فجوة شريطية',
  'finding.topology.gap-sliver':
    'المستوى {level}: عدد الفجوات التي لا يزيد عرضها على 10 أمتار بين الوحدات {count, number}؛ لا توجد أرض بهذا الضيق، فأغلقها بمطابقة الحدود.',
  'finding.topology.gap-narrow.title': 'فجوة ضيقة',
  'finding.topology.gap-narrow': 'المستوى {level}: عدد الفجوات الضيقة بين الوحدات {count, number}؛ أغلق ما كان خطأ في الرسم، واقبل مع ذكر السبب ما كان حقيقيًا.',
  'finding.topology.gap-lake.title': 'فراغ: بحيرة أم وحدة ناقصة؟',
  'finding.topology.gap-lake': 'المستوى {level}: عدد المسافات التي قد تكون بحيرة أو جيبًا أو وحدة ناقصة {count, number}؛ اقبلها مع ذكر السبب أو املأها.',
  'finding.topology.gap-trace.title': 'أثر فجوة',
  'finding.topology.gap-trace':
    'المستوى {level}: عدد الفجوات التي تقل عن 1 م² أو عن عرض 1 سم بسبب تقريب الإحداثيات {count, number}، وهي لا تظهر على الخريطة. لا يلزم شيء؛ وتُغلق بمطابقة الحدود في برنامج نظم المعلومات الجغرافية.',
  'finding.topology.slit.title': 'شق مفتوح على الخارج',
  'finding.topology.slit':
    'المستوى {level}: عدد أزواج الوحدات التي يفصل بينها شق لا يزيد عرضه على 10 أمتار ومفتوح على الخارج {count, number}؛ أغلقه بمطابقة الحدود ما لم يكن مدخلًا مائيًا حقيقيًا.',
  'finding.topology.unshared-vertex.title': 'رؤوس غير مشتركة',
  'finding.topology.unshared-vertex':
    'المستوى {level}: عدد أزواج الجيران الذين لا يتشاركون جميع رؤوس حدهم المشترك {count, number}، مع أن الخط واحد. لا يلزم شيء للنشر؛ وقبل تعديل الحد أضف الرؤوس (QGIS: Snap geometries to layer) وإلا انفتحت فجوة.',
  'finding.topology.area-changed.title': 'مساحة تغيّرت بالإصلاح',
  'finding.topology.area-changed':
    'المستوى {level}: غيّر الإصلاح مساحة وحدات عددها {count, number} بأكثر من 0.1٪ أو حذفها؛ أعد الإصلاح بتفاوت أصغر أو صحّح الوحدة يدويًا.',
} satisfies Record<keyof typeof en, string>;
