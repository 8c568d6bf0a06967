/** Texts of what the table reader changed or assumed. */
import type { Messages } from '../text.ts';

export const tableMessages: Messages = {
  'table.encoding-assumed': {
    title: { en: 'Encoding assumed', fr: 'Encodage supposé', es: 'Codificación supuesta', ar: 'ترميز مفترض' },
    text: {
      en: '{table} is not UTF-8 and was read as {encoding}; if names look wrong, upload it again and name its encoding.',
      fr: '{table} n’est pas en UTF-8 et a été lu en {encoding} ; si les noms paraissent faux, renvoyez le fichier en précisant son encodage.',
      es: '{table} no está en UTF-8 y se leyó como {encoding}; si los nombres se ven mal, vuelva a subirlo indicando su codificación.',
      ar: 'الملف {table} ليس بترميز UTF-8 وقُرئ على أنه {encoding}؛ إذا بدت الأسماء خاطئة فأعد رفعه مع تحديد ترميزه.',
    },
  },
  'table.files-ignored': {
    title: { en: 'Files not read', fr: 'Fichiers non lus', es: 'Archivos no leídos', ar: 'ملفات لم تُقرأ' },
    text: {
      en: '{count, plural, one {# file in {table} is no table and was} other {# files in {table} are no tables and were}} not read (only .csv, .tsv, .xlsx and .ods are). If one of them holds data, save it as CSV or XLSX and upload again.',
      fr: '{count, plural, one {# fichier de {table} n’est pas un tableau et n’a pas été lu} other {# fichiers de {table} ne sont pas des tableaux et n’ont pas été lus}} (seuls .csv, .tsv, .xlsx et .ods le sont). Si l’un d’eux contient des données, enregistrez-le en CSV ou XLSX et renvoyez-le.',
      es: '{count, plural, one {# archivo de {table} no es una tabla y no se leyó} other {# archivos de {table} no son tablas y no se leyeron}} (solo se leen .csv, .tsv, .xlsx y .ods). Si alguno contiene datos, guárdelo como CSV o XLSX y vuelva a subirlo.',
      ar: '{count, plural, one {ملف واحد في {table} ليس جدولًا ولم يُقرأ} two {ملفان في {table} ليسا جدولين ولم يُقرآ} few {# ملفات في {table} ليست جداول ولم تُقرأ} many {# ملفًا في {table} ليست جداول ولم تُقرأ} other {# ملف في {table} ليست جداول ولم تُقرأ}} (لا يُقرأ إلا ‎.csv و‎.tsv و‎.xlsx و‎.ods). إن كان في أحدها بيانات فاحفظه بصيغة CSV أو XLSX وأعد رفعه.',
    },
  },
  'table.header-fused': {
    title: { en: 'Two header rows', fr: 'Deux lignes d’en-tête', es: 'Dos filas de encabezado', ar: 'صفّان للعناوين' },
    text: {
      en: 'Rows {rows} of {table} were read together as one header; check the column names.',
      fr: 'Les lignes {rows} de {table} ont été lues ensemble comme un seul en-tête ; vérifiez les noms des colonnes.',
      es: 'Las filas {rows} de {table} se leyeron juntas como un solo encabezado; compruebe los nombres de las columnas.',
      ar: 'قُرئت الصفوف {rows} من {table} معًا كعنوان واحد؛ تحقّق من أسماء الأعمدة.',
    },
  },
  'table.formula-uncalculated': {
    title: { en: 'Formulas without result', fr: 'Formules sans résultat', es: 'Fórmulas sin resultado', ar: 'صيغ بلا نتيجة' },
    text: {
      en: '{count, plural, one {# cell of {table} holds a formula without its result and was} other {# cells of {table} hold formulas without their results and were}} read as empty. Open the workbook in a spreadsheet program, save it, and upload it again.',
      fr: '{count, plural, one {# cellule de {table} contient une formule sans son résultat et a été lue comme vide} other {# cellules de {table} contiennent des formules sans leurs résultats et ont été lues comme vides}}. Ouvrez le classeur dans un tableur, enregistrez-le et renvoyez-le.',
      es: '{count, plural, one {# celda de {table} contiene una fórmula sin su resultado y se leyó como vacía} other {# celdas de {table} contienen fórmulas sin sus resultados y se leyeron como vacías}}. Abra el libro en un programa de hojas de cálculo, guárdelo y vuelva a subirlo.',
      ar: '{count, plural, one {خلية واحدة في {table} تحتوي على صيغة بلا نتيجتها وقُرئت فارغة} two {خليتان في {table} تحتويان على صيغ بلا نتائجها وقُرئتا فارغتين} few {# خلايا في {table} تحتوي على صيغ بلا نتائجها وقُرئت فارغة} many {# خلية في {table} تحتوي على صيغ بلا نتائجها وقُرئت فارغة} other {# خلية في {table} تحتوي على صيغ بلا نتائجها وقُرئت فارغة}}. افتح المصنف في برنامج جداول واحفظه ثم أعد رفعه.',
    },
  },
  'table.merged-filled': {
    title: { en: 'Merged cells', fr: 'Cellules fusionnées', es: 'Celdas combinadas', ar: 'خلايا مدمجة' },
    text: {
      en: '{count, plural, one {# cell} other {# cells}} below merged cells of {table} took the value of their block; check that this is meant.',
      fr: '{count, plural, one {# cellule située} other {# cellules situées}} sous des cellules fusionnées de {table} {count, plural, one {a pris} other {ont pris}} la valeur de leur bloc ; vérifiez que c’est voulu.',
      es: '{count, plural, one {# celda} other {# celdas}} bajo celdas combinadas de {table} {count, plural, one {tomó} other {tomaron}} el valor de su bloque; compruebe que es lo deseado.',
      ar: '{count, plural, one {أخذت خلية واحدة} two {أخذت خليتان} few {أخذت # خلايا} many {أخذت # خلية} other {أخذت # خلية}} أسفل خلايا مدمجة في {table} قيمة كتلتها؛ تحقّق من أن هذا مقصود.',
    },
  },
  'table.hidden-rows': {
    title: { en: 'Hidden rows', fr: 'Lignes masquées', es: 'Filas ocultas', ar: 'صفوف مخفية' },
    text: {
      en: '{count, plural, one {# row of {table} is hidden, by a filter or by hand, and was} other {# rows of {table} are hidden, by a filter or by hand, and were}} read like all others. If {count, plural, one {it is} other {they are}} not meant, delete {count, plural, one {it} other {them}} in the spreadsheet and upload it again.',
      fr: '{count, plural, one {# ligne de {table} est masquée, par un filtre ou à la main, et a été lue comme les autres} other {# lignes de {table} sont masquées, par un filtre ou à la main, et ont été lues comme les autres}}. {count, plural, one {Si elle ne doit pas compter, supprimez-la} other {Si elles ne doivent pas compter, supprimez-les}} dans le tableur et renvoyez le fichier.',
      es: '{count, plural, one {# fila de {table} está oculta, por un filtro o a mano, y se leyó como las demás} other {# filas de {table} están ocultas, por un filtro o a mano, y se leyeron como las demás}}. {count, plural, one {Si no debe contar, bórrela} other {Si no deben contar, bórrelas}} en la hoja de cálculo y suba el archivo otra vez.',
      ar: '{count, plural, one {صف واحد من {table} مخفي بمرشّح أو يدويًّا، وقُرئ كغيره} two {صفّان من {table} مخفيان بمرشّح أو يدويًّا، وقُرئا كغيرهما} few {# صفوف من {table} مخفية بمرشّح أو يدويًّا، وقُرئت كغيرها} many {# صفًا من {table} مخفية بمرشّح أو يدويًّا، وقُرئت كغيرها} other {# صف من {table} مخفية بمرشّح أو يدويًّا، وقُرئت كغيرها}}. إن لم تكن مقصودة فاحذفها في برنامج الجداول وأعد رفع الملف.',
    },
  },
  'table.hidden-sheets': {
    title: { en: 'Hidden sheets', fr: 'Feuilles masquées', es: 'Hojas ocultas', ar: 'أوراق مخفية' },
    text: {
      en: '{count, plural, one {# sheet of {file} is hidden} other {# sheets of {file} are hidden}}; a hidden sheet is not used unless you choose it.',
      fr: '{count, plural, one {# feuille de {file} est masquée} other {# feuilles de {file} sont masquées}} ; une feuille masquée n’est utilisée que si vous la choisissez.',
      es: '{count, plural, one {# hoja de {file} está oculta} other {# hojas de {file} están ocultas}}; una hoja oculta no se usa a menos que usted la elija.',
      ar: '{count, plural, one {ورقة واحدة في {file} مخفية} two {ورقتان في {file} مخفيتان} few {# أوراق في {file} مخفية} many {# ورقة في {file} مخفية} other {# ورقة في {file} مخفية}}؛ لا تُستخدم ورقة مخفية إلا إذا اخترتها.',
    },
  },
  'table.invisible-characters': {
    title: { en: 'Invisible characters', fr: 'Caractères invisibles', es: 'Caracteres invisibles', ar: 'محارف غير مرئية' },
    text: {
      en: '{count, plural, one {# cell of {table} holds} other {# cells of {table} hold}} invisible characters (direction marks, soft hyphens), as copied text often does; {count, plural, one {it was} other {they were}} read without them. Nothing needs to be done.',
      fr: '{count, plural, one {# cellule de {table} contient} other {# cellules de {table} contiennent}} des caractères invisibles (marques de direction, traits d’union conditionnels), fréquents dans un texte copié ; {count, plural, one {elle a été lue} other {elles ont été lues}} sans eux. Rien à faire.',
      es: '{count, plural, one {# celda de {table} contiene} other {# celdas de {table} contienen}} caracteres invisibles (marcas de dirección, guiones opcionales), habituales en texto copiado; se {count, plural, one {leyó} other {leyeron}} sin ellos. No hay que hacer nada.',
      ar: '{count, plural, one {خلية واحدة في {table} فيها} two {خليتان في {table} فيهما} few {# خلايا في {table} فيها} many {# خلية في {table} فيها} other {# خلية في {table} فيها}} محارف غير مرئية (علامات اتجاه أو واصلات مرنة) كما يحدث في النص المنسوخ؛ قُرئت من دونها. لا يلزم شيء.',
    },
  },
};
