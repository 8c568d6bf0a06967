/** Why a column is taken for what it is taken, what roles are called, and what is asked of a person where the evidence is thin. */
import type { Text } from '../text.ts';

/** `{count} of {total} cells`, in front of what they are. */
const cells = (what: Text): Text => ({
  en: `{count, number} of {total, number} cells ${what.en}: {samples, list}`,
  fr: `{count, number} cellules sur {total, number} ${what.fr} : {samples, list}`,
  es: `{count, number} de {total, number} celdas ${what.es}: {samples, list}`,
  ar: `{count, number} من {total, number} خلية ${what.ar}: {samples, list}`,
});
const why = {
  'why.asked': { en: 'a person said so', fr: 'une personne l’a dit', es: 'lo dijo una persona', ar: 'حدّده شخص' },
  'why.profile': {
    en: 'the file before was read so ({file})',
    fr: 'le fichier précédent a été lu ainsi ({file})',
    es: 'el archivo anterior se leyó así ({file})',
    ar: 'قُرئ الملف السابق هكذا ({file})',
  },
  'why.heading': { en: 'the heading says “{word}”', fr: 'l’en-tête dit « {word} »', es: 'el encabezado dice «{word}»', ar: 'يقول العنوان «{word}»' },
  'why.heading-mentions': {
    en: 'the heading only mentions “{word}” in a sentence or an instruction',
    fr: 'l’en-tête ne fait que mentionner « {word} » dans une phrase ou une consigne',
    es: 'el encabezado solo menciona «{word}» en una frase o una instrucción',
    ar: 'يذكر العنوان «{word}» عَرَضًا في جملة أو تعليمات',
  },
  'why.heading-counts': {
    en: 'the heading speaks of a number (“{word}”)',
    fr: 'l’en-tête parle d’un nombre (« {word} »)',
    es: 'el encabezado habla de un número («{word}»)',
    ar: 'يتحدث العنوان عن عدد («{word}»)',
  },
  'why.heading-id': {
    en: 'the heading speaks of an identifier (“{word}”)',
    fr: 'l’en-tête parle d’un identifiant (« {word} »)',
    es: 'el encabezado habla de un identificador («{word}»)',
    ar: 'يتحدث العنوان عن معرّف («{word}»)',
  },
  'why.heading-other': {
    en: 'the heading speaks of something else (“{word}”)',
    fr: 'l’en-tête parle d’autre chose (« {word} »)',
    es: 'el encabezado habla de otra cosa («{word}»)',
    ar: 'يتحدث العنوان عن شيء آخر («{word}»)',
  },
  'why.heading-form': {
    en: 'the heading says when the form was filled in or sent (“{word}”)',
    fr: 'l’en-tête dit quand le formulaire a été rempli ou envoyé (« {word} »)',
    es: 'el encabezado dice cuándo se llenó o envió el formulario («{word}»)',
    ar: 'يدل العنوان على وقت تعبئة الاستمارة أو إرسالها («{word}»)',
  },
  'why.form': {
    en: 'the table is an export of a form, whose “{word}” is when it was filled in',
    fr: 'le tableau est l’export d’un formulaire, dont « {word} » dit quand il a été rempli',
    es: 'la tabla es la exportación de un formulario, cuyo «{word}» dice cuándo se llenó',
    ar: 'الجدول تصدير من استمارة، و«{word}» فيها وقت تعبئتها',
  },
  'why.tag': { en: 'tagged {tag}', fr: 'étiquetée {tag}', es: 'etiquetada {tag}', ar: 'وسم العمود {tag}' },
  'why.empty': { en: 'the column is empty', fr: 'la colonne est vide', es: 'la columna está vacía', ar: 'العمود فارغ' },
  'why.codes': cells({ en: 'hold P-codes', fr: 'contiennent des P-codes', es: 'contienen códigos P', ar: 'تحمل رموزًا إدارية' }),
  'why.codes-of': cells({
    en: 'hold a P-code of adm{level} that the boundaries have',
    fr: 'contiennent un P-code adm{level} que les limites connaissent',
    es: 'contienen un código P de adm{level} que los límites tienen',
    ar: 'تحمل رمزًا من المستوى adm{level} موجودًا في الحدود',
  }),
  'why.names-of': cells({
    en: 'hold the name of a unit of adm{level}',
    fr: 'contiennent le nom d’une unité adm{level}',
    es: 'contienen el nombre de una unidad de adm{level}',
    ar: 'تحمل اسم وحدة من المستوى adm{level}',
  }),
  'why.other-level': {
    en: 'more of its cells ({count, number} of {total, number}) are of another level',
    fr: 'davantage de ses cellules ({count, number} sur {total, number}) sont d’un autre niveau',
    es: 'más de sus celdas ({count, number} de {total, number}) son de otro nivel',
    ar: 'عدد أكبر من خلاياه ({count, number} من {total, number}) من مستوى آخر',
  },
  'why.no-codes': {
    en: 'no cell holds a P-code of adm{level} that the boundaries have: {samples, list}',
    fr: 'aucune cellule ne contient un P-code adm{level} des limites : {samples, list}',
    es: 'ninguna celda contiene un código P de adm{level} de los límites: {samples, list}',
    ar: 'لا تحمل أي خلية رمزًا من المستوى adm{level} موجودًا في الحدود: {samples, list}',
  },
  'why.not-codes': {
    en: 'its cells look like no codes: {samples, list}',
    fr: 'ses cellules ne ressemblent pas à des codes : {samples, list}',
    es: 'sus celdas no parecen códigos: {samples, list}',
    ar: 'لا تشبه خلاياه رموزًا: {samples, list}',
  },
  'why.no-names': {
    en: 'no cell holds the name of a unit of adm{level}: {samples, list}',
    fr: 'aucune cellule ne contient le nom d’une unité adm{level} : {samples, list}',
    es: 'ninguna celda contiene el nombre de una unidad de adm{level}: {samples, list}',
    ar: 'لا تحمل أي خلية اسم وحدة من المستوى adm{level}: {samples, list}',
  },
  'why.places': cells({ en: 'hold names of places', fr: 'contiennent des noms de lieux', es: 'contienen nombres de lugares', ar: 'تحمل أسماء أماكن' }),
  'why.sectors': cells({ en: 'name a sector', fr: 'nomment un secteur', es: 'nombran un sector', ar: 'تذكر قطاعًا' }),
  'why.types': cells({ en: 'name a type of organisation', fr: 'nomment un type d’organisation', es: 'nombran un tipo de organización', ar: 'تذكر نوع منظمة' }),
  'why.status': cells({ en: 'say how far an activity is', fr: 'disent où en est une activité', es: 'dicen cómo va una actividad', ar: 'تذكر حالة نشاط' }),
  'why.known': cells({
    en: 'hold a known organisation',
    fr: 'contiennent une organisation connue',
    es: 'contienen una organización conocida',
    ar: 'تحمل منظمة معروفة',
  }),
  'why.bodies': cells({
    en: 'are called as organisations are',
    fr: 'portent un nom d’organisation',
    es: 'tienen nombre de organización',
    ar: 'تحمل اسمًا يشبه أسماء المنظمات',
  }),
  'why.no-bodies': {
    en: 'its cells look like no organisations: {samples, list}',
    fr: 'ses cellules ne ressemblent pas à des organisations : {samples, list}',
    es: 'sus celdas no parecen organizaciones: {samples, list}',
    ar: 'لا تشبه خلاياه منظمات: {samples, list}',
  },
  'why.acronyms': cells({ en: 'look like acronyms', fr: 'ressemblent à des sigles', es: 'parecen siglas', ar: 'تشبه الاختصارات' }),
  'why.numbers': cells({ en: 'are numbers', fr: 'sont des nombres', es: 'son números', ar: 'أرقام' }),
  'why.dates': cells({ en: 'are dates', fr: 'sont des dates', es: 'son fechas', ar: 'تواريخ' }),
  'why.months': cells({ en: 'name a month', fr: 'nomment un mois', es: 'nombran un mes', ar: 'تذكر شهرًا' }),
  'why.years': cells({ en: 'are years', fr: 'sont des années', es: 'son años', ar: 'سنوات' }),
  'why.timestamps': cells({
    en: 'hold a time of the day, as forms note when they are filled in',
    fr: 'contiennent une heure, comme la note un formulaire quand on le remplit',
    es: 'contienen una hora, como la anota un formulario al llenarse',
    ar: 'تحمل ساعة من اليوم كما تسجلها الاستمارات عند تعبئتها',
  }),
  'why.sentences': cells({ en: 'are sentences', fr: 'sont des phrases', es: 'son frases', ar: 'جُمل' }),
  'why.answers': cells({ en: 'are answers to a question', fr: 'sont des réponses à une question', es: 'son respuestas a una pregunta', ar: 'إجابات عن سؤال' }),
  'why.addresses': cells({ en: 'are addresses', fr: 'sont des adresses', es: 'son direcciones', ar: 'عناوين' }),
  'why.no-numbers': {
    en: 'its cells are no numbers: {samples, list}',
    fr: 'ses cellules ne sont pas des nombres : {samples, list}',
    es: 'sus celdas no son números: {samples, list}',
    ar: 'خلاياه ليست أرقامًا: {samples, list}',
  },
  'why.no-dates': {
    en: 'its cells are no dates: {samples, list}',
    fr: 'ses cellules ne sont pas des dates : {samples, list}',
    es: 'sus celdas no son fechas: {samples, list}',
    ar: 'خلاياه ليست تواريخ: {samples, list}',
  },
  'why.no-months': {
    en: 'its cells are no months: {samples, list}',
    fr: 'ses cellules ne sont pas des mois : {samples, list}',
    es: 'sus celdas no son meses: {samples, list}',
    ar: 'خلاياه ليست أشهرًا: {samples, list}',
  },
  'why.no-years': {
    en: 'its cells are no years: {samples, list}',
    fr: 'ses cellules ne sont pas des années : {samples, list}',
    es: 'sus celdas no son años: {samples, list}',
    ar: 'خلاياه ليست سنوات: {samples, list}',
  },
  'why.no-status': {
    en: 'its cells do not say how far an activity is: {samples, list}',
    fr: 'ses cellules ne disent pas où en est une activité : {samples, list}',
    es: 'sus celdas no dicen cómo va una actividad: {samples, list}',
    ar: 'لا تذكر خلاياه حالة نشاط: {samples, list}',
  },
  'why.degrees': {
    en: 'its cells are degrees within the country: {samples, list}',
    fr: 'ses cellules sont des degrés dans le pays : {samples, list}',
    es: 'sus celdas son grados dentro del país: {samples, list}',
    ar: 'خلاياه درجات تقع داخل البلد: {samples, list}',
  },
  'why.no-degrees': {
    en: 'its cells are no degrees within the country: {samples, list}',
    fr: 'ses cellules ne sont pas des degrés dans le pays : {samples, list}',
    es: 'sus celdas no son grados dentro del país: {samples, list}',
    ar: 'خلاياه ليست درجات تقع داخل البلد: {samples, list}',
  },
  'why.unrepeated': {
    en: 'hardly any of its {count, number} texts comes twice in {total, number} cells',
    fr: 'presque aucun de ses {count, number} textes ne revient dans {total, number} cellules',
    es: 'casi ninguno de sus {count, number} textos se repite en {total, number} celdas',
    ar: 'يكاد لا يتكرر أي من نصوصه ({count, number}) في {total, number} خلية',
  },
  'why.few': {
    en: 'it holds only {count, number} different texts in {total, number} cells: {samples, list}',
    fr: 'elle ne contient que {count, number} textes différents dans {total, number} cellules : {samples, list}',
    es: 'solo contiene {count, number} textos distintos en {total, number} celdas: {samples, list}',
    ar: 'لا يحمل إلا {count, number} من النصوص المختلفة في {total, number} خلية: {samples, list}',
  },
  'why.many': {
    en: 'it holds {count, number} different texts in {total, number} cells, too many',
    fr: 'elle contient {count, number} textes différents dans {total, number} cellules, trop pour cela',
    es: 'contiene {count, number} textos distintos en {total, number} celdas, demasiados',
    ar: 'يحمل {count, number} نصًا مختلفًا في {total, number} خلية وهذا كثير',
  },
  'why.long': {
    en: 'its texts are long: {samples, list}',
    fr: 'ses textes sont longs : {samples, list}',
    es: 'sus textos son largos: {samples, list}',
    ar: 'نصوصه طويلة: {samples, list}',
  },
  'why.acronym-of': {
    en: 'its acronyms fit the names in “{heading}”: {short} – {name}',
    fr: 'ses sigles correspondent aux noms de « {heading} » : {short} – {name}',
    es: 'sus siglas corresponden a los nombres de «{heading}»: {short} – {name}',
    ar: 'توافق اختصاراته الأسماء في «{heading}»: {short} – {name}',
  },
  'why.beside-several': {
    en: '“{text}” stands beside several of “{heading}” ({names, list}) and is none of their acronyms',
    fr: '« {text} » figure à côté de plusieurs de « {heading} » ({names, list}) et n’est le sigle d’aucune',
    es: '«{text}» figura junto a varias de «{heading}» ({names, list}) y no es sigla de ninguna',
    ar: 'يقف «{text}» بجانب عدة قيم من «{heading}» ({names, list}) وليس اختصارًا لأي منها',
  },
  'why.goes-with': {
    en: 'it goes with “{heading}” row by row',
    fr: 'elle va de pair avec « {heading} » ligne à ligne',
    es: 'va a la par de «{heading}» fila por fila',
    ar: 'يتوافق مع «{heading}» صفًا بصف',
  },
  'why.goes-not-with': {
    en: 'it does not go with “{heading}” row by row',
    fr: 'elle ne va pas de pair avec « {heading} » ligne à ligne',
    es: 'no va a la par de «{heading}» fila por fila',
    ar: 'لا يتوافق مع «{heading}» صفًا بصف',
  },
  'why.inside': {
    en: 'its places lie inside those of “{heading}”',
    fr: 'ses lieux se trouvent dans ceux de « {heading} »',
    es: 'sus lugares están dentro de los de «{heading}»',
    ar: 'تقع أماكنه داخل أماكن «{heading}»',
  },
  'why.not-inside': {
    en: 'its places do not lie inside those of “{heading}”',
    fr: 'ses lieux ne se trouvent pas dans ceux de « {heading} »',
    es: 'sus lugares no están dentro de los de «{heading}»',
    ar: 'لا تقع أماكنه داخل أماكن «{heading}»',
  },
  'why.choice': {
    en: 'an answer of a question with several: 1 where “{answer}” was chosen',
    fr: 'une réponse d’une question à choix multiple : 1 où « {answer} » a été choisi',
    es: 'una respuesta de una pregunta de opción múltiple: 1 donde se eligió «{answer}»',
    ar: 'إجابة من سؤال متعدد الخيارات: 1 حيث اختير «{answer}»',
  },
} satisfies Record<string, Text>;

