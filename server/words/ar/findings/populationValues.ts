/** Texts of findings on COD-PS: cells, bands, sums and plausibility. */
import type en from '../../en/findings/populationValues.ts';

export default {
  'finding.population.not-a-number.title': 'نص بين الأرقام',
  'finding.population.not-a-number':
    '{count, plural, one {خلية واحدة} two {خليتان} few {# خلايا} many {# خلية} other {# خلية}} في adm{level} فيها نص بدل عدد أشخاص؛ تبقى القيمة مجهولة حتى تُصحَّح. قُرئت الأرقام الأخرى فحُفظت مسودة تبيّن الموضع، لكنها لا تُنشر هكذا.',
  'finding.population.negative.title': 'عدد سالب',
  'finding.population.negative': '{count, plural, one {قيمة واحدة} two {قيمتان} few {# قيم} many {# قيمة} other {# قيمة}} في adm{level} أقل من الصفر؛ صحّحها.',
  'finding.population.not-available.title': 'غير متوفر',
  'finding.population.not-available':
    '{count, plural, one {خلية واحدة} two {خليتان} few {# خلايا} many {# خلية} other {# خلية}} في adm{level} تقول «غير متوفر» (NA أو n/a أو –) وتبقى مجهولة لا صفرًا؛ أكمل ما هو معروف.',
  'finding.population.not-whole.title': 'غير صحيح',
  'finding.population.not-whole':
    '{count, plural, one {قيمة واحدة} two {قيمتان} few {# قيم} many {# قيمة} other {# قيمة}} في adm{level} ليست عددًا صحيحًا من الأشخاص؛ أُبقيت كما هي. قرّبها في المصدر إن كان ذلك مقصودًا.',
  'finding.population.in-thousands.title': 'آلاف مفقودة',
  'finding.population.in-thousands':
    'في «{sheet}» لا يبلغ أي عدد من الأشخاص 1,000، و{count, plural, one {لقيمة واحدة كسور} two {لقيمتين كسور} few {لـ# قيم كسور} many {لـ# قيمة كسور} other {لـ# قيمة كسور}} ({samples}). إمّا أن برنامج الجداول عدّ نقاط الآلاف فواصل عشرية، أو أن الأشخاص معدودون بالآلاف. أعطِ أعدادًا صحيحة من الأشخاص.',
  'finding.population.scientific.title': 'صيغة علمية',
  'finding.population.scientific':
    '{count, plural, one {قيمة واحدة} two {قيمتان} few {# قيم} many {# قيمة} other {# قيمة}} في adm{level} مكتوبة مثل 1.2E+05 وربما فقدت خانات؛ اكتبها كاملة.',
  'finding.population.separated.title': 'فواصل الآلاف',
  'finding.population.separated':
    '{count, plural, one {عمود واحد} two {عمودان} few {# أعمدة} many {# عمودًا} other {# عمود}} في adm{level} تكتب الأرقام بفواصل الآلاف (عدد القيم: {values}) وقُرئت أرقامًا؛ راجع بعضها.',
  'finding.population.bad-band.title': 'فئة عمرية معكوسة',
  'finding.population.bad-band':
    '{count, plural, one {عنوان واحد يذكر} two {عنوانان يذكران} few {# عناوين تذكر} many {# عنوانًا يذكر} other {# عنوان يذكر}} فئة عمرية تنتهي قبل أن تبدأ؛ صحّح العنوان.',
  'finding.population.unread-band.title': 'جنس أو عمر غير مفهوم',
  'finding.population.unread-band':
    '{count, plural, one {صف واحد} two {صفّان} few {# صفوف} many {# صفًا} other {# صف}} في adm{level} فيه جنس أو عمر تعذّرت قراءته؛ أُبقي كفئة بذلك الاسم. اكتب f أو m أو t وأعمارًا مثل 0-4 أو 80+.',
  'finding.population.bands-hole.title': 'فجوة بين الفئات العمرية',
  'finding.population.bands-hole':
    'في adm{level} {count, plural, one {فجوة واحدة} two {فجوتان} few {# فجوات} many {# فجوة} other {# فجوة}} بين الفئات العمرية فتغيب بعض الأعمار؛ أضف الفئات الناقصة.',
  'finding.population.bands-overlap.title': 'فئات عمرية متداخلة',
  'finding.population.bands-overlap':
    '{count, plural, one {فئة عمرية واحدة} two {فئتان عمريتان} few {# فئات عمرية} many {# فئة عمرية} other {# فئة عمرية}} في adm{level} تتداخل مع غيرها فيُحسب أشخاص مرتين في المجموع؛ أُبقيت خارج المجاميع. لا يلزم شيء حيث تكون الفئة مجموع فئات أخرى.',
  'finding.population.bands-closed.title': 'آخر فئة غير مفتوحة',
  'finding.population.bands-closed':
    'آخر فئة عمرية في adm{level} غير مفتوحة ({count, plural, one {جنس واحد} two {جنسان} few {# أجناس} many {# جنس} other {# جنس}}) فيغيب الأكبر سنًا؛ سمّها مثل 80Plus.',
  'finding.population.sex-sum.title': 'الإناث والذكور: المجموع',
  'finding.population.sex-sum':
    'الإناث والذكور لا يساوي مجموعهم العدد الكلي في {count, number} من {compared, number} حالة في adm{level}، بفارق يصل إلى {largest, number} شخصًا؛ صحّح الأرقام أو اشرحها في الملاحظات.',
  'finding.population.sex-sum-rounding.title': 'الإناث والذكور: تقريب',
  'finding.population.sex-sum-rounding':
    'الإناث والذكور لا يساوي مجموعهم العدد الكلي في {count, number} من {compared, number} حالة في adm{level}، بفارق لا يتجاوز {largest, number}: تقريب أو أقل من 0.1 %. لا يلزم إجراء.',
  'finding.population.age-sum.title': 'الفئات العمرية: المجموع',
  'finding.population.age-sum':
    'الفئات العمرية لا يساوي مجموعها إجمالي الجنس في {count, number} من {compared, number} حالة في adm{level}، بفارق يصل إلى {largest, number} شخصًا؛ صحّح الأرقام أو اشرحها في الملاحظات.',
  'finding.population.age-sum-rounding.title': 'الفئات العمرية: تقريب',
  'finding.population.age-sum-rounding':
    'الفئات العمرية لا يساوي مجموعها إجمالي الجنس في {count, number} من {compared, number} حالة في adm{level}، بفارق لا يتجاوز {largest, number}: تقريب أو أقل من 0.1 %. لا يلزم إجراء.',
  'finding.population.parent-sum.title': 'الوحدات الأدنى: المجموع',
  'finding.population.parent-sum':
    'الوحدات الأدنى لا يساوي مجموعها الوحدة الأعلى في {count, number} من {compared, number} حالة من {below} إلى adm{level}، بفارق يصل إلى {largest, number} شخصًا؛ صحّح الأرقام أو اشرحها في الملاحظات.',
  'finding.population.parent-sum-rounding.title': 'الوحدات الأدنى: تقريب',
  'finding.population.parent-sum-rounding':
    'الوحدات الأدنى لا يساوي مجموعها الوحدة الأعلى في {count, number} من {compared, number} حالة من {below} إلى adm{level}، بفارق لا يتجاوز {largest, number}: تقريب أو أقل من 0.1 %. لا يلزم إجراء.',
  'finding.population.parent-unknown.title': 'الوحدة الأعلى غير موجودة',
  'finding.population.parent-unknown':
    '{count, plural, one {وحدة واحدة} two {وحدتان} few {# وحدات} many {# وحدة} other {# وحدة}} في adm{level} تتبع رمزًا غير موجود في {above}؛ صحّح الرمز أو أضف صفه.',
  'finding.population.childless.title': 'بلا وحدات أدنى',
  'finding.population.childless':
    '{count, plural, one {وحدة واحدة} two {وحدتان} few {# وحدات} many {# وحدة} other {# وحدة}} في adm{level} بلا وحدات في {below}؛ أضف الصفوف أو صحّح الرموز.',
  'finding.population.years-differ.title': 'مستويات من سنوات مختلفة',
  'finding.population.years-differ': 'adm{level} لسنة {year} و{above} لسنة {yearAbove} فلم تُقارن مجاميعهما. ارفع أرقام سنة واحدة إن كانت المجاميع مهمة.',
  'finding.population.reference.title': 'مقارنة بالمرجع',
  'finding.population.reference':
    'عدد سكان البلد هنا {total, number} وفي {source} ({year}) {reference, number}: بفارق {percent, number} %. اشرح الفارق الكبير في الملاحظات.',
  'finding.population.zero.title': 'سكان صفر',
  'finding.population.zero':
    '{count, plural, one {وحدة واحدة} two {وحدتان} few {# وحدات} many {# وحدة} other {# وحدة}} في adm{level} سكانها صفر؛ إن كان ذلك صحيحًا (متنزه أو سكان محسوبون في وحدة مجاورة) فاذكره في الملاحظات.',
  'finding.population.no-total.title': 'سكان غير معروفين',
  'finding.population.no-total':
    '{count, plural, one {وحدة واحدة} two {وحدتان} few {# وحدات} many {# وحدة} other {# وحدة}} في adm{level} بلا عدد سكان كلي؛ تُعرض «لا بيانات». أكمل ما هو معروف.',
  'finding.population.density.title': 'كثافة غير معتادة',
  'finding.population.density':
    '{count, plural, one {وحدة واحدة} two {وحدتان} few {# وحدات} many {# وحدة} other {# وحدة}} في adm{level} أكثف أو أخلى بكثير من غيرها؛ تحقّق من توافق الرمز والرقم.',
  'finding.population.sex-ratio.title': 'نسبة جنس غير معتادة',
  'finding.population.sex-ratio':
    '{count, plural, one {وحدة واحدة} two {وحدتان} few {# وحدات} many {# وحدة} other {# وحدة}} في adm{level} فيها أقل من 80 أو أكثر من 125 ذكرًا لكل 100 أنثى؛ راجع الأرقام.',
  'finding.population.age-share.title': 'حصة عمرية غير معتادة',
  'finding.population.age-share':
    '{count, plural, one {حصة واحدة} two {حصتان} few {# حصص} many {# حصة} other {# حصة}} لفئة عمرية في adm{level} بعيدة عن البقية؛ راجع الأرقام.',
} satisfies Record<keyof typeof en, string>;
