import type en from '../../en/problems/sheets.ts';

/** Problems of sheets and of series of them. */
export default {
  'problem.series.empty': 'لا شيء تُصنع منه سلسلة: لا تعرض الخريطة أي مجموعة أو منطقة أو منظمة من هذا النوع.',
  'problem.series.no-clusters': 'المجموعات والمنظمات من بيانات 3W، فلا تُطبع بحسبها إلا خريطة 3W. افتح لذلك 3W للبلد.',
  'problem.series.no-regions': 'تحتاج السلسلة بحسب المستوى الإداري 1 إلى خريطة من مستوى أدق. اعرض المستوى 2 أو ما هو أدق.',
  'problem.series.not-made': 'لم تُصنع هذه السلسلة بعد أو لم تعد محفوظة. ابدأها ثم نزّلها عندما تجهز.',
  'problem.series.too-many': 'للسلسلة 150 ورقة على الأكثر، ولهذه أكثر من ذلك. صفِّ الخريطة إلى مجموعات أو منظمات أقل.',
  'problem.series.too-long': 'احتاجت السلسلة إلى وقت أو ذاكرة أكثر من اللازم فأُوقفت. صفِّ الخريطة ليقل عدد الأوراق أو اختر مستوى أعلى.',
  'problem.series.closed': 'بيانات 3W هذه حساسة، فلا تسمّي الأوراق أي منظمة. اطبعها بحسب المجموعة أو المستوى الإداري 1.',
  'problem.series.unknown': 'لا سلسلة قيد الإعداد بهذا الرقم؛ ربما أوقفتها إعادة تشغيل. ابدأها من جديد.',
  'problem.sheet.absent': 'تحتاج الأوراق المطبوعة إلى حزم اختيارية غير مثبتة هنا (`@myriaddreamin/typst-ts-node-compiler` وخطوطها). ثبّتها أو اطبع صفحة الخريطة.',
  'problem.sheet.page': 'صفحات الورقة أقل من ذلك.',
  'problem.sheet.too-long': 'احتاجت الورقة إلى وقت أو ذاكرة أكثر من اللازم فأُوقفت. جرّب مستوى أعلى أو مقاس A4.',
} satisfies Record<keyof typeof en, string>;
