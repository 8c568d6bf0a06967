/** Texts of family T: overlaps, gaps, slits. */
import type { Messages } from '../text.ts';

export const TOPOLOGY_MESSAGES: Messages = {
  'topology.overlap': {
    title: { en: 'Overlap', fr: 'Chevauchement', es: 'Solapamiento', ar: 'تداخل' },
    text: {
      en: '{count, plural, one {# pair of units overlaps} other {# pairs of units overlap}} at admin level {level}, {area} m² in all, so this ground belongs to two units at once. Decide for each place which unit it belongs to, cut it from the other in your GIS with snapping on, and upload again.',
      fr: 'Niveau {level} : {count, plural, one {# paire d’unités se chevauche} other {# paires d’unités se chevauchent}}, {area} m² en tout : ce terrain appartient à deux unités à la fois. Décidez à quelle unité appartient chaque endroit, retirez-le de l’autre dans votre SIG avec l’accrochage activé, et envoyez de nouveau.',
      es: 'Nivel {level}: {count, plural, one {# par de unidades se solapa} other {# pares de unidades se solapan}}, {area} m² en total: ese terreno pertenece a dos unidades a la vez. Decida a qué unidad pertenece cada lugar, recórtelo de la otra en su SIG con el autoensamblado activado y vuelva a cargar.',
      ar: 'المستوى {level}: عدد أزواج الوحدات المتداخلة {count}، ومجموع مساحة التداخل {area} م²، فهذه الأرض تتبع وحدتين معًا. حدّدوا الوحدة التي يتبعها كل موضع، واقتطعوه من الأخرى في نظم المعلومات الجغرافية مع تفعيل الالتقاط، ثم أعيدوا الرفع.',
    },
  },
  'topology.overlap-trace': {
    title: { en: 'Trace of an overlap', fr: 'Trace de chevauchement', es: 'Traza de solapamiento', ar: 'أثر تداخل' },
    text: {
      en: '{count, plural, one {# pair of units overlaps} other {# pairs of units overlap}} by less than 1 m² or 1 cm of width at admin level {level}, as rounding of coordinates leaves it: no real dispute, and not seen on any map. Nothing needs to be done; who wants it gone snaps the two borders together in a GIS.',
      fr: 'Niveau {level} : {count, plural, one {# paire d’unités se chevauche} other {# paires d’unités se chevauchent}} sur moins de 1 m² ou de 1 cm de large, trace de l’arrondi des coordonnées : ni litige réel, ni visible sur une carte. Rien à faire ; pour l’effacer, accrochez les deux limites dans un SIG.',
      es: 'Nivel {level}: {count, plural, one {# par de unidades se solapa} other {# pares de unidades se solapan}} en menos de 1 m² o de 1 cm de ancho, resto del redondeo de las coordenadas: no es una disputa real ni se ve en ningún mapa. No hay que hacer nada; para quitarlo, ajuste los dos límites entre sí en un SIG.',
      ar: 'المستوى {level}: عدد أزواج الوحدات المتداخلة بأقل من 1 م² أو بعرض أقل من 1 سم {count}، وهو أثر تقريب الإحداثيات: ليس خلافًا حقيقيًا ولا يظهر على أي خريطة. لا يلزم شيء؛ ولإزالته طابقوا الحدين في نظم المعلومات الجغرافية.',
    },
  },
  'topology.gap-sliver': {
    title: { en: 'Sliver gap', fr: 'Interstice très étroit', es: 'Hueco muy estrecho', ar: 'فجوة شريطية' },
    text: {
      en: '{count, plural, one {# gap} other {# gaps}} up to 10 m wide between units of admin level {level}; no land is that thin, so close {count, plural, one {it} other {them}} by snapping the borders.',
      fr: 'Niveau {level} : {count, plural, one {# vide} other {# vides}} d’au plus 10 m de large entre des unités ; aucun terrain n’est si étroit, fermez-{count, plural, one {le} other {les}} en accrochant les limites.',
      es: 'Nivel {level}: {count, plural, one {# hueco} other {# huecos}} de hasta 10 m de ancho entre unidades; ningún terreno es tan estrecho, ciérre{count, plural, one {lo} other {los}} ajustando los límites.',
      ar: 'المستوى {level}: عدد الفجوات التي لا يزيد عرضها على 10 أمتار بين الوحدات {count}؛ لا توجد أرض بهذا الضيق، فأغلقوها بمطابقة الحدود.',
    },
  },
  'topology.gap-narrow': {
    title: { en: 'Narrow gap', fr: 'Vide étroit', es: 'Hueco estrecho', ar: 'فجوة ضيقة' },
    text: {
      en: '{count, plural, one {# narrow gap} other {# narrow gaps}} between units of admin level {level}; close what is a drawing fault, accept with a reason what is real.',
      fr: 'Niveau {level} : {count, plural, one {# vide étroit} other {# vides étroits}} entre des unités ; fermez les erreurs de tracé, acceptez avec un motif ce qui est réel.',
      es: 'Nivel {level}: {count, plural, one {# hueco estrecho} other {# huecos estrechos}} entre unidades; cierre los errores de trazado y acepte con un motivo lo que es real.',
      ar: 'المستوى {level}: عدد الفجوات الضيقة بين الوحدات {count}؛ أغلقوا ما كان خطأ في الرسم، واقبلوا مع ذكر السبب ما كان حقيقيًا.',
    },
  },
  'topology.gap-lake': {
    title: {
      en: 'Hole: lake or missing unit?',
      fr: 'Trou : lac ou unité manquante ?',
      es: 'Hueco: ¿lago o unidad faltante?',
      ar: 'فراغ: بحيرة أم وحدة ناقصة؟',
    },
    text: {
      en: '{count, plural, one {# hole} other {# holes}} in admin level {level} that may be a lake, an enclave or a missing unit; accept with a reason, or fill.',
      fr: 'Niveau {level} : {count, plural, one {# trou} other {# trous}} : lac, enclave ou unité manquante ; acceptez avec un motif, ou comblez.',
      es: 'Nivel {level}: {count, plural, one {# hueco} other {# huecos}} que {count, plural, one {puede} other {pueden}} ser un lago, un enclave o una unidad faltante; {count, plural, one {acéptelo con un motivo o rellénelo} other {acéptelos con un motivo o rellénelos}}.',
      ar: 'المستوى {level}: عدد الفراغات التي قد تكون بحيرة أو جيبًا أو وحدة ناقصة {count}؛ اقبلوها مع ذكر السبب أو املؤوها.',
    },
  },
  'topology.gap-trace': {
    title: { en: 'Trace of a gap', fr: 'Trace de vide', es: 'Traza de hueco', ar: 'أثر فجوة' },
    text: {
      en: '{count, plural, one {# gap} other {# gaps}} below 1 m² or 1 cm wide at admin level {level}, as rounding of coordinates leaves, not seen on any map. Nothing needs to be done; snapping the borders in a GIS closes {count, plural, one {it} other {them}}.',
      fr: 'Niveau {level} : {count, plural, one {# vide} other {# vides}} de moins de 1 m² ou de 1 cm de large, traces de l’arrondi des coordonnées, invisibles sur une carte. Rien à faire ; l’accrochage des limites dans un SIG les ferme.',
      es: 'Nivel {level}: {count, plural, one {# hueco} other {# huecos}} de menos de 1 m² o de 1 cm de ancho, restos del redondeo de las coordenadas, invisibles en un mapa. No hay que hacer nada; ajustar los límites en un SIG los cierra.',
      ar: 'المستوى {level}: عدد الفجوات التي تقل عن 1 م² أو عن عرض 1 سم نتيجة تقريب الإحداثيات {count}، وهي لا تظهر على أي خريطة. لا يلزم شيء؛ وتُغلق بمطابقة الحدود في نظم المعلومات الجغرافية.',
    },
  },
  'topology.slit': {
    title: { en: 'Slit open to the outside', fr: 'Fente ouverte vers l’extérieur', es: 'Rendija abierta al exterior', ar: 'شق مفتوح على الخارج' },
    text: {
      en: '{count, plural, one {# pair of units leaves} other {# pairs of units leave}} a slit up to 10 m wide between them at admin level {level}, open to the outside; close it by snapping their borders, unless it is a real inlet.',
      fr: 'Niveau {level} : {count, plural, one {# paire d’unités laisse} other {# paires d’unités laissent}} entre elles une fente d’au plus 10 m, ouverte vers l’extérieur ; fermez-la en accrochant les limites, sauf s’il s’agit d’une vraie crique.',
      es: 'Nivel {level}: {count, plural, one {# par de unidades deja} other {# pares de unidades dejan}} una rendija de hasta 10 m abierta al exterior; ciérrela ajustando los límites, salvo que sea una ensenada real.',
      ar: 'المستوى {level}: عدد أزواج الوحدات التي يفصل بينها شق لا يزيد عرضه على 10 أمتار ومفتوح على الخارج {count}؛ أغلقوه بمطابقة الحدود ما لم يكن مدخلًا مائيًا حقيقيًا.',
    },
  },
  'topology.unshared-vertex': {
    title: { en: 'Vertices not shared', fr: 'Sommets non partagés', es: 'Vértices no compartidos', ar: 'رؤوس غير مشتركة' },
    text: {
      en: '{count, plural, one {# pair of neighbours does} other {# pairs of neighbours do}} not share all vertices of their common border at admin level {level}, although the line is the same. Nothing needs to be done to publish; who edits the border later adds the vertices first (QGIS: Snap geometries to layer), or a gap opens.',
      fr: 'Niveau {level} : {count, plural, one {# paire de voisins ne partage} other {# paires de voisins ne partagent}} pas tous les sommets de leur limite commune, bien que le tracé soit le même. Rien à faire pour publier ; avant de modifier la limite, ajoutez les sommets (QGIS : Accrocher les géométries à la couche), sinon un vide s’ouvre.',
      es: 'Nivel {level}: {count, plural, one {# par de vecinos no comparte} other {# pares de vecinos no comparten}} todos los vértices de su límite común, aunque la línea es la misma. No hay que hacer nada para publicar; antes de editar el límite, añada los vértices (QGIS: Autoensamblar geometrías a capa) o se abrirá un hueco.',
      ar: 'المستوى {level}: عدد أزواج الجيران الذين لا يتشاركون جميع رؤوس حدهم المشترك {count}، مع أن الخط واحد. لا يلزم شيء للنشر؛ وقبل تعديل الحد أضيفوا الرؤوس (QGIS: Snap geometries to layer) وإلا انفتحت فجوة.',
    },
  },
  'topology.area-changed': {
    title: { en: 'Area changed by repair', fr: 'Surface modifiée par la réparation', es: 'Superficie cambiada por la reparación', ar: 'مساحة تغيّرت بالإصلاح' },
    text: {
      en: 'The repair changed the area of {count, plural, one {# unit} other {# units}} of admin level {level} by more than 0.1 %, or removed it; repair with a smaller tolerance or correct the unit by hand.',
      fr: 'Niveau {level} : la réparation a modifié de plus de 0,1 % la surface de {count, plural, one {# unité} other {# unités}}, ou l’a supprimée ; réparez avec une tolérance plus petite ou corrigez à la main.',
      es: 'Nivel {level}: la reparación cambió en más del 0,1 % la superficie de {count, plural, one {# unidad} other {# unidades}}, o la eliminó; repare con una tolerancia menor o corrija a mano.',
      ar: 'المستوى {level}: غيّر الإصلاح مساحة وحدات عددها {count} بأكثر من 0.1 % أو حذفها؛ أعيدوا الإصلاح بتفاوت أصغر أو صححوا يدويًا.',
    },
  },
};
