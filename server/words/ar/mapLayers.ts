/** What maps say of their layers. */
import type en from '../en/mapLayers.ts';

export default {
  'layer.points': 'نقاط',
  'layer.lines': 'خطوط',
  'layer.areas': 'مناطق',
  'layer.others': 'أخرى',
  'layer.until': 'صالحة حتى {date}',
  'layer.old': 'منتهية الصلاحية منذ {date}',
  'layer.left': 'الطبقة {title}: لم يُعرض منها {n, number} لضيق المكان.',
  'layer.small': 'لا تُعرض الطبقات على الخرائط الصغيرة ولا في الجداول.',
  'layer.closed.counts': 'الطبقة {title} حساسة: لا يجوز إعطاء سوى أعداد حسب المنطقة، لذلك لم تُرسم.',
  'layer.closed.restricted': 'الطبقة {title} غير متاحة للجميع، لذلك لم تُرسم.',
  'layer.closed.unknown': 'إحدى طبقات هذه الخريطة لم تعد منشورة، لذلك لم تُرسم.',
  'layer.summary': 'مع الطبقة {title}: {n, number}.',
} satisfies Record<keyof typeof en, string>;
