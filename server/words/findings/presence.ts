/** Texts of findings on 3W: what was read, where rows are, what waits for a person. Dates, organisations and content are in presenceValues.ts. */
import type { Messages } from '../text.ts';
import { presenceColumnMessages } from './presenceColumns.ts';
import { presenceValueMessages } from './presenceValues.ts';

export const presenceMessages: Messages = {
  ...presenceValueMessages,
  ...presenceColumnMessages,
  'presence.other-sheets': {
    title: { en: 'Other sheets', fr: 'Autres feuilles', es: 'Otras hojas', ar: 'أوراق أخرى' },
    text: {
      en: 'Sheet "{sheet}" was read; {count, plural, one {# other sheet holds} other {# other sheets hold}} organisations and places too. Name the sheet if another one is meant.',
      fr: 'La feuille « {sheet} » a été lue ; {count, plural, one {# autre feuille contient} other {# autres feuilles contiennent}} aussi des organisations et des lieux. Indiquez la feuille si une autre est voulue.',
      es: 'Se leyó la hoja «{sheet}»; {count, plural, one {# hoja más contiene} other {# hojas más contienen}} también organizaciones y lugares. Indique la hoja si se quería otra.',
      ar: 'قُرئت الورقة «{sheet}»، وتحتوي {count, plural, one {ورقة أخرى} two {ورقتان أخريان} few {# أوراق أخرى} many {# ورقة أخرى} other {# ورقة أخرى}} أيضًا على منظمات وأماكن. سمِّ الورقة إن كانت أخرى هي المقصودة.',
    },
  },
  'presence.sheet-hidden': {
    title: { en: 'Hidden sheet read', fr: 'Feuille masquée lue', es: 'Hoja oculta leída', ar: 'قُرئت ورقة مخفية' },
    text: {
      en: 'Only the hidden sheet "{sheet}" holds organisations and places, and it was read; check that it is the one meant.',
      fr: 'Seule la feuille masquée « {sheet} » contient des organisations et des lieux ; elle a été lue. Vérifiez que c’est la bonne.',
      es: 'Solo la hoja oculta «{sheet}» contiene organizaciones y lugares, y se leyó; compruebe que sea la correcta.',
      ar: 'الورقة المخفية «{sheet}» وحدها تحتوي على منظمات وأماكن وقد قُرئت؛ تحقّق من أنها المقصودة.',
    },
  },
  'presence.columns-ignored': {
    title: { en: 'Columns not used', fr: 'Colonnes non utilisées', es: 'Columnas no usadas', ar: 'أعمدة غير مستخدمة' },
    text: {
      en: '{count, plural, one {# column was} other {# columns were}} not needed or not understood; say what {count, plural, one {it holds} other {they hold}} if it matters.',
      fr: '{count, plural, one {# colonne n’a pas été utilisée ou comprise} other {# colonnes n’ont pas été utilisées ou comprises}} ; précisez leur contenu si elles comptent.',
      es: '{count, plural, one {# columna no se usó o no se entendió} other {# columnas no se usaron o no se entendieron}}; indique qué contienen si importan.',
      ar: 'لم {count, plural, one {يُستخدم أو يُفهم عمود واحد} two {يُستخدم أو يُفهم عمودان} few {تُستخدم أو تُفهم # أعمدة} many {يُستخدم أو يُفهم # عمودًا} other {يُستخدم أو يُفهم # عمود}}؛ بيّن محتواها إن كانت مهمة.',
    },
  },
  'presence.rows-left-out': {
    title: { en: 'Rows left out', fr: 'Lignes laissées de côté', es: 'Filas omitidas', ar: 'صفوف متروكة' },
    text: {
      en: '{count, plural, one {# row is a total, a note or a repeated header and was} other {# rows are totals, notes or repeated headers and were}} left out; check the list.',
      fr: '{count, plural, one {# ligne de total, de note ou d’en-tête répété a été laissée} other {# lignes de total, de note ou d’en-tête répété ont été laissées}} de côté ; vérifiez la liste.',
      es: '{count, plural, one {Se omitió # fila} other {Se omitieron # filas}} de total, nota o encabezado repetido; revise la lista.',
      ar: 'تُرك {count, plural, one {صف واحد} two {صفّان} few {# صفوف} many {# صفًا} other {# صف}} لأنها مجموع أو ملاحظة أو عنوان مكرر؛ راجع القائمة.',
    },
  },
  'presence.no-organisation': {
    title: { en: 'Rows without organisation', fr: 'Lignes sans organisation', es: 'Filas sin organización', ar: 'صفوف بلا منظمة' },
    text: {
      en: '{count, plural, one {# row names} other {# rows name}} no organisation and {count, plural, one {was} other {were}} left out; ask the reporting partner who it was.',
      fr: '{count, plural, one {# ligne ne nomme aucune organisation et a été laissée} other {# lignes ne nomment aucune organisation et ont été laissées}} de côté ; demandez au partenaire de qui il s’agit.',
      es: '{count, plural, one {# fila no nombra ninguna organización y se omitió} other {# filas no nombran ninguna organización y se omitieron}}; pregunte al socio de quién se trata.',
      ar: '{count, plural, one {صف واحد لا يذكر منظمة وتُرك} two {صفّان لا يذكران منظمة وتُركا} few {# صفوف لا تذكر منظمة وتُركت} many {# صفًا لا تذكر منظمة وتُركت} other {# صف لا تذكر منظمة وتُركت}}؛ اسأل الشريك المُبلِّغ عمّن قام بالنشاط.',
    },
  },
  'presence.profile-used': {
    title: { en: 'Known layout', fr: 'Modèle connu', es: 'Formato conocido', ar: 'تنسيق معروف' },
    text: {
      en: 'The columns are those of {file} and were read the same way. Nothing needs to be done.',
      fr: 'Les colonnes sont celles de {file} et ont été lues de la même façon. Rien à faire.',
      es: 'Las columnas son las de {file} y se leyeron del mismo modo. No hay que hacer nada.',
      ar: 'الأعمدة هي أعمدة {file} وقُرئت بالطريقة نفسها. لا يلزم شيء.',
    },
  },
  'presence.profile-changed': {
    title: { en: 'Layout changed', fr: 'Modèle modifié', es: 'Formato modificado', ar: 'تغيّر التنسيق' },
    text: {
      en: '{count, plural, one {# column is} other {# columns are}} new or gone since the last file; check how the new ones were read.',
      fr: '{count, plural, one {# colonne est nouvelle ou a disparu} other {# colonnes sont nouvelles ou ont disparu}} depuis le dernier fichier ; vérifiez la lecture des nouvelles.',
      es: '{count, plural, one {# columna es nueva o desapareció} other {# columnas son nuevas o desaparecieron}} desde el último archivo; compruebe cómo se leyeron las nuevas.',
      ar: '{count, plural, one {عمود واحد جديد أو اختفى} two {عمودان جديدان أو اختفيا} few {# أعمدة جديدة أو اختفت} many {# عمودًا جديدًا أو اختفى} other {# عمود جديد أو اختفى}} منذ آخر ملف؛ تحقّق من قراءة الجديد منها.',
    },
  },
  'presence.no-boundaries': {
    title: { en: 'No boundaries', fr: 'Pas de limites', es: 'Sin límites', ar: 'لا توجد حدود' },
    text: {
      en: 'There are no boundaries (COD-AB) of {country} here, so no row could be placed; ingest and publish the boundaries first, then this file again.',
      fr: 'Aucune limite administrative (COD-AB) de {country} ici : aucune ligne n’a pu être placée ; importez et publiez d’abord les limites, puis ce fichier.',
      es: 'No hay límites (COD-AB) de {country} aquí, así que ninguna fila pudo ubicarse; importe y publique primero los límites y luego este archivo.',
      ar: 'لا توجد هنا حدود إدارية (COD-AB) لـ {country} فلم يُحدَّد مكان أي صف؛ أدخل الحدود وانشرها أولًا ثم أعد هذا الملف.',
    },
  },
  'presence.level-not-in-boundaries': {
    title: { en: 'Level not in the boundaries', fr: 'Niveau absent des limites', es: 'Nivel ausente en los límites', ar: 'مستوى غير موجود في الحدود' },
    text: {
      en: '{count, plural, one {# row states} other {# rows state}} a place at adm{level}, which the boundaries here do not have; {count, plural, one {it is} other {they are}} placed at the levels they do have. Publish boundaries of that level to place them there.',
      fr: '{count, plural, one {# ligne indique} other {# lignes indiquent}} un lieu au niveau adm{level}, absent des limites ; elles sont placées aux niveaux disponibles. Publiez des limites de ce niveau pour les y placer.',
      es: '{count, plural, one {# fila indica} other {# filas indican}} un lugar en adm{level}, nivel que los límites no tienen; se ubican en los niveles disponibles. Publique límites de ese nivel para ubicarlas allí.',
      ar: '{count, plural, one {صف واحد يذكر} two {صفّان يذكران} few {# صفوف تذكر} many {# صفًا يذكر} other {# صف يذكر}} مكانًا عند المستوى adm{level} غير الموجود في الحدود؛ حُدِّد المكان عند المستويات المتاحة. انشر حدود ذلك المستوى لوضعها فيه.',
    },
  },
  'presence.code-name-conflict': {
    title: { en: 'Code and name disagree', fr: 'Code et nom en désaccord', es: 'Código y nombre no coinciden', ar: 'الرمز والاسم متعارضان' },
    text: {
      en: 'In {count, plural, one {# row} other {# rows}} the P-code is one place and the name another; choose which is right. Until then {count, plural, one {it stays} other {they stay}} at the level above.',
      fr: 'Dans {count, plural, one {# ligne} other {# lignes}}, le P-code désigne un lieu et le nom un autre ; choisissez le bon. D’ici là, elles restent au niveau supérieur.',
      es: 'En {count, plural, one {# fila} other {# filas}} el código P es un lugar y el nombre otro; elija cuál es correcto. Hasta entonces quedan en el nivel superior.',
      ar: 'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} يدل الرمز على مكان والاسم على آخر؛ اختر الصحيح. وحتى ذلك الحين تبقى عند المستوى الأعلى.',
    },
  },
  'presence.parent-conflict': {
    title: { en: 'Place outside its parent', fr: 'Lieu hors de son parent', es: 'Lugar fuera de su unidad superior', ar: 'مكان خارج وحدته العليا' },
    text: {
      en: 'In {count, plural, one {# row} other {# rows}} the place lies in another parent than the row says; choose which is right.',
      fr: 'Dans {count, plural, one {# ligne} other {# lignes}}, le lieu se trouve dans un autre parent que celui indiqué ; choisissez le bon.',
      es: 'En {count, plural, one {# fila} other {# filas}} el lugar está en otra unidad superior que la indicada; elija cuál es correcta.',
      ar: 'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} يقع المكان في وحدة عليا غير المذكورة؛ اختر الصحيح.',
    },
  },
  'presence.code-unknown': {
    title: { en: 'Unknown P-code', fr: 'P-code inconnu', es: 'Código P desconocido', ar: 'رمز غير معروف' },
    text: {
      en: '{count, plural, one {# row has a P-code} other {# rows have P-codes}} that the boundaries here do not have: retired, newer, contested or of another geography. Choose the unit or mark it as not placeable.',
      fr: '{count, plural, one {# ligne porte un P-code} other {# lignes portent des P-codes}} absent des limites : retiré, plus récent, contesté ou d’une autre géographie. Choisissez l’unité ou marquez-la comme non localisable.',
      es: '{count, plural, one {# fila tiene un código P} other {# filas tienen códigos P}} que los límites no tienen: retirado, más nuevo, disputado o de otra geografía. Elija la unidad o márquela como no ubicable.',
      ar: '{count, plural, one {صف واحد يحمل رمزًا} two {صفّان يحملان رموزًا} few {# صفوف تحمل رموزًا} many {# صفًا يحمل رموزًا} other {# صف يحمل رموزًا}} غير موجود في الحدود: ملغى أو أحدث أو متنازع عليه أو من تقسيم آخر. اختر الوحدة أو بيّن أنه لا يمكن تحديدها.',
    },
  },
  'presence.code-retired': {
    title: {
      en: 'Code of a unit that is no more',
      fr: 'Code d’une unité qui n’existe plus',
      es: 'Código de una unidad que ya no existe',
      ar: 'رمز وحدة لم تعد موجودة',
    },
    text: {
      en: '{count, plural, one {# row has the P-code of a unit} other {# rows have P-codes of units}} that were split or merged since the version of the boundaries before; choose the unit that lies there now.',
      fr: '{count, plural, one {# ligne porte le P-code d’une unité divisée ou fusionnée} other {# lignes portent des P-codes d’unités divisées ou fusionnées}} depuis la version précédente des limites ; choisissez l’unité qui s’y trouve maintenant.',
      es: '{count, plural, one {# fila tiene el código P de una unidad dividida o fusionada} other {# filas tienen códigos P de unidades divididas o fusionadas}} desde la versión anterior de los límites; elija la unidad que hay ahora en ese lugar.',
      ar: '{count, plural, one {صف واحد يحمل رمز وحدة} two {صفّان يحملان رموز وحدات} few {# صفوف تحمل رموز وحدات} many {# صفًا يحمل رموز وحدات} other {# صف يحمل رموز وحدات}} قُسمت أو دُمجت منذ النسخة السابقة من الحدود؛ اختر الوحدة الموجودة مكانها الآن.',
    },
  },
  'presence.code-other-level': {
    title: { en: 'Code of another level', fr: 'Code d’un autre niveau', es: 'Código de otro nivel', ar: 'رمز من مستوى آخر' },
    text: {
      en: '{count, plural, one {# row has a P-code of another level} other {# rows have P-codes of other levels}} in its column; check what was meant.',
      fr: '{count, plural, one {# ligne porte dans sa colonne un P-code} other {# lignes portent dans leur colonne des P-codes}} d’un autre niveau ; vérifiez ce qui était voulu.',
      es: '{count, plural, one {# fila tiene en su columna un código P} other {# filas tienen en su columna códigos P}} de otro nivel; compruebe qué se quiso decir.',
      ar: '{count, plural, one {صف واحد يحمل في عموده رمزًا} two {صفّان يحملان رموزًا} few {# صفوف تحمل رموزًا} many {# صفًا يحمل رموزًا} other {# صف يحمل رموزًا}} من مستوى آخر؛ تحقّق من المقصود.',
    },
  },
  'presence.name-ambiguous': {
    title: { en: 'Several units of that name', fr: 'Plusieurs unités de ce nom', es: 'Varias unidades con ese nombre', ar: 'عدة وحدات بالاسم نفسه' },
    text: {
      en: 'In {count, plural, one {# row} other {# rows}} several units bear the name; choose which is meant.',
      fr: 'Dans {count, plural, one {# ligne} other {# lignes}}, plusieurs unités portent ce nom ; choisissez laquelle.',
      es: 'En {count, plural, one {# fila} other {# filas}} varias unidades llevan ese nombre; elija cuál.',
      ar: 'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} تحمل عدة وحدات الاسم نفسه؛ اختر المقصودة.',
    },
  },
  'presence.name-doubtful': {
    title: { en: 'Name nearly matches', fr: 'Nom presque identique', es: 'Nombre casi coincidente', ar: 'اسم قريب' },
    text: {
      en: 'In {count, plural, one {# row} other {# rows}} the name resembles a unit but not surely; accept a suggestion or choose another unit.',
      fr: 'Dans {count, plural, one {# ligne} other {# lignes}}, le nom ressemble à une unité sans certitude ; acceptez une suggestion ou choisissez une autre unité.',
      es: 'En {count, plural, one {# fila} other {# filas}} el nombre se parece a una unidad, sin certeza; acepte una sugerencia o elija otra unidad.',
      ar: 'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} يشبه الاسم وحدةً دون يقين؛ اقبل اقتراحًا أو اختر وحدة أخرى.',
    },
  },
  'presence.name-unknown': {
    title: { en: 'Unknown name', fr: 'Nom inconnu', es: 'Nombre desconocido', ar: 'اسم غير معروف' },
    text: {
      en: 'In {count, plural, one {# row} other {# rows}} the name resembles no unit; choose the unit or mark it as not placeable.',
      fr: 'Dans {count, plural, one {# ligne} other {# lignes}}, le nom ne ressemble à aucune unité ; choisissez l’unité ou marquez-la comme non localisable.',
      es: 'En {count, plural, one {# fila} other {# filas}} el nombre no se parece a ninguna unidad; elija la unidad o márquela como no ubicable.',
      ar: 'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} لا يشبه الاسم أي وحدة؛ اختر الوحدة أو بيّن أنه لا يمكن تحديدها.',
    },
  },
  'presence.codes-swapped': {
    title: { en: 'Codes swapped', fr: 'Codes intervertis', es: 'Códigos intercambiados', ar: 'رموز متبادلة' },
    text: {
      en: '{count, plural, one {# row bears} other {# rows bear}} the code of one unit with the name of another, and the other way round: the two codes were swapped. Correct the file, or choose the units in the review list.',
      fr: '{count, plural, one {# ligne porte} other {# lignes portent}} le code d’une unité avec le nom d’une autre, et inversement : les deux codes ont été intervertis. Corrigez le fichier, ou choisissez les unités dans la liste à examiner.',
      es: '{count, plural, one {# fila lleva} other {# filas llevan}} el código de una unidad con el nombre de otra, y al revés: los dos códigos se intercambiaron. Corrija el archivo, o elija las unidades en la lista de revisión.',
      ar: '{count, plural, one {صف واحد يحمل} two {صفّان يحملان} few {# صفوف تحمل} many {# صفًا يحمل} other {# صف يحمل}} رمز وحدة مع اسم أخرى والعكس: تبادل الرمزان موضعيهما. صحّح الملف أو اختر الوحدات في قائمة المراجعة.',
    },
  },
  'presence.code-repaired': {
    title: { en: 'P-codes repaired', fr: 'P-codes corrigés', es: 'Códigos P corregidos', ar: 'رموز مصحّحة' },
    text: {
      en: '{count, plural, one {# P-code was} other {# P-codes were}} written in another form and read as the one code of the boundaries that fits; check the list.',
      fr: '{count, plural, one {# P-code était écrit} other {# P-codes étaient écrits}} sous une autre forme et lus comme le seul code des limites qui convient ; vérifiez la liste.',
      es: '{count, plural, one {# código P estaba escrito} other {# códigos P estaban escritos}} de otra forma y se leyeron como el único código de los límites que encaja; revise la lista.',
      ar: '{count, plural, one {رمز واحد كُتب} two {رمزان كُتبا} few {# رموز كُتبت} many {# رمزًا كُتب} other {# رمز كُتب}} بشكل آخر وقُرئ على أنه الرمز الوحيد المناسب في الحدود؛ راجع القائمة.',
    },
  },
  'presence.name-alike': {
    title: { en: 'Names spelled differently', fr: 'Noms écrits autrement', es: 'Nombres escritos de otro modo', ar: 'أسماء بتهجئة أخرى' },
    text: {
      en: '{count, plural, one {# row was} other {# rows were}} placed by a name that the boundaries spell differently; check the list.',
      fr: '{count, plural, one {# ligne a été placée} other {# lignes ont été placées}} d’après un nom que les limites écrivent autrement ; vérifiez la liste.',
      es: '{count, plural, one {# fila se ubicó} other {# filas se ubicaron}} por un nombre que los límites escriben de otro modo; revise la lista.',
      ar: '{count, plural, one {وُضع صف واحد} two {وُضع صفّان} few {وُضعت # صفوف} many {وُضع # صفًا} other {وُضع # صف}} حسب اسم له تهجئة أخرى في الحدود؛ راجع القائمة.',
    },
  },
  'presence.whole-country': {
    title: { en: 'Whole country', fr: 'Pays entier', es: 'Todo el país', ar: 'البلد كله' },
    text: {
      en: '{count, plural, one {# row is} other {# rows are}} about the whole country; {count, plural, one {it counts} other {they count}} for the country and for no part of it.',
      fr: '{count, plural, one {# ligne porte} other {# lignes portent}} sur tout le pays ; {count, plural, one {elle compte} other {elles comptent}} pour le pays et pour aucune de ses parties.',
      es: '{count, plural, one {# fila se refiere} other {# filas se refieren}} a todo el país; {count, plural, one {cuenta} other {cuentan}} para el país y para ninguna de sus partes.',
      ar: '{count, plural, one {صف واحد يخص البلد كله، ويُحسب} two {صفّان يخصان البلد كله، ويُحسبان} few {# صفوف تخص البلد كله، وتُحسب} many {# صفًا يخص البلد كله، ويُحسب} other {# صف يخص البلد كله، ويُحسب}} للبلد وليس لأي جزء منه.',
    },
  },
  'presence.name-differs': {
    title: { en: 'Name differs from the code', fr: 'Nom différent du code', es: 'Nombre distinto del código', ar: 'اسم مختلف عن الرمز' },
    text: {
      en: 'In {count, plural, one {# row} other {# rows}} the name beside a good P-code is no known spelling of its unit, nor of any other; the code was followed.',
      fr: 'Dans {count, plural, one {# ligne} other {# lignes}}, le nom à côté d’un P-code valable n’est une graphie connue d’aucune unité ; le code a été suivi.',
      es: 'En {count, plural, one {# fila} other {# filas}} el nombre junto a un código P válido no es una grafía conocida de ninguna unidad; se siguió el código.',
      ar: 'في {count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}} ليس الاسم المجاور لرمز صحيح تهجئة معروفة لوحدته ولا لغيرها؛ واعتُمد الرمز.',
    },
  },
  'presence.without-place': {
    title: { en: 'No place stated', fr: 'Aucun lieu indiqué', es: 'Sin lugar indicado', ar: 'لا يُذكر مكان' },
    text: {
      en: '{count, plural, one {# row names no place and counts} other {# rows name no place and count}} for the country only.',
      fr: '{count, plural, one {# ligne n’indique aucun lieu et ne compte} other {# lignes n’indiquent aucun lieu et ne comptent}} que pour le pays.',
      es: '{count, plural, one {# fila no indica lugar y cuenta} other {# filas no indican lugar y cuentan}} solo para el país.',
      ar: '{count, plural, one {صف واحد لا يذكر مكانًا ويُحسب} two {صفّان لا يذكران مكانًا ويُحسبان} few {# صفوف لا تذكر مكانًا وتُحسب} many {# صفًا لا يذكر مكانًا ويُحسب} other {# صف لا يذكر مكانًا ويُحسب}} للبلد فقط.',
    },
  },
};
