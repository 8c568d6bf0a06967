import type en from '../../en/interface/dataset.ts';

export default {
  'dataset.loading': 'جارٍ تحميل مجموعة البيانات…',
  'dataset.missing': 'لا توجد هنا مجموعة بيانات {id}',
  'dataset.map': 'افتح الخريطة',
  'dataset.versions': 'الإصدارات',
  'dataset.reason': 'السبب المذكور:',
  'quality.title': 'ما وجدته الفحوص',
  'quality.more':
    '{infos, plural, zero {لا ملاحظات} one {ملاحظة واحدة} two {ملاحظتان} few {# ملاحظات} many {# ملاحظةً} other {# ملاحظة}}، {accepted, plural, zero {لا استثناءات مقبولة} one {استثناء مقبول واحد} two {استثناءان مقبولان} few {# استثناءات مقبولة} many {# استثناءً مقبولًا} other {# استثناء مقبول}}',
  'quality.map': 'النتائج على الخريطة',
  'quality.report': 'اقرأ التقرير',
  'meta.title': 'البيانات الوصفية',
  'meta.levels': 'المستويات',
  'meta.drawing':
    '{drawing, select, uploaded {كما رُفع؛ على بعد يصل إلى {distance, most} من حدود المستوى {from}} other {مركّب من المستوى {from}؛ تحركت الحدود بما يصل إلى {distance, most}}}',
  'meta.drawing-near':
    '{drawing, select, uploaded {كما رُفع؛ على بعد أقل من 1 م من حدود المستوى {from}} other {مركّب من المستوى {from}؛ لم يتحرك أي حد أكثر من 1 م}}',
  'meta.level': 'المستوى {level}: {units, number}',
  'meta.languages': 'لغات الأسماء',
  'meta.frequency': 'وتيرة التحديث',
  'meta.years': '{years, plural, zero {كل سنة} one {كل سنة} two {كل سنتين} few {كل # سنوات} many {كل # سنةً} other {كل # سنة}}',
  'api.title': 'الاستخدام من برنامج',
  'api.units': 'وحدات المستوى 1 بصيغة JSON',
  'api.search': 'البحث بالاسم أو رمز المكان',
  'api.tilejson': '‏TileJSON لبرنامجي MapLibre وQGIS',
  'api.pmtiles': 'الخريطة كلها في ملف PMTiles واحد',
  'api.copy': 'نسخ: {what}',
  'api.copied': 'تم النسخ',
  'api.copy-failed': 'لم يسمح المتصفح بالنسخ. حدّد السطر وانسخه يدويًا.',
  'api.docs': 'توثيق الواجهة البرمجية كاملًا',
  'decided.title': 'قرارات المجموعات',
  'decided.by': '{group}، {date, day}:',
  'decided.meeting': 'الاجتماع: {title}',
  'decided.in-meeting': 'إلى الاجتماع',
} satisfies Record<keyof typeof en, string>;
