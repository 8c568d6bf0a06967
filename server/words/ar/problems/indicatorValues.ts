import type en from '../../en/problems/indicatorValues.ts';

export default {
  'problem.indicators.series-unknown': 'لا توجد مثل هذه القيم في هذا الإصدار. انظر المؤشرات والحالات والأنواع والفترات المتوفرة فيه.',
  'problem.indicators.add-sector': 'لا تُجمع قيم قطاعات مختلفة: فالأشخاص أنفسهم يُعدّون في عدة قطاعات. اطلب رقم جميع القطاعات معًا (ALL)، فهو قيمة قائمة بذاتها.',
  'problem.indicators.add-status': 'لا يُجمع المحتاجون والمستهدفون والمتضررون ومن تم الوصول إليهم: فهم الأشخاص أنفسهم في معظمهم.',
  'problem.indicators.add-phase': 'تشمل «3+» و«all» مراحل أخرى. لا تُجمع إلا المراحل من 1 إلى 5.',
  'problem.indicators.add-group': 'قد تتداخل هذه الفئات من الأشخاص، فلا تُجمع قيمها.',
  'problem.indicators.add-indicator': 'لا تُجمع قيم مؤشرات مختلفة.',
  'problem.indicators.add-type': 'لا تُجمع القيم المرصودة والمتوقعة.',
  'problem.indicators.add-period': 'لا تُجمع قيم فترات أو تحليلات مختلفة.',
  'problem.indicators.add-measure': 'لا تُجمع النسب والفئات والمعدلات.',
  'problem.indicators.no-denominator': 'لا يوجد في هذا الإصدار ما تُقسم عليه هذه القيم. اقسم على السكان أو خذ القيم نفسها.',
  'problem.indicators.no-phases': 'تتطلب مرحلة المنطقة عدد الأشخاص في كل من المراحل 1 إلى 5، وهو غير متوفر في هذه القيم.',
  'problem.indicators.not-rolled-up': 'لا تُجمّع الفئات والنسب والمعدلات من دون أجزائها: فالمتوسط يخفي أسوأ المناطق. اطلب مستوى أعمق.',
  'problem.indicators.no-boundaries': 'لم توضع هذه القيم على أي حدود، فلا وحدات لعرضها.',
  'problem.indicators.no-population': 'لا توجد هنا بيانات سكان منشورة لهذا البلد للقسمة عليها.',
} satisfies Record<keyof typeof en, string>;
