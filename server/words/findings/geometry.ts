/** Texts of family G: the geometry of each layer. */
import type { Messages } from '../text.ts';

export const GEOMETRY_MESSAGES: Messages = {
  'geometry.empty': {
    title: { en: 'No geometry', fr: 'Sans géométrie', es: 'Sin geometría', ar: 'بلا شكل هندسي' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {has} other {have}} no geometry; add the polygons or remove the rows.',
      fr: 'Niveau {level} : {count, plural, one {# unité} other {# unités}} sans géométrie ; ajoutez les polygones ou supprimez les lignes.',
      es: 'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} sin geometría; añada los polígonos o elimine las filas.',
      ar: 'المستوى {level}: وحدات بلا شكل هندسي (عدد الوحدات: {count})؛ أضيفوا المضلعات أو احذفوا الصفوف.',
    },
  },
  'geometry.type': {
    title: { en: 'Not a polygon', fr: 'N’est pas un polygone', es: 'No es un polígono', ar: 'ليس مضلعًا' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {is} other {are}} drawn as points, lines or mixed collections; units must be polygons, so replace the geometry.',
      fr: 'Niveau {level} : {count, plural, one {# unité} other {# unités}} en points, lignes ou collections mixtes ; une unité doit être un polygone, remplacez la géométrie.',
      es: 'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} en forma de puntos, líneas o colecciones mixtas; una unidad debe ser un polígono, sustituya la geometría.',
      ar: 'المستوى {level}: وحدات مرسومة نقاطًا أو خطوطًا أو مجموعات مختلطة (عدد الوحدات: {count})؛ يجب أن تكون الوحدة مضلعًا، فاستبدلوا الشكل.',
    },
  },
  'geometry.invalid': {
    title: { en: 'Invalid geometry', fr: 'Géométrie invalide', es: 'Geometría no válida', ar: 'شكل هندسي غير صالح' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {has} other {have}} an invalid outline (it crosses or touches itself); mend {count, plural, one {it} other {them}} in your GIS (QGIS: Fix geometries), compare with the source and upload again.',
      fr: 'Niveau {level} : {count, plural, one {# unité} other {# unités}} au contour invalide (il se croise ou se touche) ; corrigez-{count, plural, one {la} other {les}} dans votre SIG (QGIS : Réparer les géométries), comparez avec la source et téléversez à nouveau.',
      es: 'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} con contorno no válido (se cruza o se toca a sí mismo); corríja{count, plural, one {la} other {las}} en su SIG (QGIS: Corregir geometrías), compare con la fuente y vuelva a subir el archivo.',
      ar: 'المستوى {level}: وحدات محيطها غير صالح لأنه يتقاطع مع نفسه أو يلامسها (عدد الوحدات: {count})؛ أصلحوها في برنامج نظم المعلومات الجغرافية (QGIS: Fix geometries) وقارنوها بالمصدر ثم ارفعوا الملف من جديد.',
    },
  },
  'geometry.z': {
    title: { en: 'Third coordinate', fr: 'Troisième coordonnée', es: 'Tercera coordenada', ar: 'إحداثي ثالث' },
    text: {
      en: 'Admin level {level} has heights; they were left out, because a COD-AB is two-dimensional. Nothing to do.',
      fr: 'Le niveau {level} contient des altitudes ; elles ont été retirées, car un COD-AB est en deux dimensions. Rien à faire.',
      es: 'El nivel {level} contiene alturas; se omitieron, porque un COD-AB es bidimensional. No hay que hacer nada.',
      ar: 'يتضمن المستوى {level} ارتفاعات وقد حُذفت لأن COD-AB ثنائي الأبعاد. لا يلزم شيء.',
    },
  },
  'geometry.range': {
    title: { en: 'Outside WGS 84', fr: 'Hors de WGS 84', es: 'Fuera de WGS 84', ar: 'خارج نطاق WGS 84' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {has} other {have}} coordinates outside ±180, ±90 degrees; the layer is in another coordinate system, so say which or reproject it to EPSG:4326.',
      fr: 'Niveau {level} : {count, plural, one {# unité} other {# unités}} avec des coordonnées hors de ±180, ±90 degrés ; la couche est dans un autre système, indiquez lequel ou reprojetez-la en EPSG:4326.',
      es: 'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} con coordenadas fuera de ±180, ±90 grados; la capa está en otro sistema, indique cuál o reproyéctela a EPSG:4326.',
      ar: 'المستوى {level}: وحدات إحداثياتها خارج ±180 و±90 درجة (عدد الوحدات: {count})؛ الطبقة في نظام آخر، فاذكروه أو أعيدوا إسقاطها إلى EPSG:4326.',
    },
  },
  'geometry.crs-unknown': {
    title: {
      en: 'No coordinate system stated',
      fr: 'Système de coordonnées non indiqué',
      es: 'Sistema de coordenadas no indicado',
      ar: 'نظام الإحداثيات غير مذكور',
    },
    text: {
      en: 'Admin level {level} states no coordinate system; its coordinates look like WGS 84 and were read so. Add the .prj or CRS, and check the map.',
      fr: 'Le niveau {level} n’indique aucun système de coordonnées ; ses coordonnées ressemblent à WGS 84 et ont été lues ainsi. Ajoutez le .prj ou le SCR et vérifiez la carte.',
      es: 'El nivel {level} no indica sistema de coordenadas; parecen WGS 84 y se leyeron así. Añada el .prj o el SRC y revise el mapa.',
      ar: 'لا يذكر المستوى {level} نظام إحداثيات؛ تبدو إحداثياته WGS 84 وقُرئت كذلك. أضيفوا ملف .prj أو النظام وتحققوا من الخريطة.',
    },
  },
  'geometry.reprojected': {
    title: { en: 'Reprojected', fr: 'Reprojeté', es: 'Reproyectado', ar: 'أُعيد الإسقاط' },
    text: {
      en: 'Admin level {level} came in {crs} and was reprojected to EPSG:4326; check on the map that it lies right.',
      fr: 'Le niveau {level} était en {crs} et a été reprojeté en EPSG:4326 ; vérifiez sa position sur la carte.',
      es: 'El nivel {level} venía en {crs} y se reproyectó a EPSG:4326; compruebe en el mapa su posición.',
      ar: 'كان المستوى {level} في {crs} وأُعيد إسقاطه إلى EPSG:4326؛ تحققوا من موضعه على الخريطة.',
    },
  },
  'geometry.extent': {
    title: { en: 'Broken extent', fr: 'Emprise défectueuse', es: 'Extensión defectuosa', ar: 'نطاق معطوب' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {has} other {have}} no width or height, or coordinates that are no numbers; draw {count, plural, one {it} other {them}} again.',
      fr: 'Niveau {level} : {count, plural, one {# unité} other {# unités}} sans largeur ni hauteur, ou avec des coordonnées non numériques ; à redessiner.',
      es: 'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} sin anchura ni altura, o con coordenadas que no son números; dibújelas de nuevo.',
      ar: 'المستوى {level}: وحدات بلا عرض أو ارتفاع أو إحداثياتها ليست أرقامًا (عدد الوحدات: {count})؛ أعيدوا رسمها.',
    },
  },
  'geometry.elsewhere': {
    title: { en: 'Somewhere else', fr: 'Ailleurs', es: 'En otro lugar', ar: 'في مكان آخر' },
    text: {
      en: 'Admin level {level} lies nowhere near the country; check the file and its coordinate system.',
      fr: 'Le niveau {level} est loin du pays ; vérifiez le fichier et son système de coordonnées.',
      es: 'El nivel {level} está lejos del país; revise el archivo y su sistema de coordenadas.',
      ar: 'يقع المستوى {level} بعيدًا عن البلد؛ تحققوا من الملف ومن نظام إحداثياته.',
    },
  },
  'geometry.swapped': {
    title: { en: 'Latitude and longitude swapped', fr: 'Latitude et longitude inversées', es: 'Latitud y longitud invertidas', ar: 'خط العرض والطول مقلوبان' },
    text: {
      en: 'Admin level {level} lies {km} km away from {country}, and would fit it with latitude and longitude the other way round: they seem swapped. Export the file with longitude first.',
      fr: 'Le niveau {level} est à {km} km de {country} et y tomberait en échangeant latitude et longitude : elles semblent inversées. Exportez le fichier avec la longitude d’abord.',
      es: 'El nivel {level} está a {km} km de {country} y encajaría intercambiando latitud y longitud: parecen invertidas. Exporte el archivo con la longitud primero.',
      ar: 'يقع المستوى {level} على بعد {km} كم من {country}، ويطابقه لو تبادل خطا العرض والطول موضعيهما: يبدو أنهما مقلوبان. صدّر الملف وخط الطول أولًا.',
    },
  },
  'geometry.far': {
    title: { en: 'Far from the country', fr: 'Loin du pays', es: 'Lejos del país', ar: 'بعيد عن البلد' },
    text: {
      en: 'Admin level {level} lies {km} km away from {country}; check the country that was named, the file and its coordinate system.',
      fr: 'Le niveau {level} est à {km} km de {country} ; vérifiez le pays indiqué, le fichier et son système de coordonnées.',
      es: 'El nivel {level} está a {km} km de {country}; revise el país indicado, el archivo y su sistema de coordenadas.',
      ar: 'يقع المستوى {level} على بعد {km} كم من {country}؛ تحققوا من البلد المذكور ومن الملف ونظام إحداثياته.',
    },
  },
  'geometry.moved': {
    title: { en: 'Far from the published version', fr: 'Loin de la version publiée', es: 'Lejos de la versión publicada', ar: 'بعيد عن النسخة المنشورة' },
    text: {
      en: 'Admin level {level} lies {km} km away from the boundaries that are published now; check the file and its coordinate system.',
      fr: 'Le niveau {level} est à {km} km des limites publiées actuellement ; vérifiez le fichier et son système de coordonnées.',
      es: 'El nivel {level} está a {km} km de los límites publicados actualmente; revise el archivo y su sistema de coordenadas.',
      ar: 'يقع المستوى {level} على بعد {km} كم من الحدود المنشورة حاليًا؛ تحققوا من الملف ومن نظام إحداثياته.',
    },
  },
  'geometry.outside-country': {
    title: { en: 'Outside the country', fr: 'Hors du pays', es: 'Fuera del país', ar: 'خارج البلد' },
    text: {
      en: '{count, plural, one {# unit} other {# units}}, {percent} % of the area of admin level {level}, {count, plural, one {lies} other {lie}} more than 10 km outside the reference; check the file, or accept with a reason.',
      fr: 'Niveau {level} : {count, plural, one {# unité} other {# unités}}, soit {percent} % de la surface, à plus de 10 km hors de la référence ; vérifiez le fichier ou acceptez avec un motif.',
      es: 'Nivel {level}: {count, plural, one {# unidad} other {# unidades}}, el {percent} % de la superficie, a más de 10 km fuera de la referencia; revise el archivo o acepte con un motivo.',
      ar: 'المستوى {level}: وحدات تبعد أكثر من 10 كم خارج المرجع (عدد الوحدات: {count}) وتمثل {percent} % من المساحة؛ تحققوا من الملف أو اقبلوا مع ذكر السبب.',
    },
  },
  'geometry.extent-differs': {
    title: { en: 'Extents of levels differ', fr: 'Emprises différentes entre niveaux', es: 'Extensiones distintas entre niveles', ar: 'اختلاف نطاق المستويات' },
    text: {
      en: 'The extent of admin level {level} differs from that of level {base} by {distance, m}; dissolve the upper level from the lower one.',
      fr: 'L’emprise du niveau {level} diffère de celle du niveau {base} de {distance, m} ; produisez le niveau supérieur par fusion du niveau inférieur.',
      es: 'La extensión del nivel {level} difiere de la del nivel {base} en {distance, m}; obtenga el nivel superior disolviendo el inferior.',
      ar: 'يختلف نطاق المستوى {level} عن نطاق المستوى {base} بمقدار {distance, m}؛ استخرجوا المستوى الأعلى بدمج المستوى الأدنى.',
    },
  },
  'geometry.antimeridian': {
    title: { en: 'Antimeridian or pole', fr: 'Antiméridien ou pôle', es: 'Antimeridiano o polo', ar: 'خط 180 أو القطب' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {crosses} other {cross}} longitude 180 or {count, plural, one {comes} other {come}} near a pole; split {count, plural, one {it} other {them}} at 180 degrees (RFC 7946).',
      fr: 'Niveau {level} : {count, plural, one {# unité} other {# unités}} à cheval sur la longitude 180 ou près d’un pôle ; découpez à 180 degrés (RFC 7946).',
      es: 'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} sobre la longitud 180 o cerca de un polo; divídalas en 180 grados (RFC 7946).',
      ar: 'المستوى {level}: وحدات تعبر خط الطول 180 أو تقترب من القطب (عدد الوحدات: {count})؛ اقسموها عند 180 درجة (RFC 7946).',
    },
  },
  'geometry.split-unit': {
    title: { en: 'Unit in several rows', fr: 'Unité en plusieurs lignes', es: 'Unidad en varias filas', ar: 'وحدة في عدة صفوف' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {is} other {are}} spread over several rows with the same code and parent; merge each into one multipart row.',
      fr: 'Niveau {level} : {count, plural, one {# unité} other {# unités}} réparties sur plusieurs lignes de mêmes code et parent ; fusionnez chacune en une ligne multipartie.',
      es: 'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} repartidas en varias filas con el mismo código y padre; una cada una en una fila multiparte.',
      ar: 'المستوى {level}: وحدات موزعة على عدة صفوف بالرمز نفسه والأصل نفسه (عدد الوحدات: {count})؛ ادمجوا كلًا منها في صف واحد متعدد الأجزاء.',
    },
  },
  'geometry.triangle': {
    title: { en: 'Triangle', fr: 'Triangle', es: 'Triángulo', ar: 'مثلث' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {has} other {have}} a part with three corners, which is rarely a real border; check the place.',
      fr: 'Niveau {level} : {count, plural, one {# unité} other {# unités}} avec une partie à trois sommets, rarement une vraie limite ; vérifiez l’endroit.',
      es: 'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} con una parte de tres esquinas, que rara vez es un límite real; revise el lugar.',
      ar: 'المستوى {level}: وحدات فيها جزء بثلاث زوايا (عدد الوحدات: {count})، ونادرًا ما يكون ذلك حدًا حقيقيًا؛ تحققوا من الموضع.',
    },
  },
  'geometry.micro-part': {
    title: { en: 'Crumb', fr: 'Miette', es: 'Fragmento minúsculo', ar: 'جزء متناهي الصغر' },
    text: {
      en: '{count, plural, one {# part} other {# parts}} of units of admin level {level} below 100 m² or narrower than 1 m; delete {count, plural, one {it} other {them}}, or accept what is a real islet.',
      fr: 'Niveau {level} : {count, plural, one {# partie} other {# parties}} d’unités de moins de 100 m² ou de moins de 1 m de large ; supprimez-les, ou acceptez les vrais îlots.',
      es: 'Nivel {level}: {count, plural, one {# parte} other {# partes}} de unidades de menos de 100 m² o de menos de 1 m de ancho; elimínelas o acepte los islotes reales.',
      ar: 'المستوى {level}: أجزاء من الوحدات تقل عن 100 م² أو عن متر عرضًا (عددها {count})؛ احذفوها أو اقبلوا ما كان جزيرة حقيقية.',
    },
  },
  'geometry.repeated-vertex': {
    title: { en: 'Repeated vertices', fr: 'Sommets répétés', es: 'Vértices repetidos', ar: 'رؤوس مكررة' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {has} other {have}} the same vertex twice in a row; publication removes the copies.',
      fr: 'Niveau {level} : {count, plural, one {# unité} other {# unités}} avec un même sommet deux fois de suite ; la publication retire les copies.',
      es: 'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} con el mismo vértice dos veces seguidas; la publicación elimina las copias.',
      ar: 'المستوى {level}: وحدات يتكرر فيها الرأس نفسه مرتين متتاليتين (عدد الوحدات: {count})؛ يزيل النشر النسخ المكررة.',
    },
  },
  'geometry.notch': {
    title: { en: 'Notch', fr: 'Encoche', es: 'Muesca', ar: 'ثلمة' },
    text: {
      en: '{count, plural, one {# notch} other {# notches}} narrower than 3 m and longer than 44 m in outlines of admin level {level}; close {count, plural, one {it} other {them}}, or accept a real channel.',
      fr: 'Niveau {level} : {count, plural, one {# encoche} other {# encoches}} de moins de 3 m de large et de plus de 44 m de long ; fermez-les, ou acceptez un vrai chenal.',
      es: 'Nivel {level}: {count, plural, one {# muesca} other {# muescas}} de menos de 3 m de ancho y más de 44 m de largo; ciérrelas o acepte un canal real.',
      ar: 'المستوى {level}: ثلمات أضيق من 3 أمتار وأطول من 44 مترًا في المحيطات (عددها {count})؛ أغلقوها أو اقبلوا ما كان قناة حقيقية.',
    },
  },
  'geometry.duplicate': {
    title: { en: 'Same geometry twice', fr: 'Même géométrie deux fois', es: 'La misma geometría dos veces', ar: 'شكل هندسي مكرر' },
    text: {
      en: '{count, plural, one {# geometry occurs} other {# geometries occur}} more than once at admin level {level}; delete the copy or give the unit its own outline.',
      fr: 'Niveau {level} : {count, plural, one {# géométrie apparaît} other {# géométries apparaissent}} plusieurs fois ; supprimez la copie ou donnez à l’unité son propre contour.',
      es: 'Nivel {level}: {count, plural, one {# geometría aparece} other {# geometrías aparecen}} más de una vez; elimine la copia o dé a la unidad su propio contorno.',
      ar: 'المستوى {level}: أشكال هندسية متكررة (عددها {count})؛ احذفوا النسخة أو أعطوا الوحدة محيطها الخاص.',
    },
  },
};
