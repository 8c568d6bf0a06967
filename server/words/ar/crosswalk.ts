/** What became of each unit between two versions of the boundaries, as a page (decision 0061). */
export default {
  'crosswalk.title': 'التغييرات من {from} إلى {to}',
  'crosswalk.method.overlay': 'طُوبق الإصداران أحدهما على الآخر.',
  'crosswalk.method.asserted': 'هندسة أحد الإصدارين غير محفوظة: قورنت رموز P-code والأسماء في كليهما، والحصص غير معروفة.',
  'crosswalk.method.chain': 'هندسة أحد الإصدارات غير محفوظة، لذلك ضُربت جداول الإصدارات الواقعة بينهما: {via, list}.',
  'crosswalk.level': 'المستوى {level}',
  'crosswalk.units':
    '{before, plural, zero {لا وحدات} one {وحدة واحدة} two {وحدتان} few {# وحدات} many {# وحدة} other {# وحدة}} قبلُ، و{after, plural, zero {لا وحدات} one {وحدة واحدة} two {وحدتان} few {# وحدات} many {# وحدة} other {# وحدة}} بعدُ',
  'crosswalk.none': 'لم تتغيّر أي وحدة.',
  'crosswalk.floor': 'الأرض التي يقل عرضها عن {width, m} تُعدّ من اختلاف الرسم لا تغييرًا.',
  'crosswalk.people':
    'من {before, plural, zero {لا أحد} one {شخص واحد} two {شخصين} few {# أشخاص} many {# شخصًا} other {# شخص}} ({source})، وُضع {placed, number} في الوحدات الجديدة ولم يوضع {left, number}.',
  'crosswalk.unknown':
    '{count, plural, zero {لا توجد وحدات عدد سكانها مجهول} one {عدد سكان وحدة واحدة غير معروف} two {عدد سكان وحدتين غير معروف} few {عدد سكان # وحدات غير معروف} many {عدد سكان # وحدة غير معروف} other {عدد سكان # وحدة غير معروف}}.',
  'crosswalk.left.too-few': '{unit}: {people, number}. العدد الأقل من {least} لا يُقسَّم أبدًا، ويبقى في الوحدة القديمة.',
  'crosswalk.left.no-ground': '{unit}: {people, number}، على أرض لا تغطيها أي وحدة جديدة.',
  'crosswalk.area-error': 'التقسيم بحسب المساحة تخمين: الخطأ المعتاد لوحدة في هذا البلد {percent, number}٪.',
  'crosswalk.before': 'قبل',
  'crosswalk.after': 'بعد',
  'crosswalk.relation': 'ما حدث',
  'crosswalk.of-source': 'الحصة من الوحدة القديمة (المساحة)',
  'crosswalk.of-target': 'الحصة من الوحدة الجديدة (المساحة)',
  'crosswalk.people-of-source': 'الحصة من الوحدة القديمة (السكان)',
  'crosswalk.count': 'الأشخاص',
  'crosswalk.certainty': 'درجة اليقين',
  'crosswalk.number': 'عدد المرات',
  'crosswalk.about': 'نحو {value} (من {low} إلى {high})',
  'crosswalk.basis.area': 'بحسب المساحة',
  'crosswalk.rest': '{count, plural, zero {لا صفوف أخرى} one {صف آخر واحد} two {صفان آخران} few {# صفوف أخرى} many {# صفًا آخر} other {# صف آخر}} في ملف CSV.',
};
