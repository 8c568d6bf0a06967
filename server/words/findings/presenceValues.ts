/** Texts of findings on 3W: sectors, organisations, dates and contents. */
import type { Messages } from '../text.ts';

export const presenceValueMessages: Messages = {
  'presence.no-sector-column': {
    title: { en: 'No sectors', fr: 'Pas de secteurs', es: 'Sin sectores', ar: 'لا توجد قطاعات' },
    text: {
      en: 'No column holds sectors or clusters; counts by sector are not possible. Name the column if there is one.',
      fr: 'Aucune colonne ne contient de secteurs ou clusters ; aucun décompte par secteur n’est possible. Indiquez la colonne s’il y en a une.',
      es: 'Ninguna columna contiene sectores o clústeres; no se puede contar por sector. Indique la columna si la hay.',
      ar: 'لا يحتوي أي عمود على قطاعات أو كتل؛ لا يمكن العدّ حسب القطاع. سمِّ العمود إن وُجد.',
    },
  },
  'presence.sector-open': {
    title: { en: 'Sector not certain', fr: 'Secteur incertain', es: 'Sector incierto', ar: 'قطاع غير مؤكد' },
    text: {
      en: 'In {count, plural, one {# row} other {# rows}} the sector is written in a way that has no one certain code. {count, plural, one {It is} other {They are}} kept, counted and shown in the words of the file; say once for the country what each spelling means.',
      fr: 'Dans {count, plural, one {# ligne} other {# lignes}}, le secteur est écrit d’une façon qui n’a pas de code certain. Il est gardé, compté et montré avec les mots du fichier ; précisez une fois pour le pays le sens de chaque graphie.',
      es: 'En {count, plural, one {# fila} other {# filas}} el sector está escrito de un modo sin código cierto. Se conserva, se cuenta y se muestra con las palabras del archivo; indique una vez para el país qué significa cada grafía.',
      ar: 'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} كُتب القطاع بصيغة ليس لها رمز مؤكد. يُحفظ ويُحسب ويُعرض بكلمات الملف؛ بيّن مرة واحدة للبلد معنى كل صيغة.',
    },
  },
  'presence.org-type-open': {
    title: { en: 'Organisation type not certain', fr: 'Type d’organisation incertain', es: 'Tipo de organización incierto', ar: 'نوع المنظمة غير مؤكد' },
    text: {
      en: 'In {count, plural, one {# row} other {# rows}} the type of organisation has no one certain code; say what each spelling means.',
      fr: 'Dans {count, plural, one {# ligne} other {# lignes}}, le type d’organisation n’a pas de code certain ; précisez le sens de chaque graphie.',
      es: 'En {count, plural, one {# fila} other {# filas}} el tipo de organización no tiene código cierto; indique qué significa cada grafía.',
      ar: 'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} ليس لنوع المنظمة رمز مؤكد؛ بيّن معنى كل صيغة.',
    },
  },
  'presence.merge-proposed': {
    title: { en: 'Perhaps one organisation', fr: 'Peut-être une même organisation', es: 'Quizá una misma organización', ar: 'ربما منظمة واحدة' },
    text: {
      en: '{count, plural, one {# pair of organisations} other {# pairs of organisations}} may be one under two spellings; nothing was merged. Say which are the same.',
      fr: '{count, plural, one {# paire d’organisations pourrait} other {# paires d’organisations pourraient}} n’en faire qu’une sous deux graphies ; rien n’a été fusionné. Indiquez lesquelles sont identiques.',
      es: '{count, plural, one {# par de organizaciones podría} other {# pares de organizaciones podrían}} ser una sola con dos grafías; nada se fusionó. Indique cuáles son la misma.',
      ar: '{count, plural, one {زوج واحد من المنظمات} two {زوجان من المنظمات} few {# أزواج من المنظمات} many {# زوجًا من المنظمات} other {# زوج من المنظمات}} ربما يكون منظمة واحدة بتهجئتين؛ لم يُدمج شيء. بيّن أيها واحدة.',
    },
  },
  'presence.organisations-joined': {
    title: { en: 'Spellings taken as one', fr: 'Graphies réunies', es: 'Grafías reunidas', ar: 'تهجئات عُدّت واحدة' },
    text: {
      en: '{count, plural, one {# organisation is} other {# organisations are}} written in several ways and counted once, by official name and acronym; check the list.',
      fr: '{count, plural, one {# organisation est écrite de plusieurs façons et comptée} other {# organisations sont écrites de plusieurs façons et comptées}} une fois, par nom officiel et sigle ; vérifiez la liste.',
      es: '{count, plural, one {# organización está escrita de varias formas y se cuenta} other {# organizaciones están escritas de varias formas y se cuentan}} una vez, por nombre oficial y sigla; revise la lista.',
      ar: '{count, plural, one {منظمة واحدة كُتبت} two {منظمتان كُتبتا} few {# منظمات كُتبت} many {# منظمة كُتبت} other {# منظمة كُتبت}} بعدة صيغ وعُدّت مرة واحدة بالاسم الرسمي والاختصار؛ راجع القائمة.',
    },
  },
  'presence.organisations-several': {
    title: { en: 'Perhaps several organisations', fr: 'Peut-être plusieurs organisations', es: 'Quizá varias organizaciones', ar: 'ربما عدة منظمات' },
    text: {
      en: '{count, plural, one {# name seems} other {# names seem}} to hold several values and {count, plural, one {counts} other {count each}} as one organisation; declare the separator in the review of the columns.',
      fr: '{count, plural, one {# nom semble contenir plusieurs valeurs et compte} other {# noms semblent contenir plusieurs valeurs et comptent chacun}} pour une organisation ; déclarez le séparateur dans l’examen des colonnes.',
      es: '{count, plural, one {# nombre parece contener varios valores y cuenta} other {# nombres parecen contener varios valores y cuentan cada uno}} como una organización; declare el separador en la revisión de columnas.',
      ar: '{count, plural, one {اسم واحد يبدو} two {اسمان يبدوان} few {# أسماء تبدو} many {# اسمًا يبدو} other {# اسم يبدو}} حاويًا عدة قيم ويُعدّ منظمة واحدة؛ حدّد الفاصل في مراجعة الأعمدة.',
    },
  },
  'presence.formula': {
    title: { en: 'Text that looks like a formula', fr: 'Texte ressemblant à une formule', es: 'Texto que parece fórmula', ar: 'نص يشبه صيغة' },
    text: {
      en: '{count, plural, one {# name or activity begins} other {# names or activities begin}} like a spreadsheet formula; kept as text and made harmless in every export. Correct the source.',
      fr: '{count, plural, one {# nom ou activité commence} other {# noms ou activités commencent}} comme une formule de tableur ; conservé comme texte et rendu inoffensif dans chaque export. Corrigez la source.',
      es: '{count, plural, one {# nombre o actividad empieza} other {# nombres o actividades empiezan}} como una fórmula de hoja de cálculo; se conserva como texto y es inofensivo en toda exportación. Corrija la fuente.',
      ar: '{count, plural, one {اسم أو نشاط واحد يبدأ} two {اسمان أو نشاطان يبدآن} few {# أسماء أو أنشطة تبدأ} many {# اسمًا أو نشاطًا يبدأ} other {# اسم أو نشاط يبدأ}} كصيغة جداول؛ حُفظ نصًا وأُبطل أثره في كل تصدير. صحّح المصدر.',
    },
  },
  'presence.markup': {
    title: { en: 'Markup in a text', fr: 'Balises dans un texte', es: 'Marcado en un texto', ar: 'وسوم في نص' },
    text: {
      en: '{count, plural, one {# name or activity holds} other {# names or activities hold}} markup of web pages; shown as plain text and never run. Correct the source.',
      fr: '{count, plural, one {# nom ou activité contient} other {# noms ou activités contiennent}} des balises de page web ; affiché comme texte et jamais exécuté. Corrigez la source.',
      es: '{count, plural, one {# nombre o actividad contiene} other {# nombres o actividades contienen}} marcado de páginas web; se muestra como texto y nunca se ejecuta. Corrija la fuente.',
      ar: '{count, plural, one {اسم أو نشاط واحد يحتوي} two {اسمان أو نشاطان يحتويان} few {# أسماء أو أنشطة تحتوي} many {# اسمًا أو نشاطًا يحتوي} other {# اسم أو نشاط يحتوي}} على وسوم صفحات الويب؛ يُعرض نصًا ولا يُنفَّذ أبدًا. صحّح المصدر.',
    },
  },
  'presence.period-proposed': {
    title: { en: 'Period not stated', fr: 'Période non indiquée', es: 'Período no indicado', ar: 'الفترة غير مذكورة' },
    text: {
      en: '{rows, plural, one {# row has} other {# rows have}} no full date; the name of the file or sheet suggests {start} to {end}. Confirm the period to use it.',
      fr: '{rows, plural, one {# ligne n’a} other {# lignes n’ont}} pas de date complète ; le nom du fichier ou de la feuille suggère du {start} au {end}. Confirmez la période pour l’utiliser.',
      es: '{rows, plural, one {# fila no tiene} other {# filas no tienen}} fecha completa; el nombre del archivo o de la hoja sugiere de {start} a {end}. Confirme el período para usarlo.',
      ar: '{rows, plural, one {صف واحد بلا} two {صفّان بلا} few {# صفوف بلا} many {# صفًا بلا} other {# صف بلا}} تاريخ كامل؛ ويوحي اسم الملف أو الورقة بالفترة من {start} إلى {end}. أكّد الفترة لاستخدامها.',
    },
  },
  'presence.period-missing': {
    title: { en: 'Period not stated', fr: 'Période non indiquée', es: 'Período no indicado', ar: 'الفترة غير مذكورة' },
    text: {
      en: '{rows, plural, one {# row has} other {# rows have}} no date, and nothing says which period the file covers; give the period.',
      fr: '{rows, plural, one {# ligne n’a} other {# lignes n’ont}} pas de date, et rien n’indique la période couverte ; précisez-la.',
      es: '{rows, plural, one {# fila no tiene} other {# filas no tienen}} fecha y nada indica el período que cubre el archivo; indíquelo.',
      ar: '{rows, plural, one {صف واحد بلا} two {صفّان بلا} few {# صفوف بلا} many {# صفًا بلا} other {# صف بلا}} تاريخ، ولا شيء يدل على الفترة التي يغطيها الملف؛ اذكر الفترة.',
    },
  },
  'presence.date-odd': {
    title: { en: 'Dates without sense', fr: 'Dates dépourvues de sens', es: 'Fechas sin sentido', ar: 'تواريخ بلا معنى' },
    text: {
      en: '{count, plural, one {# date is} other {# dates are}} a zero of the spreadsheet or years apart from all others. The rows count, but in no period, until you say in the review what {count, plural, one {it means} other {they mean}}.',
      fr: '{count, plural, one {# date est un zéro du tableur ou s’écarte} other {# dates sont des zéros du tableur ou s’écartent}} de plusieurs années de toutes les autres. Les lignes comptent, mais dans aucune période, tant que vous ne dites pas dans la revue ce {count, plural, one {qu’elle signifie} other {qu’elles signifient}}.',
      es: '{count, plural, one {# fecha es un cero de la hoja de cálculo o dista} other {# fechas son ceros de la hoja de cálculo o distan}} años de todas las demás. Las filas cuentan, pero en ningún período, hasta que diga en la revisión qué {count, plural, one {significa} other {significan}}.',
      ar: '{count, plural, one {تاريخ واحد هو} two {تاريخان هما} few {# تواريخ هي} many {# تاريخًا هي} other {# تاريخ هي}} صفر من برنامج الجداول أو تبعد سنوات عن بقية التواريخ. تُحسب الصفوف لكن خارج أي فترة حتى تحدد معناها في المراجعة.',
    },
  },
  'presence.calendar-turned': {
    title: { en: 'Dates of another calendar', fr: 'Dates d’un autre calendrier', es: 'Fechas de otro calendario', ar: 'تواريخ بتقويم آخر' },
    text: {
      en: '{count, plural, one {# column holds} other {# columns hold}} dates of another calendar; they were converted to Gregorian days. If that is wrong, say so in the review.',
      fr: '{count, plural, one {# colonne contient} other {# colonnes contiennent}} des dates d’un autre calendrier ; elles ont été converties en jours grégoriens. Si c’est faux, dites-le dans la revue.',
      es: '{count, plural, one {# columna contiene} other {# columnas contienen}} fechas de otro calendario; se convirtieron a días gregorianos. Si no es así, indíquelo en la revisión.',
      ar: '{count, plural, one {عمود واحد يحمل} two {عمودان يحملان} few {# أعمدة تحمل} many {# عمودًا تحمل} other {# عمود تحمل}} تواريخ بتقويم آخر حُوّلت إلى أيام ميلادية. إن كان ذلك خطأ فبيّنه في المراجعة.',
    },
  },
  'presence.calendar-told': {
    title: { en: 'Calendar not converted', fr: 'Calendrier non converti', es: 'Calendario no convertido', ar: 'تقويم لم يُحوّل' },
    text: {
      en: '{count, plural, one {# column holds} other {# columns hold}} dates of a calendar that is not converted here; the rows have no period from {count, plural, one {it} other {them}}. Add a column with Gregorian dates, or say the period of the whole file.',
      fr: '{count, plural, one {# colonne contient} other {# colonnes contiennent}} des dates d’un calendrier qui n’est pas converti ici ; les lignes n’en reçoivent aucune période. Ajoutez une colonne de dates grégoriennes ou indiquez la période de tout le fichier.',
      es: '{count, plural, one {# columna contiene} other {# columnas contienen}} fechas de un calendario que aquí no se convierte; las filas no reciben período de {count, plural, one {ella} other {ellas}}. Añada una columna con fechas gregorianas o indique el período de todo el archivo.',
      ar: '{count, plural, one {عمود واحد يحمل} two {عمودان يحملان} few {# أعمدة تحمل} many {# عمودًا تحمل} other {# عمود تحمل}} تواريخ بتقويم لا يُحوَّل هنا، فلا فترة لصفوفه منها. أضف عمودًا بتواريخ ميلادية أو حدّد فترة الملف كله.',
    },
  },
  'presence.date-unreadable': {
    title: { en: 'Date not readable', fr: 'Date illisible', es: 'Fecha ilegible', ar: 'تاريخ غير مقروء' },
    text: {
      en: '{count, plural, one {# date} other {# dates}} cannot be read, or can be read in two ways; write dates as YYYY-MM-DD.',
      fr: '{count, plural, one {# date est illisible ou se lit} other {# dates sont illisibles ou se lisent}} de deux façons ; écrivez les dates AAAA-MM-JJ.',
      es: '{count, plural, one {# fecha no se puede leer o se lee} other {# fechas no se pueden leer o se leen}} de dos maneras; escriba las fechas como AAAA-MM-DD.',
      ar: '{count, plural, one {تاريخ واحد لا يُقرأ} two {تاريخان لا يُقرآن} few {# تواريخ لا تُقرأ} many {# تاريخًا لا يُقرأ} other {# تاريخ لا يُقرأ}} أو يُقرأ بطريقتين؛ اكتب التواريخ بالشكل YYYY-MM-DD.',
    },
  },
  'presence.people-unreadable': {
    title: { en: 'Number of people not readable', fr: 'Nombre de personnes illisible', es: 'Número de personas ilegible', ar: 'عدد أشخاص غير مقروء' },
    text: {
      en: '{count, plural, one {# number of people is} other {# numbers of people are}} left out: no number, below zero, with a fraction, or like 1.500 to be read in two ways. Write whole numbers without separators.',
      fr: '{count, plural, one {# nombre de personnes est laissé} other {# nombres de personnes sont laissés}} de côté : pas un nombre, négatif, avec une fraction, ou lisible de deux façons comme 1.500. Écrivez des nombres entiers sans séparateurs.',
      es: '{count, plural, one {Se omite # número} other {Se omiten # números}} de personas: no es un número, es negativo, tiene una fracción o, como 1.500, se lee de dos maneras. Escriba números enteros sin separadores.',
      ar: 'تُرك {count, plural, one {عدد واحد} two {عددان} few {# أعداد} many {# عددًا} other {# عدد}} من أعداد الأشخاص: ليس رقمًا أو أقل من الصفر أو فيه كسر أو يُقرأ بطريقتين مثل 1.500. اكتب أعدادًا صحيحة بلا فواصل.',
    },
  },
  'presence.end-before-start': {
    title: { en: 'End before start', fr: 'Fin avant le début', es: 'Fin antes del inicio', ar: 'النهاية قبل البداية' },
    text: {
      en: '{count, plural, one {# row ends} other {# rows end}} before it starts; correct the dates.',
      fr: '{count, plural, one {# ligne se termine} other {# lignes se terminent}} avant de commencer ; corrigez les dates.',
      es: '{count, plural, one {# fila termina} other {# filas terminan}} antes de empezar; corrija las fechas.',
      ar: '{count, plural, one {صف واحد ينتهي} two {صفّان ينتهيان} few {# صفوف تنتهي} many {# صفًا ينتهي} other {# صف ينتهي}} قبل أن يبدأ؛ صحّح التواريخ.',
    },
  },
  'presence.duplicate': {
    title: { en: 'Repeated rows', fr: 'Lignes répétées', es: 'Filas repetidas', ar: 'صفوف مكررة' },
    text: {
      en: '{count, plural, one {# row repeats} other {# rows repeat}} another in every cell; they change numbers of activities and people, never of organisations. Remove copies.',
      fr: '{count, plural, one {# ligne répète} other {# lignes répètent}} une autre dans toutes ses cellules ; cela change le nombre d’activités et de personnes, jamais d’organisations. Retirez les copies.',
      es: '{count, plural, one {# fila repite} other {# filas repiten}} otra en todas sus celdas; cambia el número de actividades y personas, nunca el de organizaciones. Quite las copias.',
      ar: '{count, plural, one {صف واحد يكرر} two {صفّان يكرران} few {# صفوف تكرر} many {# صفًا يكرر} other {# صف يكرر}} صفًا آخر في كل خلاياه؛ يغيّر ذلك عدد الأنشطة والأشخاص لا المنظمات. احذف النسخ.',
    },
  },
};
