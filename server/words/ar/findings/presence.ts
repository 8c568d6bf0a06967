/** Texts of findings on 3W: what was read, where rows are, what waits for a person. Dates, organisations and content are in presenceValues.ts. */
import type en from '../../en/findings/presence.ts';

export default {
  'finding.presence.other-sheets.title': 'أوراق أخرى',
  'finding.presence.other-sheets':
    'قُرئت الورقة «{sheet}»، وفي {count, plural, one {ورقة أخرى} two {ورقتين أخريين} few {# أوراق أخرى} many {# ورقة أخرى} other {# ورقة أخرى}} أيضًا منظمات وأماكن. اختر الورقة إن كنت تقصد غيرها.',
  'finding.presence.sheet-hidden.title': 'قُرئت ورقة مخفية',
  'finding.presence.sheet-hidden': 'الورقة المخفية «{sheet}» وحدها فيها منظمات وأماكن وقد قُرئت؛ تحقق من أنها المقصودة.',
  'finding.presence.columns-ignored.title': 'أعمدة غير مستخدمة',
  'finding.presence.columns-ignored':
    '{count, plural, one {عمود واحد غير لازم أو لم يُتعرّف عليه} two {عمودان غير لازمين أو لم يُتعرّف عليهما} few {# أعمدة غير لازمة أو لم يُتعرّف عليها} many {# عمودًا غير لازم أو لم يُتعرّف عليها} other {# عمود غير لازم أو لم يُتعرّف عليها}}؛ بيّن المحتوى إن كان مهمًا.',
  'finding.presence.rows-left-out.title': 'صفوف متروكة',
  'finding.presence.rows-left-out':
    '{count, plural, one {تُرك صف واحد} two {تُرك صفّان} few {تُركت # صفوف} many {تُرك # صفًا} other {تُرك # صف}} لأنها مجاميع أو ملاحظات أو عناوين مكررة؛ راجع القائمة.',
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
    '{count, plural, one {عمود واحد جديد أو اختفى} two {عمودان جديدان أو اختفيا} few {# أعمدة جديدة أو اختفت} many {# عمودًا جديدًا أو اختفى} other {# عمود جديد أو اختفى}} منذ آخر ملف؛ تحقق من قراءة الجديد منها.',
  'finding.presence.no-boundaries.title': 'لا توجد حدود',
  'finding.presence.no-boundaries': 'لا توجد هنا حدود إدارية (COD-AB) للبلد {country}، فلم يُحدَّد مكان أي صف؛ ارفع الحدود وانشرها أولًا ثم ارفع هذا الملف من جديد.',
  'finding.presence.level-not-in-boundaries.title': 'مستوى غير موجود في الحدود',
  'finding.presence.level-not-in-boundaries':
    '{count, plural, one {صف واحد يذكر} two {صفّان يذكران} few {# صفوف تذكر} many {# صفًا يذكر} other {# صف يذكر}} مكانًا عند المستوى adm{level} غير الموجود في الحدود؛ حُدِّد المكان عند المستويات المتاحة. انشر حدود ذلك المستوى لوضعها فيه.',
  'finding.presence.code-name-conflict.title': 'الرمز والاسم متعارضان',
  'finding.presence.code-name-conflict':
    'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} يدل الرمز على مكان والاسم على آخر؛ اختر الصحيح. وحتى ذلك الحين تبقى عند المستوى الأعلى.',
  'finding.presence.parent-conflict.title': 'مكان خارج وحدته الأم',
  'finding.presence.parent-conflict':
    'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} يقع المكان في وحدة أم غير المذكورة؛ اختر الصحيح.',
  'finding.presence.code-unknown.title': 'رمز مكان غير معروف',
  'finding.presence.code-unknown':
    '{count, plural, one {صف واحد فيه رمز مكان} two {صفّان فيهما رموز أماكن} few {# صفوف فيها رموز أماكن} many {# صفًا فيها رموز أماكن} other {# صف فيها رموز أماكن}} غير موجودة في الحدود: ملغاة أو أحدث أو متنازع عليها أو من مجموعة حدود أخرى. اختر الوحدة أو علّم «لا يمكن تحديده».',
  'finding.presence.code-retired.title': 'رمز وحدة لم تعد موجودة',
  'finding.presence.code-retired':
    '{count, plural, one {صف واحد فيه رمز وحدة} two {صفّان فيهما رموز وحدات} few {# صفوف فيها رموز وحدات} many {# صفًا فيها رموز وحدات} other {# صف فيها رموز وحدات}} قُسّمت أو دُمجت منذ الإصدار السابق من الحدود؛ اختر الوحدة الموجودة مكانها الآن.',
  'finding.presence.code-other-level.title': 'رمز من مستوى آخر',
  'finding.presence.code-other-level':
    '{count, plural, one {صف واحد في عموده رمز} two {صفّان في عمودهما رموز} few {# صفوف في عمودها رموز} many {# صفًا في عمودها رموز} other {# صف في عمودها رموز}} من مستوى آخر؛ تحقق من المقصود.',
  'finding.presence.name-ambiguous.title': 'عدة وحدات بالاسم نفسه',
  'finding.presence.name-ambiguous':
    'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} تحمل عدة وحدات الاسم نفسه؛ اختر المقصودة.',
  'finding.presence.name-doubtful.title': 'اسم قريب غير مؤكد',
  'finding.presence.name-doubtful':
    'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} يشبه الاسم اسم وحدة دون يقين؛ اقبل اقتراحًا أو اختر وحدة أخرى.',
  'finding.presence.name-unknown.title': 'اسم غير معروف',
  'finding.presence.name-unknown':
    'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} لا يطابق الاسم أي وحدة؛ اختر الوحدة أو علّم «لا يمكن تحديده».',
  'finding.presence.codes-swapped.title': 'رموز متبادلة',
  'finding.presence.codes-swapped':
    '{count, plural, one {صف واحد فيه} two {صفّان فيهما} few {# صفوف فيها} many {# صفًا فيها} other {# صف فيها}} رمز وحدة واسم وحدة أخرى، والعكس: الرمزان متبادلان. صحّح الملف أو اختر الوحدات في قائمة المراجعة.',
  'finding.presence.code-wanders.title': 'رموز بجانب أسماء أماكن أخرى',
  'finding.presence.code-wanders':
    '{count, plural, one {في صف واحد} two {في صفّين} few {في # صفوف} many {في # صفًا} other {في # صف}} يدل رمز المكان على مكان غير ما يدل عليه الاسم والمنطقة الأعلى، والرمز نفسه يرد بجانب عدة أسماء كهذه. حُدد المكان بالاسم، وهو اسم مكان واحد فقط في تلك المنطقة؛ صحّح الرموز في المصدر.',
  'finding.presence.one-deeper.title': 'أسماء من مستوى أدنى من عمودها',
  'finding.presence.one-deeper':
    '{count, plural, one {صف واحد يذكر} two {صفّان يذكران} few {# صفوف تذكر} many {# صفًا تذكر} other {# صف تذكر}} وحدة من مستوى أدنى من عمودها، في منطقة ليس لها إلا وحدة واحدة في مستوى العمود. حُدد المكان في الوحدة المذكورة؛ راجع القائمة.',
  'finding.presence.code-repaired.title': 'رموز أماكن مصحَّحة',
  'finding.presence.code-repaired':
    '{count, plural, one {رمز مكان واحد كُتب} two {رمزا مكان كُتبا} few {# رموز أماكن كُتبت} many {# رمز مكان كُتبت} other {# رمز مكان كُتبت}} بشكل آخر وقُرئت على أنها الرمز الوحيد المطابق في الحدود؛ راجع القائمة.',
  'finding.presence.name-alike.title': 'أسماء بتهجئة أخرى',
  'finding.presence.name-alike':
    '{count, plural, one {وُضع صف واحد} two {وُضع صفّان} few {وُضعت # صفوف} many {وُضع # صفًا} other {وُضع # صف}} حسب اسم له تهجئة أخرى في الحدود؛ راجع القائمة.',
  'finding.presence.whole-country.title': 'البلد كله',
  'finding.presence.whole-country':
    '{count, plural, one {صف واحد يخص البلد كله، ويُحسب} two {صفّان يخصان البلد كله، ويُحسبان} few {# صفوف تخص البلد كله، وتُحسب} many {# صفًا يخص البلد كله، ويُحسب} other {# صف يخص البلد كله، ويُحسب}} للبلد وليس لأي جزء منه.',
  'finding.presence.name-differs.title': 'الاسم لا يوافق الرمز',
  'finding.presence.name-differs':
    'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} ليس الاسم المجاور لرمز صحيح تهجئة معروفة لوحدته ولا لغيرها؛ واعتُمد الرمز.',
  'finding.presence.without-place.title': 'لم يُذكر مكان',
  'finding.presence.without-place':
    '{count, plural, one {صف واحد لا يذكر مكانًا ويُحسب} two {صفّان لا يذكران مكانًا ويُحسبان} few {# صفوف لا تذكر مكانًا وتُحسب} many {# صفًا لا يذكر مكانًا ويُحسب} other {# صف لا يذكر مكانًا ويُحسب}} للبلد فقط.',
} satisfies Record<keyof typeof en, string>;
