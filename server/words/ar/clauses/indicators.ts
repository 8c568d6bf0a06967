/** Details of findings on indicators, and what their columns are called in a sentence. */
export default {
  'clause.indicators.area':
    '{rows, number} × {name}: {reason, select, noboundaries {لا توجد حدود} notstated {بلا رمز في المصدر} codeunknown {رمز غير معروف} codenameconflict {الرمز والاسم مختلفان} parentconflict {خارج الوحدة الأعلى} nameunknown {اسم غير معروف} namedoubtful {اسم مشابه} nameambiguous {عدة وحدات بهذا الاسم} partofunit {جزء من وحدات وليس وحدة} livelihoodzone {منطقة سبل عيش} site {موقع أو مجموعة أشخاص} other {ليست وحدة}}',
  'clause.indicators.sheet': '{sheet}, {rows, number}: {why, select, hidden {مخفية} novalues {لا عمود للقيم} noplaces {لا عمود للأماكن} other {متروكة}}',
  'clause.indicators.country-rows': '{country}: {rows, number}',
  'clause.indicators.above': '{unit}: {a} {x, number} > {b} {y, number}',
  'clause.indicators.sums': '{unit}، {what}: {parts, number} بدلًا من {whole, number}',
  'clause.indicators.value': '{unit}, {what}: {value, number}',
  'clause.indicators.cell': 'الصف {row}، {heading}: «{text}»',
  'clause.indicators.repeat': 'الصف {row} يكرر الصف {first}: {unit}، {what}',
  'clause.indicators.change': '{unit}, {what}: {before, number} → {after, number}',
  'clause.indicators.counted': '{what}: {count, number}',
  'clause.indicators.periods': '{what}: {a, list} / {b, list}',
  'clause.indicators.styles': '{unit}: {codes, list}',
  'clause.indicators.repaired': '{rows, number} × {before} → {after}',
  'clause.indicators.mapped': '{name}: {units, list}',
  'clause.role.value': 'قيم {indicator}{status, select, INN {، المحتاجون} TGT {، المستهدفون} AFF {، المتضررون} REA {، من تم الوصول إليهم} other {}}',
  'clause.role.about':
    '{is, select, category {فئات} status {من تخصهم القيم} indicator {مؤشرات} phase {مراحل} type {حالي أو متوقع} analysis {تحليلات} date {تواريخ} other {موضوع الصف}}',
};
