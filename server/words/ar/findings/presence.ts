/** Texts of findings on 3W: what was read, where rows are, what waits for a person. Dates, organisations and content are in presenceValues.ts. */
import type en from '../../en/findings/presence.ts';

export default {
  'finding.presence.other-sheets.title': 'أوراق أخرى',
  'finding.presence.other-sheets':
    'قُرئت الورقة «{sheet}»، وتحتوي {count, plural, one {ورقة أخرى} two {ورقتان أخريان} few {# أوراق أخرى} many {# ورقة أخرى} other {# ورقة أخرى}} أيضًا على منظمات وأماكن. سمِّ الورقة إن كانت أخرى هي المقصودة.',
  'finding.presence.sheet-hidden.title': 'قُرئت ورقة مخفية',
  'finding.presence.sheet-hidden': 'الورقة المخفية «{sheet}» وحدها تحتوي على منظمات وأماكن وقد قُرئت؛ تحقّق من أنها المقصودة.',
  'finding.presence.columns-ignored.title': 'أعمدة غير مستخدمة',
  'finding.presence.columns-ignored':
    'لم {count, plural, one {يُستخدم أو يُفهم عمود واحد} two {يُستخدم أو يُفهم عمودان} few {تُستخدم أو تُفهم # أعمدة} many {يُستخدم أو يُفهم # عمودًا} other {يُستخدم أو يُفهم # عمود}}؛ بيّن محتواها إن كانت مهمة.',
  'finding.presence.rows-left-out.title': 'صفوف متروكة',
  'finding.presence.rows-left-out':
    'تُرك {count, plural, one {صف واحد} two {صفّان} few {# صفوف} many {# صفًا} other {# صف}} لأنها مجموع أو ملاحظة أو عنوان مكرر؛ راجع القائمة.',
  'finding.presence.no-organisation.title': 'صفوف بلا منظمة',
  'finding.presence.no-organisation':
    '{count, plural, one {صف واحد لا يذكر منظمة وتُرك} two {صفّان لا يذكران منظمة وتُركا} few {# صفوف لا تذكر منظمة وتُركت} many {# صفًا لا تذكر منظمة وتُركت} other {# صف لا تذكر منظمة وتُركت}}؛ اسأل الشريك المُبلِّغ عمّن قام بالنشاط.',
  'finding.presence.organisations-missing.title': 'منظمات ناقصة',
  'finding.presence.organisations-missing':
    '{count, number} من {total, number} صفًا لا تذكر منظمة وتُركت. إمّا أن المنظمات في عمود آخر، أو أن الاسم مكتوب مرة واحدة فوق صفوفه: اختر العمود، أو انسخ الأسماء إلى الأسفل وارفع الملف من جديد.',
  'finding.presence.profile-used.title': 'تنسيق معروف',
  'finding.presence.profile-used': 'الأعمدة هي أعمدة {file} وقُرئت بالطريقة نفسها. لا يلزم شيء.',
  'finding.presence.profile-changed.title': 'تغيّر التنسيق',
  'finding.presence.profile-changed':
    '{count, plural, one {عمود واحد جديد أو اختفى} two {عمودان جديدان أو اختفيا} few {# أعمدة جديدة أو اختفت} many {# عمودًا جديدًا أو اختفى} other {# عمود جديد أو اختفى}} منذ آخر ملف؛ تحقّق من قراءة الجديد منها.',
  'finding.presence.no-boundaries.title': 'لا توجد حدود',
  'finding.presence.no-boundaries': 'لا توجد هنا حدود إدارية (COD-AB) لـ {country} فلم يُحدَّد مكان أي صف؛ أدخل الحدود وانشرها أولًا ثم أعد هذا الملف.',
  'finding.presence.level-not-in-boundaries.title': 'مستوى غير موجود في الحدود',
  'finding.presence.level-not-in-boundaries':
    '{count, plural, one {صف واحد يذكر} two {صفّان يذكران} few {# صفوف تذكر} many {# صفًا يذكر} other {# صف يذكر}} مكانًا عند المستوى adm{level} غير الموجود في الحدود؛ حُدِّد المكان عند المستويات المتاحة. انشر حدود ذلك المستوى لوضعها فيه.',
  'finding.presence.code-name-conflict.title': 'الرمز والاسم متعارضان',
  'finding.presence.code-name-conflict':
    'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} يدل الرمز على مكان والاسم على آخر؛ اختر الصحيح. وحتى ذلك الحين تبقى عند المستوى الأعلى.',
  'finding.presence.parent-conflict.title': 'مكان خارج وحدته العليا',
  'finding.presence.parent-conflict':
    'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} يقع المكان في وحدة عليا غير المذكورة؛ اختر الصحيح.',
  'finding.presence.code-unknown.title': 'رمز غير معروف',
  'finding.presence.code-unknown':
    '{count, plural, one {صف واحد يحمل رمزًا} two {صفّان يحملان رموزًا} few {# صفوف تحمل رموزًا} many {# صفًا يحمل رموزًا} other {# صف يحمل رموزًا}} غير موجود في الحدود: ملغى أو أحدث أو متنازع عليه أو من تقسيم آخر. اختر الوحدة أو بيّن أنه لا يمكن تحديدها.',
  'finding.presence.code-retired.title': 'رمز وحدة لم تعد موجودة',
  'finding.presence.code-retired':
    '{count, plural, one {صف واحد يحمل رمز وحدة} two {صفّان يحملان رموز وحدات} few {# صفوف تحمل رموز وحدات} many {# صفًا يحمل رموز وحدات} other {# صف يحمل رموز وحدات}} قُسمت أو دُمجت منذ النسخة السابقة من الحدود؛ اختر الوحدة الموجودة مكانها الآن.',
  'finding.presence.code-other-level.title': 'رمز من مستوى آخر',
  'finding.presence.code-other-level':
    '{count, plural, one {صف واحد يحمل في عموده رمزًا} two {صفّان يحملان رموزًا} few {# صفوف تحمل رموزًا} many {# صفًا يحمل رموزًا} other {# صف يحمل رموزًا}} من مستوى آخر؛ تحقّق من المقصود.',
  'finding.presence.name-ambiguous.title': 'عدة وحدات بالاسم نفسه',
  'finding.presence.name-ambiguous':
    'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} تحمل عدة وحدات الاسم نفسه؛ اختر المقصودة.',
  'finding.presence.name-doubtful.title': 'اسم قريب',
  'finding.presence.name-doubtful':
    'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} يشبه الاسم وحدةً دون يقين؛ اقبل اقتراحًا أو اختر وحدة أخرى.',
  'finding.presence.name-unknown.title': 'اسم غير معروف',
  'finding.presence.name-unknown':
    'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} لا يشبه الاسم أي وحدة؛ اختر الوحدة أو بيّن أنه لا يمكن تحديدها.',
  'finding.presence.codes-swapped.title': 'رموز متبادلة',
  'finding.presence.codes-swapped':
    '{count, plural, one {صف واحد يحمل} two {صفّان يحملان} few {# صفوف تحمل} many {# صفًا يحمل} other {# صف يحمل}} رمز وحدة مع اسم أخرى والعكس: تبادل الرمزان موضعيهما. صحّح الملف أو اختر الوحدات في قائمة المراجعة.',
  'finding.presence.code-wanders.title': 'رموز بجانب أسماء أماكن أخرى',
  'finding.presence.code-wanders':
    '{count, plural, one {في صف واحد} two {في صفين} few {في # صفوف} many {في # صفًا} other {في # صف}} يدل الرمز على مكان غير الذي يدل عليه الاسم والمنطقة الأعلى، والرمز نفسه مذكور بجانب عدة أسماء من هذا النوع. حُدد المكان بحسب الاسم، وهو اسم مكان واحد فقط في تلك المنطقة؛ صحّح الرموز في المصدر.',
  'finding.presence.one-deeper.title': 'أسماء من مستوى أدنى من عمودها',
  'finding.presence.one-deeper':
    '{count, plural, one {صف واحد يذكر} two {صفان يذكران} few {# صفوف تذكر} many {# صفًا تذكر} other {# صف تذكر}} وحدة من مستوى أدنى من عمودها، في منطقة ليس لها إلا وحدة واحدة في مستوى العمود. حُدد المكان في الوحدة المذكورة؛ راجع القائمة.',
  'finding.presence.code-repaired.title': 'رموز مصحّحة',
  'finding.presence.code-repaired':
    '{count, plural, one {رمز واحد كُتب} two {رمزان كُتبا} few {# رموز كُتبت} many {# رمزًا كُتب} other {# رمز كُتب}} بشكل آخر وقُرئ على أنه الرمز الوحيد المناسب في الحدود؛ راجع القائمة.',
  'finding.presence.name-alike.title': 'أسماء بتهجئة أخرى',
  'finding.presence.name-alike':
    '{count, plural, one {وُضع صف واحد} two {وُضع صفّان} few {وُضعت # صفوف} many {وُضع # صفًا} other {وُضع # صف}} حسب اسم له تهجئة أخرى في الحدود؛ راجع القائمة.',
  'finding.presence.whole-country.title': 'البلد كله',
  'finding.presence.whole-country':
    '{count, plural, one {صف واحد يخص البلد كله، ويُحسب} two {صفّان يخصان البلد كله، ويُحسبان} few {# صفوف تخص البلد كله، وتُحسب} many {# صفًا يخص البلد كله، ويُحسب} other {# صف يخص البلد كله، ويُحسب}} للبلد وليس لأي جزء منه.',
  'finding.presence.name-differs.title': 'اسم مختلف عن الرمز',
  'finding.presence.name-differs':
    'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} ليس الاسم المجاور لرمز صحيح تهجئة معروفة لوحدته ولا لغيرها؛ واعتُمد الرمز.',
  'finding.presence.without-place.title': 'لا يُذكر مكان',
  'finding.presence.without-place':
    '{count, plural, one {صف واحد لا يذكر مكانًا ويُحسب} two {صفّان لا يذكران مكانًا ويُحسبان} few {# صفوف لا تذكر مكانًا وتُحسب} many {# صفًا لا يذكر مكانًا ويُحسب} other {# صف لا يذكر مكانًا ويُحسب}} للبلد فقط.',
} satisfies Record<keyof typeof en, string>;