const PART = {
  en: '{part, select, acronym {, acronyms} type {, types} other {}}',
  fr: '{part, select, acronym {, sigles} type {, types} other {}}',
  es: '{part, select, acronym {, siglas} type {, tipos} other {}}',
  ar: '{part, select, acronym { (اختصارات)} type { (أنواع)} other {}}',
};
const CODES = {
  en: '{part, select, code {P-codes} other {names}}',
  fr: '{part, select, code {P-codes} other {noms}}',
  es: '{part, select, code {códigos P} other {nombres}}',
  ar: '{part, select, code {رموز} other {أسماء}}',
};

const roles = {
  'role.org': {
    en: `{role, select, programming {programming organisations} funding {funding organisations} other {implementing organisations}}${PART.en}`,
    fr: `{role, select, programming {organisations de programmation} funding {bailleurs de fonds} other {organisations de mise en œuvre}}${PART.fr}`,
    es: `{role, select, programming {organizaciones programadoras} funding {donantes} other {organizaciones implementadoras}}${PART.es}`,
    ar: `{role, select, programming {المنظمات المبرمِجة} funding {الجهات المانحة} other {المنظمات المنفذة}}${PART.ar}`,
  },
  'role.place': { en: `adm{level} ${CODES.en}`, fr: `adm{level}, ${CODES.fr}`, es: `adm{level}, ${CODES.es}`, ar: `${CODES.ar} المستوى adm{level}` },
  'role.sector': { en: 'sectors', fr: 'secteurs', es: 'sectores', ar: 'القطاعات' },
  'role.choice': { en: 'sector “{answer}” chosen', fr: 'secteur « {answer} » choisi', es: 'sector «{answer}» elegido', ar: 'اختيار القطاع «{answer}»' },
  'role.subsector': { en: 'sub-sectors', fr: 'sous-secteurs', es: 'subsectores', ar: 'القطاعات الفرعية' },
  'role.activity': { en: 'activities', fr: 'activités', es: 'actividades', ar: 'الأنشطة' },
  'role.status': { en: 'status', fr: 'statut', es: 'estado', ar: 'الحالة' },
  'role.start': { en: 'start dates', fr: 'dates de début', es: 'fechas de inicio', ar: 'تواريخ البداية' },
  'role.end': { en: 'end dates', fr: 'dates de fin', es: 'fechas de fin', ar: 'تواريخ النهاية' },
  'role.period': { en: 'periods', fr: 'périodes', es: 'períodos', ar: 'الفترات' },
  'role.year': { en: 'years', fr: 'années', es: 'años', ar: 'السنوات' },
  'role.month': { en: 'months', fr: 'mois', es: 'meses', ar: 'الأشهر' },
  'role.quarter': { en: 'quarters', fr: 'trimestres', es: 'trimestres', ar: 'الأرباع' },
  'role.people': { en: 'people reached', fr: 'personnes atteintes', es: 'personas alcanzadas', ar: 'الأشخاص الذين وصلتهم المساعدة' },
  'role.modality': { en: 'modalities', fr: 'modalités', es: 'modalidades', ar: 'الطرائق' },
  'role.lat': { en: 'latitudes', fr: 'coordonnées (latitude)', es: 'coordenadas (latitud)', ar: 'خطوط العرض' },
  'role.lon': { en: 'longitudes', fr: 'coordonnées (longitude)', es: 'coordenadas (longitud)', ar: 'خطوط الطول' },
  'role.locality': { en: 'localities', fr: 'localités', es: 'localidades', ar: 'المواقع' },
  'role.ignore': { en: 'not used', fr: 'non utilisée', es: 'no usada', ar: 'غير مستخدم' },
} satisfies Record<string, Text>;

