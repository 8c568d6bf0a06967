/** Texts of what normalizing altered, assumed or could not know. */
import type { Messages } from '../text.ts';

export const NORMALIZE_MESSAGES: Messages = {
  'normalize.columns-renamed': {
    title: { en: 'Headings understood', fr: 'En-têtes reconnus', es: 'Encabezados reconocidos', ar: 'عناوين أعمدة مفهومة' },
    text: {
      en: '{count, plural, one {# column} other {# columns}} of adm{level} came under an older or local heading and {count, plural, one {was} other {were}} read as the specification’s column; check the list.',
      fr: '{count, plural, one {# colonne de adm{level} portait un en-tête ancien ou local et a été lue} other {# colonnes de adm{level} portaient un en-tête ancien ou local et ont été lues}} comme la colonne de la spécification ; vérifiez la liste.',
      es: '{count, plural, one {# columna de adm{level} tenía un encabezado antiguo o local y se leyó} other {# columnas de adm{level} tenían un encabezado antiguo o local y se leyeron}} como la columna de la especificación; revise la lista.',
      ar: 'في adm{level} {count, plural, one {عمود واحد} two {عمودان} few {# أعمدة} many {# عمودًا} other {# عمود}} بعنوان قديم أو محلي، {count, plural, one {وقُرئ على أنه من أعمدة المواصفة} two {وقُرئا على أنهما من أعمدة المواصفة} other {وقُرئت على أنها من أعمدة المواصفة}}؛ راجع القائمة.',
    },
  },
  'normalize.columns-inferred': {
    title: { en: 'Columns inferred from values', fr: 'Colonnes déduites des valeurs', es: 'Columnas deducidas de los valores', ar: 'أعمدة استُنتجت من القيم' },
    text: {
      en: '{count, plural, one {# column of adm{level} could not be told by heading and was} other {# columns of adm{level} could not be told by heading and were}} inferred from the values; confirm that the list is right.',
      fr: '{count, plural, one {# colonne de adm{level} n’a pas d’en-tête connu et a été déduite} other {# colonnes de adm{level} n’ont pas d’en-tête connu et ont été déduites}} des valeurs ; confirmez que la liste est juste.',
      es: '{count, plural, one {# columna de adm{level} no se reconoce por su encabezado y se dedujo} other {# columnas de adm{level} no se reconocen por su encabezado y se dedujeron}} de los valores; confirme que la lista es correcta.',
      ar: 'أعمدة في adm{level} لا تُعرف من عناوينها فاستُنتجت من قيمها (عددها {count})؛ تأكد من صحة القائمة.',
    },
  },
  'normalize.columns-left-out': {
    title: { en: 'Columns left out', fr: 'Colonnes écartées', es: 'Columnas omitidas', ar: 'أعمدة متروكة' },
    text: {
      en: '{count, plural, one {# column of adm{level} only kept the books of other software or is computed anew, and was} other {# columns of adm{level} only kept the books of other software or are computed anew, and were}} left out: {list}. Nothing needs to be done.',
      fr: '{count, plural, one {# colonne de adm{level} ne servait qu’à la gestion d’un autre logiciel ou est recalculée ; elle a été écartée} other {# colonnes de adm{level} ne servaient qu’à la gestion d’un autre logiciel ou sont recalculées ; elles ont été écartées}} : {list}. Rien à faire.',
      es: '{count, plural, one {# columna de adm{level} solo servía a otro programa o se calcula de nuevo y se omitió} other {# columnas de adm{level} solo servían a otro programa o se calculan de nuevo y se omitieron}}: {list}. No hay que hacer nada.',
      ar: 'أعمدة في adm{level} تخص برنامجًا آخر أو تُحسب من جديد فتُركت (عددها {count}): {list}. لا يلزم شيء.',
    },
  },
  'normalize.names-tidied': {
    title: { en: 'Names tidied', fr: 'Noms nettoyés', es: 'Nombres depurados', ar: 'أسماء منقّحة' },
    text: {
      en: '{count, plural, one {# name of adm{level} lost stray blanks or was} other {# names of adm{level} lost stray blanks or were}} brought to one Unicode form; correct {count, plural, one {it} other {them}} in the source.',
      fr: '{count, plural, one {# nom de adm{level} a perdu des espaces superflus ou a reçu une forme Unicode unique ; corrigez-le} other {# noms de adm{level} ont perdu des espaces superflus ou ont reçu une forme Unicode unique ; corrigez-les}} dans la source.',
      es: 'A {count, plural, one {# nombre} other {# nombres}} de adm{level} {count, plural, one {se le} other {se les}} quitaron espacios sobrantes o {count, plural, one {se le} other {se les}} dio una sola forma Unicode; corríja{count, plural, one {lo} other {los}} en la fuente.',
      ar: '{count, plural, one {اسم واحد} two {اسمان} few {# أسماء} many {# اسمًا} other {# اسم}} في adm{level} أُزيلت {count, plural, one {منه} two {منهما} other {منها}} فراغات زائدة أو وُحّد {count, plural, one {ترميزه} two {ترميزهما} other {ترميزها}}؛ صحّحها في المصدر.',
    },
  },
  'normalize.codes-tidied': {
    title: { en: 'P-codes trimmed', fr: 'Codes P nettoyés', es: 'Códigos P depurados', ar: 'رموز منقّحة' },
    text: {
      en: '{count, plural, one {# P-code of adm{level} had blanks at its ends, which were removed; correct it} other {# P-codes of adm{level} had blanks at the ends, which were removed; correct them}} in the source.',
      fr: '{count, plural, one {# code P de adm{level} avait des espaces aux extrémités, qui ont été retirés ; corrigez-le} other {# codes P de adm{level} avaient des espaces aux extrémités, qui ont été retirés ; corrigez-les}} dans la source.',
      es: '{count, plural, one {# código P de adm{level} tenía espacios en los extremos, que se quitaron; corríjalo} other {# códigos P de adm{level} tenían espacios en los extremos, que se quitaron; corríjalos}} en la fuente.',
      ar: 'رموز في adm{level} كانت في أطرافها فراغات فأُزيلت (عددها {count})؛ صحّحها في المصدر.',
    },
  },
  'normalize.codes-from-numbers': {
    title: { en: 'P-codes stored as numbers', fr: 'Codes P stockés comme nombres', es: 'Códigos P guardados como números', ar: 'رموز مخزنة كأرقام' },
    text: {
      en: '{count, plural, one {# P-code of adm{level} was a number and was} other {# P-codes of adm{level} were numbers and were}} made text (for example {example}); leading zeros may be lost, so store codes as text in the source.',
      fr: '{count, plural, one {# code P de adm{level} était un nombre et a été converti} other {# codes P de adm{level} étaient des nombres et ont été convertis}} en texte (par exemple {example}) ; des zéros initiaux ont pu être perdus, stockez les codes comme texte dans la source.',
      es: '{count, plural, one {# código P de adm{level} era un número y se convirtió} other {# códigos P de adm{level} eran números y se convirtieron}} en texto (por ejemplo {example}); pueden faltar ceros iniciales, guarde los códigos como texto en la fuente.',
      ar: '{count, plural, one {رمز واحد} two {رمزان} few {# رموز} many {# رمزًا} other {# رمز}} في adm{level} كانت أرقامًا فحُوّلت إلى نص (مثل {example})؛ قد تكون أصفار البداية ضاعت، فاحفظ الرموز نصًا في المصدر.',
    },
  },
  'normalize.dates-emptied': {
    title: { en: 'Placeholder dates', fr: 'Dates de remplissage', es: 'Fechas de relleno', ar: 'تواريخ شكلية' },
    text: {
      en: '{count, plural, one {# date in {column} of adm{level} only stood for "no date" (such as 1899-12-30) and was} other {# dates in {column} of adm{level} only stood for "no date" (such as 1899-12-30) and were}} read as empty. Nothing needs to be done.',
      fr: '{count, plural, one {# date dans {column} de adm{level} signifiait seulement « pas de date » (comme 1899-12-30) et a été lue comme vide} other {# dates dans {column} de adm{level} signifiaient seulement « pas de date » (comme 1899-12-30) et ont été lues comme vides}}. Rien à faire.',
      es: '{count, plural, one {# fecha en {column} de adm{level} solo significaba «sin fecha» (como 1899-12-30) y se leyó como vacía} other {# fechas en {column} de adm{level} solo significaban «sin fecha» (como 1899-12-30) y se leyeron como vacías}}. No hay que hacer nada.',
      ar: 'تواريخ في {column} من adm{level} كانت تعني «بلا تاريخ» فقط (مثل 1899-12-30) فقُرئت فارغة (عددها {count}). لا يلزم شيء.',
    },
  },
  'normalize.dates-unreadable': {
    title: { en: 'Unreadable dates', fr: 'Dates illisibles', es: 'Fechas ilegibles', ar: 'تواريخ غير مقروءة' },
    text: {
      en: '{count, plural, one {# date in {column} of adm{level} could not be read or has} other {# dates in {column} of adm{level} could not be read or have}} two readings (for example {example}); write dates as 2024-03-31.',
      fr: '{count, plural, one {# date dans {column} de adm{level} est illisible ou a} other {# dates dans {column} de adm{level} sont illisibles ou ont}} deux lectures possibles (par exemple {example}) ; écrivez les dates comme 2024-03-31.',
      es: '{count, plural, one {# fecha en {column} de adm{level} no se puede leer o tiene} other {# fechas en {column} de adm{level} no se pueden leer o tienen}} dos lecturas (por ejemplo {example}); escriba las fechas como 2024-03-31.',
      ar: 'تواريخ في {column} من adm{level} تعذّرت قراءتها أو لها قراءتان (عددها {count}، مثل {example})؛ اكتب التواريخ هكذا 2024-03-31.',
    },
  },
  'normalize.version-unreadable': {
    title: {
      en: 'Version not in the specification’s form',
      fr: 'Version hors spécification',
      es: 'Versión fuera de la especificación',
      ar: 'إصدار بصيغة غير معتمدة',
    },
    text: {
      en: 'The version "{value}" of adm{level} is not of the form v01 or v01.02, so it is not used; give the version when you publish.',
      fr: 'La version « {value} » de adm{level} n’a pas la forme v01 ou v01.02 et n’est pas utilisée ; indiquez la version à la publication.',
      es: 'La versión «{value}» de adm{level} no tiene la forma v01 o v01.02 y no se usa; indique la versión al publicar.',
      ar: 'الإصدار «{value}» في adm{level} ليس على صورة v01 أو v01.02 فلم يُستخدم؛ اذكر الإصدار عند النشر.',
    },
  },
  'normalize.versions-differ': {
    title: {
      en: 'Levels state different versions',
      fr: 'Versions différentes selon les niveaux',
      es: 'Versiones distintas según el nivel',
      ar: 'إصدارات مختلفة بين المستويات',
    },
    text: {
      en: 'The levels state {count} different versions ({list}); the highest is proposed. Check that the files belong together.',
      fr: 'Les niveaux indiquent {count} versions différentes ({list}) ; la plus haute est proposée. Vérifiez que les fichiers vont ensemble.',
      es: 'Los niveles indican {count} versiones distintas ({list}); se propone la más alta. Compruebe que los archivos van juntos.',
      ar: 'تذكر المستويات {count} إصدارات مختلفة ({list})؛ اقتُرح أعلاها. تأكد أن الملفات تخص مجموعة واحدة.',
    },
  },
  'normalize.rings-turned': {
    title: { en: 'Rings turned', fr: 'Anneaux réorientés', es: 'Anillos reorientados', ar: 'حلقات عُكس اتجاهها' },
    text: {
      en: '{count, plural, one {# ring of adm{level} was} other {# rings of adm{level} were}} turned to the direction of RFC 7946 (outer rings counter-clockwise); shapes are unchanged. Nothing needs to be done.',
      fr: '{count, plural, one {# anneau de adm{level} a été orienté} other {# anneaux de adm{level} ont été orientés}} selon la RFC 7946 (contour extérieur antihoraire) ; les formes ne changent pas. Rien à faire.',
      es: '{count, plural, one {# anillo de adm{level} se orientó} other {# anillos de adm{level} se orientaron}} según la RFC 7946 (contorno exterior antihorario); las formas no cambian. No hay que hacer nada.',
      ar: 'حلقات في adm{level} جُعل اتجاهها وفق RFC 7946 (عددها {count})؛ الأشكال لم تتغير. لا يلزم شيء.',
    },
  },
  'normalize.parents-from-names': {
    title: { en: 'Parents found by name', fr: 'Parents trouvés par le nom', es: 'Unidades superiores halladas por nombre', ar: 'وحدات أم عُرفت بالاسم' },
    text: {
      en: '{count, plural, one {# unit of adm{level} states no P-code of adm{ancestor}; it was found by the name that it states} other {# units of adm{level} state no P-code of adm{ancestor}; it was found by the names that they state}}. Add the column adm{ancestor}_pcode.',
      fr: '{count, plural, one {# unité de adm{level} n’indique} other {# unités de adm{level} n’indiquent}} pas de code P adm{ancestor} ; il a été trouvé par le nom indiqué. Ajoutez la colonne adm{ancestor}_pcode.',
      es: '{count, plural, one {# unidad de adm{level} no indica} other {# unidades de adm{level} no indican}} código P de adm{ancestor}; se halló por el nombre indicado. Añada la columna adm{ancestor}_pcode.',
      ar: 'وحدات في adm{level} لا تذكر رمز adm{ancestor} فعُرف من الاسم المذكور (عددها {count}). أضف العمود adm{ancestor}_pcode.',
    },
  },
  'normalize.parents-from-geometry': {
    title: {
      en: 'Parents found by place',
      fr: 'Parents trouvés par la position',
      es: 'Unidades superiores halladas por posición',
      ar: 'وحدات أم عُرفت بالموقع',
    },
    text: {
      en: '{count, plural, one {# unit of adm{level} states no P-code of adm{ancestor}; it was} other {# units of adm{level} state no P-code of adm{ancestor}; each was}} given the unit that holds most of its area. Add the column adm{ancestor}_pcode.',
      fr: '{count, plural, one {# unité de adm{level} n’indique pas de code P adm{ancestor} ; elle} other {# unités de adm{level} n’indiquent pas de code P adm{ancestor} ; chacune}} a reçu l’unité qui contient la plus grande part de sa surface. Ajoutez la colonne adm{ancestor}_pcode.',
      es: '{count, plural, one {# unidad de adm{level} no indica código P de adm{ancestor}; se le} other {# unidades de adm{level} no indican código P de adm{ancestor}; a cada una se le}} dio la unidad que contiene la mayor parte de su superficie. Añada la columna adm{ancestor}_pcode.',
      ar: 'وحدات في adm{level} لا تذكر رمز adm{ancestor} فأُلحقت كل منها بالوحدة التي تضم معظم مساحتها (عددها {count}). أضف العمود adm{ancestor}_pcode.',
    },
  },
  'normalize.parent-code-unknown': {
    title: {
      en: 'Parent’s code not in its layer',
      fr: 'Code du parent absent de sa couche',
      es: 'Código superior ausente de su capa',
      ar: 'رمز الأم غير موجود في طبقتها',
    },
    text: {
      en: '{count, plural, one {# unit of adm{level} states a P-code that the adm{ancestor} layer does not hold; it was} other {# units of adm{level} state a P-code that the adm{ancestor} layer does not hold; each was}} given the unit it lies in. Correct adm{ancestor}_pcode in one of the two layers.',
      fr: '{count, plural, one {# unité de adm{level} indique un code P absent de la couche adm{ancestor} ; elle} other {# unités de adm{level} indiquent un code P absent de la couche adm{ancestor} ; chacune}} a reçu l’unité où elle se trouve. Corrigez adm{ancestor}_pcode dans l’une des deux couches.',
      es: '{count, plural, one {# unidad de adm{level} indica un código P que la capa adm{ancestor} no contiene; se le} other {# unidades de adm{level} indican un código P que la capa adm{ancestor} no contiene; a cada una se le}} dio la unidad en que está. Corrija adm{ancestor}_pcode en una de las dos capas.',
      ar: 'وحدات في adm{level} تذكر رمزًا لا تحتويه طبقة adm{ancestor} فأُلحقت كل منها بالوحدة التي تقع فيها (عددها {count}). صحّح adm{ancestor}_pcode في إحدى الطبقتين.',
    },
  },
  'normalize.parent-doubtful': {
    title: { en: 'Parent in doubt', fr: 'Parent douteux', es: 'Unidad superior dudosa', ar: 'وحدة أم مشكوك فيها' },
    text: {
      en: '{count, plural, one {# unit of adm{level} lies} other {# units of adm{level} lie}} across a border of adm{ancestor}, so the parent found by place is in doubt; look at each and state its parent.',
      fr: '{count, plural, one {# unité de adm{level} chevauche} other {# unités de adm{level} chevauchent}} une limite adm{ancestor} : le parent trouvé par la position est douteux ; regardez chacune et indiquez son parent.',
      es: '{count, plural, one {# unidad de adm{level} cruza} other {# unidades de adm{level} cruzan}} un límite de adm{ancestor}, así que la unidad superior hallada es dudosa; revise cada una e indíquela.',
      ar: 'وحدات في adm{level} تقع على حدّ من adm{ancestor} فوحدتها الأم مشكوك فيها (عددها {count})؛ راجع كل واحدة واذكر وحدتها الأم.',
    },
  },
  'normalize.parent-unknown': {
    title: { en: 'No parent found', fr: 'Aucun parent trouvé', es: 'Sin unidad superior', ar: 'لا وحدة أم' },
    text: {
      en: '{count, plural, one {# unit of adm{level} has no unit of adm{ancestor}: none is stated and none lies under it. State its parent.} other {# units of adm{level} have no unit of adm{ancestor}: none is stated and none lies under them. State their parents.}}',
      fr: '{count, plural, one {# unité de adm{level} n’a pas d’unité adm{ancestor} : aucune n’est indiquée et aucune ne la contient. Indiquez son parent.} other {# unités de adm{level} n’ont pas d’unité adm{ancestor} : aucune n’est indiquée et aucune ne les contient. Indiquez leurs parents.}}',
      es: '{count, plural, one {# unidad de adm{level} no tiene unidad de adm{ancestor}: no se indica ninguna y ninguna la contiene. Indique su unidad superior.} other {# unidades de adm{level} no tienen unidad de adm{ancestor}: no se indica ninguna y ninguna las contiene. Indique sus unidades superiores.}}',
      ar: 'وحدات في adm{level} بلا وحدة من adm{ancestor} (عددها {count}): لم تُذكر ولا توجد وحدة تحتها. اذكر وحداتها الأم.',
    },
  },
  'normalize.names-from-reference': {
    title: { en: 'Reference names used as names', fr: 'Noms de référence utilisés', es: 'Nombres de referencia utilizados', ar: 'استُخدمت الأسماء المرجعية' },
    text: {
      en: 'adm{level} has no name column, so the reference names in {column} serve as names; add adm{level}_name.',
      fr: 'adm{level} n’a pas de colonne de noms : les noms de référence de {column} en tiennent lieu ; ajoutez adm{level}_name.',
      es: 'adm{level} no tiene columna de nombres, así que sirven los nombres de referencia de {column}; añada adm{level}_name.',
      ar: 'لا عمود أسماء في adm{level}، فاستُخدمت الأسماء المرجعية في {column}؛ أضف adm{level}_name.',
    },
  },
  'normalize.language-guessed': {
    title: { en: 'Language assumed', fr: 'Langue supposée', es: 'Idioma supuesto', ar: 'لغة مفترضة' },
    text: {
      en: 'No column says the language of {column} at adm{level}; by its script and the layer’s other names it was taken for "{lang}". State it in lang, lang1….',
      fr: 'Aucune colonne n’indique la langue de {column} au niveau adm{level} ; d’après l’écriture et les autres noms, elle est supposée « {lang} ». Indiquez-la dans lang, lang1….',
      es: 'Ninguna columna indica el idioma de {column} en adm{level}; por su escritura y los demás nombres se tomó por «{lang}». Indíquelo en lang, lang1….',
      ar: 'لا عمود يذكر لغة {column} في adm{level}؛ اعتُبرت «{lang}» بحسب الخط والأسماء الأخرى. اذكرها في lang وlang1….',
    },
  },
  'normalize.language-unknown': {
    title: { en: 'Language not stated', fr: 'Langue non indiquée', es: 'Idioma sin indicar', ar: 'لغة غير مذكورة' },
    text: {
      en: 'Nothing says the language of the names of adm{level}; they are kept as "und" (undetermined). State it in lang.',
      fr: 'Rien n’indique la langue des noms de adm{level} ; ils sont gardés comme « und » (indéterminée). Indiquez-la dans lang.',
      es: 'Nada indica el idioma de los nombres de adm{level}; se guardan como «und» (indeterminado). Indíquelo en lang.',
      ar: 'لا شيء يذكر لغة أسماء adm{level}؛ حُفظت على أنها «und» (غير محددة). اذكرها في lang.',
    },
  },
  'normalize.foreign-ids': {
    title: {
      en: 'Ids that are no P-codes',
      fr: 'Identifiants qui ne sont pas des P-codes',
      es: 'Identificadores que no son P-codes',
      ar: 'معرّفات ليست رموز P-code',
    },
    text: {
      en: 'adm{level} has no P-codes: {column} holds ids of {source}, which change with each of its releases, so nothing can be joined by them. Add the country’s own codes, or take the layer from the COD.',
      fr: 'adm{level} n’a pas de P-codes : {column} contient des identifiants de {source}, qui changent à chaque édition ; rien ne peut y être relié. Ajoutez les codes du pays, ou prenez la couche du COD.',
      es: 'adm{level} no tiene P-codes: {column} contiene identificadores de {source}, que cambian en cada edición, así que nada puede unirse por ellos. Agregue los códigos del país o tome la capa del COD.',
      ar: 'لا توجد رموز P-code في adm{level}: يحوي العمود {column} معرّفات {source} التي تتغير مع كل إصدار، فلا يمكن الربط بها. أضف رموز البلد أو خذ الطبقة من COD.',
    },
  },
  'normalize.level-from-name': {
    title: { en: 'Level from the file name', fr: 'Niveau d’après le nom du fichier', es: 'Nivel según el nombre del archivo', ar: 'المستوى من اسم الملف' },
    text: {
      en: 'No column says the admin level of {layer}; it was taken for adm{level} by its name. Use the specification’s columns, such as adm{level}_pcode.',
      fr: 'Aucune colonne n’indique le niveau de {layer} ; d’après son nom, c’est adm{level}. Utilisez les colonnes de la spécification, comme adm{level}_pcode.',
      es: 'Ninguna columna indica el nivel de {layer}; por su nombre se tomó por adm{level}. Use las columnas de la especificación, como adm{level}_pcode.',
      ar: 'لا عمود يذكر مستوى {layer}؛ اعتُبر adm{level} من اسمه. استخدم أعمدة المواصفة مثل adm{level}_pcode.',
    },
  },
  'normalize.layer-ignored': {
    title: { en: 'Layer not used', fr: 'Couche non utilisée', es: 'Capa no utilizada', ar: 'طبقة غير مستخدمة' },
    text: {
      en: 'The layer {layer} was not used: {reason, select, empty {it holds no rows} no_geometry {its rows have no geometry, so it is a table} other {nothing in its columns or name says an admin level}}.',
      fr: 'La couche {layer} n’a pas été utilisée : {reason, select, empty {elle ne contient aucune ligne} no_geometry {ses lignes n’ont pas de géométrie, c’est un tableau} other {ni ses colonnes ni son nom n’indiquent un niveau administratif}}.',
      es: 'La capa {layer} no se utilizó: {reason, select, empty {no contiene filas} no_geometry {sus filas no tienen geometría, es una tabla} other {ni sus columnas ni su nombre indican un nivel administrativo}}.',
      ar: 'لم تُستخدم الطبقة {layer}: {reason, select, empty {لا صفوف فيها} no_geometry {صفوفها بلا هندسة فهي جدول} other {لا أعمدتها ولا اسمها يدل على مستوى إداري}}.',
    },
  },
  'normalize.layer-duplicate': {
    title: { en: 'Second layer for a level', fr: 'Deuxième couche pour un niveau', es: 'Segunda capa para un nivel', ar: 'طبقة ثانية لمستوى واحد' },
    text: {
      en: 'The layer {layer} is a second one for adm{level}; {kept} is used instead. Leave out the one that is not meant.',
      fr: 'La couche {layer} est une deuxième couche pour adm{level} ; {kept} est utilisée à sa place. Retirez celle qui n’est pas voulue.',
      es: 'La capa {layer} es una segunda para adm{level}; se usa {kept} en su lugar. Quite la que no corresponde.',
      ar: 'الطبقة {layer} ثانية للمستوى adm{level}؛ استُخدمت {kept} بدلًا منها. احذف غير المقصودة.',
    },
  },
  'normalize.level-partial': {
    title: { en: 'Level covers part of the country', fr: 'Niveau partiel', es: 'Nivel parcial', ar: 'مستوى جزئي' },
    text: {
      en: 'adm{level} covers {share}% of the country, so it is kept as a partial level; the levels above come from adm{base}. Say in the caveats which part it covers. {blank, plural, =0 {} one {# of its rows has no P-code.} other {# of its rows have no P-code.}}',
      fr: 'adm{level} couvre {share} % du pays et est gardé comme niveau partiel ; les niveaux supérieurs viennent de adm{base}. Dites dans les réserves quelle partie il couvre. {blank, plural, =0 {} one {# de ses lignes n’a pas de code P.} other {# de ses lignes n’ont pas de code P.}}',
      es: 'adm{level} cubre el {share} % del país y se guarda como nivel parcial; los niveles superiores proceden de adm{base}. Diga en las salvedades qué parte cubre. {blank, plural, =0 {} one {# de sus filas no tiene código P.} other {# de sus filas no tienen código P.}}',
      ar: 'يغطي adm{level} نسبة {share}% من البلد فحُفظ مستوى جزئيًا؛ والمستويات الأعلى من adm{base}. اذكر في التحفظات أي جزء يغطي. {blank, plural, =0 {} one {صف واحد منه بلا رمز.} two {صفان منه بلا رمز.} few {# صفوف منه بلا رمز.} many {# صفًا منه بلا رمز.} other {# صف منه بلا رمز.}}',
    },
  },
  'normalize.rows-merged': {
    title: { en: 'Rows of one unit merged', fr: 'Lignes d’une unité réunies', es: 'Filas de una unidad unidas', ar: 'صفوف وحدة واحدة دُمجت' },
    text: {
      en: '{count, plural, one {# unit of adm{level} came in several rows (same P-code, name and parent) and is published as one; merge them} other {# units of adm{level} came in several rows each (same P-code, name and parent) and are published as one each; merge them}} in the source.',
      fr: '{count, plural, one {# unité de adm{level} était en plusieurs lignes (mêmes code P, nom et parent) et est publiée comme une seule} other {# unités de adm{level} étaient chacune en plusieurs lignes (mêmes code P, nom et parent) et sont publiées chacune comme une seule}} ; réunissez-les dans la source.',
      es: '{count, plural, one {# unidad de adm{level} venía en varias filas (mismo código P, nombre y unidad superior) y se publica como una sola} other {# unidades de adm{level} venían cada una en varias filas (mismo código P, nombre y unidad superior) y se publican como una sola cada una}}; únalas en la fuente.',
      ar: 'وحدات في adm{level} جاءت كل منها في عدة صفوف (الرمز والاسم والأم نفسها) فنُشرت واحدة (عددها {count})؛ ادمجها في المصدر.',
    },
  },
  'normalize.codes-joined': {
    title: { en: 'Rows with one P-code joined', fr: 'Lignes de même code réunies', es: 'Filas con el mismo código unidas', ar: 'صفوف بالرمز نفسه ضُمّت' },
    text: {
      en: '{count, plural, one {# P-code of adm{level} occurs in several rows and is published as one unit} other {# P-codes of adm{level} occur in several rows and are published as one unit each}}, because deeper units name their parent by code alone; give each unit its own code.',
      fr: '{count, plural, one {# code P de adm{level} figure dans plusieurs lignes et est publié comme une seule unité} other {# codes P de adm{level} figurent dans plusieurs lignes et sont publiés comme une seule unité chacun}}, car les unités inférieures ne nomment leur parent que par le code ; donnez à chaque unité son propre code.',
      es: '{count, plural, one {# código P de adm{level} aparece en varias filas y se publica como una sola unidad} other {# códigos P de adm{level} aparecen en varias filas y se publican como una sola unidad cada uno}}, porque las unidades inferiores solo nombran a la superior por su código; dé a cada unidad su propio código.',
      ar: 'رموز في adm{level} تتكرر في عدة صفوف فنُشر كل منها وحدة واحدة (عددها {count})، لأن الوحدات الأدنى لا تذكر أمها إلا بالرمز؛ أعط كل وحدة رمزها.',
    },
  },
  'normalize.level-derived': {
    title: {
      en: 'Level made from the level below',
      fr: 'Niveau construit depuis le niveau inférieur',
      es: 'Nivel hecho desde el inferior',
      ar: 'مستوى بُني مما تحته',
    },
    text: {
      en: 'adm{level} was not uploaded; its {count, plural, one {# unit was} other {# units were}} made by joining the units of adm{base}. Check its names, or upload the level.',
      fr: 'adm{level} n’a pas été fourni ; {count, plural, one {son unité a été construite} other {ses # unités ont été construites}} en réunissant les unités de adm{base}. Vérifiez ses noms, ou envoyez ce niveau.',
      es: 'adm{level} no se cargó; {count, plural, one {su unidad se hizo} other {sus # unidades se hicieron}} uniendo las unidades de adm{base}. Compruebe sus nombres, o cargue el nivel.',
      ar: 'لم يُرفع adm{level}؛ بُنيت {count, plural, one {وحدته} two {وحدتاه} few {وحداته الـ#} many {وحداته الـ#} other {وحداته الـ#}} بضم وحدات adm{base}. تحقق من أسمائه أو ارفع المستوى.',
    },
  },
  'normalize.country-code-assumed': {
    title: { en: 'Country P-code assumed', fr: 'Code P du pays supposé', es: 'Código P del país supuesto', ar: 'رمز البلد مفترض' },
    text: {
      en: 'No file states adm0_pcode; "{code}" was taken, the ISO code of {country}. Add adm0_pcode and adm0_name.',
      fr: 'Aucun fichier n’indique adm0_pcode ; « {code} », le code ISO de {country}, a été pris. Ajoutez adm0_pcode et adm0_name.',
      es: 'Ningún archivo indica adm0_pcode; se tomó «{code}», el código ISO de {country}. Añada adm0_pcode y adm0_name.',
      ar: 'لا ملف يذكر adm0_pcode؛ أُخذ «{code}» رمز ISO للبلد {country}. أضف adm0_pcode وadm0_name.',
    },
  },
  'normalize.units-not-drawn': {
    title: { en: 'Units without anything below', fr: 'Unités sans rien en dessous', es: 'Unidades sin nada debajo', ar: 'وحدات بلا ما تحتها' },
    text: {
      en: '{count, plural, one {# unit of adm{level} has} other {# units of adm{level} have}} no unit of adm{base} and so no area in the published layers; add the missing units or correct the parents’ codes.',
      fr: '{count, plural, one {# unité de adm{level} n’a} other {# unités de adm{level} n’ont}} aucune unité adm{base}, donc aucune surface dans les couches publiées ; ajoutez les unités manquantes ou corrigez les codes des parents.',
      es: '{count, plural, one {# unidad de adm{level} no tiene} other {# unidades de adm{level} no tienen}} ninguna unidad de adm{base} y por eso ninguna superficie en las capas publicadas; añada las que faltan o corrija los códigos superiores.',
      ar: 'وحدات في adm{level} بلا أي وحدة من adm{base} فلا مساحة لها في الطبقات المنشورة (عددها {count})؛ أضف الناقص أو صحّح رموز الأم.',
    },
  },
};
