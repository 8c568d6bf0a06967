/** Texts of findings on COD-PS, reading and levels; sums and plausibility are in populationValues.ts. */
import type en from '../../en/findings/population.ts';

export default {
  'finding.population.sheets-ignored.title': 'أوراق غير مستخدمة',
  'finding.population.sheets-ignored':
    '{count, plural, one {تُركت ورقة واحدة} two {تُركت ورقتان} few {تُركت # أوراق} many {تُركت # ورقة} other {تُركت # ورقة}} لأنها بلا سكان أو مخفية؛ تحقق من عدم الحاجة إليها.',
  'finding.population.columns-used.title': 'الأعمدة المستخدمة',
  'finding.population.columns-used':
    'تستند الأرقام إلى {count, plural, one {عمود واحد} two {عمودين} few {# أعمدة} many {# عمودًا} other {# عمود}}؛ تحقق من أن محتوى كل منها هو ما قُرئ على أنه محتواه.',
  'finding.population.columns-ignored.title': 'أعمدة غير مستخدمة',
  'finding.population.columns-ignored':
    '{count, plural, one {لم يُتعرّف على عمود واحد} two {لم يُتعرّف على عمودين} few {لم يُتعرّف على # أعمدة} many {لم يُتعرّف على # عمودًا} other {لم يُتعرّف على # عمود}} رمزًا أو اسمًا أو جنسًا أو عمرًا فتُرك؛ أعد تسمية ما تحتاج إليه.',
  'finding.population.rows-left-out.title': 'صفوف متروكة',
  'finding.population.rows-left-out':
    '{count, plural, one {تُرك صف واحد} two {تُرك صفّان} few {تُركت # صفوف} many {تُرك # صفًا} other {تُرك # صف}} لأنها مجاميع أو ملاحظات أو عناوين مكررة؛ راجع القائمة.',
  'finding.population.other-countries.title': 'بلدان أخرى',
  'finding.population.other-countries':
    '{count, plural, one {صف واحد يخص} two {صفّان يخصان} few {# صفوف تخص} many {# صفًا تخص} other {# صف تخص}} بلدانًا غير {country} وتُركت؛ ارفع الملف من جديد لكل بلد تحتاج إليه.',
  'finding.population.other-years.title': 'عدة سنوات',
  'finding.population.other-years': 'في الجدول أعمدة لعدة سنوات: استُخدمت {year} وتُركت {years}. لاختيار سنة أخرى ارفع جدولًا لتلك السنة وحدها.',
  'finding.population.ages-from-dates.title': 'فئات عمرية تحولت إلى تواريخ',
  'finding.population.ages-from-dates':
    'حوّل برنامج الجداول {count, plural, one {فئة عمرية واحدة} two {فئتين عمريتين} few {# فئات عمرية} many {# فئة عمرية} other {# فئة عمرية}} إلى تواريخ، فقُرئت بفئاتها العمرية الأصلية. راجع القائمة.',
  'finding.population.ages-doubt.title': 'أي فئة عمرية؟',
  'finding.population.ages-doubt':
    'حوّل برنامج الجداول {count, plural, one {فئة عمرية واحدة} two {فئتين عمريتين} few {# فئات عمرية} many {# فئة عمرية} other {# فئة عمرية}} إلى تواريخ قد يكون كل منها إحدى فئتين، فتُركت. حدّد فئة العمود أو صحّح العنوان وارفع الملف من جديد.',
  'finding.population.source-totals.title': 'مجاميع باسم مصدرها',
  'finding.population.source-totals':
    '{count, plural, one {عمود واحد يحمل اسم مصدره وقُرئ مجموعًا للسكان} two {عمودان يحملان اسم مصدرهما وقُرئا مجاميع للسكان} few {# أعمدة تحمل اسم مصدرها وقُرئت مجاميع للسكان} many {# عمودًا تحمل اسم مصدرها وقُرئت مجاميع للسكان} other {# عمود تحمل اسم مصدرها وقُرئت مجاميع للسكان}}. إن كان ذلك خطأ فحدّد ما هي.',
  'finding.population.numbers-doubt.title': 'آلاف أم كسور عشرية؟',
  'finding.population.numbers-doubt':
    'في {sheet} أعداد مثل {sample}: أهي {thousands, number} شخص أم {decimals, number}؟ {count, plural, one {قُرئت خلية واحدة} two {قُرئت خليتان} few {قُرئت # خلايا} many {قُرئت # خلية} other {قُرئت # خلية}} على أنها آلاف. حدّد طريقة كتابة الأعداد في الأعمدة، أو اكتبها بلا فواصل وارفع الملف من جديد.',
  'finding.population.columns-disagree.title': 'عمودان متعارضان',
  'finding.population.columns-disagree':
    'العمودان {first} و{second} في {sheet} للفئة نفسها ويختلفان في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}}: أيهما الصحيح؟ قُرئ الأول؛ احذف الخاطئ أو أعد تسميته.',
  'finding.population.column-repeated.title': 'عمود مكرر',
  'finding.population.column-repeated': 'عمودان للفئة نفسها بالقيم نفسها؛ قُرئ الأول. لا يلزم شيء.',
  'finding.population.earlier-years.title': 'سنوات سابقة',
  'finding.population.earlier-years':
    '{count, plural, one {صف واحد يذكر} two {صفّان يذكران} few {# صفوف تذكر} many {# صفًا تذكر} other {# صف تذكر}} سنة أقدم لوحدة لها سنة أحدث فتُرك؛ لاختيار سنة أخرى ارفع تلك السنة وحدها.',
  'finding.population.level-gap.title': 'مستوى مفقود',
  'finding.population.level-gap':
    'المستوى {levels} مفقود بين المستويات الإدارية في الملفات المرفوعة، فلا يمكن التحقق من المجاميع بين المستويات؛ أضف ورقته أو ملفه.',
  'finding.population.level-missing.title': 'مستويات غير مرفوعة',
  'finding.population.level-missing': 'في الحدود أيضًا {levels} وهو غير موجود في الملفات المرفوعة؛ {count, plural, one {أضفه} other {أضفها}} إن وُجدت أرقام.',
  'finding.population.level-not-in-boundaries.title': 'مستوى بلا حدود',
  'finding.population.level-not-in-boundaries': 'ليس في الحدود {levels}، فلا يمكن التحقق من أرقامه أو عرضها على الخريطة؛ انشر حدود هذا المستوى.',
  'finding.population.level-repeated.title': 'مستوى مكرر',
  'finding.population.level-repeated':
    '{count, plural, one {جدول آخر يحتوي} two {جدولان آخران يحتويان} few {# جداول أخرى تحتوي} many {# جدولًا آخر يحتوي} other {# جدول آخر يحتوي}} على adm{level}؛ استُخدم {used}. ارفع جدولًا واحدًا لكل مستوى.',
  'finding.population.text-columns.title': 'أعمدة فيها نص بدل الأرقام',
  'finding.population.text-columns':
    '{count, plural, one {جدول واحد فيه} two {جدولان فيهما} few {# جداول فيها} many {# جدولًا فيها} other {# جدول فيها}} نصوص في الغالب في أعمدة أعداد الأشخاص فتُركت؛ صحّح الأعمدة.',
  'finding.population.no-code-column.title': 'لا يوجد عمود لرموز الأماكن',
  'finding.population.no-code-column':
    '{count, plural, one {جدول واحد} two {جدولان} few {# جداول} many {# جدولًا} other {# جدول}} فيه سكان بلا عمود لرموز الأماكن (ADM2_PCODE أو admin2Pcode) فلا يمكن الربط؛ أضف العمود.',
  'finding.population.unknown-level.title': 'مستوى غير معروف',
  'finding.population.unknown-level':
    '{count, plural, one {جدول واحد لا يذكر} two {جدولان لا يذكران} few {# جداول لا تذكر} many {# جدولًا لا يذكر} other {# جدول لا يذكر}} المستوى الإداري؛ سمِّ عمود الرموز ADM1_PCODE أو ADM2_PCODE … أو الورقة adm1 أو adm2 ….',
  'finding.population.no-name.title': 'بلا أسماء',
  'finding.population.no-name': 'لا يوجد في {sheet} عمود أسماء للمستوى adm{level} فلا يمكن مقارنة الرموز بالأسماء؛ أضف ADM{level}_AR أو ما يماثله.',
  'finding.population.no-pcode.title': 'صفوف بلا رمز مكان',
  'finding.population.no-pcode':
    '{count, plural, one {صف واحد} two {صفّان} few {# صفوف} many {# صفًا} other {# صف}} في adm{level} بلا رمز مكان ولا يمكن تحديد موقعها؛ أكمل الرمز.',
  'finding.population.duplicate.title': 'رمز مكان مكرر',
  'finding.population.duplicate':
    '{count, plural, one {رمز واحد يرد} two {رمزان يردان} few {# رموز ترد} many {# رمزًا ترد} other {# رمز ترد}} في أكثر من صف في adm{level}؛ أعطِ كل وحدة رمزها أو ادمج الصفوف. وحتى ذلك تُجمع صفوف الرمز الواحد.',
  'finding.population.repeated-value.title': 'قيمة مكررة',
  'finding.population.repeated-value':
    '{count, plural, one {قيمة واحدة وردت} two {قيمتان وردتا} few {# قيم وردت} many {# قيمة وردت} other {# قيمة وردت}} مرتين للوحدة نفسها والجنس نفسه والعمر نفسه في adm{level}؛ أُبقي على الأولى. احذف الأخرى.',
  'finding.population.code-scientific.title': 'رمز بالترميز العلمي',
  'finding.population.code-scientific':
    'حوّل برنامج الجداول {count, plural, one {رمزًا واحدًا} two {رمزين} few {# رموز} many {# رمزًا} other {# رمز}} في adm{level} إلى أرقام مثل 1.01E+05 وفقد أرقامًا منها؛ اجعل العمود نصًا وأدخل الرموز من جديد.',
  'finding.population.unknown-code.title': 'رمز غير موجود في الحدود',
  'finding.population.unknown-code':
    '{count, plural, one {وحدة واحدة} two {وحدتان} few {# وحدات} many {# وحدة} other {# وحدة}} في adm{level} لها رمز غير موجود في {boundaries}؛ صحّح الرمز أو انشر الحدود التي فيها هذا الرمز. الرموز القريبة والوحدات ذات الاسم نفسه مدرجة لتختار منها.',
  'finding.population.missing-unit.title': 'وحدة بلا سكان',
  'finding.population.missing-unit':
    '{count, plural, one {وحدة واحدة} two {وحدتان} few {# وحدات} many {# وحدة} other {# وحدة}} من adm{level} في {boundaries} بلا صف في الملفات المرفوعة؛ أضفها أو صحّح الرموز التي يُفترض أن تدل عليها.',
  'finding.population.code-repaired.title': 'رمز مكان مصحَّح',
  'finding.population.code-repaired':
    '{count, plural, one {رمز واحد} two {رمزان} few {# رموز} many {# رمزًا} other {# رمز}} في adm{level} يُكتب بشكل مختلف في {boundaries} ورُبط بعد تصحيحه (بادئة البلد أو الأصفار أو الكتابة)؛ راجع القائمة.',
  'finding.population.no-year.title': 'بلا سنة مرجعية',
  'finding.population.no-year': 'لا شيء في {sheet} يذكر سنة أرقام adm{level}؛ أضف عمودًا باسم «year» أو ضع السنة في اسم الملف.',
  'finding.population.years-mixed.title': 'عدة سنوات',
  'finding.population.years-mixed':
    'يتضمن adm{level} أرقام عدة سنوات ({years}؛ {count, plural, one {صف واحد ليس} two {صفّان ليسا} few {# صفوف ليست} many {# صفًا ليست} other {# صف ليست}} من الأحدث) ويُنشر على أنه {year}؛ ارفع سنة واحدة.',
  'finding.population.year-future.title': 'سنة مستقبلية',
  'finding.population.year-future': 'أرقام adm{level} لسنة {year}، وهي في المستقبل؛ اذكر في البيانات الوصفية أنها إسقاط سكاني أو صحّح السنة.',
  'finding.population.year-old.title': 'أرقام قديمة',
  'finding.population.year-old': 'أرقام adm{level} عمرها {age, number} سنة ({year})؛ ابحث عن أحدث منها.',
  'finding.population.no-source.title': 'بلا مصدر',
  'finding.population.no-source': 'لا يذكر الملف ولا البيانات الوصفية مصدر الأرقام؛ أكمله قبل النشر.',
  'finding.population.no-boundaries.title': 'غير مرتبط بحدود',
  'finding.population.no-boundaries':
    'لا توجد هنا حدود منشورة (COD-AB) للبلد {country}، فلم تُقارن الرموز ولم يُسجَّل إصدار للحدود؛ انشرها ثم ارفع هذا الملف من جديد.',
} satisfies Record<keyof typeof en, string>;
