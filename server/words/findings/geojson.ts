/** Findings of the GeoJSON reader: what it had to read other than as written. */
import type { Messages } from '../text.ts';

export const GEOJSON_MESSAGES: Messages = {
  'geojson.cut': {
    title: { en: 'The server cut the download', fr: 'Téléchargement coupé par le serveur', es: 'El servidor cortó la descarga', ar: 'قطع الخادم التنزيل' },
    text: {
      en: '{file} says itself that it is not all: it holds {rows, number}{of, plural, =0 { features} other { of # features}}, and units are missing. The map server stopped at its limit; fetch the layer in pages, or ask for the whole file.',
      fr: '{file} indique lui-même qu’il n’est pas complet : il contient {rows, number}{of, plural, =0 { entités} other { entités sur #}}, et des unités manquent. Le serveur de cartes s’est arrêté à sa limite ; récupérez la couche page par page ou demandez le fichier entier.',
      es: 'El propio archivo {file} dice que no está completo: contiene {rows, number}{of, plural, =0 { entidades} other { de # entidades}} y faltan unidades. El servidor de mapas se detuvo en su límite; descargue la capa por páginas o pida el archivo completo.',
      ar: 'يذكر الملف {file} بنفسه أنه غير كامل: فيه {rows, number}{of, plural, =0 { من العناصر} other { من أصل # عنصر}}، وتنقصه وحدات. توقف خادم الخرائط عند حدّه؛ نزّل الطبقة صفحة صفحة أو اطلب الملف كاملًا.',
    },
  },
  'geojson.depth': {
    title: {
      en: 'Geometry type and coordinates disagree',
      fr: 'Type de géométrie et coordonnées en désaccord',
      es: 'El tipo de geometría y las coordenadas no concuerdan',
      ar: 'نوع الشكل لا يوافق إحداثياته',
    },
    text: {
      en: '{count, plural, one {# feature says} other {# features say}} one geometry type but {count, plural, one {has} other {have}} coordinates nested as another (such as Polygon with MultiPolygon coordinates). They were read by their coordinates; correct the type in the source, because other programs will show them empty.',
      fr: '{count, plural, one {# entité déclare} other {# entités déclarent}} un type de géométrie qui ne correspond pas à l’imbrication de ses coordonnées (par exemple Polygon avec des coordonnées de MultiPolygon). Elles ont été lues d’après les coordonnées ; corrigez le type dans la source, car d’autres logiciels les afficheront vides.',
      es: '{count, plural, one {# entidad declara} other {# entidades declaran}} un tipo de geometría que no corresponde a la anidación de sus coordenadas (por ejemplo Polygon con coordenadas de MultiPolygon). Se leyeron según las coordenadas; corrija el tipo en la fuente, porque otros programas las mostrarán vacías.',
      ar: '{count, plural, one {عنصر واحد يذكر} two {عنصران يذكران} few {# عناصر تذكر} many {# عنصرًا تذكر} other {# عنصر تذكر}} نوعًا هندسيًا لا يوافق تداخل إحداثياته (مثل Polygon بإحداثيات MultiPolygon). قُرئت بحسب إحداثياتها؛ صحّح النوع في المصدر، لأن برامج أخرى ستعرضها فارغة.',
    },
  },
  'geojson.ring-open': {
    title: { en: 'Rings not closed', fr: 'Anneaux non fermés', es: 'Anillos sin cerrar', ar: 'حلقات غير مغلقة' },
    text: {
      en: '{count, plural, one {# ring does} other {# rings do}} not end where {count, plural, one {it begins} other {they begin}}; the first position was repeated at the end. Check that nothing is missing there.',
      fr: '{count, plural, one {# anneau ne finit} other {# anneaux ne finissent}} pas là où il commence ; la première position a été répétée à la fin. Vérifiez que rien n’y manque.',
      es: '{count, plural, one {# anillo no termina} other {# anillos no terminan}} donde empieza; se repitió la primera posición al final. Compruebe que no falte nada ahí.',
      ar: '{count, plural, one {حلقة واحدة لا تنتهي} two {حلقتان لا تنتهيان} few {# حلقات لا تنتهي} many {# حلقة لا تنتهي} other {# حلقة لا تنتهي}} حيث تبدأ؛ أُعيد الموضع الأول في آخرها. تحقق من أن شيئًا لا ينقصها.',
    },
  },
  'geojson.ring-empty': {
    title: { en: 'Empty rings', fr: 'Anneaux vides', es: 'Anillos vacíos', ar: 'حلقات فارغة' },
    text: {
      en: '{count, plural, one {# ring has} other {# rings have}} no positions and {count, plural, one {was} other {were}} left out. Check the features in the source.',
      fr: '{count, plural, one {# anneau n’a aucune position et a été omis} other {# anneaux n’ont aucune position et ont été omis}}. Vérifiez les entités dans la source.',
      es: '{count, plural, one {# anillo no tiene posiciones y se omitió} other {# anillos no tienen posiciones y se omitieron}}. Revise las entidades en la fuente.',
      ar: '{count, plural, one {حلقة واحدة بلا مواضع وقد حُذفت} two {حلقتان بلا مواضع وقد حُذفتا} few {# حلقات بلا مواضع وقد حُذفت} many {# حلقة بلا مواضع وقد حُذفت} other {# حلقة بلا مواضع وقد حُذفت}}. راجع العناصر في المصدر.',
    },
  },
};
