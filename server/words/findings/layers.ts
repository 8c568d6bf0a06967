/** Texts of families L, D and R: language, date and version columns of a layer. */
import type { Messages } from '../text.ts';

export const layerMessages: Messages = {
  'lang.missing': {
    title: { en: 'Language column missing', fr: 'Colonne de langue absente', es: 'Falta la columna de idioma', ar: 'عمود اللغة مفقود' },
    text: {
      en: 'adm{level} has no column `lang` and its headings do not tell the language of the names; state it.',
      fr: 'adm{level} n’a pas de colonne `lang` et ses en-têtes ne disent pas la langue des noms ; indiquez-la.',
      es: 'adm{level} no tiene columna `lang` y sus encabezados no indican el idioma de los nombres; indíquelo.',
      ar: 'ليس في adm{level} عمود `lang` ولا تبيّن عناوينه لغة الأسماء؛ حددها.',
    },
  },
  'lang.from-headings': {
    title: { en: 'Language taken from headings', fr: 'Langue tirée des en-têtes', es: 'Idioma tomado de los encabezados', ar: 'اللغة مأخوذة من العناوين' },
    text: {
      en: 'adm{level} has no column `lang`; the languages ({languages}) were taken from the headings and written to the published file. Nothing needs to be done.',
      fr: 'adm{level} n’a pas de colonne `lang` ; les langues ({languages}) viennent des en-têtes et sont écrites dans le fichier publié. Rien à faire.',
      es: 'adm{level} no tiene columna `lang`; los idiomas ({languages}) se tomaron de los encabezados y se escriben en el archivo publicado. No hay que hacer nada.',
      ar: 'ليس في adm{level} عمود `lang`؛ أُخذت اللغات ({languages}) من العناوين وكُتبت في الملف المنشور. لا يلزم شيء.',
    },
  },
  'lang.blank': {
    title: { en: 'Rows without a language', fr: 'Lignes sans langue', es: 'Filas sin idioma', ar: 'صفوف بلا لغة' },
    text: {
      en: 'Some rows of adm{level} have an empty `lang`; fill in the same code everywhere.',
      fr: 'Des lignes de adm{level} ont un `lang` vide ; inscrivez partout le même code.',
      es: 'Algunas filas de adm{level} tienen `lang` vacío; escriba el mismo código en todas.',
      ar: 'بعض صفوف adm{level} فيها `lang` فارغ؛ اكتب الرمز نفسه في كل الصفوف.',
    },
  },
  'lang.varies': {
    title: {
      en: 'Several languages in one column',
      fr: 'Plusieurs langues dans une colonne',
      es: 'Varios idiomas en una columna',
      ar: 'عدة لغات في عمود واحد',
    },
    text: {
      en: 'Column {column} of adm{level} names more than one language; a name column has one language for the whole layer. Give the other names a column of their own.',
      fr: 'La colonne {column} de adm{level} indique plusieurs langues ; une colonne de noms a une seule langue pour toute la couche. Donnez aux autres noms leur propre colonne.',
      es: 'La columna {column} de adm{level} indica varios idiomas; una columna de nombres tiene un solo idioma en toda la capa. Dé a los demás nombres su propia columna.',
      ar: 'يذكر العمود {column} في adm{level} أكثر من لغة؛ لعمود الأسماء لغة واحدة في الطبقة كلها. ضع الأسماء الأخرى في عمود خاص بها.',
    },
  },
  'lang.unknown': {
    title: { en: 'Unknown language code', fr: 'Code de langue inconnu', es: 'Código de idioma desconocido', ar: 'رمز لغة غير معروف' },
    text: {
      en: 'adm{level} uses {count, plural, one {a language code} other {# language codes}} that BCP 47 does not know; write for example fr, ar or uk.',
      fr: 'adm{level} emploie {count, plural, one {un code de langue inconnu} other {# codes de langue inconnus}} de BCP 47 ; écrivez par exemple fr, ar ou uk.',
      es: 'adm{level} usa {count, plural, one {un código de idioma desconocido} other {# códigos de idioma desconocidos}} en BCP 47; escriba por ejemplo fr, ar o uk.',
      ar: 'يستعمل adm{level} رموز لغات ({count}) لا يعرفها BCP 47؛ اكتب مثلًا fr أو ar أو uk.',
    },
  },
  'lang.not-romanized': {
    title: { en: 'First names not in Latin letters', fr: 'Premiers noms non latins', es: 'Primeros nombres no latinos', ar: 'الأسماء الأولى ليست بحروف لاتينية' },
    text: {
      en: 'The first names of adm{level} are in {script} script; the specification asks for romanised names first and the others after them. Add a column of romanised names before it.',
      fr: 'Les premiers noms de adm{level} sont en écriture {script} ; la spécification demande d’abord des noms romanisés. Ajoutez avant elle une colonne de noms romanisés.',
      es: 'Los primeros nombres de adm{level} están en escritura {script}; la especificación pide primero nombres romanizados. Añada antes una columna de nombres romanizados.',
      ar: 'الأسماء الأولى في adm{level} بكتابة {script}؛ تطلب المواصفة الأسماء بالحروف اللاتينية أولًا ثم غيرها. أضف قبله عمودًا للأسماء باللاتينية.',
    },
  },
  'lang.deeper': {
    title: { en: 'Language missing above', fr: 'Langue absente au-dessus', es: 'Idioma ausente en el nivel superior', ar: 'لغة غائبة في المستوى الأعلى' },
    text: {
      en: 'adm{level} has names in {count, plural, one {a language} other {# languages}} that adm{above} lacks; add them above, so that maps read the same at every level.',
      fr: 'adm{level} a des noms dans {count, plural, one {une langue} other {# langues}} que adm{above} n’a pas ; ajoutez-les au-dessus pour que les cartes se lisent de même à chaque niveau.',
      es: 'adm{level} tiene nombres en {count, plural, one {un idioma} other {# idiomas}} que adm{above} no tiene; añádalos para que los mapas se lean igual en cada nivel.',
      ar: 'في adm{level} أسماء بلغات ({count}) لا توجد في adm{above}؛ أضفها في المستوى الأعلى لتُقرأ الخرائط بالطريقة نفسها.',
    },
  },
  'lang.label': {
    title: { en: 'Language label may be wrong', fr: 'Langue peut-être mal indiquée', es: 'Idioma quizá mal indicado', ar: 'قد تكون اللغة المعلنة خاطئة' },
    text: {
      en: 'The names of adm{level} look like another language than their label says; check it.',
      fr: 'Les noms de adm{level} semblent d’une autre langue que celle indiquée ; vérifiez.',
      es: 'Los nombres de adm{level} parecen de otro idioma que el indicado; compruébelo.',
      ar: 'تبدو أسماء adm{level} بلغة غير المعلنة؛ تحقق منها.',
    },
  },
  'date.missing': {
    title: { en: 'Date column missing', fr: 'Colonne de date absente', es: 'Falta la columna de fecha', ar: 'عمود التاريخ مفقود' },
    text: {
      en: 'adm{level} has no column {column}; give the day in the metadata form.',
      fr: 'adm{level} n’a pas de colonne {column} ; indiquez le jour dans le formulaire de métadonnées.',
      es: 'adm{level} no tiene columna {column}; indique el día en el formulario de metadatos.',
      ar: 'ليس في adm{level} عمود {column}؛ أدخل اليوم في نموذج البيانات الوصفية.',
    },
  },
  'date.blank': {
    title: { en: 'Rows without a date', fr: 'Lignes sans date', es: 'Filas sin fecha', ar: 'صفوف بلا تاريخ' },
    text: {
      en: '{rows, plural, one {# row of adm{level} has} other {# rows of adm{level} have}} an empty {column}; fill in the day from which the boundaries are valid.',
      fr: '{rows, plural, one {# ligne de adm{level} a} other {# lignes de adm{level} ont}} {column} vide ; inscrivez le jour à partir duquel les limites sont valables.',
      es: '{rows, plural, one {# fila de adm{level} tiene} other {# filas de adm{level} tienen}} {column} vacío; escriba el día desde el que valen los límites.',
      ar: '{rows} من صفوف adm{level} فيها {column} فارغ؛ اكتب اليوم الذي تسري منه الحدود.',
    },
  },
  'date.varies': {
    title: { en: 'Several dates in one layer', fr: 'Plusieurs dates dans une couche', es: 'Varias fechas en una capa', ar: 'عدة تواريخ في طبقة واحدة' },
    text: {
      en: '{column} of adm{level} holds more than one day; the specification asks for one day for the layer. Write the same day in all rows.',
      fr: '{column} de adm{level} contient plusieurs jours ; la spécification demande un seul jour par couche. Écrivez le même jour sur toutes les lignes.',
      es: '{column} de adm{level} contiene varios días; la especificación pide un solo día por capa. Escriba el mismo día en todas las filas.',
      ar: 'في {column} من adm{level} أكثر من يوم؛ تطلب المواصفة يومًا واحدًا للطبقة. اكتب اليوم نفسه في كل الصفوف.',
    },
  },
  'date.retired': {
    title: { en: 'Units no longer valid', fr: 'Unités qui ne sont plus valables', es: 'Unidades que ya no valen', ar: 'وحدات لم تعد سارية' },
    text: {
      en: '{rows, plural, one {# row of adm{level} has} other {# rows of adm{level} have}} an end date (valid_to), so the file calls {rows, plural, one {it} other {them}} superseded; empty it if that is wrong.',
      fr: '{rows, plural, one {# ligne de adm{level} a} other {# lignes de adm{level} ont}} une date de fin (valid_to) : selon le fichier, {rows, plural, one {elle est remplacée} other {elles sont remplacées}} ; videz-la si c’est faux.',
      es: '{rows, plural, one {# fila de adm{level} tiene} other {# filas de adm{level} tienen}} fecha de fin (valid_to): según el archivo, {rows, plural, one {está sustituida} other {están sustituidas}}; vacíela si no es así.',
      ar: '{rows} من صفوف adm{level} لها تاريخ انتهاء (valid_to) أي أنها مستبدلة؛ أفرغه إن كانت سارية.',
    },
  },
  'date.order': {
    title: { en: 'End before start', fr: 'Fin avant le début', es: 'Fin antes del inicio', ar: 'النهاية قبل البداية' },
    text: {
      en: '{rows, plural, one {# row of adm{level} ends} other {# rows of adm{level} end}} (valid_to) before {rows, plural, one {it starts} other {they start}} (valid_on); correct the dates.',
      fr: '{rows, plural, one {# ligne de adm{level} finit} other {# lignes de adm{level} finissent}} (valid_to) avant de commencer (valid_on) ; corrigez les dates.',
      es: '{rows, plural, one {# fila de adm{level} acaba} other {# filas de adm{level} acaban}} (valid_to) antes de empezar (valid_on); corrija las fechas.',
      ar: '{rows} من صفوف adm{level} تنتهي (valid_to) قبل أن تبدأ (valid_on)؛ صحح التواريخ.',
    },
  },
  'date.future': {
    title: { en: 'Date in the future', fr: 'Date future', es: 'Fecha futura', ar: 'تاريخ في المستقبل' },
    text: {
      en: '{rows, plural, one {# row of adm{level} becomes} other {# rows of adm{level} become}} valid only in the future; check valid_on.',
      fr: '{rows, plural, one {# ligne de adm{level} ne sera valable} other {# lignes de adm{level} ne seront valables}} que dans le futur ; vérifiez valid_on.',
      es: '{rows, plural, one {# fila de adm{level} solo valdrá} other {# filas de adm{level} solo valdrán}} en el futuro; compruebe valid_on.',
      ar: '{rows} من صفوف adm{level} تسري في المستقبل فقط؛ تحقق من valid_on.',
    },
  },
  'date.artefact': {
    title: {
      en: '1899 or 1970 instead of no date',
      fr: '1899 ou 1970 au lieu d’aucune date',
      es: '1899 o 1970 en vez de ninguna fecha',
      ar: '1899 أو 1970 بدل عدم وجود تاريخ',
    },
    text: {
      en: '{rows, plural, one {# row of adm{level} holds} other {# rows of adm{level} hold}} a day of 1899 or 1970 that software writes for “none”; it is read as empty. Nothing needs to be done.',
      fr: '{rows, plural, one {# ligne de adm{level} contient} other {# lignes de adm{level} contiennent}} un jour de 1899 ou 1970 que les logiciels écrivent pour « aucune date » ; il est lu comme vide. Rien à faire.',
      es: '{rows, plural, one {# fila de adm{level} contiene} other {# filas de adm{level} contienen}} un día de 1899 o 1970 que los programas escriben para «ninguna fecha»; se lee como vacío. No hay que hacer nada.',
      ar: '{rows} من صفوف adm{level} فيها يوم من 1899 أو 1970 تكتبه البرامج بمعنى “لا تاريخ”؛ يُقرأ فارغًا. لا يلزم شيء.',
    },
  },
  'date.unreadable': {
    title: { en: 'Unreadable date', fr: 'Date illisible', es: 'Fecha ilegible', ar: 'تاريخ غير مقروء' },
    text: {
      en: '{rows, plural, one {# row of adm{level} holds} other {# rows of adm{level} hold}} a date that can be read in no way or in two; write it as 2026-01-31.',
      fr: '{rows, plural, one {# ligne de adm{level} a} other {# lignes de adm{level} ont}} une date illisible ou ambiguë ; écrivez-la comme 2026-01-31.',
      es: '{rows, plural, one {# fila de adm{level} tiene} other {# filas de adm{level} tienen}} una fecha ilegible o ambigua; escríbala como 2026-01-31.',
      ar: '{rows} من صفوف adm{level} فيها تاريخ لا يُقرأ أو يُقرأ بطريقتين؛ اكتبه هكذا 2026-01-31.',
    },
  },
  'date.stale': {
    title: {
      en: 'Not reviewed for more than a year',
      fr: 'Pas de révision depuis plus d’un an',
      es: 'Sin revisión desde hace más de un año',
      ar: 'لم تُراجع منذ أكثر من سنة',
    },
    text: {
      en: 'The newest date is {newest}, {years, plural, one {one year} other {# years}} ago; review the boundaries and record the day of the review.',
      fr: 'La date la plus récente est {newest}, il y a {years, plural, one {un an} other {# ans}} ; révisez les limites et notez le jour de la révision.',
      es: 'La fecha más reciente es {newest}, hace {years, plural, one {un año} other {# años}}; revise los límites y anote el día de la revisión.',
      ar: 'أحدث تاريخ هو {newest}، أي قبل {years} سنة؛ راجع الحدود وسجّل يوم المراجعة.',
    },
  },
  'date.levels': {
    title: {
      en: 'Levels have different dates',
      fr: 'Dates différentes selon le niveau',
      es: 'Fechas distintas según el nivel',
      ar: 'تواريخ مختلفة بين المستويات',
    },
    text: {
      en: 'The levels do not have the same date ({days}); check that they belong to one release.',
      fr: 'Les niveaux n’ont pas la même date ({days}) ; vérifiez qu’ils appartiennent à une même version.',
      es: 'Los niveles no tienen la misma fecha ({days}); compruebe que pertenecen a una misma versión.',
      ar: 'ليست للمستويات التواريخ نفسها ({days})؛ تحقق من أنها من إصدار واحد.',
    },
  },
  'version.missing': {
    title: { en: 'No version in the file', fr: 'Pas de version dans le fichier', es: 'Sin versión en el archivo', ar: 'لا نسخة في الملف' },
    text: {
      en: 'adm{level} states no version; it is written to the published file by Codmap. Nothing needs to be done.',
      fr: 'adm{level} n’indique pas de version ; Codmap l’écrit dans le fichier publié. Rien à faire.',
      es: 'adm{level} no indica versión; Codmap la escribe en el archivo publicado. No hay que hacer nada.',
      ar: 'لا يذكر adm{level} نسخة؛ يكتبها Codmap في الملف المنشور. لا يلزم شيء.',
    },
  },
  'version.varies': {
    title: { en: 'Several versions in one layer', fr: 'Plusieurs versions dans une couche', es: 'Varias versiones en una capa', ar: 'عدة نسخ في طبقة واحدة' },
    text: {
      en: 'adm{level} states more than one version; a layer has one. Write the same version in all rows.',
      fr: 'adm{level} indique plusieurs versions ; une couche n’en a qu’une. Écrivez la même version sur toutes les lignes.',
      es: 'adm{level} indica varias versiones; una capa tiene una sola. Escriba la misma versión en todas las filas.',
      ar: 'يذكر adm{level} أكثر من نسخة؛ للطبقة نسخة واحدة. اكتب النسخة نفسها في كل الصفوف.',
    },
  },
  'version.pattern': {
    title: {
      en: 'Version not written v01 or v01.02',
      fr: 'Version non écrite v01 ou v01.02',
      es: 'Versión no escrita v01 o v01.02',
      ar: 'النسخة غير مكتوبة v01 أو v01.02',
    },
    text: {
      en: 'The version of adm{level} is not written like v01 or v01.02; it is corrected in the published file where it can be read. Write it so in your source.',
      fr: 'La version de adm{level} n’est pas écrite comme v01 ou v01.02 ; elle est corrigée dans le fichier publié si elle est lisible. Écrivez-la ainsi dans votre source.',
      es: 'La versión de adm{level} no se escribe como v01 o v01.02; se corrige en el archivo publicado si es legible. Escríbala así en su fuente.',
      ar: 'نسخة adm{level} غير مكتوبة مثل v01 أو v01.02؛ تُصحح في الملف المنشور إن أمكن قراءتها. اكتبها بهذا الشكل في مصدرك.',
    },
  },
};
