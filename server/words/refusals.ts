/** Why a table is refused, in the four languages: what the file is, and what to do. The error carries them all; who shows it chooses. */
import { InputError } from '../errors.ts';
import type { Text } from './text.ts';

const RESAVE: Text = {
  en: 'Open it in a spreadsheet program, save it as .xlsx, .ods or CSV, and upload that.',
  fr: 'Ouvrez-le dans un tableur, enregistrez-le en .xlsx, .ods ou CSV, puis envoyez ce fichier.',
  es: 'Ábralo en un programa de hojas de cálculo, guárdelo como .xlsx, .ods o CSV y suba ese archivo.',
  ar: 'افتحه في برنامج جداول واحفظه بصيغة ‎.xlsx أو ‎.ods أو CSV ثم ارفع الملف الجديد.',
};

const foreign = (en: string, fr: string, es: string, ar: string): Text => ({
  en: `{file} ${en} ${RESAVE.en}`,
  fr: `{file} ${fr} ${RESAVE.fr}`,
  es: `{file} ${es} ${RESAVE.es}`,
  ar: `{file} ${ar} ${RESAVE.ar}`,
});

const REFUSALS = {
  xls: foreign(
    'is an old Excel file (.xls, 1997–2003), which is not read here.',
    'est un ancien fichier Excel (.xls, 1997–2003), qui n’est pas lu ici.',
    'es un archivo de Excel antiguo (.xls, 1997–2003), que aquí no se lee.',
    'ملف Excel قديم (‎.xls، 1997–2003) لا يُقرأ هنا.',
  ),
  xlsb: foreign(
    'is a binary Excel workbook (.xlsb), which is not read here.',
    'est un classeur Excel binaire (.xlsb), qui n’est pas lu ici.',
    'es un libro binario de Excel (.xlsb), que aquí no se lee.',
    'مصنف Excel ثنائي (‎.xlsb) لا يُقرأ هنا.',
  ),
  numbers: foreign(
    'is an Apple Numbers file, which is not read here.',
    'est un fichier Apple Numbers, qui n’est pas lu ici.',
    'es un archivo de Apple Numbers, que aquí no se lee.',
    'ملف Apple Numbers لا يُقرأ هنا.',
  ),
  webPage: foreign(
    'is a web page and not a spreadsheet, whatever its name says: some systems export tables so.',
    'est une page web et non une feuille de calcul, quel que soit son nom : certains systèmes exportent ainsi les tableaux.',
    'es una página web y no una hoja de cálculo, diga lo que diga su nombre: algunos sistemas exportan así las tablas.',
    'صفحة ويب وليس جدولًا مهما كان اسمه؛ فبعض الأنظمة تصدّر الجداول هكذا.',
  ),
  xml2003: foreign(
    'is an XML spreadsheet of Excel 2003, which is not read here.',
    'est une feuille de calcul XML d’Excel 2003, qui n’est pas lue ici.',
    'es una hoja de cálculo XML de Excel 2003, que aquí no se lee.',
    'جدول XML من Excel 2003 لا يُقرأ هنا.',
  ),
  otherDocument: foreign(
    'is an office document and not a spreadsheet.',
    'est un document bureautique et non une feuille de calcul.',
    'es un documento de oficina y no una hoja de cálculo.',
    'مستند مكتبي وليس جدولًا.',
  ),
  password: {
    en: '{file} is protected with a password. Remove the password in the program it was made with, save it, and upload it again.',
    fr: '{file} est protégé par un mot de passe. Retirez le mot de passe dans le programme qui l’a créé, enregistrez-le et renvoyez-le.',
    es: '{file} está protegido con una contraseña. Quite la contraseña en el programa con que se hizo, guárdelo y vuelva a subirlo.',
    ar: '{file} محمي بكلمة مرور. أزل كلمة المرور في البرنامج الذي أُنشئ به واحفظه ثم أعد رفعه.',
  },
  openQuote: {
    en: '{file} cannot be read as CSV after row {row}: a quoted cell is never closed. Correct that row, or save the table anew as CSV.',
    fr: '{file} ne peut pas être lu comme CSV après la ligne {row} : une cellule entre guillemets n’est jamais fermée. Corrigez cette ligne ou enregistrez de nouveau le tableau en CSV.',
    es: '{file} no se puede leer como CSV después de la fila {row}: una celda entre comillas nunca se cierra. Corrija esa fila o guarde de nuevo la tabla como CSV.',
    ar: 'لا يمكن قراءة {file} بصيغة CSV بعد الصف {row}: خلية بين علامتي اقتباس لم تُغلق. صحّح هذا الصف أو احفظ الجدول من جديد بصيغة CSV.',
  },
  cutShort: {
    en: '{file} ends in the middle of row {row}: {cells} of {width} cells are there ({text}). The file was cut short on its way. Download or export it again and upload the whole file; if the row is complete, end it with a line break.',
    fr: '{file} s’arrête au milieu de la ligne {row} : {cells} cellules sur {width} ({text}). Le fichier a été tronqué en route. Téléchargez-le ou exportez-le de nouveau et envoyez le fichier entier ; si la ligne est complète, terminez-la par un saut de ligne.',
    es: '{file} termina en medio de la fila {row}: hay {cells} de {width} celdas ({text}). El archivo se cortó por el camino. Descárguelo o expórtelo otra vez y suba el archivo completo; si la fila está completa, termínela con un salto de línea.',
    ar: 'ينتهي {file} في منتصف الصف {row}: فيه {cells} خلايا من {width} ({text}). انقطع الملف أثناء نقله. نزّله أو صدّره من جديد وارفع الملف كاملًا؛ وإن كان الصف تامًّا فأنهه بسطر جديد.',
  },
} satisfies Record<string, Text>;

/** An InputError with its English sentence; `details.texts` holds the sentence in each language. */
export function refuse(code: string, reason: keyof typeof REFUSALS, params: { file: string } & Record<string, string | number>, cause?: unknown): InputError {
  const say = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
  const texts = Object.fromEntries(Object.entries(REFUSALS[reason]).map(([lang, text]) => [lang, say(text)]));
  return new InputError(code, texts['en']!, { cause, details: { texts } });
}
