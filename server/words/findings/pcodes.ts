/** Texts of family P. `{count}` occurrences at admin level `{level}`. */
import type { Messages } from '../text.ts';

export const pcodeMessages: Messages = {
  'pcode.missing': {
    title: { en: 'P-code missing', fr: 'P-code absent', es: 'Falta el P-code', ar: 'رمز المكان مفقود' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of adm{level} {count, plural, one {has} other {have}} no P-code; give each its code, since nothing can be joined to it without.',
      fr: '{count, plural, one {# unité} other {# unités}} de niveau adm{level} sans P-code ; attribuez un code à chacune, car rien ne peut y être joint sans lui.',
      es: '{count, plural, one {# unidad} other {# unidades}} de adm{level} sin P-code; asigne un código a cada una, pues sin él nada se puede unir.',
      ar: '{count, plural, one {وحدة واحدة} two {وحدتان} few {# وحدات} many {# وحدة} other {# وحدة}} في المستوى adm{level} بلا رمز مكان؛ أعطِ كل وحدة رمزها، فلا يمكن ربط أي بيانات بها من دونه.',
    },
  },
  'pcode.filler': {
    title: {
      en: 'Rows without a code in a partial level',
      fr: 'Lignes sans code dans un niveau partiel',
      es: 'Filas sin código en un nivel parcial',
      ar: 'صفوف بلا رمز في مستوى جزئي',
    },
    text: {
      en: '{count, plural, one {# row} other {# rows}} of adm{level}, which covers only part of the country, {count, plural, one {has no P-code and seems only to fill the map; it is} other {have no P-code and seem only to fill the map; they are}} left out of the published level. Check that none is a real unit.',
      fr: '{count, plural, one {# ligne} other {# lignes}} de adm{level}, qui ne couvre qu’une partie du pays, sans P-code : {count, plural, one {elle semble seulement compléter la carte et n’est pas publiée} other {elles semblent seulement compléter la carte et ne sont pas publiées}}. Vérifiez qu’aucune n’est une vraie unité.',
      es: '{count, plural, one {# fila} other {# filas}} de adm{level}, que cubre solo parte del país, sin P-code: {count, plural, one {parece solo completar el mapa y no se publica} other {parecen solo completar el mapa y no se publican}}. Compruebe que ninguna sea una unidad real.',
      ar: '{count, plural, one {صف واحد} two {صفان} few {# صفوف} many {# صفًا} other {# صف}} في adm{level}، الذي يغطي جزءًا من البلد فقط، بلا رمز مكان؛ يبدو أنها تملأ الخريطة فحسب ولا تُنشر. تحقق من أن أيًا منها ليس وحدة حقيقية.',
    },
  },
  'pcode.number': {
    title: { en: 'P-code stored as a number', fr: 'P-code stocké comme nombre', es: 'P-code guardado como número', ar: 'رمز المكان محفوظ كرقم' },
    text: {
      en: 'P-codes of adm{level} stored as numbers and not text (widths {widths}): {count}. Leading zeros may be lost; store the column as text and restore the zeros.',
      fr: '{count} P-codes de adm{level} sont des nombres et non du texte (longueurs {widths}) : des zéros initiaux ont pu être perdus ; stockez la colonne comme texte et rétablissez les zéros.',
      es: '{count} P-codes de adm{level} son números y no texto (anchos {widths}), por lo que pueden haberse perdido ceros iniciales; guarde la columna como texto y restaure los ceros.',
      ar: '{count} من رموز المستوى adm{level} أرقام وليست نصوصًا (أطوالها {widths})، وقد تكون الأصفار الأولى فُقدت؛ احفظ العمود كنص وأعد الأصفار.',
    },
  },
  'pcode.scientific': {
    title: {
      en: 'P-code in scientific notation',
      fr: 'P-code en notation scientifique',
      es: 'P-code en notación científica',
      ar: 'رمز المكان بالترميز العلمي',
    },
    text: {
      en: 'P-codes of adm{level} turned into scientific notation by a spreadsheet, which has lost digits: {count}; take them again from the source.',
      fr: '{count} P-codes de adm{level} ont été convertis en notation scientifique par un tableur et ont perdu des chiffres ; reprenez-les à la source.',
      es: '{count} P-codes de adm{level} fueron convertidos a notación científica por una hoja de cálculo y perdieron dígitos; tómelos de nuevo de la fuente.',
      ar: 'حوّل جدول بيانات {count} من رموز adm{level} إلى الترميز العلمي ففقدت خانات؛ خذها مجددًا من المصدر.',
    },
  },
  'pcode.lost-zero': {
    title: { en: 'Zeros lost from a P-code', fr: 'Zéros perdus dans un P-code', es: 'Ceros perdidos en un P-code', ar: 'أصفار مفقودة من رمز المكان' },
    text: {
      en: '{count, plural, one {# P-code} other {# P-codes}} of adm{level} {count, plural, one {is} other {are}} too short and would fit the parent with the zeros put back; restore them in your source.',
      fr: '{count, plural, one {# P-code} other {# P-codes}} de adm{level} {count, plural, one {est trop court et conviendrait} other {sont trop courts et conviendraient}} au parent avec les zéros rétablis ; rétablissez-les à la source.',
      es: '{count, plural, one {# P-code} other {# P-codes}} de adm{level} {count, plural, one {es demasiado corto y encajaría} other {son demasiado cortos y encajarían}} con su unidad superior si se restauran los ceros; restáurelos en la fuente.',
      ar: '{count} من رموز adm{level} أقصر من اللازم وتوافق وحدتها الأم بإعادة الأصفار؛ أعدها في المصدر.',
    },
  },
  'pcode.delimiter': {
    title: {
      en: 'Delimiter or blank in a P-code',
      fr: 'Séparateur ou espace dans un P-code',
      es: 'Separador o espacio en un P-code',
      ar: 'فاصل أو فراغ في رمز المكان',
    },
    text: {
      en: 'P-codes of adm{level} with a blank or one of . - _ /: {affected}; write them without.',
      fr: '{affected} P-codes de adm{level} contiennent un espace ou l’un des signes . - _ / ; écrivez-les sans.',
      es: '{affected} P-codes de adm{level} contienen un espacio o uno de los signos . - _ /; escríbalos sin ellos.',
      ar: '{affected} من رموز adm{level} تحتوي على فراغ أو على أحد الرموز . - _ /؛ اكتبها من دونه.',
    },
  },
  'pcode.character': {
    title: { en: 'Foreign character in a P-code', fr: 'Caractère étranger dans un P-code', es: 'Carácter ajeno en un P-code', ar: 'حرف غريب في رمز المكان' },
    text: {
      en: 'P-codes of adm{level} with characters other than A–Z and 0–9: {affected}; correct them.',
      fr: '{affected} P-codes de adm{level} contiennent d’autres caractères que A–Z et 0–9 ; corrigez-les.',
      es: '{affected} P-codes de adm{level} contienen caracteres distintos de A–Z y 0–9; corríjalos.',
      ar: '{affected} من رموز adm{level} تحتوي على حروف غير A–Z و0–9؛ صححها.',
    },
  },
  'pcode.letters': {
    title: { en: 'Letters after the prefix', fr: 'Lettres après le préfixe', es: 'Letras después del prefijo', ar: 'حروف بعد البادئة' },
    text: {
      en: 'P-codes of adm{level} with letters after the country prefix: {affected}. Digits alone are advised; keep them only if they are the official codes.',
      fr: '{affected} P-codes de adm{level} ont des lettres après le préfixe du pays ; des chiffres seuls sont conseillés. Ne les gardez que si ce sont les codes officiels.',
      es: '{affected} P-codes de adm{level} tienen letras después del prefijo del país; se aconsejan solo dígitos. Consérvelos solo si son los códigos oficiales.',
      ar: '{affected} من رموز adm{level} فيها حروف بعد بادئة البلد؛ يُنصح بالأرقام فقط. أبقِها فقط إن كانت الرموز الرسمية.',
    },
  },
  'pcode.special': {
    title: { en: 'Code of a special area', fr: 'Code d’une zone particulière', es: 'Código de una zona especial', ar: 'رمز منطقة خاصة' },
    text: {
      en: 'Rows of adm{level} with a code such as “Conflict”, “Unspecified” or 0 instead of a P-code: {affected}; accept them as special areas or give them codes.',
      fr: '{affected} lignes de adm{level} ont un code comme « Conflict », « Unspecified » ou 0 au lieu d’un P-code ; acceptez-les comme zones particulières ou codez-les.',
      es: '{affected} filas de adm{level} tienen un código como «Conflict», «Unspecified» o 0 en vez de un P-code; acéptelas como zonas especiales o asígneles códigos.',
      ar: '{affected} من صفوف adm{level} رمزها مثل “Conflict” أو “Unspecified” أو 0 بدل رمز مكان؛ اقبلها كمناطق خاصة أو أعطها رموزًا.',
    },
  },
  'pcode.prefix-country': {
    title: { en: 'Prefix of another country', fr: 'Préfixe d’un autre pays', es: 'Prefijo de otro país', ar: 'بادئة بلد آخر' },
    text: {
      en: 'P-codes of adm{level} that do not start with {prefix}, the code of this country: {affected}; correct them or leave the rows out.',
      fr: '{affected} P-codes de adm{level} ne commencent pas par {prefix}, le code de ce pays ; corrigez-les ou retirez ces lignes.',
      es: '{affected} P-codes de adm{level} no empiezan por {prefix}, el código de este país; corríjalos o quite esas filas.',
      ar: '{affected} من رموز adm{level} لا تبدأ بـ {prefix}، رمز هذا البلد؛ صححها أو احذف صفوفها.',
    },
  },
  'pcode.prefix-missing': {
    title: { en: 'No country prefix', fr: 'Sans préfixe de pays', es: 'Sin prefijo de país', ar: 'بلا بادئة البلد' },
    text: {
      en: 'P-codes of adm{level} without a country prefix: {affected}; write {prefix} before them, so that they join with population and 3W data.',
      fr: '{affected} P-codes de adm{level} n’ont pas de préfixe de pays ; ajoutez {prefix} devant, afin qu’ils se joignent aux données de population et 3W.',
      es: '{affected} P-codes de adm{level} no tienen prefijo de país; anteponga {prefix} para que se unan a los datos de población y 3W.',
      ar: '{affected} من رموز adm{level} بلا بادئة البلد؛ اكتب {prefix} قبلها كي ترتبط ببيانات السكان و3W.',
    },
  },
  'pcode.prefix-iso3': {
    title: { en: 'Three-letter prefix', fr: 'Préfixe de trois lettres', es: 'Prefijo de tres letras', ar: 'بادئة من ثلاثة أحرف' },
    text: {
      en: 'P-codes of adm{level} that start with the three-letter country code: {affected}. The specification asks for {prefix}; they are kept as they are. Change them only in a major version, since joined data must change with them.',
      fr: '{affected} P-codes de adm{level} commencent par le code pays à trois lettres ; la spécification demande {prefix}. Ils sont conservés tels quels. Ne les changez que dans une version majeure : les données jointes doivent changer avec eux.',
      es: '{affected} P-codes de adm{level} empiezan por el código de país de tres letras; la especificación pide {prefix}. Se conservan como están. Cámbielos solo en una versión mayor: los datos unidos deben cambiar con ellos.',
      ar: '{affected} من رموز adm{level} تبدأ برمز البلد الثلاثي؛ تطلب المواصفة {prefix}. أُبقيت كما هي. لا تغيّرها إلا في نسخة رئيسية، فالبيانات المرتبطة بها يجب أن تتغير معها.',
    },
  },
  'pcode.prefix-case': {
    title: { en: 'Prefix in small letters', fr: 'Préfixe en minuscules', es: 'Prefijo en minúsculas', ar: 'بادئة بأحرف صغيرة' },
    text: {
      en: 'P-codes of adm{level} with the prefix in small letters: {affected}; write {prefix}.',
      fr: '{affected} P-codes de adm{level} ont le préfixe en minuscules ; écrivez {prefix}.',
      es: '{affected} P-codes de adm{level} tienen el prefijo en minúsculas; escriba {prefix}.',
      ar: '{affected} من رموز adm{level} بادئتها بأحرف صغيرة؛ اكتب {prefix}.',
    },
  },
  'pcode.long': {
    title: { en: 'P-code too long', fr: 'P-code trop long', es: 'P-code demasiado largo', ar: 'رمز المكان طويل جدًا' },
    text: {
      en: 'P-codes of adm{level} longer than 20 characters: {count}; shorten them.',
      fr: '{count} P-codes de adm{level} dépassent 20 caractères ; raccourcissez-les.',
      es: '{count} P-codes de adm{level} superan los 20 caracteres; acórtelos.',
      ar: '{count} من رموز adm{level} أطول من 20 حرفًا؛ اختصرها.',
    },
  },
  'pcode.length': {
    title: { en: 'P-codes of several lengths', fr: 'P-codes de longueurs différentes', es: 'P-codes de varias longitudes', ar: 'رموز بأطوال مختلفة' },
    text: {
      en: 'P-codes of adm{level} that are not {usual} characters long like the others: {count} (lengths: {lengths}); look for lost zeros or typing errors.',
      fr: '{count} P-codes de adm{level} n’ont pas {usual} caractères comme les autres (longueurs : {lengths}) ; cherchez des zéros perdus ou des fautes de frappe.',
      es: '{count} P-codes de adm{level} no tienen {usual} caracteres como los demás (longitudes: {lengths}); busque ceros perdidos o errores de tecleo.',
      ar: '{count} من رموز adm{level} ليست بطول {usual} كغيرها (الأطوال: {lengths})؛ ابحث عن أصفار مفقودة أو أخطاء كتابة.',
    },
  },
  'pcode.duplicate': {
    title: { en: 'P-code used twice', fr: 'P-code utilisé deux fois', es: 'P-code usado dos veces', ar: 'رمز مكان مكرر' },
    text: {
      en: 'P-codes that occur more than once at adm{level} for different units: {count}; give each unit its own code.',
      fr: '{count} P-codes apparaissent plusieurs fois au niveau adm{level} pour des unités différentes ; donnez à chaque unité son code.',
      es: '{count} P-codes aparecen más de una vez en adm{level} para unidades distintas; dé a cada unidad su código.',
      ar: '{count} من الرموز تتكرر في adm{level} لوحدات مختلفة؛ أعطِ كل وحدة رمزها الخاص.',
    },
  },
  'pcode.nesting': {
    title: {
      en: 'P-code does not start with its parent’s',
      fr: 'P-code ne commençant pas par celui du parent',
      es: 'P-code que no empieza por el de su unidad superior',
      ar: 'الرمز لا يبدأ برمز الوحدة الأم',
    },
    text: {
      en: 'P-codes of adm{level} that do not start with the code of their parent, while {follows} of {total} do: {count}; correct the code or the parent.',
      fr: '{count} P-codes de adm{level} ne commencent pas par le code de leur parent, alors que {follows} sur {total} le font ; corrigez le code ou le parent.',
      es: '{count} P-codes de adm{level} no empiezan por el código de su unidad superior, mientras que {follows} de {total} sí; corrija el código o la unidad superior.',
      ar: '{count} من رموز adm{level} لا تبدأ برمز الوحدة الأم، بينما {follows} من {total} تبدأ به؛ صحح الرمز أو الوحدة الأم.',
    },
  },
  'pcode.not-nested': {
    title: { en: 'Codes are not nested', fr: 'Codes non emboîtés', es: 'Códigos no anidados', ar: 'الرموز غير متداخلة' },
    text: {
      en: 'The codes of adm{level} are not built on those of the level above ({follows} of {total} are); parents are taken from their own column. Nothing needs to be done if this is the official scheme.',
      fr: 'Les codes de adm{level} ne sont pas construits sur ceux du niveau supérieur ({follows} sur {total} le sont) ; les parents viennent de leur propre colonne. Rien à faire si c’est le système officiel.',
      es: 'Los códigos de adm{level} no se construyen sobre los del nivel superior ({follows} de {total} sí); las unidades superiores se toman de su propia columna. No hay que hacer nada si es el sistema oficial.',
      ar: 'رموز adm{level} غير مبنية على رموز المستوى الأعلى ({follows} من {total} فقط)؛ تؤخذ الوحدات الأم من عمودها. لا يلزم شيء إن كان هذا هو النظام الرسمي.',
    },
  },
  'pcode.two-names': {
    title: { en: 'One code, two names', fr: 'Un code, deux noms', es: 'Un código, dos nombres', ar: 'رمز واحد واسمان' },
    text: {
      en: 'Codes of adm{ancestor} that stand beside more than one name in adm{level}: {count}; make the names of each code agree.',
      fr: 'Dans adm{level}, {count} codes de adm{ancestor} accompagnent plus d’un nom ; accordez les noms de chaque code.',
      es: 'En adm{level}, {count} códigos de adm{ancestor} acompañan a más de un nombre; haga que coincidan los nombres de cada código.',
      ar: 'في adm{level}، {count} من رموز adm{ancestor} ترد بجانب أكثر من اسم؛ وحّد أسماء كل رمز.',
    },
  },
  'pcode.reused': {
    title: {
      en: 'Code reused for another place',
      fr: 'Code réutilisé pour un autre lieu',
      es: 'Código reutilizado para otro lugar',
      ar: 'رمز أعيد استعماله لمكان آخر',
    },
    text: {
      en: 'P-codes of adm{level} that stood for another place in the published version: {count}. Give the new units new codes, or tables joined by the old ones show wrong places.',
      fr: '{count} P-codes de adm{level} désignaient un autre lieu dans la version publiée ; donnez de nouveaux codes aux nouvelles unités, sinon les tableaux joints montreront de faux lieux.',
      es: '{count} P-codes de adm{level} designaban otro lugar en la versión publicada; dé códigos nuevos a las unidades nuevas o las tablas unidas mostrarán lugares falsos.',
      ar: '{count} من رموز adm{level} كانت لأماكن أخرى في النسخة المنشورة؛ أعطِ الوحدات الجديدة رموزًا جديدة وإلا أظهرت الجداول المرتبطة أماكن خاطئة.',
    },
  },
  'pcode.recoded': {
    title: { en: 'Same place, new code', fr: 'Même lieu, nouveau code', es: 'Mismo lugar, código nuevo', ar: 'المكان نفسه برمز جديد' },
    text: {
      en: 'Units of adm{level} that keep their outline but have another P-code than in the published version: {count}; say so in the release, since joined data must be recoded.',
      fr: '{count} unités de adm{level} gardent leur contour mais changent de P-code par rapport à la version publiée ; annoncez-le, car les données jointes doivent être recodées.',
      es: '{count} unidades de adm{level} conservan su contorno pero cambian de P-code respecto a la versión publicada; anúncielo, pues los datos unidos deben recodificarse.',
      ar: '{count} من وحدات adm{level} حافظت على حدودها وتغير رمزها عن النسخة المنشورة؛ أعلن ذلك لأن البيانات المرتبطة يجب إعادة ترميزها.',
    },
  },
  'pcode.room': {
    title: { en: 'No room for new codes', fr: 'Plus de place pour de nouveaux codes', es: 'Sin espacio para códigos nuevos', ar: 'لا مجال لرموز جديدة' },
    text: {
      en: '{count, plural, one {# parent has} other {# parents have}} used nearly all codes that the digits of adm{level} allow; plan for another digit.',
      fr: '{count, plural, one {# parent a} other {# parents ont}} presque épuisé les codes que permettent les chiffres de adm{level} ; prévoyez un chiffre de plus.',
      es: '{count, plural, one {# unidad superior ha} other {# unidades superiores han}} agotado casi todos los códigos que permiten los dígitos de adm{level}; prevea un dígito más.',
      ar: 'استنفدت {count} من الوحدات الأم تقريبًا كل الرموز التي تسمح بها خانات adm{level}؛ خطط لخانة إضافية.',
    },
  },
};
