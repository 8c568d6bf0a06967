/** Findings of the readers: what they assumed, changed or could not take over. */
import type { Messages } from '../text.ts';

export const READ_MESSAGES: Messages = {
  'read.crsAssumed': {
    title: { en: 'Coordinate system assumed', fr: 'Système de coordonnées supposé', es: 'Sistema de coordenadas supuesto', ar: 'نظام إحداثيات مفترض' },
    text: {
      en: '{layer} does not state its coordinate system (no .prj file). Its numbers fit degrees, so WGS 84 was assumed. Look at its place on the map, and add the .prj file next time.',
      fr: '{layer} n’indique pas son système de coordonnées (pas de fichier .prj). Ses valeurs correspondent à des degrés : WGS 84 a été supposé. Vérifiez sa position sur la carte et joignez le fichier .prj la prochaine fois.',
      es: '{layer} no indica su sistema de coordenadas (sin archivo .prj). Sus valores corresponden a grados, por lo que se supuso WGS 84. Compruebe su posición en el mapa y adjunte el archivo .prj la próxima vez.',
      ar: 'لا تذكر الطبقة {layer} نظام إحداثياتها (لا يوجد ملف ‎.prj). أرقامها تناسب الدرجات، لذلك افتُرض WGS 84. تحقّق من موقعها على الخريطة، وأضف ملف ‎.prj في المرة القادمة.',
    },
  },
  'read.curves': {
    title: { en: 'Curves drawn as straight lines', fr: 'Courbes tracées en segments', es: 'Curvas trazadas con segmentos', ar: 'منحنيات رُسمت بخطوط مستقيمة' },
    text: {
      en: '{file}: {count, plural, one {# unit has} other {# units have}} curved borders. They were drawn as straight lines, one for each {degrees} degrees of arc, which lie within 0.06 % of the radius.',
      fr: '{file} : {count, plural, one {# unité a} other {# unités ont}} des limites courbes. Elles ont été tracées en segments, un pour chaque {degrees} degrés d’arc, à moins de 0,06 % du rayon.',
      es: '{file}: {count, plural, one {# unidad tiene} other {# unidades tienen}} límites curvos. Se trazaron con segmentos, uno por cada {degrees} grados de arco, a menos del 0,06 % del radio.',
      ar: '{file}: {count, plural, one {وحدة واحدة لها} two {وحدتان لهما} few {# وحدات لها} many {# وحدة لها} other {# وحدة لها}} حدود منحنية. رُسمت بخطوط مستقيمة، خط لكل {degrees} درجات من القوس، ولا تبعد عنه أكثر من 0.06 % من نصف القطر.',
    },
  },
  'read.encodingMixed': {
    title: { en: 'Two encodings in one file', fr: 'Deux encodages dans un fichier', es: 'Dos codificaciones en un archivo', ar: 'ترميزان في ملف واحد' },
    text: {
      en: '{file}: {count, plural, one {# row is} other {# rows are}} written in UTF-8, the others in {encoding}. Each was read by its own; look at the names on the map, and save the file in UTF-8.',
      fr: '{file} : {count, plural, one {# ligne est écrite} other {# lignes sont écrites}} en UTF-8, les autres en {encoding}. Chacune a été lue selon son encodage ; vérifiez les noms sur la carte et enregistrez le fichier en UTF-8.',
      es: '{file}: {count, plural, one {# fila está escrita} other {# filas están escritas}} en UTF-8, las demás en {encoding}. Cada una se leyó según la suya; revise los nombres en el mapa y guarde el archivo en UTF-8.',
      ar: '{file}: {count, plural, one {صف واحد مكتوب} two {صفان مكتوبان} few {# صفوف مكتوبة} many {# صفًا مكتوبة} other {# صف مكتوبة}} بترميز UTF-8 والبقية بترميز {encoding}. قُرئ كل منها بترميزه؛ راجع الأسماء على الخريطة واحفظ الملف بترميز UTF-8.',
    },
  },
  'read.populationBeside': {
    title: { en: 'Population not used', fr: 'Population non utilisée', es: 'Población no usada', ar: 'بيانات سكان غير مستخدمة' },
    text: {
      en: '{files} {count, plural, one {looks} other {look}} like population (COD-PS). Only the boundaries of this upload were taken; upload {count, plural, one {it} other {them}} separately.',
      fr: '{files} {count, plural, one {ressemble} other {ressemblent}} à de la population (COD-PS). Seules les limites de cet envoi ont été prises ; envoyez {count, plural, one {ce fichier} other {ces fichiers}} à part.',
      es: '{files} {count, plural, one {parece} other {parecen}} población (COD-PS). De esta carga solo se tomaron los límites; {count, plural, one {súbalo} other {súbalos}} por separado.',
      ar: 'يبدو أن {files} بيانات سكان (COD-PS). أُخذت الحدود فقط من هذه الملفات؛ ارفع {count, plural, one {الملف} two {الملفين} other {الملفات}} على حدة.',
    },
  },
  'read.presenceBeside': {
    title: { en: '3W not used', fr: '3W non utilisé', es: '3W no usado', ar: 'بيانات 3W غير مستخدمة' },
    text: {
      en: '{files} {count, plural, one {looks} other {look}} like who does what where (3W). Only the boundaries of this upload were taken; upload {count, plural, one {it} other {them}} separately.',
      fr: '{files} {count, plural, one {ressemble} other {ressemblent}} à un « qui fait quoi où » (3W). Seules les limites de cet envoi ont été prises ; envoyez {count, plural, one {ce fichier} other {ces fichiers}} à part.',
      es: '{files} {count, plural, one {parece} other {parecen}} un «quién hace qué dónde» (3W). De esta carga solo se tomaron los límites; {count, plural, one {súbalo} other {súbalos}} por separado.',
      ar: 'يبدو أن {files} بيانات «من يفعل ماذا وأين» (3W). أُخذت الحدود فقط من هذه الملفات؛ ارفع {count, plural, one {الملف} two {الملفين} other {الملفات}} على حدة.',
    },
  },
  'read.tableRefused': {
    title: { en: 'Table not readable', fr: 'Tableau illisible', es: 'Tabla ilegible', ar: 'جدول غير مقروء' },
    text: {
      en: '{count, plural, one {# table} other {# tables}} beside the boundaries cannot be read and {count, plural, one {was} other {were}} left out; save {count, plural, one {it} other {them}} anew if {count, plural, one {it is} other {they are}} needed.',
      fr: '{count, plural, one {# tableau à côté des limites est illisible et a été laissé} other {# tableaux à côté des limites sont illisibles et ont été laissés}} de côté ; enregistrez à nouveau ce qui est nécessaire.',
      es: '{count, plural, one {# tabla junto a los límites no se puede leer y se dejó} other {# tablas junto a los límites no se pueden leer y se dejaron}} fuera; guarde de nuevo lo que se necesite.',
      ar: '{count, plural, one {جدول واحد} two {جدولان} few {# جداول} many {# جدولًا} other {# جدول}} بجانب الحدود تعذرت قراءته فتُرك؛ احفظ من جديد ما يلزم.',
    },
  },
  'read.reprojected': {
    title: { en: 'Reprojected to WGS 84', fr: 'Reprojeté en WGS 84', es: 'Reproyectado a WGS 84', ar: 'أُعيد إسقاطها إلى WGS 84' },
    text: {
      en: '{layer} came in {crs} and was reprojected to WGS 84. Its datum ({datum}) is within 2 m of WGS 84. Nothing needs to be done.',
      fr: '{layer} était en {crs} et a été reprojetée en WGS 84. Son datum ({datum}) est à moins de 2 m de WGS 84. Aucune action n’est nécessaire.',
      es: '{layer} estaba en {crs} y se reproyectó a WGS 84. Su datum ({datum}) está a menos de 2 m de WGS 84. No hay que hacer nada.',
      ar: 'كانت الطبقة {layer} في النظام {crs} وأُعيد إسقاطها إلى WGS 84. مرجعها ({datum}) لا يبعد عن WGS 84 أكثر من مترين. لا يلزم أي إجراء.',
    },
  },
  'read.beyond180': {
    title: {
      en: 'Longitudes beyond 180 brought within',
      fr: 'Longitudes au-delà de 180 ramenées',
      es: 'Longitudes de más de 180 ajustadas',
      ar: 'خطوط طول تتجاوز 180 أُعيدت إلى نطاقها',
    },
    text: {
      en: '{layer} counts longitudes on beyond ±180 degrees. They were brought within ±180; rows that cross the antimeridian and were parted there: {parted}. Nothing needs to be done.',
      fr: '{layer} compte les longitudes au-delà de ±180 degrés. Elles ont été ramenées entre −180 et 180 ; lignes traversant l’antiméridien et coupées à cet endroit : {parted}. Aucune action n’est nécessaire.',
      es: '{layer} cuenta las longitudes más allá de ±180 grados. Se llevaron al intervalo de −180 a 180; filas que cruzan el antimeridiano y se partieron allí: {parted}. No hay que hacer nada.',
      ar: 'تعدّ الطبقة {layer} خطوط الطول إلى ما بعد ‎±180 درجة. أُعيدت إلى ما بين ‎−180 و180؛ عدد الصفوف التي تعبر خط التاريخ وقُسمت عنده: {parted}. لا يلزم أي إجراء.',
    },
  },
  'read.datumShifted': {
    title: { en: 'Datum shifted by GDAL', fr: 'Datum transformé par GDAL', es: 'Datum transformado por GDAL', ar: 'حُوّل المرجع بواسطة GDAL' },
    text: {
      en: '{layer} came in {crs}, a datum that lies up to 230 m off WGS 84; GDAL moved it, right to a few metres. Compare it with a known place on the map before you publish.',
      fr: '{layer} était en {crs}, un datum éloigné de WGS 84 de jusqu’à 230 m ; GDAL l’a transformée, à quelques mètres près. Comparez-la avec un lieu connu sur la carte avant de publier.',
      es: '{layer} estaba en {crs}, un datum que dista hasta 230 m de WGS 84; GDAL la transformó con una exactitud de pocos metros. Compárela con un lugar conocido en el mapa antes de publicar.',
      ar: 'كانت الطبقة {layer} في النظام {crs}، وهو مرجع يبعد عن WGS 84 حتى 230 مترًا؛ حوّلها GDAL بدقة بضعة أمتار. قارنها بمكان معروف على الخريطة قبل النشر.',
    },
  },
  'read.notOnEarth': {
    title: {
      en: 'Coordinates beyond the Earth',
      fr: 'Coordonnées hors de la Terre',
      es: 'Coordenadas fuera de la Tierra',
      ar: 'إحداثيات خارج الأرض',
    },
    text: {
      en: '{count, plural, one {# row of {layer} has} other {# rows of {layer} have}} coordinates that no place on Earth has. Their geometry was left out; their attributes are kept. Correct them in the source: a lost decimal point or a damaged file is the usual cause.',
      fr: '{count, plural, one {# ligne de {layer} a} other {# lignes de {layer} ont}} des coordonnées qui ne correspondent à aucun lieu sur Terre. Leur géométrie a été écartée, leurs attributs sont conservés. Corrigez-les dans la source : il s’agit le plus souvent d’une virgule perdue ou d’un fichier endommagé.',
      es: '{count, plural, one {# fila de {layer} tiene} other {# filas de {layer} tienen}} coordenadas que no corresponden a ningún lugar de la Tierra. Se omitió su geometría y se conservan sus atributos. Corríjalas en la fuente: suele deberse a un punto decimal perdido o a un archivo dañado.',
      ar: '{count, plural, one {صف واحد من {layer} له} two {صفّان من {layer} لهما} few {# صفوف من {layer} لها} many {# صفًا من {layer} لها} other {# صف من {layer} لها}} إحداثيات لا يوجد لها مكان على الأرض. تُرك شكلها وحُفظت بياناتها. صحّحها في المصدر: السبب المعتاد فاصلة عشرية ضائعة أو ملف تالف.',
    },
  },
  'read.notFinite': {
    title: { en: 'Coordinates that are no numbers', fr: 'Coordonnées non numériques', es: 'Coordenadas que no son números', ar: 'إحداثيات ليست أرقامًا' },
    text: {
      en: '{count, plural, one {# row of {layer} has} other {# rows of {layer} have}} coordinates that are no numbers (NaN or infinite). Their geometry was left out; their attributes are kept. Draw them again in the source.',
      fr: '{count, plural, one {# ligne de {layer} a} other {# lignes de {layer} ont}} des coordonnées qui ne sont pas des nombres (NaN ou infini). Leur géométrie a été écartée, leurs attributs sont conservés. Redessinez-les dans la source.',
      es: '{count, plural, one {# fila de {layer} tiene} other {# filas de {layer} tienen}} coordenadas que no son números (NaN o infinito). Se omitió su geometría y se conservan sus atributos. Dibújelas de nuevo en la fuente.',
      ar: '{count, plural, one {صف واحد من {layer} له} two {صفّان من {layer} لهما} few {# صفوف من {layer} لها} many {# صفًا من {layer} لها} other {# صف من {layer} لها}} إحداثيات ليست أرقامًا. تُرك شكلها وحُفظت بياناتها. أعد رسمها في المصدر.',
    },
  },
  'read.ringClosed': {
    title: { en: 'Rings not closed', fr: 'Anneaux non fermés', es: 'Anillos sin cerrar', ar: 'حلقات غير مغلقة' },
    text: {
      en: '{count, plural, one {# ring of {layer} does} other {# rings of {layer} do}} not end where it begins; the first position was repeated at its end. Check that nothing is missing there.',
      fr: '{count, plural, one {# anneau de {layer} ne finit} other {# anneaux de {layer} ne finissent}} pas là où il commence ; la première position a été répétée à la fin. Vérifiez que rien n’y manque.',
      es: '{count, plural, one {# anillo de {layer} no termina} other {# anillos de {layer} no terminan}} donde empieza; se repitió la primera posición al final. Compruebe que no falte nada ahí.',
      ar: '{count, plural, one {حلقة واحدة من {layer} لا تنتهي} two {حلقتان من {layer} لا تنتهيان} few {# حلقات من {layer} لا تنتهي} many {# حلقة من {layer} لا تنتهي} other {# حلقة من {layer} لا تنتهي}} حيث تبدأ؛ أُعيد الموضع الأول في آخرها. تحقّق من أن شيئًا لا ينقصها.',
    },
  },
  'read.orphanHole': {
    title: { en: 'Hole outside its area', fr: 'Trou hors de sa surface', es: 'Hueco fuera de su área', ar: 'ثقب خارج مساحته' },
    text: {
      en: '{count, plural, one {# row of {file} has} other {# rows of {file} have}} a ring that turns like a hole but lies in no area of the row; it was read as an area of its own. Look at these units on the map.',
      fr: '{count, plural, one {# ligne de {file} a} other {# lignes de {file} ont}} un anneau orienté comme un trou mais situé dans aucune surface de la ligne ; il a été lu comme une surface. Regardez ces unités sur la carte.',
      es: '{count, plural, one {# fila de {file} tiene} other {# filas de {file} tienen}} un anillo orientado como hueco que no está dentro de ninguna área de la fila; se leyó como un área propia. Mire estas unidades en el mapa.',
      ar: '{count, plural, one {صف واحد من {file} له} two {صفّان من {file} لهما} few {# صفوف من {file} لها} many {# صفًا من {file} لها} other {# صف من {file} لها}} حلقة تدور كثقب لكنها لا تقع داخل أي مساحة؛ قُرئت مساحةً قائمة بذاتها. انظر إلى هذه الوحدات على الخريطة.',
    },
  },
  'read.shxMissing': {
    title: { en: '.shx missing', fr: '.shx manquant', es: 'Falta .shx', ar: 'ملف ‎.shx مفقود' },
    text: {
      en: '{file} came without its .shx index. The shapes were read in file order. Other programs may refuse it: include the .shx next time.',
      fr: '{file} est venu sans son index .shx. Les formes ont été lues dans l’ordre du fichier. D’autres logiciels pourraient le refuser : joignez le .shx la prochaine fois.',
      es: '{file} llegó sin su índice .shx. Las formas se leyeron en el orden del archivo. Otros programas podrían rechazarlo: incluya el .shx la próxima vez.',
      ar: 'وصل {file} بلا فهرسه ‎.shx. قُرئت الأشكال بترتيب الملف. قد ترفضه برامج أخرى: أرفق ‎.shx في المرة القادمة.',
    },
  },
  'read.cpgDisproved': {
    title: { en: '.cpg contradicts the data', fr: 'Le .cpg contredit les données', es: 'El .cpg contradice los datos', ar: 'ملف ‎.cpg يناقض البيانات' },
    text: {
      en: 'The .cpg file of {file} states "{stated}", but its texts are valid UTF-8 and were read so. Check the names, and correct the .cpg file, because other programs will garble them.',
      fr: 'Le fichier .cpg de {file} indique « {stated} », mais ses textes sont de l’UTF-8 valide et ont été lus ainsi. Vérifiez les noms et corrigez le .cpg, car d’autres logiciels les déformeront.',
      es: 'El archivo .cpg de {file} indica «{stated}», pero sus textos son UTF-8 válido y así se leyeron. Compruebe los nombres y corrija el .cpg, porque otros programas los mostrarán mal.',
      ar: 'يذكر ملف ‎.cpg الخاص بـ {file} الترميز «{stated}»، لكن نصوصه UTF-8 سليمة وقُرئت كذلك. تحقّق من الأسماء وصحّح ‎.cpg، لأن برامج أخرى ستشوّهها.',
    },
  },
  'read.textCut': {
    title: {
      en: 'Texts cut by the field width',
      fr: 'Textes coupés par la largeur du champ',
      es: 'Textos cortados por el ancho del campo',
      ar: 'نصوص مقطوعة بعرض الحقل',
    },
    text: {
      en: '{count, plural, one {# row of {file} has} other {# rows of {file} have}} a text that fills its field and ends in half a character, so more of it is lost. Widen the field in the source, or export as GeoPackage.',
      fr: '{count, plural, one {# ligne de {file} a} other {# lignes de {file} ont}} un texte qui remplit son champ et finit par un demi-caractère ; la suite est perdue. Élargissez le champ dans la source ou exportez en GeoPackage.',
      es: '{count, plural, one {# fila de {file} tiene} other {# filas de {file} tienen}} un texto que llena su campo y termina en medio carácter; se ha perdido el resto. Amplíe el campo en la fuente o exporte como GeoPackage.',
      ar: '{count, plural, one {صف واحد من {file} له} two {صفّان من {file} لهما} few {# صفوف من {file} لها} many {# صفًا من {file} لها} other {# صف من {file} لها}} نص يملأ حقله وينتهي بنصف حرف، أي أن بقيته ضاعت. وسّع الحقل في المصدر أو صدّر بصيغة GeoPackage.',
    },
  },
  'read.deletedRows': {
    title: { en: 'Rows marked as deleted', fr: 'Lignes marquées comme supprimées', es: 'Filas marcadas como eliminadas', ar: 'صفوف معلَّمة كمحذوفة' },
    text: {
      en: '{count, plural, one {# row of {file} is} other {# rows of {file} are}} marked as deleted in the .dbf, and the shape is still there. They were kept: repack the shapefile in a GIS if they should go.',
      fr: '{count, plural, one {# ligne de {file} est marquée} other {# lignes de {file} sont marquées}} comme supprimées dans le .dbf alors que la forme est présente. Elles ont été conservées : recompactez le shapefile dans un SIG si elles doivent disparaître.',
      es: '{count, plural, one {# fila de {file} está marcada} other {# filas de {file} están marcadas}} como eliminadas en el .dbf y su forma sigue ahí. Se conservaron: compacte el shapefile en un SIG si deben desaparecer.',
      ar: '{count, plural, one {صف واحد من {file} معلَّم} two {صفّان من {file} معلَّمان} few {# صفوف من {file} معلَّمة} many {# صفًا من {file} معلَّمة} other {# صف من {file} معلَّمة}} كمحذوف في ‎.dbf وما زال شكله موجودًا. حُفظت: أعد ضغط الملف في برنامج GIS إن كان يجب أن تُزال.',
    },
  },
  'read.columnRenamed': {
    title: { en: 'Column renamed', fr: 'Colonne renommée', es: 'Columna renombrada', ar: 'عمود أُعيدت تسميته' },
    text: {
      en: '{file} has more than one column named {before}; a later one was named {after}. Give each column its own name in the source.',
      fr: '{file} a plusieurs colonnes nommées {before} ; une suivante a été nommée {after}. Donnez à chaque colonne son propre nom dans la source.',
      es: '{file} tiene más de una columna llamada {before}; una posterior se llamó {after}. Dé a cada columna su propio nombre en la fuente.',
      ar: 'في {file} أكثر من عمود باسم {before}؛ سُمّي التالي {after}. أعطِ كل عمود اسمًا خاصًا به في المصدر.',
    },
  },
  'read.columnLeftOut': {
    title: { en: 'Column left out', fr: 'Colonne écartée', es: 'Columna omitida', ar: 'عمود متروك' },
    text: {
      en: 'Column {column} of {file} holds binary or computed content and was left out. If it matters, save it as text or number.',
      fr: 'La colonne {column} de {file} contient des données binaires ou calculées et a été écartée. Si elle compte, enregistrez-la en texte ou en nombre.',
      es: 'La columna {column} de {file} contiene datos binarios o calculados y se omitió. Si es importante, guárdela como texto o número.',
      ar: 'العمود {column} في {file} يحوي بيانات ثنائية أو محسوبة وتُرك. إن كان مهمًا فاحفظه نصًا أو رقمًا.',
    },
  },
  'read.fileIgnored': {
    title: { en: 'Files not read', fr: 'Fichiers non lus', es: 'Archivos no leídos', ar: 'ملفات لم تُقرأ' },
    text: {
      en: '{count, plural, one {# file of the upload was} other {# files of the upload were}} not read, because {count, plural, one {it holds} other {they hold}} no boundaries (metadata, styles, indexes, tables). Look through the list: if boundaries are among them, export them in a known format.',
      fr: '{count, plural, one {# fichier de l’envoi n’a pas été lu, car il ne contient} other {# fichiers de l’envoi n’ont pas été lus, car ils ne contiennent}} pas de limites (métadonnées, styles, index, tables). Parcourez la liste : si des limites s’y trouvent, exportez-les dans un format connu.',
      es: '{count, plural, one {# archivo de la carga no se leyó porque no contiene} other {# archivos de la carga no se leyeron porque no contienen}} límites (metadatos, estilos, índices, tablas). Revise la lista: si hay límites entre ellos, expórtelos en un formato conocido.',
      ar: '{count, plural, one {لم يُقرأ ملف واحد من الرفع} two {لم يُقرأ ملفان من الرفع} few {لم تُقرأ # ملفات من الرفع} many {لم يُقرأ # ملفًا من الرفع} other {لم يُقرأ # ملف من الرفع}} لخلوّها من الحدود (بيانات وصفية أو أنماط أو فهارس أو جداول). راجع القائمة: إن كانت فيها حدود فصدّرها بصيغة معروفة.',
    },
  },
};
