import type en from '../../en/problems/sheets.ts';

/** Problems of sheets and of series of them. */
export default {
  'problem.series.empty': 'لا شيء تُصنع منه سلسلة: لا تعرض الخريطة أي مجموعة أو منطقة أو منظمة من هذا النوع.',
  'problem.series.no-clusters': 'لا تُطبع بحسب المجموعة أو المنظمة إلا خريطة 3W. اطبعها بحسب المستوى الإداري 1.',
  'problem.series.no-regions': 'تحتاج السلسلة بحسب المستوى الإداري 1 إلى خريطة من مستوى أدنى منه. اختر مستوى أدنى.',
  'problem.series.not-made': 'لم تُصنع هذه السلسلة بعد أو لم تعد محفوظة. ابدأها ثم نزّلها عندما تجهز.',
  'problem.series.too-many': 'ستكون أوراق السلسلة أكثر من اللازم. احسب مجموعات أو منظمات أقل.',
  'problem.series.unknown': 'لا سلسلة قيد الإعداد بهذا الرقم؛ ربما أوقفتها إعادة تشغيل. ابدأها من جديد.',
  'problem.sheet.absent': 'تحتاج الأوراق المطبوعة إلى حزم اختيارية غير مثبتة هنا (`@myriaddreamin/typst-ts-node-compiler` وخطوطها). ثبّتها أو اطبع صفحة الخريطة.',
  'problem.sheet.no-panels': 'لا خرائط صغيرة لكل مجموعة إلا لخريطة تعدّ مصفوفة 3W فيها مجموعات. اطبعها خريطة واحدة.',
  'problem.sheet.page': 'صفحات الورقة أقل من ذلك.',
  'problem.sheet.too-long': 'احتاجت الورقة إلى وقت أو ذاكرة أكثر من اللازم فأُوقفت. جرّب مستوى أعلى أو مقاس A4.',
} satisfies Record<keyof typeof en, string>;
