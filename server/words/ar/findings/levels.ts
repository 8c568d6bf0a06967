/** Texts of family B: how the levels agree with each other. */
import type en from '../../en/findings/levels.ts';

export default {
  'finding.levels.orphan.title': 'بلا أصل على الخريطة',
  'finding.levels.orphan':
    'المستوى {level}: وحدات لا تشترك في أي مساحة مع وحدات المستوى {parent} (عدد الوحدات: {count, number})؛ أضيفوا الأصل الناقص أو انقلوا الوحدة.',
  'finding.levels.crosser.title': 'يتجاوز أصله',
  'finding.levels.crosser':
    'المستوى {level}: وحدات تتجاوز أصلها في المستوى {parent} (عدد الوحدات: {count, number})، ومجموع التجاوز {area, m2}؛ استخرجوا المستوى {parent} بدمج المستوى {level} لتتطابق الحدود.',
  'finding.levels.crosser-trace.title': 'أثر خارج الأصل',
  'finding.levels.crosser-trace':
    'المستوى {level}: وحدات تتجاوز أصلها في المستوى {parent} بأقل من متر (عدد الوحدات: {count, number})، كما يختلف رسمان لحد واحد بسبب التقريب. لا يلزم شيء: يُنشر المستوى {parent} بحدود أعمق مستوى كامل.',
  'finding.levels.wrong-parent.title': 'داخل أصل آخر',
  'finding.levels.wrong-parent':
    'المستوى {level}: وحدات يخالف أصلها المذكور الأصل الذي يقع فيه معظمها (عدد الوحدات: {count, number})؛ صححوا رمز الأصل أو الشكل الهندسي.',
  'finding.levels.border-apart.title': 'حدود المستويات غير متطابقة',
  'finding.levels.border-apart':
    'المستوى {level}: وحدات عددها {count, number} يبتعد حدها أكثر من متر عن حد المستوى الأدنى على طول {length, number} كم؛ استخرجوا هذا المستوى بدمج المستوى الأدنى.',
  'finding.levels.area.title': 'اختلاف مساحات المستويات',
  'finding.levels.area':
    'تختلف مساحة المستوى {level} عن المستوى {parent} بنسبة {percent, number} %؛ ابحثوا عما ينقص أو يتكرر، أو استخرجوا المستوى الأعلى بالدمج.',
  'finding.levels.unknown-parent.title': 'رمز الأصل غير موجود في طبقته',
  'finding.levels.unknown-parent':
    'المستوى {level}: وحدات تذكر رمزًا للمستوى {parent} غير موجود في طبقته (عدد الوحدات: {count, number})؛ صححوا الرمز أو أضيفوا الأصل.',
  'finding.levels.no-parent.title': 'بلا رمز أصل',
  'finding.levels.no-parent': 'المستوى {level}: وحدات بلا رمز للمستوى {parent} (عدد الوحدات: {count, number})؛ أكملوه.',
  'finding.levels.parent-name.title': 'اسم الأصل مختلف',
  'finding.levels.parent-name':
    'المستوى {level}: وحدات تكتب اسم وحدتها في المستوى {parent} بغير ما في طبقته (عدد الوحدات: {count, number})؛ اعتمدوا كتابة واحدة.',
  'finding.levels.childless.title': 'أصل بلا فروع',
  'finding.levels.childless':
    'المستوى {level}: وحدات ليس لها فروع في المستوى {child} (عدد الوحدات: {count, number})؛ أضيفوا الوحدات الناقصة أو اذكروا أن المستوى {child} جزئي.',
  'finding.levels.several-parents.title': 'أكثر من أصل',
  'finding.levels.several-parents':
    'المستوى {level}: وحدات تحمل صفوفها رموزًا مختلفة للمستوى {parent} (عدد الوحدات: {count, number})؛ للوحدة أصل واحد، فصححوا الرموز.',
  'finding.levels.reference.title': 'يختلف عن المرجع',
  'finding.levels.reference': 'يختلف محيط البلد عن المرجع: {outside, number} كم² خارجه و{missing, number} كم² منه غير مغطاة؛ قارنوهما على الخريطة.',
} satisfies Record<keyof typeof en, string>;
