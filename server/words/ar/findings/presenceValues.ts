/** Texts of findings on 3W: sectors, organisations, dates and contents. */
import type en from '../../en/findings/presenceValues.ts';

export default {
  'finding.presence.no-sector-column.title': 'لا توجد قطاعات',
  'finding.presence.no-sector-column': 'لا يوجد عمود للقطاعات، فلا يمكن العدّ حسب القطاع. حدّد العمود إن وُجد.',
  'finding.presence.sector-open.title': 'قطاع غير مؤكد',
  'finding.presence.sector-open':
    'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} كُتب القطاع بصيغة لا تطابق رمزًا واحدًا بيقين. يُحفظ ويُعدّ ويُعرض بكلمات الملف؛ بيّن مرة واحدة للبلد معنى كل كتابة.',
  'finding.presence.org-type-open.title': 'نوع المنظمة غير مؤكد',
  'finding.presence.org-type-open':
    'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} لا يطابق نوع المنظمة رمزًا واحدًا بيقين؛ بيّن معنى كل كتابة.',
  'finding.presence.merge-proposed.title': 'ربما المنظمة نفسها',
  'finding.presence.merge-proposed':
    '{count, plural, one {زوج واحد من المنظمات} two {زوجان من المنظمات} few {# أزواج من المنظمات} many {# زوجًا من المنظمات} other {# زوج من المنظمات}} ربما يكون كل منها منظمة واحدة بكتابتين؛ لم يُدمج شيء. بيّن أيها المنظمة نفسها.',
  'finding.presence.organisations-joined.title': 'كتابات عُدّت منظمة واحدة',
  'finding.presence.organisations-joined':
    '{count, plural, one {منظمة واحدة كُتبت} two {منظمتان كُتبتا} few {# منظمات كُتبت} many {# منظمة كُتبت} other {# منظمة كُتبت}} بعدة صيغ وعُدّت مرة واحدة بالاسم الرسمي والاختصار؛ راجع القائمة.',
  'finding.presence.organisations-several.title': 'ربما عدة منظمات',
  'finding.presence.organisations-several':
    '{count, plural, one {اسم واحد يبدو أن فيه} two {اسمان يبدو أن فيهما} few {# أسماء يبدو أن فيها} many {# اسمًا يبدو أن فيها} other {# اسم يبدو أن فيها}} عدة قيم لكنه يُعدّ منظمة واحدة؛ حدّد الفاصل في مراجعة الأعمدة.',
  'finding.presence.formula.title': 'نص يشبه صيغة',
  'finding.presence.formula':
    '{count, plural, one {اسم أو نشاط واحد يبدأ} two {اسمان أو نشاطان يبدآن} few {# أسماء أو أنشطة تبدأ} many {# اسمًا أو نشاطًا يبدأ} other {# اسم أو نشاط يبدأ}} كصيغة في برنامج جداول؛ حُفظ نصًا وأُبطل مفعوله في كل تصدير. صحّح المصدر.',
  'finding.presence.markup.title': 'وسوم ويب في نص',
  'finding.presence.markup':
    '{count, plural, one {اسم أو نشاط واحد يحتوي} two {اسمان أو نشاطان يحتويان} few {# أسماء أو أنشطة تحتوي} many {# اسمًا أو نشاطًا يحتوي} other {# اسم أو نشاط يحتوي}} على وسوم صفحات الويب؛ يُعرض نصًا ولا يُنفَّذ أبدًا. صحّح المصدر.',
  'finding.presence.period-proposed.title': 'الفترة غير مذكورة',
  'finding.presence.period-proposed':
    '{rows, plural, one {صف واحد بلا} two {صفّان بلا} few {# صفوف بلا} many {# صفًا بلا} other {# صف بلا}} تاريخ كامل؛ ويوحي اسم الملف أو الورقة بالفترة من {start} إلى {end}. أكّد الفترة لاستخدامها.',
  'finding.presence.period-missing.title': 'الفترة غير مذكورة',
  'finding.presence.period-missing':
    '{rows, plural, one {صف واحد بلا} two {صفّان بلا} few {# صفوف بلا} many {# صفًا بلا} other {# صف بلا}} تاريخ، ولا شيء يدل على الفترة التي يغطيها الملف؛ اذكر الفترة.',
  'finding.presence.date-odd.title': 'تواريخ غير معقولة',
  'finding.presence.date-odd':
    '{count, plural, one {تاريخ واحد هو صفر من برنامج الجداول أو يبعد} two {تاريخان هما صفر من برنامج الجداول أو يبعدان} few {# تواريخ هي أصفار من برنامج الجداول أو تبعد} many {# تاريخًا هي أصفار من برنامج الجداول أو تبعد} other {# تاريخ هي أصفار من برنامج الجداول أو تبعد}} سنوات عن بقية التواريخ. تُعدّ الصفوف لكن خارج أي فترة حتى تحدد معناها في المراجعة.',
  'finding.presence.calendar-turned.title': 'تواريخ بتقويم آخر',
  'finding.presence.calendar-turned':
    '{count, plural, one {عمود واحد فيه} two {عمودان فيهما} few {# أعمدة فيها} many {# عمودًا فيها} other {# عمود فيها}} تواريخ بتقويم آخر حُوّلت إلى تواريخ ميلادية. إن كان ذلك خطأ فبيّنه في المراجعة.',
  'finding.presence.calendar-told.title': 'تقويم لم يُحوّل',
  'finding.presence.calendar-told':
    '{count, plural, one {عمود واحد فيه} two {عمودان فيهما} few {# أعمدة فيها} many {# عمودًا فيها} other {# عمود فيها}} تواريخ بتقويم لا يُحوَّل هنا، فلا تُعرف منها فترة الصفوف. أضف عمودًا بتواريخ ميلادية أو حدّد فترة الملف كله.',
  'finding.presence.date-unreadable.title': 'تاريخ غير مقروء',
  'finding.presence.date-unreadable':
    '{count, plural, one {تاريخ واحد لا يُقرأ} two {تاريخان لا يُقرآن} few {# تواريخ لا تُقرأ} many {# تاريخًا لا يُقرأ} other {# تاريخ لا يُقرأ}} أو يُقرأ بطريقتين؛ اكتب التواريخ بالشكل YYYY-MM-DD.',
  'finding.presence.people-unreadable.title': 'عدد أشخاص غير مقروء',
  'finding.presence.people-unreadable':
    'تُرك {count, plural, one {عدد واحد} two {عددان} few {# أعداد} many {# عددًا} other {# عدد}} من أعداد الأشخاص: ليس رقمًا أو أقل من الصفر أو فيه كسر أو يُقرأ بطريقتين مثل 1.500. اكتب أعدادًا صحيحة بلا فواصل.',
  'finding.presence.end-before-start.title': 'النهاية قبل البداية',
  'finding.presence.end-before-start':
    '{count, plural, one {صف واحد ينتهي} two {صفّان ينتهيان} few {# صفوف تنتهي} many {# صفًا ينتهي} other {# صف ينتهي}} قبل أن يبدأ؛ صحّح التواريخ.',
  'finding.presence.duplicate.title': 'صفوف مكررة',
  'finding.presence.duplicate':
    '{count, plural, one {صف واحد يكرر} two {صفّان يكرران} few {# صفوف تكرر} many {# صفًا يكرر} other {# صف يكرر}} صفًا آخر في كل خلاياه؛ يغيّر التكرار عدد الأنشطة والأشخاص لا عدد المنظمات. احذف النسخ.',
} satisfies Record<keyof typeof en, string>;
