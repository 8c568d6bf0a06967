/** Texts of families F and S: files, levels, columns, computed values, companion layers. */
import type { Messages } from '../text.ts';

export const schemaMessages: Messages = {
  'level.missing': {
    title: { en: 'Level missing', fr: 'Niveau absent', es: 'Falta un nivel', ar: 'مستوى مفقود' },
    text: {
      en: 'adm{level} is not in the upload and cannot be derived from a lower level; add it.',
      fr: 'adm{level} n’est pas dans l’envoi et ne peut être déduit d’un niveau inférieur ; ajoutez-le.',
      es: 'adm{level} no está en la carga ni puede derivarse de un nivel inferior; añádalo.',
      ar: 'المستوى adm{level} ليس في الملفات المرفوعة ولا يمكن اشتقاقه من مستوى أدنى؛ أضفه.',
    },
  },
  'level.derived': {
    title: { en: 'Level derived', fr: 'Niveau déduit', es: 'Nivel derivado', ar: 'مستوى مشتق' },
    text: {
      en: 'adm{level} is not in the upload; it was dissolved from the level below. Check its names, or add the layer.',
      fr: 'adm{level} n’est pas dans l’envoi ; il a été obtenu par fusion du niveau inférieur. Vérifiez ses noms ou ajoutez la couche.',
      es: 'adm{level} no está en la carga; se obtuvo disolviendo el nivel inferior. Compruebe sus nombres o añada la capa.',
      ar: 'المستوى adm{level} ليس في الملفات؛ اشتُق بدمج المستوى الأدنى. تحقق من أسمائه أو أضف الطبقة.',
    },
  },
  'level.duplicate': {
    title: { en: 'Two layers for one level', fr: 'Deux couches pour un niveau', es: 'Dos capas para un nivel', ar: 'طبقتان لمستوى واحد' },
    text: {
      en: '{count, plural, one {# layer was} other {# layers were}} left aside because another layer of the same level was taken; upload only the right ones.',
      fr: '{count, plural, one {# couche a été mise} other {# couches ont été mises}} de côté car une autre du même niveau a été prise ; n’envoyez que les bonnes.',
      es: '{count, plural, one {# capa se dejó} other {# capas se dejaron}} aparte porque se tomó otra del mismo nivel; suba solo las correctas.',
      ar: 'تُركت {count} من الطبقات جانبًا لأن طبقة أخرى من المستوى نفسه أُخذت؛ ارفع الصحيحة فقط.',
    },
  },
  'level.rows': {
    title: { en: 'Number of rows', fr: 'Nombre de lignes', es: 'Número de filas', ar: 'عدد الصفوف' },
    text: {
      en: 'adm{level} has {rows, plural, =0 {no rows} one {# row} other {# rows}}; adm0 has exactly one, every other level at least one. Merge the rows, or add what is missing.',
      fr: 'adm{level} a {rows, plural, =0 {aucune ligne} one {# ligne} other {# lignes}} ; adm0 en a exactement une, tout autre niveau au moins une. Fusionnez les lignes, ou ajoutez ce qui manque.',
      es: 'adm{level} tiene {rows, plural, =0 {ninguna fila} one {# fila} other {# filas}}; adm0 tiene exactamente una y los demás niveles al menos una. Combine las filas, o añada lo que falta.',
      ar: 'في adm{level} {rows} من الصفوف؛ في adm0 صف واحد بالضبط وفي كل مستوى آخر صف على الأقل. ادمج الصفوف أو أضف ما ينقص.',
    },
  },
  'file.name': {
    title: { en: 'Layer name', fr: 'Nom de couche', es: 'Nombre de capa', ar: 'اسم الطبقة' },
    text: {
      en: '{count, plural, one {# layer is} other {# layers are}} not named as the specification asks; the downloads are. Nothing needs to be done.',
      fr: '{count, plural, one {# couche n’est pas nommée} other {# couches ne sont pas nommées}} comme la spécification le demande ; les téléchargements le sont. Rien à faire.',
      es: '{count, plural, one {# capa no se llama} other {# capas no se llaman}} como pide la especificación; las descargas sí. No hay que hacer nada.',
      ar: '{count} من الطبقات غير مسماة كما تطلب المواصفة؛ أما التنزيلات فمسماة كذلك. لا يلزم شيء.',
    },
  },
  'file.encoding': {
    title: { en: 'Damaged text', fr: 'Texte abîmé', es: 'Texto dañado', ar: 'نص تالف' },
    text: {
      en: '{count, plural, one {# column} other {# columns}} of adm{level} {count, plural, one {was} other {were}} read or saved in the wrong encoding; upload the file with its right encoding.',
      fr: '{count, plural, one {# colonne} other {# colonnes}} de adm{level} dans un mauvais encodage ; renvoyez le fichier avec le bon encodage.',
      es: '{count, plural, one {# columna} other {# columnas}} de adm{level} con codificación equivocada; suba el archivo con su codificación correcta.',
      ar: '{count} من أعمدة adm{level} قُرئت أو حُفظت بترميز خاطئ؛ ارفع الملف بترميزه الصحيح.',
    },
  },
  'column.required': {
    title: { en: 'Required column missing', fr: 'Colonne obligatoire absente', es: 'Falta una columna obligatoria', ar: 'عمود إلزامي مفقود' },
    text: {
      en: 'adm{level} has no column for its own code or name ({count} missing); add it or name it as the specification does.',
      fr: 'adm{level} n’a pas de colonne pour son propre code ou nom ({count} absente(s)) ; ajoutez-la ou nommez-la selon la spécification.',
      es: 'adm{level} no tiene columna para su propio código o nombre (faltan {count}); añádala o nómbrela según la especificación.',
      ar: 'ليس في adm{level} عمود لرمزه أو اسمه (المفقود {count})؛ أضفه أو سمّه كما في المواصفة.',
    },
  },
  'column.ancestors': {
    title: {
      en: 'Columns of upper levels missing',
      fr: 'Colonnes des niveaux supérieurs absentes',
      es: 'Faltan columnas de niveles superiores',
      ar: 'أعمدة المستويات العليا مفقودة',
    },
    text: {
      en: 'adm{level} lacks {count, plural, one {# column} other {# columns}} with codes or names of upper levels; they were filled in from the upper layers or by position. Check a few of them.',
      fr: 'Il manque à adm{level} {count, plural, one {# colonne} other {# colonnes}} de codes ou noms des niveaux supérieurs ; elles ont été remplies d’après les couches supérieures ou la position. Vérifiez-en quelques-unes.',
      es: 'A adm{level} le faltan {count, plural, one {# columna} other {# columnas}} con códigos o nombres de niveles superiores; se rellenaron con las capas superiores o por posición. Compruebe algunas.',
      ar: 'ينقص adm{level} {count} من أعمدة رموز المستويات العليا أو أسمائها؛ مُلئت من الطبقات العليا أو بحسب الموقع. تحقق من بعضها.',
    },
  },
  'column.conventions': {
    title: {
      en: 'Columns spelt differently by level',
      fr: 'Colonnes nommées différemment selon le niveau',
      es: 'Columnas con nombres distintos según el nivel',
      ar: 'تسمية الأعمدة تختلف بين المستويات',
    },
    text: {
      en: 'The levels use {styles} ways of naming their columns; they were brought to the specification’s names. Nothing needs to be done.',
      fr: 'Les niveaux nomment leurs colonnes de {styles} façons ; elles ont été ramenées aux noms de la spécification. Rien à faire.',
      es: 'Los niveles nombran sus columnas de {styles} maneras; se llevaron a los nombres de la especificación. No hay que hacer nada.',
      ar: 'تسمّي المستويات أعمدتها بـ {styles} طرق؛ وُحّدت بأسماء المواصفة. لا يلزم شيء.',
    },
  },
  'column.extra': {
    title: { en: 'Extra columns', fr: 'Colonnes supplémentaires', es: 'Columnas adicionales', ar: 'أعمدة إضافية' },
    text: {
      en: 'adm{level} has {count, plural, one {# column} other {# columns}} beyond the specification; kept after the standard ones. Leave out in your source what nobody needs.',
      fr: 'adm{level} a {count, plural, one {# colonne} other {# colonnes}} hors spécification ; conservées après les colonnes standard. Retirez de votre source celles dont personne n’a besoin.',
      es: 'adm{level} tiene {count, plural, one {# columna} other {# columnas}} fuera de la especificación; se conservan tras las estándar. Quite de su fuente las que nadie necesita.',
      ar: 'في adm{level} {count} من الأعمدة الزائدة عن المواصفة؛ أُبقيت بعد الأعمدة القياسية. احذف من مصدرك ما لا يحتاجه أحد.',
    },
  },
  'column.order': {
    title: { en: 'Column order', fr: 'Ordre des colonnes', es: 'Orden de columnas', ar: 'ترتيب الأعمدة' },
    text: {
      en: 'The columns of adm{level} are not in the specification’s order (own level first, then upwards); the downloads are. Nothing needs to be done.',
      fr: 'Les colonnes de adm{level} ne suivent pas l’ordre de la spécification (le niveau d’abord, puis vers le haut) ; les téléchargements oui. Rien à faire.',
      es: 'Las columnas de adm{level} no siguen el orden de la especificación (primero el nivel, luego hacia arriba); las descargas sí. No hay que hacer nada.',
      ar: 'أعمدة adm{level} ليست بترتيب المواصفة (المستوى أولًا ثم الأعلى)؛ أما التنزيلات فمرتبة. لا يلزم شيء.',
    },
  },
  'computed.area': {
    title: { en: 'Stated area is wrong', fr: 'Superficie indiquée fausse', es: 'Superficie indicada errónea', ar: 'المساحة المذكورة خاطئة' },
    text: {
      en: 'The stated area of {count, plural, one {# unit} other {# units}} of adm{level} differs by more than 1 % from its outline; the published area is computed from the outline. Leave the column out, or compute it anew.',
      fr: 'La superficie indiquée de {count, plural, one {# unité} other {# unités}} de adm{level} s’écarte de plus de 1 % du contour ; la superficie publiée est calculée d’après le contour. Retirez la colonne, ou recalculez-la.',
      es: 'La superficie indicada de {count, plural, one {# unidad} other {# unidades}} de adm{level} difiere más de un 1 % del contorno; la publicada se calcula con el contorno. Quite la columna, o vuelva a calcularla.',
      ar: 'المساحة المذكورة لـ {count} من وحدات adm{level} تختلف بأكثر من 1 % عن حدودها؛ تُحسب المساحة المنشورة من الحدود. احذف العمود أو احسبه من جديد.',
    },
  },
  'computed.center': {
    title: {
      en: 'Stated centre outside its unit',
      fr: 'Centre indiqué hors de l’unité',
      es: 'Centro indicado fuera de la unidad',
      ar: 'المركز المذكور خارج الوحدة',
    },
    text: {
      en: 'The stated centre of {count, plural, one {# unit} other {# units}} of adm{level} lies outside it; the published centre lies inside. Leave the columns out, or compute them anew.',
      fr: 'Le centre indiqué de {count, plural, one {# unité} other {# unités}} de adm{level} est en dehors ; le centre publié est à l’intérieur. Retirez les colonnes, ou recalculez-les.',
      es: 'El centro indicado de {count, plural, one {# unidad} other {# unidades}} de adm{level} queda fuera; el publicado está dentro. Quite las columnas, o vuelva a calcularlas.',
      ar: 'المركز المذكور لـ {count} من وحدات adm{level} يقع خارجها؛ المركز المنشور داخلها. احذف العمودين أو احسبهما من جديد.',
    },
  },
  'capital.outside': {
    title: { en: 'Capital outside its unit', fr: 'Chef-lieu hors de son unité', es: 'Capital fuera de su unidad', ar: 'عاصمة خارج وحدتها' },
    text: {
      en: '{count, plural, one {# capital lies} other {# capitals lie}} outside the unit whose code {count, plural, one {it has} other {they have}}; correct the place or the code.',
      fr: '{count, plural, one {# chef-lieu est} other {# chefs-lieux sont}} hors de l’unité dont {count, plural, one {il porte} other {ils portent}} le code ; corrigez le lieu ou le code.',
      es: '{count, plural, one {# capital queda} other {# capitales quedan}} fuera de la unidad cuyo código {count, plural, one {lleva} other {llevan}}; corrija el lugar o el código.',
      ar: '{count} من العواصم تقع خارج الوحدة التي تحمل رمزها؛ صحح الموقع أو الرمز.',
    },
  },
  'capital.uncoded': {
    title: { en: 'Capital without a known code', fr: 'Chef-lieu sans code connu', es: 'Capital sin código conocido', ar: 'عاصمة بلا رمز معروف' },
    text: {
      en: '{count, plural, one {# capital has} other {# capitals have}} no P-code of the boundaries; give {count, plural, one {it} other {them}} the code of {count, plural, one {its} other {their}} unit.',
      fr: '{count, plural, one {# chef-lieu n’a} other {# chefs-lieux n’ont}} aucun P-code des limites ; attribuez le code de l’unité.',
      es: '{count, plural, one {# capital no tiene} other {# capitales no tienen}} ningún P-code de los límites; asigne el código de la unidad.',
      ar: '{count} من العواصم بلا رمز من رموز الحدود؛ أعطها رمز وحدتها.',
    },
  },
  'capital.missing': {
    title: { en: 'Unit without a capital', fr: 'Unité sans chef-lieu', es: 'Unidad sin capital', ar: 'وحدة بلا عاصمة' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of adm{level} {count, plural, one {has} other {have}} no capital in the layer of capitals; add it.',
      fr: '{count, plural, one {# unité} other {# unités}} de adm{level} sans chef-lieu dans la couche ; ajoutez-le.',
      es: '{count, plural, one {# unidad} other {# unidades}} de adm{level} sin capital en la capa; añádala.',
      ar: '{count} من وحدات adm{level} بلا عاصمة في طبقة العواصم؛ أضفها.',
    },
  },
  'gazetteer.missing': {
    title: { en: 'Unit missing from the gazetteer', fr: 'Unité absente du répertoire', es: 'Unidad ausente del nomenclátor', ar: 'وحدة غائبة عن السجل' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of adm{level} {count, plural, one {is} other {are}} not in the gazetteer table of the upload; make the two agree.',
      fr: '{count, plural, one {# unité} other {# unités}} de adm{level} absente(s) du répertoire envoyé ; accordez les deux.',
      es: '{count, plural, one {# unidad} other {# unidades}} de adm{level} no figura(n) en el nomenclátor de la carga; haga que coincidan.',
      ar: '{count} من وحدات adm{level} ليست في جدول السجل المرفوع؛ وفّق بينهما.',
    },
  },
  'gazetteer.extra': {
    title: { en: 'Gazetteer code without a unit', fr: 'Code du répertoire sans unité', es: 'Código del nomenclátor sin unidad', ar: 'رمز في السجل بلا وحدة' },
    text: {
      en: 'The gazetteer table lists {count, plural, one {# code} other {# codes}} that no unit of adm{level} has; make the two agree.',
      fr: 'Le répertoire contient {count, plural, one {# code} other {# codes}} qu’aucune unité de adm{level} ne porte ; accordez les deux.',
      es: 'El nomenclátor contiene {count, plural, one {# código} other {# códigos}} que ninguna unidad de adm{level} tiene; haga que coincidan.',
      ar: 'في السجل {count} من الرموز لا تحملها أي وحدة في adm{level}؛ وفّق بينهما.',
    },
  },
  'gazetteer.name': {
    title: { en: 'Gazetteer names a unit otherwise', fr: 'Autre nom dans le répertoire', es: 'Otro nombre en el nomenclátor', ar: 'اسم مختلف في السجل' },
    text: {
      en: '{table} gives {count, plural, one {# unit} other {# units}} of adm{level} a name that the layer does not have; make the two agree.',
      fr: '{table} donne à {count, plural, one {# unité} other {# unités}} de adm{level} un nom que la couche n’a pas ; accordez les deux.',
      es: '{table} da a {count, plural, one {# unidad} other {# unidades}} de adm{level} un nombre que la capa no tiene; haga que coincidan.',
      ar: 'يعطي {table} {count} من وحدات adm{level} اسمًا ليس في الطبقة؛ وفّق بينهما.',
    },
  },
};
