/** Texts of findings on COD-PS, reading and levels; sums and plausibility are in populationValues.ts. */
import type { Messages } from '../text.ts';
import { populationValueMessages } from './populationValues.ts';

export const populationMessages: Messages = {
  ...populationValueMessages,
  'population.sheets-ignored': {
    title: { en: 'Sheets not used', fr: 'Feuilles non utilisées', es: 'Hojas no usadas', ar: 'أوراق غير مستخدمة' },
    text: {
      en: '{count, plural, one {# sheet holds no population, or is hidden, and was} other {# sheets hold no population, or are hidden, and were}} left out; check that none of them is needed.',
      fr: '{count, plural, one {# feuille sans population ou masquée a été laissée} other {# feuilles sans population ou masquées ont été laissées}} de côté ; vérifiez qu’aucune n’est nécessaire.',
      es: '{count, plural, one {Se dejó fuera # hoja} other {Se dejaron fuera # hojas}} sin población u ocultas; compruebe que ninguna sea necesaria.',
      ar: '{count, plural, one {تُركت ورقة واحدة} two {تُركت ورقتان} few {تُركت # أوراق} many {تُركت # ورقة} other {تُركت # ورقة}} لأنها بلا سكان أو مخفية؛ تحقّق من عدم الحاجة إليها.',
    },
  },
  'population.columns-used': {
    title: { en: 'Columns used', fr: 'Colonnes utilisées', es: 'Columnas usadas', ar: 'الأعمدة المستخدمة' },
    text: {
      en: 'The numbers rest on {count, plural, one {# column} other {# columns}}; check that each holds what it was taken for.',
      fr: 'Les chiffres reposent sur {count, plural, one {# colonne} other {# colonnes}} ; vérifiez que chacune contient ce pour quoi elle a été prise.',
      es: 'Las cifras se basan en {count, plural, one {# columna} other {# columnas}}; compruebe que cada una contenga aquello por lo que se tomó.',
      ar: 'تستند الأرقام إلى {count, plural, one {عمود واحد} two {عمودين} few {# أعمدة} many {# عمودًا} other {# عمود}}؛ تحقّق من أن كلًا منها يحمل ما عُدّ له.',
    },
  },
  'population.columns-ignored': {
    title: { en: 'Columns not used', fr: 'Colonnes non utilisées', es: 'Columnas no usadas', ar: 'أعمدة غير مستخدمة' },
    text: {
      en: '{count, plural, one {# column was} other {# columns were}} not understood as code, name, sex or age and left out; rename the ones that are needed.',
      fr: '{count, plural, one {# colonne n’a pas été comprise} other {# colonnes n’ont pas été comprises}} comme code, nom, sexe ou âge et laissées de côté ; renommez celles qui sont nécessaires.',
      es: '{count, plural, one {# columna no se entendió} other {# columnas no se entendieron}} como código, nombre, sexo o edad y se dejaron fuera; cambie el nombre de las que se necesiten.',
      ar: '{count, plural, one {لم يُفهم عمود واحد} two {لم يُفهم عمودان} few {لم تُفهم # أعمدة} many {لم يُفهم # عمودًا} other {لم يُفهم # عمود}} على أنه رمز أو اسم أو جنس أو عمر فتُرك؛ أعد تسمية ما تحتاجه.',
    },
  },
  'population.rows-left-out': {
    title: { en: 'Rows left out', fr: 'Lignes laissées de côté', es: 'Filas omitidas', ar: 'صفوف متروكة' },
    text: {
      en: '{count, plural, one {# row is a total, a note or a repeated header and was} other {# rows are totals, notes or repeated headers and were}} left out; check the list.',
      fr: '{count, plural, one {# ligne de total, de note ou d’en-tête répété a été laissée} other {# lignes de total, de note ou d’en-tête répété ont été laissées}} de côté ; vérifiez la liste.',
      es: '{count, plural, one {Se omitió # fila} other {Se omitieron # filas}} de total, nota o encabezado repetido; revise la lista.',
      ar: '{count, plural, one {تُرك صف واحد} two {تُرك صفّان} few {تُركت # صفوف} many {تُرك # صفًا} other {تُرك # صف}} لأنها مجاميع أو ملاحظات أو عناوين مكررة؛ راجع القائمة.',
    },
  },
  'population.other-countries': {
    title: { en: 'Other countries', fr: 'Autres pays', es: 'Otros países', ar: 'بلدان أخرى' },
    text: {
      en: '{count, plural, one {# row belongs} other {# rows belong}} to other countries than {country} and {count, plural, one {was} other {were}} left out; upload the file again for each country that is needed.',
      fr: '{count, plural, one {# ligne concerne} other {# lignes concernent}} d’autres pays que {country} et {count, plural, one {a été laissée} other {ont été laissées}} de côté ; envoyez le fichier pour chaque pays voulu.',
      es: '{count, plural, one {# fila es} other {# filas son}} de países distintos de {country} y se {count, plural, one {omitió} other {omitieron}}; suba el archivo para cada país que necesite.',
      ar: '{count, plural, one {صف واحد يخص} two {صفّان يخصان} few {# صفوف تخص} many {# صفًا تخص} other {# صف تخص}} بلدانًا غير {country} وتُركت؛ ارفع الملف لكل بلد تحتاجه.',
    },
  },
  'population.other-years': {
    title: { en: 'Several years', fr: 'Plusieurs années', es: 'Varios años', ar: 'عدة سنوات' },
    text: {
      en: 'The table has columns for several years: {year} was taken, {years} left out. Upload a table with one year only to choose another.',
      fr: 'La table a des colonnes pour plusieurs années : {year} a été retenue, {years} laissée(s) de côté. Pour en choisir une autre, envoyez une table d’une seule année.',
      es: 'La tabla tiene columnas de varios años: se tomó {year} y se dejó fuera {years}. Para elegir otro, suba una tabla de un solo año.',
      ar: 'في الجدول أعمدة لعدة سنوات: أُخذت {year} وتُركت {years}. لاختيار غيرها ارفع جدولًا لسنة واحدة.',
    },
  },
  'population.ages-from-dates': {
    title: { en: 'Ages that became dates', fr: 'Âges devenus des dates', es: 'Edades convertidas en fechas', ar: 'أعمار صارت تواريخ' },
    text: {
      en: 'A spreadsheet turned {count, plural, one {# age group} other {# age groups}} into dates; {count, plural, one {it was} other {they were}} read as the {count, plural, one {age group it was} other {age groups they were}}. Check the list.',
      fr: 'Un tableur a transformé {count, plural, one {# groupe d’âge} other {# groupes d’âge}} en dates ; {count, plural, one {il a été lu comme le groupe d’âge qu’il était} other {ils ont été lus comme les groupes d’âge qu’ils étaient}}. Vérifiez la liste.',
      es: 'Una hoja de cálculo convirtió {count, plural, one {# grupo de edad} other {# grupos de edad}} en fechas; {count, plural, one {se leyó como el grupo de edad que era} other {se leyeron como los grupos de edad que eran}}. Revise la lista.',
      ar: 'حوّل برنامج الجداول {count, plural, one {فئة عمرية واحدة} two {فئتين عمريتين} few {# فئات عمرية} many {# فئة عمرية} other {# فئة عمرية}} إلى تواريخ، وقُرئت فئاتٍ عمرية كما كانت. راجع القائمة.',
    },
  },
  'population.ages-doubt': {
    title: { en: 'Which age group?', fr: 'Quel groupe d’âge ?', es: '¿Qué grupo de edad?', ar: 'أي فئة عمرية؟' },
    text: {
      en: 'A spreadsheet turned {count, plural, one {# age group} other {# age groups}} into dates, and each may be two groups; {count, plural, one {it was} other {they were}} left out. Say which it is for the column, or correct the heading and upload again.',
      fr: 'Un tableur a transformé {count, plural, one {# groupe d’âge} other {# groupes d’âge}} en dates, et deux lectures sont possibles ; {count, plural, one {il a été laissé} other {ils ont été laissés}} de côté. Indiquez lequel pour la colonne, ou corrigez l’en-tête et renvoyez le fichier.',
      es: 'Una hoja de cálculo convirtió {count, plural, one {# grupo de edad} other {# grupos de edad}} en fechas y caben dos lecturas; {count, plural, one {se dejó} other {se dejaron}} fuera. Indique cuál es para la columna, o corrija el encabezado y vuelva a subir.',
      ar: 'حوّل برنامج الجداول {count, plural, one {فئة عمرية واحدة} two {فئتين عمريتين} few {# فئات عمرية} many {# فئة عمرية} other {# فئة عمرية}} إلى تواريخ تحتمل معنيين، فتُركت. حدّد الفئة للعمود أو صحّح العنوان وأعد الرفع.',
    },
  },
  'population.source-totals': {
    title: {
      en: 'Totals named after their source',
      fr: 'Totaux nommés d’après leur source',
      es: 'Totales con el nombre de su fuente',
      ar: 'مجاميع باسم مصدرها',
    },
    text: {
      en: '{count, plural, one {# column is called after its source and was} other {# columns are called after their source and were}} read as {count, plural, one {a total} other {totals}} of people. If that is wrong, say what the {count, plural, one {column is} other {columns are}}.',
      fr: '{count, plural, one {# colonne porte le nom de sa source et a été lue comme un total} other {# colonnes portent le nom de leur source et ont été lues comme des totaux}} de personnes. Si c’est faux, dites ce {count, plural, one {qu’elle contient} other {qu’elles contiennent}}.',
      es: '{count, plural, one {# columna lleva el nombre de su fuente y se leyó como un total} other {# columnas llevan el nombre de su fuente y se leyeron como totales}} de personas. Si no es así, diga qué {count, plural, one {es la columna} other {son las columnas}}.',
      ar: '{count, plural, one {عمود واحد يحمل اسم مصدره وقُرئ مجموعًا للسكان} two {عمودان يحملان اسم مصدرهما وقُرئا مجاميع للسكان} few {# أعمدة تحمل اسم مصدرها وقُرئت مجاميع للسكان} many {# عمودًا تحمل اسم مصدرها وقُرئت مجاميع للسكان} other {# عمود تحمل اسم مصدرها وقُرئت مجاميع للسكان}}. إن كان ذلك خطأ فحدّد ما هي.',
    },
  },
  'population.numbers-doubt': {
    title: { en: 'Thousands or decimals?', fr: 'Milliers ou décimales ?', es: '¿Miles o decimales?', ar: 'آلاف أم كسور عشرية؟' },
    text: {
      en: '{sheet} writes numbers such as {sample}: is that {thousands} people, or {decimals}? {count, plural, one {# cell was} other {# cells were}} read as thousands. Say how the columns write numbers, or write them without marks and upload again.',
      fr: '{sheet} écrit des nombres comme {sample} : est-ce {thousands} personnes, ou {decimals} ? {count, plural, one {# cellule a été lue} other {# cellules ont été lues}} en milliers. Dites comment les colonnes écrivent les nombres, ou écrivez-les sans séparateur et renvoyez le fichier.',
      es: '{sheet} escribe números como {sample}: ¿son {thousands} personas o {decimals}? {count, plural, one {# celda se leyó} other {# celdas se leyeron}} como miles. Diga cómo escriben los números las columnas, o escríbalos sin separadores y vuelva a subir.',
      ar: 'يكتب {sheet} أعدادًا مثل {sample}: أهي {thousands} شخص أم {decimals}؟ {count, plural, one {قُرئت خلية واحدة} two {قُرئت خليتان} few {قُرئت # خلايا} many {قُرئت # خلية} other {قُرئت # خلية}} على أنها آلاف. حدّد طريقة كتابة الأعداد في الأعمدة أو اكتبها بلا فواصل وأعد الرفع.',
    },
  },
  'population.columns-disagree': {
    title: { en: 'Two columns disagree', fr: 'Deux colonnes en désaccord', es: 'Dos columnas no coinciden', ar: 'عمودان مختلفان' },
    text: {
      en: 'The columns {first} and {second} of {sheet} state the same group and differ in {count, plural, one {# row} other {# rows}}: which is right? The first was read; remove or rename the wrong one.',
      fr: 'Les colonnes {first} et {second} de {sheet} donnent le même groupe et diffèrent sur {count, plural, one {# ligne} other {# lignes}} : laquelle est juste ? La première a été lue ; retirez ou renommez la mauvaise.',
      es: 'Las columnas {first} y {second} de {sheet} dan el mismo grupo y difieren en {count, plural, one {# fila} other {# filas}}: ¿cuál es la correcta? Se leyó la primera; quite o cambie de nombre la equivocada.',
      ar: 'العمودان {first} و{second} في {sheet} للفئة نفسها ويختلفان في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}}: أيهما الصحيح؟ قُرئ الأول؛ احذف الخاطئ أو أعد تسميته.',
    },
  },
  'population.column-repeated': {
    title: { en: 'Column twice', fr: 'Colonne en double', es: 'Columna repetida', ar: 'عمود مكرر' },
    text: {
      en: 'Two columns state the same group with the same values; the first was read. Nothing needs to be done.',
      fr: 'Deux colonnes donnent le même groupe avec les mêmes valeurs ; la première a été lue. Rien à faire.',
      es: 'Dos columnas dan el mismo grupo con los mismos valores; se leyó la primera. No hay que hacer nada.',
      ar: 'عمودان للفئة نفسها بالقيم نفسها؛ قُرئ الأول. لا يلزم شيء.',
    },
  },
  'population.earlier-years': {
    title: { en: 'Earlier years', fr: 'Années antérieures', es: 'Años anteriores', ar: 'سنوات سابقة' },
    text: {
      en: '{count, plural, one {# row gives} other {# rows give}} an earlier year of a unit that has a later one and {count, plural, one {was} other {were}} left out; upload one year to choose another.',
      fr: '{count, plural, one {# ligne donne} other {# lignes donnent}} une année antérieure d’une unité qui en a une plus récente et {count, plural, one {a été laissée} other {ont été laissées}} de côté ; n’envoyez qu’une année pour en choisir une autre.',
      es: '{count, plural, one {# fila da} other {# filas dan}} un año anterior de una unidad que tiene otro posterior y se {count, plural, one {omitió} other {omitieron}}; suba un solo año para elegir otro.',
      ar: '{count, plural, one {صف واحد يذكر} two {صفّان يذكران} few {# صفوف تذكر} many {# صفًا تذكر} other {# صف تذكر}} سنة أسبق لوحدة لها سنة أحدث فتُرك؛ ارفع سنة واحدة لاختيار غيرها.',
    },
  },
  'population.level-gap': {
    title: { en: 'Level missing', fr: 'Niveau manquant', es: 'Falta un nivel', ar: 'مستوى مفقود' },
    text: {
      en: '{levels} is missing between the admin levels of this upload, so sums cannot be followed upwards; add its sheet or file.',
      fr: '{levels} manque entre les niveaux administratifs de cet envoi, les sommes ne peuvent donc pas être suivies ; ajoutez sa feuille ou son fichier.',
      es: 'Falta {levels} entre los niveles administrativos de este envío, por lo que no se pueden seguir las sumas; añada su hoja o archivo.',
      ar: 'المستوى {levels} مفقود بين المستويات الإدارية في هذا الملف فلا يمكن تتبّع المجاميع؛ أضف ورقته أو ملفه.',
    },
  },
  'population.level-missing': {
    title: { en: 'Levels not in the upload', fr: 'Niveaux absents', es: 'Niveles ausentes', ar: 'مستويات غير مرفوعة' },
    text: {
      en: 'The boundaries also have {levels}, which this upload lacks; add {count, plural, one {it} other {them}} if there are figures.',
      fr: 'Les limites ont aussi {levels}, absent de cet envoi ; ajoutez-le s’il existe des chiffres.',
      es: 'Los límites tienen además {levels}, que falta en este envío; añádalo si hay cifras.',
      ar: 'تتضمن الحدود أيضًا {levels} وهو غير موجود في هذا الملف؛ أضفه إن وُجدت أرقام.',
    },
  },
  'population.level-not-in-boundaries': {
    title: { en: 'Level without boundaries', fr: 'Niveau sans limites', es: 'Nivel sin límites', ar: 'مستوى بلا حدود' },
    text: {
      en: 'The boundaries have no {levels}, so its figures cannot be checked against them or shown on a map; publish boundaries of that level.',
      fr: 'Les limites n’ont pas de {levels} : ses chiffres ne peuvent être ni vérifiés ni cartographiés ; publiez les limites de ce niveau.',
      es: 'Los límites no tienen {levels}, por lo que sus cifras no se pueden comprobar ni mostrar en un mapa; publique los límites de ese nivel.',
      ar: 'لا تتضمن الحدود {levels} فلا يمكن التحقق من أرقامه أو عرضها على الخريطة؛ انشر حدود هذا المستوى.',
    },
  },
  'population.level-repeated': {
    title: { en: 'Level twice', fr: 'Niveau en double', es: 'Nivel repetido', ar: 'مستوى مكرر' },
    text: {
      en: '{count, plural, one {# more table holds} other {# more tables hold}} adm{level}; {used} was used. Upload one table for each level.',
      fr: '{count, plural, one {# autre table contient} other {# autres tables contiennent}} adm{level} ; {used} a été utilisée. Envoyez une seule table par niveau.',
      es: '{count, plural, one {Otra tabla contiene} other {Otras # tablas contienen}} adm{level}; se usó {used}. Suba una sola tabla por nivel.',
      ar: '{count, plural, one {جدول آخر يحتوي} two {جدولان آخران يحتويان} few {# جداول أخرى تحتوي} many {# جدولًا آخر يحتوي} other {# جدول آخر يحتوي}} على adm{level}؛ استُخدم {used}. ارفع جدولًا واحدًا لكل مستوى.',
    },
  },
  'population.text-columns': {
    title: { en: 'Text instead of numbers', fr: 'Texte au lieu de nombres', es: 'Texto en lugar de números', ar: 'نص بدل الأرقام' },
    text: {
      en: '{count, plural, one {# table holds} other {# tables hold}} mostly text in the columns where numbers of people belong and {count, plural, one {was} other {were}} left out; correct the columns.',
      fr: '{count, plural, one {# table contient} other {# tables contiennent}} surtout du texte dans les colonnes de nombres de personnes et {count, plural, one {a été laissée} other {ont été laissées}} de côté ; corrigez ces colonnes.',
      es: '{count, plural, one {# tabla contiene} other {# tablas contienen}} sobre todo texto en las columnas de números de personas y se {count, plural, one {dejó} other {dejaron}} fuera; corrija esas columnas.',
      ar: '{count, plural, one {جدول واحد فيه} two {جدولان فيهما} few {# جداول فيها} many {# جدولًا فيها} other {# جدول فيها}} نص في الغالب بدل أعداد الأشخاص فتُركت؛ صحّح الأعمدة.',
    },
  },
  'population.no-code-column': {
    title: { en: 'No P-code column', fr: 'Pas de colonne P-code', es: 'Sin columna de P-code', ar: 'لا يوجد عمود رمز P-code' },
    text: {
      en: '{count, plural, one {# table has} other {# tables have}} population but no column of P-codes (ADM2_PCODE, admin2Pcode), so nothing can be joined; add that column.',
      fr: '{count, plural, one {# table a} other {# tables ont}} des chiffres mais pas de colonne de P-codes (ADM2_PCODE, admin2Pcode) : rien ne peut être joint ; ajoutez cette colonne.',
      es: '{count, plural, one {# tabla tiene} other {# tablas tienen}} población pero ninguna columna de P-codes (ADM2_PCODE, admin2Pcode), así que no se puede unir nada; añada esa columna.',
      ar: '{count, plural, one {جدول واحد} two {جدولان} few {# جداول} many {# جدولًا} other {# جدول}} فيه سكان بلا عمود رموز P-code (ADM2_PCODE أو admin2Pcode) فلا يمكن الربط؛ أضف العمود.',
    },
  },
  'population.unknown-level': {
    title: { en: 'Level not known', fr: 'Niveau inconnu', es: 'Nivel desconocido', ar: 'مستوى غير معروف' },
    text: {
      en: '{count, plural, one {# table does} other {# tables do}} not say which admin level it holds; name the code column ADM1_PCODE, ADM2_PCODE … or the sheet adm1, adm2 ….',
      fr: '{count, plural, one {# table ne dit} other {# tables ne disent}} pas son niveau administratif ; nommez la colonne ADM1_PCODE, ADM2_PCODE … ou la feuille adm1, adm2 ….',
      es: '{count, plural, one {# tabla no dice} other {# tablas no dicen}} su nivel administrativo; llame a la columna ADM1_PCODE, ADM2_PCODE … o a la hoja adm1, adm2 ….',
      ar: '{count, plural, one {جدول واحد لا يذكر} two {جدولان لا يذكران} few {# جداول لا تذكر} many {# جدولًا لا يذكر} other {# جدول لا يذكر}} المستوى الإداري؛ سمِّ العمود ADM1_PCODE أو ADM2_PCODE … أو الورقة adm1 أو adm2 ….',
    },
  },
  'population.no-name': {
    title: { en: 'No names', fr: 'Pas de noms', es: 'Sin nombres', ar: 'بلا أسماء' },
    text: {
      en: '{sheet} has no column of names for adm{level}, so codes cannot be compared with names; add ADM{level}_EN or its like.',
      fr: '{sheet} n’a pas de colonne de noms pour adm{level} : les codes ne peuvent pas être comparés aux noms ; ajoutez ADM{level}_FR ou équivalent.',
      es: '{sheet} no tiene columna de nombres para adm{level}, así que no se pueden comparar códigos y nombres; añada ADM{level}_ES o similar.',
      ar: 'لا يوجد في {sheet} عمود أسماء للمستوى adm{level} فلا يمكن مقارنة الرموز بالأسماء؛ أضف ADM{level}_AR أو ما يماثله.',
    },
  },
  'population.no-pcode': {
    title: { en: 'Rows without P-code', fr: 'Lignes sans P-code', es: 'Filas sin P-code', ar: 'صفوف بلا رمز' },
    text: {
      en: '{count, plural, one {# row of adm{level} has} other {# rows of adm{level} have}} no P-code and cannot be placed; fill in the code.',
      fr: '{count, plural, one {# ligne d’adm{level} n’a} other {# lignes d’adm{level} n’ont}} pas de P-code et ne {count, plural, one {peut} other {peuvent}} être placée(s) ; complétez le code.',
      es: '{count, plural, one {# fila de adm{level} no tiene} other {# filas de adm{level} no tienen}} P-code y no se {count, plural, one {puede} other {pueden}} ubicar; complete el código.',
      ar: '{count, plural, one {صف واحد} two {صفّان} few {# صفوف} many {# صفًا} other {# صف}} في adm{level} بلا رمز P-code ولا يمكن تحديد موقعها؛ أكمل الرمز.',
    },
  },
  'population.duplicate': {
    title: { en: 'P-code repeated', fr: 'P-code répété', es: 'P-code repetido', ar: 'رمز مكرر' },
    text: {
      en: '{count, plural, one {# P-code stands} other {# P-codes stand}} on more than one row of adm{level}; give each unit its own code, or merge the rows. Until then the rows of one code are added up.',
      fr: '{count, plural, one {# P-code figure} other {# P-codes figurent}} sur plusieurs lignes d’adm{level} ; donnez à chaque unité son code ou fusionnez les lignes. En attendant, les lignes d’un même code sont additionnées.',
      es: '{count, plural, one {# P-code está} other {# P-codes están}} en más de una fila de adm{level}; dé a cada unidad su código o combine las filas. Mientras tanto se suman las filas de un mismo código.',
      ar: '{count, plural, one {رمز واحد يرد} two {رمزان يردان} few {# رموز ترد} many {# رمزًا ترد} other {# رمز ترد}} في أكثر من صف في adm{level}؛ أعطِ كل وحدة رمزها أو ادمج الصفوف. وحتى ذلك تُجمع صفوف الرمز الواحد.',
    },
  },
  'population.repeated-value': {
    title: { en: 'Value twice', fr: 'Valeur en double', es: 'Valor repetido', ar: 'قيمة مكررة' },
    text: {
      en: '{count, plural, one {# value is} other {# values are}} given twice for the same unit, sex and age at adm{level}; the first was kept. Remove the other.',
      fr: '{count, plural, one {# valeur est donnée} other {# valeurs sont données}} deux fois pour la même unité, le même sexe et le même âge (adm{level}) ; la première a été gardée. Supprimez l’autre.',
      es: '{count, plural, one {# valor aparece} other {# valores aparecen}} dos veces para la misma unidad, sexo y edad en adm{level}; se conservó el primero. Elimine el otro.',
      ar: '{count, plural, one {قيمة واحدة وردت} two {قيمتان وردتا} few {# قيم وردت} many {# قيمة وردت} other {# قيمة وردت}} مرتين للوحدة والجنس والعمر نفسه في adm{level}؛ أُبقي على الأولى. احذف الأخرى.',
    },
  },
  'population.code-scientific': {
    title: { en: 'Code in scientific notation', fr: 'Code en notation scientifique', es: 'Código en notación científica', ar: 'رمز بصيغة علمية' },
    text: {
      en: 'A spreadsheet turned {count, plural, one {# code} other {# codes}} of adm{level} into numbers such as 1.01E+05 and lost digits; format the column as text and enter the codes again.',
      fr: 'Un tableur a transformé {count, plural, one {# code} other {# codes}} d’adm{level} en nombres comme 1.01E+05 et perdu des chiffres ; mettez la colonne en texte et ressaisissez les codes.',
      es: 'Una hoja de cálculo convirtió {count, plural, one {# código} other {# códigos}} de adm{level} en números como 1.01E+05 y perdió cifras; dé a la columna formato de texto y vuelva a escribir los códigos.',
      ar: 'حوّل برنامج الجداول {count, plural, one {رمزًا واحدًا} two {رمزين} few {# رموز} many {# رمزًا} other {# رمز}} في adm{level} إلى أرقام مثل 1.01E+05 وفُقدت خانات؛ اجعل العمود نصًا وأدخل الرموز مجددًا.',
    },
  },
  'population.unknown-code': {
    title: { en: 'P-code not in the boundaries', fr: 'P-code absent des limites', es: 'P-code ausente en los límites', ar: 'رمز غير موجود في الحدود' },
    text: {
      en: '{count, plural, one {# unit of adm{level} has a P-code} other {# units of adm{level} have P-codes}} that {boundaries} does not have; correct the code, or publish the boundaries that have it. Near codes and units of the same name are listed for you to choose from.',
      fr: '{count, plural, one {# unité d’adm{level} a un P-code absent} other {# unités d’adm{level} ont un P-code absent}} de {boundaries} ; corrigez le code ou publiez les limites qui le contiennent. Les codes proches et les unités de même nom sont listés pour choisir.',
      es: '{count, plural, one {# unidad de adm{level} tiene un P-code que no está} other {# unidades de adm{level} tienen un P-code que no está}} en {boundaries}; corrija el código o publique los límites que lo tienen. Se listan códigos cercanos y unidades del mismo nombre para elegir.',
      ar: '{count, plural, one {وحدة واحدة} two {وحدتان} few {# وحدات} many {# وحدة} other {# وحدة}} في adm{level} لها رمز غير موجود في {boundaries}؛ صحّح الرمز أو انشر الحدود التي تحتويه. الرموز القريبة والوحدات ذات الاسم نفسه مدرجة لتختار منها.',
    },
  },
  'population.missing-unit': {
    title: { en: 'Unit without population', fr: 'Unité sans population', es: 'Unidad sin población', ar: 'وحدة بلا سكان' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of adm{level} in {boundaries} {count, plural, one {has} other {have}} no row in this upload; add {count, plural, one {it} other {them}}, or correct the codes that should mean {count, plural, one {it} other {them}}.',
      fr: '{count, plural, one {# unité} other {# unités}} d’adm{level} de {boundaries} {count, plural, one {n’a} other {n’ont}} pas de ligne dans cet envoi ; ajoutez-la(les) ou corrigez les codes concernés.',
      es: '{count, plural, one {# unidad} other {# unidades}} de adm{level} en {boundaries} no {count, plural, one {tiene} other {tienen}} fila en este envío; añádalas o corrija los códigos que les corresponden.',
      ar: '{count, plural, one {وحدة واحدة} two {وحدتان} few {# وحدات} many {# وحدة} other {# وحدة}} من adm{level} في {boundaries} بلا صف في هذا الملف؛ أضفها أو صحّح الرموز التي تعنيها.',
    },
  },
  'population.code-repaired': {
    title: { en: 'P-code repaired', fr: 'P-code réparé', es: 'P-code reparado', ar: 'رمز مُصلَح' },
    text: {
      en: '{count, plural, one {# P-code of adm{level} is} other {# P-codes of adm{level} are}} written differently in {boundaries} and {count, plural, one {was} other {were}} joined by a repair (country prefix, zeros, spelling); check the list.',
      fr: '{count, plural, one {# P-code d’adm{level} s’écrit} other {# P-codes d’adm{level} s’écrivent}} autrement dans {boundaries} et {count, plural, one {a été joint} other {ont été joints}} par réparation (préfixe du pays, zéros, graphie) ; vérifiez la liste.',
      es: '{count, plural, one {# P-code de adm{level} se escribe} other {# P-codes de adm{level} se escriben}} de otro modo en {boundaries} y se {count, plural, one {unió} other {unieron}} con una reparación (prefijo del país, ceros, grafía); revise la lista.',
      ar: '{count, plural, one {رمز واحد} two {رمزان} few {# رموز} many {# رمزًا} other {# رمز}} في adm{level} مكتوب بشكل مختلف في {boundaries} ورُبط بعد إصلاح (بادئة البلد أو الأصفار أو الكتابة)؛ راجع القائمة.',
    },
  },
  'population.no-year': {
    title: { en: 'No reference year', fr: 'Pas d’année de référence', es: 'Sin año de referencia', ar: 'بلا سنة مرجعية' },
    text: {
      en: 'Nothing in {sheet} says which year adm{level} describes; add a column "year" or put the year in the name of the file.',
      fr: 'Rien dans {sheet} ne dit l’année décrite pour adm{level} ; ajoutez une colonne « year » ou l’année dans le nom du fichier.',
      es: 'Nada en {sheet} dice qué año describe adm{level}; añada una columna «year» o ponga el año en el nombre del archivo.',
      ar: 'لا شيء في {sheet} يذكر السنة التي يصفها adm{level}؛ أضف عمود "year" أو ضع السنة في اسم الملف.',
    },
  },
  'population.years-mixed': {
    title: { en: 'Several years', fr: 'Plusieurs années', es: 'Varios años', ar: 'عدة سنوات' },
    text: {
      en: 'adm{level} holds figures of several years ({years}; {count, plural, one {# row} other {# rows}} not of the latest) and is published as {year}; upload one year.',
      fr: 'adm{level} contient des chiffres de plusieurs années ({years} ; {count, plural, one {# ligne n’est pas} other {# lignes ne sont pas}} de la dernière) et est publié comme {year} ; envoyez une seule année.',
      es: 'adm{level} contiene cifras de varios años ({years}; {count, plural, one {# fila no es} other {# filas no son}} del último) y se publica como {year}; suba un solo año.',
      ar: 'يتضمن adm{level} أرقام عدة سنوات ({years}؛ {count, plural, one {صف واحد ليس} two {صفّان ليسا} few {# صفوف ليست} many {# صفًا ليست} other {# صف ليست}} من الأحدث) ويُنشر على أنه {year}؛ ارفع سنة واحدة.',
    },
  },
  'population.year-future': {
    title: { en: 'Year in the future', fr: 'Année future', es: 'Año futuro', ar: 'سنة مستقبلية' },
    text: {
      en: 'The figures of adm{level} are for {year}, which has not come; say in the metadata that they are a projection, or correct the year.',
      fr: 'Les chiffres d’adm{level} sont pour {year}, qui n’est pas encore venue ; indiquez dans les métadonnées qu’il s’agit d’une projection, ou corrigez l’année.',
      es: 'Las cifras de adm{level} son de {year}, que aún no llega; indique en los metadatos que son una proyección o corrija el año.',
      ar: 'أرقام adm{level} لسنة {year} التي لم تأتِ بعد؛ اذكر في البيانات الوصفية أنها إسقاط أو صحّح السنة.',
    },
  },
  'population.year-old': {
    title: { en: 'Old figures', fr: 'Chiffres anciens', es: 'Cifras antiguas', ar: 'أرقام قديمة' },
    text: {
      en: 'The figures of adm{level} are {age} years old ({year}); look for newer ones.',
      fr: 'Les chiffres d’adm{level} ont {age} ans ({year}) ; cherchez-en de plus récents.',
      es: 'Las cifras de adm{level} tienen {age} años ({year}); busque otras más recientes.',
      ar: 'أرقام adm{level} عمرها {age} سنة ({year})؛ ابحث عن أحدث منها.',
    },
  },
  'population.no-source': {
    title: { en: 'No source', fr: 'Pas de source', es: 'Sin fuente', ar: 'بلا مصدر' },
    text: {
      en: 'Neither the file nor the metadata name the source of the figures; fill it in before publishing.',
      fr: 'Ni le fichier ni les métadonnées ne nomment la source des chiffres ; indiquez-la avant de publier.',
      es: 'Ni el archivo ni los metadatos indican la fuente de las cifras; complétela antes de publicar.',
      ar: 'لا يذكر الملف ولا البيانات الوصفية مصدر الأرقام؛ أكمله قبل النشر.',
    },
  },
  'population.no-boundaries': {
    title: { en: 'Not joined to boundaries', fr: 'Non joint aux limites', es: 'Sin unión a límites', ar: 'غير مرتبط بحدود' },
    text: {
      en: 'There are no published boundaries (COD-AB) of {country} here, so codes were not compared and no version is recorded; publish them and ingest this file again.',
      fr: 'Aucune limite (COD-AB) de {country} n’est publiée ici : les codes n’ont pas été comparés et aucune version n’est notée ; publiez-les puis renvoyez ce fichier.',
      es: 'Aquí no hay límites (COD-AB) publicados de {country}, por lo que no se compararon los códigos ni se registró versión; publíquelos y vuelva a cargar este archivo.',
      ar: 'لا توجد هنا حدود منشورة (COD-AB) لبلد {country} فلم تُقارن الرموز ولم تُسجّل نسخة؛ انشرها ثم أعد إدخال هذا الملف.',
    },
  },
};
