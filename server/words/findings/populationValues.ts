/** Texts of findings on COD-PS: cells, bands, sums and plausibility. */
import type { Messages } from '../text.ts';

export const populationValueMessages: Messages = {
  'population.not-a-number': {
    title: { en: 'Text among the numbers', fr: 'Texte parmi les nombres', es: 'Texto entre los números', ar: 'نص بين الأرقام' },
    text: {
      en: '{count, plural, one {# cell} other {# cells}} of adm{level} {count, plural, one {holds} other {hold}} text where a number of people belongs; {count, plural, one {its value is} other {their values are}} unknown until corrected. The other numbers were read, so a draft is kept to show where; it is not publishable like this.',
      fr: '{count, plural, one {# cellule} other {# cellules}} d’adm{level} {count, plural, one {contient} other {contiennent}} du texte à la place d’un nombre de personnes ; la valeur reste inconnue tant qu’elle n’est pas corrigée. Les autres nombres ont été lus : un brouillon est gardé pour montrer où, mais il n’est pas publiable ainsi.',
      es: '{count, plural, one {# celda} other {# celdas}} de adm{level} {count, plural, one {contiene} other {contienen}} texto donde va un número de personas; el valor queda desconocido hasta corregirlo. Los demás números se leyeron, por lo que se guarda un borrador que muestra dónde; así no se puede publicar.',
      ar: '{count, plural, one {خلية واحدة} two {خليتان} few {# خلايا} many {# خلية} other {# خلية}} في adm{level} فيها نص بدل عدد أشخاص؛ تبقى القيمة مجهولة حتى تُصحَّح. قُرئت الأرقام الأخرى فحُفظت مسودة تبيّن الموضع، لكنها لا تُنشر هكذا.',
    },
  },
  'population.negative': {
    title: { en: 'Negative number', fr: 'Nombre négatif', es: 'Número negativo', ar: 'عدد سالب' },
    text: {
      en: '{count, plural, one {# value} other {# values}} of adm{level} {count, plural, one {is} other {are}} below zero; correct {count, plural, one {it} other {them}}.',
      fr: '{count, plural, one {# valeur} other {# valeurs}} d’adm{level} {count, plural, one {est négative} other {sont négatives}} ; corrigez.',
      es: '{count, plural, one {# valor} other {# valores}} de adm{level} {count, plural, one {es negativo} other {son negativos}}; corríjalos.',
      ar: '{count, plural, one {قيمة واحدة} two {قيمتان} few {# قيم} many {# قيمة} other {# قيمة}} في adm{level} أقل من الصفر؛ صحّحها.',
    },
  },
  'population.not-available': {
    title: { en: 'Not available', fr: 'Non disponible', es: 'No disponible', ar: 'غير متوفر' },
    text: {
      en: '{count, plural, one {# cell} other {# cells}} of adm{level} {count, plural, one {says} other {say}} "not available" (NA, n/a, –) and {count, plural, one {stays} other {stay}} unknown, not zero; fill in what is known.',
      fr: '{count, plural, one {# cellule} other {# cellules}} d’adm{level} {count, plural, one {indique} other {indiquent}} « non disponible » (NA, n/a, –) et {count, plural, one {reste inconnue} other {restent inconnues}}, pas zéro ; complétez ce qui est connu.',
      es: '{count, plural, one {# celda} other {# celdas}} de adm{level} {count, plural, one {dice} other {dicen}} «no disponible» (NA, n/a, –) y {count, plural, one {queda desconocida} other {quedan desconocidas}}, no cero; complete lo que se sepa.',
      ar: '{count, plural, one {خلية واحدة} two {خليتان} few {# خلايا} many {# خلية} other {# خلية}} في adm{level} تقول «غير متوفر» (NA أو n/a أو –) وتبقى مجهولة لا صفرًا؛ أكمل ما هو معروف.',
    },
  },
  'population.not-whole': {
    title: { en: 'Not whole', fr: 'Non entier', es: 'No entero', ar: 'غير صحيح' },
    text: {
      en: '{count, plural, one {# value} other {# values}} of adm{level} {count, plural, one {is no whole number} other {are no whole numbers}} of people; kept as {count, plural, one {it is} other {they are}}. Round at the source if that is meant.',
      fr: '{count, plural, one {# valeur} other {# valeurs}} d’adm{level} {count, plural, one {n’est pas un nombre entier} other {ne sont pas des nombres entiers}} de personnes ; conservées telles quelles. Arrondissez à la source si c’est voulu.',
      es: '{count, plural, one {# valor} other {# valores}} de adm{level} no {count, plural, one {es un número entero} other {son números enteros}} de personas; se conservan tal cual. Redondee en la fuente si procede.',
      ar: '{count, plural, one {قيمة واحدة} two {قيمتان} few {# قيم} many {# قيمة} other {# قيمة}} في adm{level} ليست عددًا صحيحًا من الأشخاص؛ أُبقيت كما هي. قرّبها في المصدر إن كان ذلك مقصودًا.',
    },
  },
  'population.scientific': {
    title: { en: 'Scientific notation', fr: 'Notation scientifique', es: 'Notación científica', ar: 'صيغة علمية' },
    text: {
      en: '{count, plural, one {# value} other {# values}} of adm{level} {count, plural, one {is} other {are}} written like 1.2E+05, which may have lost digits; write {count, plural, one {it} other {them}} out.',
      fr: '{count, plural, one {# valeur} other {# valeurs}} d’adm{level} {count, plural, one {est écrite} other {sont écrites}} comme 1.2E+05, au risque d’avoir perdu des chiffres ; écrivez en entier.',
      es: '{count, plural, one {# valor} other {# valores}} de adm{level} {count, plural, one {está escrito} other {están escritos}} como 1.2E+05 y puede haber perdido cifras; escríbalos completos.',
      ar: '{count, plural, one {قيمة واحدة} two {قيمتان} few {# قيم} many {# قيمة} other {# قيمة}} في adm{level} مكتوبة مثل 1.2E+05 وربما فقدت خانات؛ اكتبها كاملة.',
    },
  },
  'population.separated': {
    title: { en: 'Thousand separators', fr: 'Séparateurs de milliers', es: 'Separadores de miles', ar: 'فواصل الآلاف' },
    text: {
      en: '{count, plural, one {# column} other {# columns}} of adm{level} {count, plural, one {writes} other {write}} numbers with thousand separators ({values, plural, one {# value} other {# values}}), read as numbers; check a few of them.',
      fr: '{count, plural, one {# colonne} other {# colonnes}} d’adm{level} {count, plural, one {écrit} other {écrivent}} des nombres avec des séparateurs de milliers ({values, plural, one {# valeur} other {# valeurs}}), lus comme nombres ; vérifiez-en quelques-uns.',
      es: '{count, plural, one {# columna} other {# columnas}} de adm{level} {count, plural, one {escribe} other {escriben}} números con separadores de miles ({values, plural, one {# valor} other {# valores}}), leídos como números; revise algunos.',
      ar: '{count, plural, one {عمود واحد} two {عمودان} few {# أعمدة} many {# عمودًا} other {# عمود}} في adm{level} تكتب الأرقام بفواصل الآلاف (عدد القيم: {values}) وقُرئت أرقامًا؛ راجع بعضها.',
    },
  },
  'population.bad-band': {
    title: { en: 'Age band reversed', fr: 'Tranche d’âge inversée', es: 'Grupo de edad invertido', ar: 'فئة عمرية معكوسة' },
    text: {
      en: '{count, plural, one {# heading states} other {# headings state}} an age band that ends before it begins; correct the heading.',
      fr: '{count, plural, one {# en-tête indique} other {# en-têtes indiquent}} une tranche d’âge qui finit avant de commencer ; corrigez l’en-tête.',
      es: '{count, plural, one {# encabezado indica} other {# encabezados indican}} un grupo de edad que termina antes de empezar; corrija el encabezado.',
      ar: '{count, plural, one {عنوان واحد يذكر} two {عنوانان يذكران} few {# عناوين تذكر} many {# عنوانًا يذكر} other {# عنوان يذكر}} فئة عمرية تنتهي قبل أن تبدأ؛ صحّح العنوان.',
    },
  },
  'population.unread-band': {
    title: { en: 'Sex or age not understood', fr: 'Sexe ou âge non compris', es: 'Sexo o edad no entendidos', ar: 'جنس أو عمر غير مفهوم' },
    text: {
      en: '{count, plural, one {# row} other {# rows}} of adm{level} {count, plural, one {has a sex or age text} other {have sex or age texts}} that could not be read; kept as a group of that name. Write f, m or t and ages such as 0-4 or 80+.',
      fr: '{count, plural, one {# ligne} other {# lignes}} d’adm{level} {count, plural, one {a} other {ont}} un sexe ou un âge illisible ; gardé comme groupe de ce nom. Écrivez f, m ou t et des âges comme 0-4 ou 80+.',
      es: '{count, plural, one {# fila} other {# filas}} de adm{level} {count, plural, one {tiene} other {tienen}} un sexo o una edad que no se pudo leer; se conserva como grupo con ese nombre. Escriba f, m o t y edades como 0-4 u 80+.',
      ar: '{count, plural, one {صف واحد} two {صفّان} few {# صفوف} many {# صفًا} other {# صف}} في adm{level} فيه جنس أو عمر تعذّرت قراءته؛ أُبقي كفئة بذلك الاسم. اكتب f أو m أو t وأعمارًا مثل 0-4 أو 80+.',
    },
  },
  'population.bands-hole': {
    title: { en: 'Hole between age bands', fr: 'Trou entre tranches d’âge', es: 'Hueco entre grupos de edad', ar: 'فجوة بين الفئات العمرية' },
    text: {
      en: 'adm{level} has {count, plural, one {# hole} other {# holes}} between age bands, so some ages are in none; add the missing bands.',
      fr: 'adm{level} a {count, plural, one {# trou} other {# trous}} entre les tranches d’âge : certains âges manquent ; ajoutez les tranches.',
      es: 'adm{level} tiene {count, plural, one {# hueco} other {# huecos}} entre grupos de edad, así que faltan edades; añada los grupos.',
      ar: 'في adm{level} {count, plural, one {فجوة واحدة} two {فجوتان} few {# فجوات} many {# فجوة} other {# فجوة}} بين الفئات العمرية فتغيب بعض الأعمار؛ أضف الفئات الناقصة.',
    },
  },
  'population.bands-overlap': {
    title: { en: 'Age bands overlap', fr: 'Tranches d’âge qui se recoupent', es: 'Grupos de edad superpuestos', ar: 'فئات عمرية متداخلة' },
    text: {
      en: '{count, plural, one {# age band} other {# age bands}} of adm{level} {count, plural, one {overlaps} other {overlap}} others, so people would be counted twice in a sum; they are kept but left out of the sums. Nothing needs to be done where one is the sum of others.',
      fr: '{count, plural, one {# tranche d’âge} other {# tranches d’âge}} d’adm{level} {count, plural, one {en recoupe} other {en recoupent}} d’autres : une somme compterait des personnes deux fois ; conservées mais hors des sommes. Rien à faire là où l’une est la somme d’autres.',
      es: '{count, plural, one {# grupo de edad} other {# grupos de edad}} de adm{level} se {count, plural, one {superpone} other {superponen}} a otros, y una suma contaría personas dos veces; se conservan pero fuera de las sumas. No hay que hacer nada donde uno es la suma de otros.',
      ar: '{count, plural, one {فئة عمرية واحدة} two {فئتان عمريتان} few {# فئات عمرية} many {# فئة عمرية} other {# فئة عمرية}} في adm{level} تتداخل مع غيرها فيُحسب أشخاص مرتين في المجموع؛ أُبقيت خارج المجاميع. لا يلزم شيء حيث تكون الفئة مجموع فئات أخرى.',
    },
  },
  'population.bands-closed': {
    title: { en: 'No open last band', fr: 'Dernière tranche non ouverte', es: 'Último grupo no abierto', ar: 'آخر فئة غير مفتوحة' },
    text: {
      en: 'The last age band of adm{level} is not open ({count, plural, one {# sex} other {# sexes}}), so the oldest people are in none; name it like 80Plus.',
      fr: 'La dernière tranche d’âge d’adm{level} n’est pas ouverte ({count, plural, one {# sexe} other {# sexes}}) : les plus âgés manquent ; nommez-la comme 80Plus.',
      es: 'El último grupo de edad de adm{level} no es abierto ({count, plural, one {# sexo} other {# sexos}}), así que faltan los mayores; nómbrelo como 80Plus.',
      ar: 'آخر فئة عمرية في adm{level} غير مفتوحة ({count, plural, one {جنس واحد} two {جنسان} few {# أجناس} many {# جنس} other {# جنس}}) فيغيب الأكبر سنًا؛ سمّها مثل 80Plus.',
    },
  },
  ...sums(
    'sex-sum',
    { en: 'Females and males', fr: 'Femmes et hommes', es: 'Mujeres y hombres', ar: 'الإناث والذكور' },
    {
      en: ['do not add up to the total', 'at adm{level}'],
      fr: ['ne donnent pas le total', 'en adm{level}'],
      es: ['no suman el total', 'en adm{level}'],
      ar: ['لا يساوي مجموعهم العدد الكلي', 'في adm{level}'],
    },
  ),
  ...sums(
    'age-sum',
    { en: 'Age bands', fr: 'Les tranches d’âge', es: 'Los grupos de edad', ar: 'الفئات العمرية' },
    {
      en: ['do not add up to the total of their sex', 'at adm{level}'],
      fr: ['ne donnent pas le total de leur sexe', 'en adm{level}'],
      es: ['no suman el total de su sexo', 'en adm{level}'],
      ar: ['لا يساوي مجموعها إجمالي الجنس', 'في adm{level}'],
    },
  ),
  ...sums(
    'parent-sum',
    { en: 'Units below', fr: 'Les unités inférieures', es: 'Las unidades inferiores', ar: 'الوحدات الأدنى' },
    {
      en: ['do not add up to their unit above', 'from {below} to adm{level}'],
      fr: ['ne donnent pas l’unité supérieure', 'de {below} à adm{level}'],
      es: ['no suman la unidad superior', 'de {below} a adm{level}'],
      ar: ['لا يساوي مجموعها الوحدة الأعلى', 'من {below} إلى adm{level}'],
    },
  ),
  'population.parent-unknown': {
    title: { en: 'Unit above not there', fr: 'Unité supérieure absente', es: 'Unidad superior ausente', ar: 'الوحدة الأعلى غير موجودة' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of adm{level} {count, plural, one {belongs} other {belong}} to a code that {above} does not have; correct the code of the unit above or add its row.',
      fr: '{count, plural, one {# unité} other {# unités}} d’adm{level} {count, plural, one {relève} other {relèvent}} d’un code absent de {above} ; corrigez ce code ou ajoutez sa ligne.',
      es: '{count, plural, one {# unidad} other {# unidades}} de adm{level} {count, plural, one {pertenece} other {pertenecen}} a un código que {above} no tiene; corrija ese código o añada su fila.',
      ar: '{count, plural, one {وحدة واحدة} two {وحدتان} few {# وحدات} many {# وحدة} other {# وحدة}} في adm{level} تتبع رمزًا غير موجود في {above}؛ صحّح الرمز أو أضف صفه.',
    },
  },
  'population.childless': {
    title: { en: 'No units below', fr: 'Sans unités inférieures', es: 'Sin unidades inferiores', ar: 'بلا وحدات أدنى' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of adm{level} {count, plural, one {has} other {have}} no unit at {below}; add the rows or correct the codes.',
      fr: '{count, plural, one {# unité} other {# unités}} d’adm{level} {count, plural, one {n’a} other {n’ont}} aucune unité en {below} ; ajoutez les lignes ou corrigez les codes.',
      es: '{count, plural, one {# unidad} other {# unidades}} de adm{level} no {count, plural, one {tiene} other {tienen}} unidades en {below}; añada las filas o corrija los códigos.',
      ar: '{count, plural, one {وحدة واحدة} two {وحدتان} few {# وحدات} many {# وحدة} other {# وحدة}} في adm{level} بلا وحدات في {below}؛ أضف الصفوف أو صحّح الرموز.',
    },
  },
  'population.years-differ': {
    title: { en: 'Levels of different years', fr: 'Niveaux d’années différentes', es: 'Niveles de años distintos', ar: 'مستويات من سنوات مختلفة' },
    text: {
      en: 'adm{level} is of {year} and {above} of {yearAbove}, so their sums were not compared. Upload figures of one year if their sums matter.',
      fr: 'adm{level} est de {year} et {above} de {yearAbove} : leurs sommes n’ont pas été comparées. Envoyez des chiffres d’une même année si les sommes importent.',
      es: 'adm{level} es de {year} y {above} de {yearAbove}, por lo que no se compararon sus sumas. Cargue cifras de un mismo año si importan las sumas.',
      ar: 'adm{level} لسنة {year} و{above} لسنة {yearAbove} فلم تُقارن مجاميعهما. ارفع أرقام سنة واحدة إن كانت المجاميع مهمة.',
    },
  },
  'population.reference': {
    title: { en: 'Against the reference', fr: 'Par rapport à la référence', es: 'Frente a la referencia', ar: 'مقارنة بالمرجع' },
    text: {
      en: 'The country has {total} people here and {reference} in {source} ({year}): {percent} % apart. Explain a large difference in the caveats.',
      fr: 'Le pays compte {total} personnes ici et {reference} selon {source} ({year}) : {percent} % d’écart. Expliquez un grand écart dans les réserves.',
      es: 'El país tiene {total} personas aquí y {reference} según {source} ({year}): {percent} % de diferencia. Explique una diferencia grande en las salvedades.',
      ar: 'عدد سكان البلد هنا {total} وفي {source} ({year}) {reference}: بفارق {percent} %. اشرح الفارق الكبير في الملاحظات.',
    },
  },
  'population.zero': {
    title: { en: 'Population of zero', fr: 'Population nulle', es: 'Población cero', ar: 'سكان صفر' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of adm{level} {count, plural, one {has} other {have}} a population of zero; if that is true (a park, people counted in a neighbour), say so in the caveats.',
      fr: '{count, plural, one {# unité} other {# unités}} d’adm{level} {count, plural, one {a} other {ont}} une population nulle ; si c’est exact (parc, personnes comptées chez un voisin), dites-le dans les réserves.',
      es: '{count, plural, one {# unidad} other {# unidades}} de adm{level} {count, plural, one {tiene} other {tienen}} población cero; si es cierto (un parque, personas contadas en una vecina), dígalo en las salvedades.',
      ar: '{count, plural, one {وحدة واحدة} two {وحدتان} few {# وحدات} many {# وحدة} other {# وحدة}} في adm{level} سكانها صفر؛ إن كان ذلك صحيحًا (متنزه أو سكان محسوبون في وحدة مجاورة) فاذكره في الملاحظات.',
    },
  },
  'population.no-total': {
    title: { en: 'Population not known', fr: 'Population inconnue', es: 'Población desconocida', ar: 'سكان غير معروفين' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of adm{level} {count, plural, one {has} other {have}} no total population; shown as "no data". Fill in what is known.',
      fr: '{count, plural, one {# unité} other {# unités}} d’adm{level} {count, plural, one {n’a} other {n’ont}} pas de population totale ; affichées « pas de données ». Complétez ce qui est connu.',
      es: '{count, plural, one {# unidad} other {# unidades}} de adm{level} no {count, plural, one {tiene} other {tienen}} población total; se muestran «sin datos». Complete lo que se sepa.',
      ar: '{count, plural, one {وحدة واحدة} two {وحدتان} few {# وحدات} many {# وحدة} other {# وحدة}} في adm{level} بلا عدد سكان كلي؛ تُعرض «لا بيانات». أكمل ما هو معروف.',
    },
  },
  'population.density': {
    title: { en: 'Unusual density', fr: 'Densité inhabituelle', es: 'Densidad inusual', ar: 'كثافة غير معتادة' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of adm{level} {count, plural, one {is} other {are}} far denser or emptier than the rest; look whether code and figure belong together.',
      fr: '{count, plural, one {# unité} other {# unités}} d’adm{level} {count, plural, one {est} other {sont}} bien plus dense(s) ou plus vide(s) que le reste ; vérifiez que code et chiffre vont ensemble.',
      es: '{count, plural, one {# unidad} other {# unidades}} de adm{level} {count, plural, one {es} other {son}} mucho más densas o vacías que el resto; compruebe que código y cifra se correspondan.',
      ar: '{count, plural, one {وحدة واحدة} two {وحدتان} few {# وحدات} many {# وحدة} other {# وحدة}} في adm{level} أكثف أو أخلى بكثير من غيرها؛ تحقّق من توافق الرمز والرقم.',
    },
  },
  'population.sex-ratio': {
    title: { en: 'Unusual sex ratio', fr: 'Rapport de masculinité inhabituel', es: 'Razón de sexos inusual', ar: 'نسبة جنس غير معتادة' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of adm{level} {count, plural, one {has} other {have}} fewer than 80 or more than 125 males for 100 females; check the figures.',
      fr: '{count, plural, one {# unité} other {# unités}} d’adm{level} {count, plural, one {a} other {ont}} moins de 80 ou plus de 125 hommes pour 100 femmes ; vérifiez les chiffres.',
      es: '{count, plural, one {# unidad} other {# unidades}} de adm{level} {count, plural, one {tiene} other {tienen}} menos de 80 o más de 125 hombres por 100 mujeres; revise las cifras.',
      ar: '{count, plural, one {وحدة واحدة} two {وحدتان} few {# وحدات} many {# وحدة} other {# وحدة}} في adm{level} فيها أقل من 80 أو أكثر من 125 ذكرًا لكل 100 أنثى؛ راجع الأرقام.',
    },
  },
  'population.age-share': {
    title: { en: 'Unusual age share', fr: 'Part d’âge inhabituelle', es: 'Proporción de edad inusual', ar: 'حصة عمرية غير معتادة' },
    text: {
      en: '{count, plural, one {# share} other {# shares}} of an age band at adm{level} {count, plural, one {lies} other {lie}} far from the rest; check the figures.',
      fr: '{count, plural, one {# part} other {# parts}} d’une tranche d’âge en adm{level} {count, plural, one {s’écarte} other {s’écartent}} beaucoup du reste ; vérifiez les chiffres.',
      es: '{count, plural, one {# proporción} other {# proporciones}} de un grupo de edad en adm{level} se {count, plural, one {aleja} other {alejan}} mucho del resto; revise las cifras.',
      ar: '{count, plural, one {حصة واحدة} two {حصتان} few {# حصص} many {# حصة} other {# حصة}} لفئة عمرية في adm{level} بعيدة عن البقية؛ راجع الأرقام.',
    },
  },
};

