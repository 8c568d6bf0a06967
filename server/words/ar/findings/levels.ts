/** Texts of family B: how the levels agree with each other. */
import type en from '../../en/findings/levels.ts';

export default {
  'finding.levels.orphan.title': 'بلا وحدة أم على الخريطة',
  'finding.levels.orphan':
    'المستوى {level}: وحدات لا تشترك في أي مساحة مع وحدات المستوى {parent} (عدد الوحدات: {count, number})؛ أضف الوحدة الأم الناقصة أو انقل الوحدة.',
  'finding.levels.crosser.title': 'تتجاوز وحدتها الأم',
  'finding.levels.crosser':
    'المستوى {level}: وحدات تتجاوز وحدتها الأم في المستوى {parent} (عدد الوحدات: {count, number})، ومجموع التجاوز {area, m2}؛ أنشئ المستوى {parent} بدمج المستوى {level} لتتطابق الحدود.',
  'finding.levels.crosser-trace.title': 'أثر خارج الوحدة الأم',
  'finding.levels.crosser-trace':
    'المستوى {level}: وحدات تتجاوز وحدتها الأم في المستوى {parent} بأقل من متر (عدد الوحدات: {count, number})، لأن رسمين لحد واحد يختلفان بسبب التقريب. لا يلزم شيء: يُنشر المستوى {parent} بحدود أدق مستوى كامل.',
  'finding.levels.wrong-parent.title': 'داخل وحدة أم أخرى',
  'finding.levels.wrong-parent':
    'المستوى {level}: وحدات تذكر وحدة أم ويقع معظمها في وحدة أخرى (عدد الوحدات: {count, number})؛ صحّح رمز الوحدة الأم أو الشكل الهندسي.',
  'finding.levels.border-apart.title': 'حدود المستويات غير متطابقة',
  'finding.levels.border-apart':
    'المستوى {level}: وحدات عددها {count, number} يبتعد حدها أكثر من متر عن حد المستوى الأدنى على طول {length, number} كم؛ أنشئ هذا المستوى بدمج المستوى الأدنى.',
  'finding.levels.area.title': 'اختلاف مساحات المستويات',
  'finding.levels.area':
    'تختلف مساحة المستوى {level} عن مساحة المستوى {parent} بنسبة {percent, number}٪؛ ابحث عما ينقص أو يتكرر، أو أنشئ المستوى الأعلى بدمج المستوى الأدنى.',
  'finding.levels.unknown-parent.title': 'رمز الوحدة الأم غير موجود في طبقتها',
  'finding.levels.unknown-parent':
    'المستوى {level}: وحدات تذكر رمزًا للمستوى {parent} غير موجود في طبقته (عدد الوحدات: {count, number})؛ صحّح الرمز أو أضف الوحدة الأم.',
  'finding.levels.no-parent.title': 'بلا رمز للوحدة الأم',
  'finding.levels.no-parent': 'المستوى {level}: وحدات بلا رمز للمستوى {parent} (عدد الوحدات: {count, number})؛ أكمله.',
  'finding.levels.parent-name.title': 'اسم الوحدة الأم مختلف',
  'finding.levels.parent-name':
    'المستوى {level}: وحدات تكتب اسم وحدتها في المستوى {parent} بغير ما هو في طبقته (عدد الوحدات: {count, number})؛ اعتمد كتابة واحدة.',
  'finding.levels.childless.title': 'بلا وحدات فرعية',
  'finding.levels.childless':
    'المستوى {level}: وحدات بلا وحدات فرعية في المستوى {child} (عدد الوحدات: {count, number})؛ أضف الوحدات الناقصة أو اذكر أن المستوى {child} جزئي.',
  'finding.levels.several-parents.title': 'أكثر من وحدة أم',
  'finding.levels.several-parents':
    'المستوى {level}: وحدات تحمل صفوفها رموزًا مختلفة للمستوى {parent} (عدد الوحدات: {count, number})؛ للوحدة وحدة أم واحدة، فصحّح الرموز.',
  'finding.levels.reference.title': 'يختلف عن المرجع',
  'finding.levels.reference': 'يختلف محيط البلد عن المرجع: {outside, number} كم² خارجه و{missing, number} كم² منه غير مغطاة؛ قارنهما على الخريطة.',
} satisfies Record<keyof typeof en, string>;