const asking = {
  /** A column, quoted with samples. */
  'column.sampled': {
    en: '“{heading}” ({samples, list})',
    fr: '« {heading} » ({samples, list})',
    es: '«{heading}» ({samples, list})',
    ar: '«{heading}» ({samples, list})',
  },
  'column.numbered': { en: 'column {number, raw}', fr: 'colonne {number, raw}', es: 'columna {number, raw}', ar: 'العمود {number, raw}' },
  'column.used': {
    en: '{role}: {column}, {percent, raw} % sure, because {why, lines}',
    fr: '{role} : {column}, sûr à {percent, raw} %, car {why, lines}',
    es: '{role}: {column}, seguro al {percent, raw} %, porque {why, lines}',
    ar: '{role}: {column}، بثقة {percent, raw}٪، لأن {why, lines}',
  },
  'column.is': { en: '{column}: it holds {role}', fr: '{column} : contient {role}', es: '{column}: contiene {role}', ar: '{column}: يحمل {role}' },
  'column.are': { en: '{parts, lines}', fr: '{parts, lines}', es: '{parts, lines}', ar: '{parts, lines}' },
  'column.not': {
    en: '{column} was taken for {role}, but {why}',
    fr: '{column} a été prise pour : {role}, mais {why}',
    es: '{column} se tomó por {role}, pero {why}',
    ar: 'عُدّ {column}: {role}، لكن {why}',
  },
  'column.because': { en: '“{column}”: {why}', fr: '« {column} » : {why}', es: '«{column}»: {why}', ar: '«{column}»: {why}' },
  'question.role': {
    en: 'Does {column} hold {role}? {rows, plural, one {# row hangs} other {# rows hang}} on the answer.',
    fr: '{column} contient-elle : {role} ? {rows, plural, one {# ligne en dépend} other {# lignes en dépendent}}.',
    es: '¿Contiene {column} {role}? De la respuesta {rows, plural, one {depende # fila} other {dependen # filas}}.',
    ar: 'هل يحمل {column}: {role}؟ {rows, plural, one {يتوقف على الجواب صف واحد} two {يتوقف على الجواب صفان} few {تتوقف على الجواب # صفوف} many {يتوقف على الجواب # صفًا} other {يتوقف على الجواب # صف}}.',
  },
  'question.missing': {
    en: 'No column surely holds {role}; {column} might. {rows, plural, one {# row hangs} other {# rows hang}} on the answer.',
    fr: 'Aucune colonne ne contient sûrement : {role} ; {column} le pourrait. {rows, plural, one {# ligne en dépend} other {# lignes en dépendent}}.',
    es: 'Ninguna columna contiene con seguridad {role}; {column} podría. De la respuesta {rows, plural, one {depende # fila} other {dependen # filas}}.',
    ar: 'لا يوجد عمود مؤكد يحمل: {role}؛ وقد يكون {column}. {rows, plural, one {يتوقف على الجواب صف واحد} two {يتوقف على الجواب صفان} few {تتوقف على الجواب # صفوف} many {يتوقف على الجواب # صفًا} other {يتوقف على الجواب # صف}}.',
  },
} satisfies Record<string, Text>;

export const columnClauses = { ...why, ...roles, ...asking };