/** The message of a sum that fails, and that of a sum which differs by rounding only. */
function sums(name: string, subject: Messages[string]['title'], words: Record<'en' | 'fr' | 'es' | 'ar', [verb: string, where: string]>): Messages {
  return {
    [`population.${name}`]: {
      title: { en: `${subject.en}: sum`, fr: `${subject.fr} : somme`, es: `${subject.es}: suma`, ar: `${subject.ar}: المجموع` },
      text: {
        en: `${subject.en} ${words.en[0]} in {count} of {compared} cases ${words.en[1]}, by up to {largest} people; correct the figures or explain them in the caveats.`,
        fr: `${subject.fr} ${words.fr[0]} dans {count} cas sur {compared} ${words.fr[1]}, jusqu’à {largest} personnes d’écart ; corrigez les chiffres ou expliquez-les dans les réserves.`,
        es: `${subject.es} ${words.es[0]} en {count} de {compared} casos ${words.es[1]}, hasta {largest} personas; corrija las cifras o explíquelas en las salvedades.`,
        ar: `${subject.ar} ${words.ar[0]} في {count} من {compared} حالة ${words.ar[1]}، بفارق يصل إلى {largest} شخصًا؛ صحّح الأرقام أو اشرحها في الملاحظات.`,
      },
    },
    [`population.${name}-rounding`]: {
      title: { en: `${subject.en}: rounding`, fr: `${subject.fr} : arrondi`, es: `${subject.es}: redondeo`, ar: `${subject.ar}: تقريب` },
      text: {
        en: `${subject.en} ${words.en[0]} in {count} of {compared} cases ${words.en[1]}, by no more than {largest}: within rounding or 0.1 %. Nothing needs to be done.`,
        fr: `${subject.fr} ${words.fr[0]} dans {count} cas sur {compared} ${words.fr[1]}, d’au plus {largest} : arrondi ou moins de 0,1 %. Rien à faire.`,
        es: `${subject.es} ${words.es[0]} en {count} de {compared} casos ${words.es[1]}, por no más de {largest}: redondeo o menos del 0,1 %. No hace falta hacer nada.`,
        ar: `${subject.ar} ${words.ar[0]} في {count} من {compared} حالة ${words.ar[1]}، بفارق لا يتجاوز {largest}: تقريب أو أقل من 0.1 %. لا يلزم إجراء.`,
      },
    },
  };
}
