/** Texts of family N. `{count}` occurrences in column `{column}` at admin level `{level}`. */
import type { Messages } from '../text.ts';

export const nameMessages: Messages = {
  'name.missing': {
    title: { en: 'Name missing', fr: 'Nom absent', es: 'Falta el nombre', ar: 'الاسم مفقود' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of adm{level} {count, plural, one {has} other {have}} no name; fill in {column}.',
      fr: '{count, plural, one {# unité} other {# unités}} de adm{level} sans nom ; remplissez {column}.',
      es: '{count, plural, one {# unidad} other {# unidades}} de adm{level} sin nombre; complete {column}.',
      ar: '{count} من وحدات adm{level} بلا اسم؛ املأ {column}.',
    },
  },
  'name.missing-other': {
    title: { en: 'Name missing in one language', fr: 'Nom absent dans une langue', es: 'Falta el nombre en un idioma', ar: 'الاسم مفقود بإحدى اللغات' },
    text: {
      en: 'Units of adm{level} without a name in “{lang}”, although nearly all others have one: {count}; fill in {column}.',
      fr: 'Unités de adm{level} sans nom en « {lang} », alors que presque toutes les autres en ont un : {count} ; remplissez {column}.',
      es: 'Unidades de adm{level} sin nombre en «{lang}», aunque casi todas las demás lo tienen: {count}; complete {column}.',
      ar: '{count} من وحدات adm{level} بلا اسم بلغة “{lang}” رغم أن معظم غيرها له اسم؛ املأ {column}.',
    },
  },
  'name.long': {
    title: { en: 'Name longer than 100 characters', fr: 'Nom de plus de 100 caractères', es: 'Nombre de más de 100 caracteres', ar: 'اسم أطول من 100 حرف' },
    text: {
      en: 'Names longer than 100 characters in {column}: {count}; shorten them.',
      fr: 'Noms de plus de 100 caractères dans {column} : {count} ; raccourcissez-les.',
      es: 'Nombres de más de 100 caracteres en {column}: {count}; acórtelos.',
      ar: '{count} من الأسماء في {column} أطول من 100 حرف؛ اختصرها.',
    },
  },
  'name.whitespace': {
    title: { en: 'Stray blanks in names', fr: 'Espaces superflus dans les noms', es: 'Espacios sobrantes en los nombres', ar: 'فراغات زائدة في الأسماء' },
    text: {
      en: 'Names in {column} that begin or end with a blank or have two in a row: {count}. The published names are trimmed; correct your source too.',
      fr: 'Noms de {column} qui commencent ou finissent par un espace ou en ont deux de suite : {count}. Les noms publiés sont nettoyés ; corrigez aussi votre source.',
      es: 'Nombres de {column} que empiezan o acaban con un espacio o tienen dos seguidos: {count}. Los nombres publicados se limpian; corrija también su fuente.',
      ar: '{count} من الأسماء في {column} تبدأ أو تنتهي بفراغ أو فيها فراغان متتاليان؛ الأسماء المنشورة منقّحة، صحح مصدرك أيضًا.',
    },
  },
  'name.invisible': {
    title: {
      en: 'Invisible characters in names',
      fr: 'Caractères invisibles dans les noms',
      es: 'Caracteres invisibles en los nombres',
      ar: 'محارف غير مرئية في الأسماء',
    },
    text: {
      en: 'Names in {column} with characters that nobody sees (no-break blanks, direction marks, controls), so that equal names do not match: {count}; remove them in your source.',
      fr: 'Noms de {column} contenant des caractères invisibles (espaces insécables, marques de direction, contrôles) qui empêchent les correspondances : {count} ; retirez-les à la source.',
      es: 'Nombres de {column} con caracteres invisibles (espacios duros, marcas de dirección, controles) que impiden las coincidencias: {count}; quítelos en la fuente.',
      ar: '{count} من الأسماء في {column} تحوي محارف غير مرئية (فراغات ثابتة، علامات اتجاه، محارف تحكم) تمنع تطابق الأسماء؛ أزلها من المصدر.',
    },
  },
  'name.unnormalized': {
    title: { en: 'Unicode form', fr: 'Forme Unicode', es: 'Forma Unicode', ar: 'صيغة يونيكود' },
    text: {
      en: 'Names in {column} that write accents as separate characters: {count}. The published names are in the usual form (NFC). Nothing needs to be done.',
      fr: 'Noms de {column} écrivant les accents comme des caractères séparés : {count}. Les noms publiés sont dans la forme usuelle (NFC). Rien à faire.',
      es: 'Nombres de {column} que escriben los acentos como caracteres separados: {count}. Los nombres publicados usan la forma habitual (NFC). No hay que hacer nada.',
      ar: '{count} من الأسماء في {column} تكتب الحركات كمحارف منفصلة؛ الأسماء المنشورة بالصيغة المعتادة (NFC). لا يلزم شيء.',
    },
  },
  'name.encoding': {
    title: { en: 'Damaged letters', fr: 'Lettres abîmées', es: 'Letras dañadas', ar: 'حروف تالفة' },
    text: {
      en: 'Names in {column} read or saved in the wrong encoding, which show wrong letters: {count}; upload the file with its right encoding or correct the names.',
      fr: 'Noms de {column} lus ou enregistrés dans un mauvais encodage, avec de fausses lettres : {count} ; renvoyez le fichier avec le bon encodage ou corrigez les noms.',
      es: 'Nombres de {column} leídos o guardados con una codificación equivocada, con letras erróneas: {count}; suba el archivo con su codificación correcta o corrija los nombres.',
      ar: '{count} من الأسماء في {column} قُرئت أو حُفظت بترميز خاطئ وتظهر حروفًا خاطئة؛ ارفع الملف بترميزه الصحيح أو صحح الأسماء.',
    },
  },
  'name.case': {
    title: {
      en: 'All capitals or all small letters',
      fr: 'Tout en majuscules ou en minuscules',
      es: 'Todo en mayúsculas o minúsculas',
      ar: 'كلها أحرف كبيرة أو صغيرة',
    },
    text: {
      en: 'Names in {column} written all in capitals or all in small letters: {count}; write them as on a map.',
      fr: 'Noms de {column} tout en majuscules ou tout en minuscules : {count} ; écrivez-les comme sur une carte.',
      es: 'Nombres de {column} todo en mayúsculas o todo en minúsculas: {count}; escríbalos como en un mapa.',
      ar: '{count} من الأسماء في {column} مكتوبة كلها بأحرف كبيرة أو كلها بأحرف صغيرة؛ اكتبها كما على الخريطة.',
    },
  },
  'name.particle': {
    title: {
      en: 'Capital particle inside a name',
      fr: 'Particule en majuscule dans un nom',
      es: 'Partícula en mayúscula dentro de un nombre',
      ar: 'أداة بحرف كبير داخل الاسم',
    },
    text: {
      en: 'Names in {column} with a capital particle (“De”, “Of”, “Al-”) inside the name: {count}; the specification asks for small letters. Write it small in your source.',
      fr: 'Noms de {column} avec une particule en majuscule (« De », « Of », « Al- ») à l’intérieur : {count} ; la spécification demande des minuscules. Écrivez-la en minuscules dans votre source.',
      es: 'Nombres de {column} con una partícula en mayúscula («De», «Of», «Al-») en su interior: {count}; la especificación pide minúsculas. Escríbala en minúsculas en su fuente.',
      ar: '{count} من الأسماء في {column} تكتب أداة مثل “de” أو “al-” بحرف كبير داخل الاسم؛ تطلب المواصفة حرفًا صغيرًا. اكتبها بأحرف صغيرة في مصدرك.',
    },
  },
  'name.no-letter': {
    title: { en: 'Name without a letter', fr: 'Nom sans lettre', es: 'Nombre sin letras', ar: 'اسم بلا حروف' },
    text: {
      en: 'Names in {column} without a single letter: {count}; write the names.',
      fr: 'Noms de {column} sans aucune lettre : {count} ; écrivez les noms.',
      es: 'Nombres de {column} sin ninguna letra: {count}; escriba los nombres.',
      ar: '{count} من الأسماء في {column} لا حرف فيها؛ اكتب الأسماء.',
    },
  },
  'name.placeholder': {
    title: { en: 'Placeholder instead of a name', fr: 'Texte provisoire au lieu d’un nom', es: 'Marcador en vez de un nombre', ar: 'نص بديل مكان الاسم' },
    text: {
      en: 'Cells of {column} that hold a placeholder (n/a, unknown, the code itself) instead of a name: {count}; write the name.',
      fr: 'Cellules de {column} contenant un texte provisoire (n/a, inconnu, le code lui-même) au lieu d’un nom : {count} ; écrivez le nom.',
      es: 'Celdas de {column} con un marcador (n/a, desconocido, el propio código) en vez de un nombre: {count}; escriba el nombre.',
      ar: '{count} من خلايا {column} فيها نص بديل (n/a أو غير معروف أو الرمز نفسه) مكان الاسم؛ اكتب الاسم.',
    },
  },
  'name.special-area': {
    title: { en: 'Special area', fr: 'Zone particulière', es: 'Zona especial', ar: 'منطقة خاصة' },
    text: {
      en: 'Rows of {column} named as disputed, unassigned or in conflict: {count}; accept them as special areas with a reason, or name them.',
      fr: 'Lignes de {column} nommées comme disputées, non attribuées ou en conflit : {count} ; acceptez-les comme zones particulières avec un motif, ou nommez-les.',
      es: 'Filas de {column} que figuran como disputadas, sin asignar o en conflicto: {count}; acéptelas como zonas especiales con un motivo, o nómbrelas.',
      ar: '{count} من صفوف {column} مسماة متنازعًا عليها أو غير مخصصة أو في نزاع؛ اقبلها كمناطق خاصة مع ذكر السبب أو سمّها.',
    },
  },
  'name.code-inside': {
    title: { en: 'Code inside a name', fr: 'Code dans un nom', es: 'Código dentro de un nombre', ar: 'رمز داخل الاسم' },
    text: {
      en: 'Names in {column} that contain a code: {count}; keep codes in their own column.',
      fr: 'Noms de {column} contenant un code : {count} ; gardez les codes dans leur colonne.',
      es: 'Nombres de {column} que contienen un código: {count}; deje los códigos en su columna.',
      ar: '{count} من الأسماء في {column} تحوي رمزًا؛ أبقِ الرموز في عمودها.',
    },
  },
  'name.letters': {
    title: { en: 'Letters of another language', fr: 'Lettres d’une autre langue', es: 'Letras de otro idioma', ar: 'حروف من لغة أخرى' },
    text: {
      en: 'Names in {column} with characters that “{lang}” does not have ({characters}): {count}; correct the names or the declared language.',
      fr: 'Noms de {column} avec des caractères absents de « {lang} » ({characters}) : {count} ; corrigez les noms ou la langue déclarée.',
      es: 'Nombres de {column} con caracteres que «{lang}» no tiene ({characters}): {count}; corrija los nombres o el idioma declarado.',
      ar: '{count} من الأسماء في {column} تستعمل محارف ليست في “{lang}” ({characters})؛ صحح الأسماء أو اللغة المعلنة.',
    },
  },
  'name.mixed-word': {
    title: { en: 'Two scripts in one word', fr: 'Deux écritures dans un mot', es: 'Dos escrituras en una palabra', ar: 'كتابتان في كلمة واحدة' },
    text: {
      en: 'Names in {column} that mix letters of two scripts in one word (a Latin “a” in a Cyrillic word): {count}. They never match; type them again.',
      fr: 'Noms de {column} mêlant deux écritures dans un mot (un « a » latin dans un mot cyrillique) : {count}. Ils ne correspondent jamais ; retapez-les.',
      es: 'Nombres de {column} que mezclan dos escrituras en una palabra (una «a» latina en una palabra cirílica): {count}. Nunca coinciden; vuelva a teclearlos.',
      ar: '{count} من الأسماء في {column} تخلط حروف كتابتين في كلمة واحدة؛ لن تتطابق أبدًا، أعد كتابتها.',
    },
  },
  'name.mixed-column': {
    title: { en: 'Another script than the column', fr: 'Autre écriture que la colonne', es: 'Otra escritura que la columna', ar: 'كتابة غير كتابة العمود' },
    text: {
      en: 'Names in {column} with letters of another script than the rest ({script}): {count}; move them to the column of their language.',
      fr: 'Noms de {column} avec des lettres d’une autre écriture que le reste ({script}) : {count} ; déplacez-les dans la colonne de leur langue.',
      es: 'Nombres de {column} con letras de otra escritura que el resto ({script}): {count}; muévalos a la columna de su idioma.',
      ar: '{count} من الأسماء في {column} بكتابة غير كتابة البقية ({script})؛ انقلها إلى عمود لغتها.',
    },
  },
  'name.duplicate': {
    title: {
      en: 'Same name twice under one parent',
      fr: 'Même nom deux fois sous un parent',
      es: 'Mismo nombre dos veces bajo una unidad',
      ar: 'الاسم نفسه مرتين تحت وحدة واحدة',
    },
    text: {
      en: 'Names that occur more than once under the same parent at adm{level}: {count}. Tables without codes cannot be joined by them; add what tells the units apart.',
      fr: 'Noms présents plusieurs fois sous le même parent en adm{level} : {count}. Les tableaux sans code ne pourront être joints ; ajoutez ce qui distingue les unités.',
      es: 'Nombres repetidos bajo la misma unidad superior en adm{level}: {count}. Las tablas sin código no podrán unirse; añada lo que distingue las unidades.',
      ar: '{count} من الأسماء تتكرر تحت الوحدة الأم نفسها في adm{level} فلا يمكن ربط جداول بلا رموز؛ أضف ما يميز الوحدات.',
    },
  },
  'name.near-duplicate': {
    title: { en: 'Nearly the same name', fr: 'Noms presque identiques', es: 'Nombres casi iguales', ar: 'اسمان متطابقان تقريبًا' },
    text: {
      en: 'Pairs of units under one parent at adm{level} whose names differ only in case, accents or punctuation: {count}; check that they are two places.',
      fr: 'Paires d’unités sous un même parent en adm{level} dont les noms ne diffèrent que par la casse, les accents ou la ponctuation : {count} ; vérifiez que ce sont deux lieux.',
      es: 'Pares de unidades bajo una misma unidad superior en adm{level} cuyos nombres solo difieren en mayúsculas, acentos o puntuación: {count}; compruebe que son dos lugares.',
      ar: '{count} من أزواج الوحدات تحت وحدة أم واحدة في adm{level} تختلف أسماؤها في الحركات أو الترقيم فقط؛ تحقق من أنها مكانان.',
    },
  },
  'name.country': {
    title: {
      en: 'Country name differs from UN M49',
      fr: 'Nom du pays différent de UN M49',
      es: 'Nombre del país distinto de UN M49',
      ar: 'اسم البلد يختلف عن UN M49',
    },
    text: {
      en: 'The country is not named in “{lang}” as the United Nations name it: “{expected}”; use that name in {column}.',
      fr: 'Le pays n’est pas nommé en « {lang} » comme le font les Nations Unies : « {expected} » ; employez ce nom dans {column}.',
      es: 'El país no se nombra en «{lang}» como lo hacen las Naciones Unidas: «{expected}»; use ese nombre en {column}.',
      ar: 'اسم البلد بلغة “{lang}” ليس كما تسميه الأمم المتحدة: “{expected}”؛ استعمل هذا الاسم في {column}.',
    },
  },
  'name.iso3166-2': {
    title: {
      en: 'Not spelt as in ISO 3166-2',
      fr: 'Orthographe différente de ISO 3166-2',
      es: 'Grafía distinta de ISO 3166-2',
      ar: 'إملاء يختلف عن ISO 3166-2',
    },
    text: {
      en: 'Names of adm{level} not spelt as in ISO 3166-2, which may be older: {count}; compare them with the nearest names listed.',
      fr: 'Noms de adm{level} écrits autrement que dans ISO 3166-2, qui peut être plus ancienne : {count} ; comparez-les aux noms les plus proches.',
      es: 'Nombres de adm{level} escritos de otro modo que en ISO 3166-2, que puede ser más antigua: {count}; compárelos con los nombres más cercanos.',
      ar: '{count} من أسماء adm{level} لا تُكتب كما في ISO 3166-2، وقد تكون أقدم؛ قارنها بأقرب الأسماء المدرجة.',
    },
  },
  'name.abbreviation': {
    title: {
      en: 'Abbreviated in some names only',
      fr: 'Abrégé dans certains noms seulement',
      es: 'Abreviado solo en algunos nombres',
      ar: 'مختصر في بعض الأسماء فقط',
    },
    text: {
      en: '{column} writes {count, plural, one {one word} other {# words}} both in full and abbreviated; choose one form.',
      fr: '{column} écrit {count, plural, one {un mot} other {# mots}} tantôt en entier, tantôt abrégé ; choisissez une forme.',
      es: '{column} escribe {count, plural, one {una palabra} other {# palabras}} a veces entera y a veces abreviada; elija una forma.',
      ar: 'يكتب {column} بعض الكلمات ({count}) كاملة حينًا ومختصرة حينًا؛ اختر صيغة واحدة.',
    },
  },
  'name.language': {
    title: { en: 'Names without a language', fr: 'Noms sans langue', es: 'Nombres sin idioma', ar: 'أسماء بلا لغة' },
    text: {
      en: '{column} of adm{level} has names, but nothing says in which language; state it (lang, lang1 …), so that readers get names they can read.',
      fr: '{column} de adm{level} contient des noms, mais rien n’en dit la langue ; indiquez-la (lang, lang1 …) pour que chacun reçoive des noms lisibles.',
      es: '{column} de adm{level} contiene nombres, pero nada indica su idioma; indíquelo (lang, lang1 …) para que cada lector reciba nombres legibles.',
      ar: 'في {column} من adm{level} أسماء ولا شيء يبيّن لغتها؛ حددها (lang, lang1 …) ليقرأ كل قارئ ما يفهمه.',
    },
  },
};
