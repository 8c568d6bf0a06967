/** Details of families G and T: outlines, extents, overlaps, gaps. */
import type { Text } from '../text.ts';

export const geometryClauses = {
  /** How a unit without code and name is called. */
  record: { en: 'record {row}', fr: 'enregistrement {row}', es: 'registro {row}', ar: 'السجل {row}' },
  'geometry.none': {
    en: '{unit} has no geometry',
    fr: '{unit} n’a pas de géométrie',
    es: '{unit} no tiene geometría',
    ar: '{unit} بلا شكل هندسي',
  },
  'geometry.kind': {
    en: '{unit} is a {kind, select, point {point} line {line} other {mixed collection}}',
    fr: '{unit} est {kind, select, point {un point} line {une ligne} other {une collection mixte}}',
    es: '{unit} es {kind, select, point {un punto} line {una línea} other {una colección mixta}}',
    ar: '{unit}: {kind, select, point {نقطة} line {خط} other {مجموعة مختلطة}}',
  },
  'geometry.fault': {
    en: '{unit}: {fault, select, crossing {the outline crosses itself} ring {a ring touches or crosses itself} shells {one part lies inside another} holes {one hole lies inside another} outside {a hole lies outside its part} cut {holes or spikes cut the area in two} twice {the same ring occurs twice} other {{words}}}',
    fr: '{unit} : {fault, select, crossing {le contour se croise} ring {un anneau se touche ou se croise} shells {une partie est à l’intérieur d’une autre} holes {un trou est à l’intérieur d’un autre} outside {un trou est hors de sa partie} cut {des trous ou des pointes coupent la surface en deux} twice {le même anneau figure deux fois} other {{words}}}',
    es: '{unit}: {fault, select, crossing {el contorno se cruza consigo mismo} ring {un anillo se toca o se cruza} shells {una parte está dentro de otra} holes {un hueco está dentro de otro} outside {un hueco está fuera de su parte} cut {huecos o picos parten la superficie en dos} twice {el mismo anillo aparece dos veces} other {{words}}}',
    ar: '{unit}: {fault, select, crossing {المحيط يقطع نفسه} ring {حلقة تلامس نفسها أو تقطعها} shells {جزء يقع داخل جزء آخر} holes {ثقب يقع داخل ثقب آخر} outside {ثقب يقع خارج جزئه} cut {ثقوب أو نتوءات تقسم المساحة قسمين} twice {الحلقة نفسها مكررة} other {{words}}}',
  },
  'geometry.height': {
    en: '{layer} has a third coordinate',
    fr: '{layer} a une troisième coordonnée',
    es: '{layer} tiene una tercera coordenada',
    ar: 'في {layer} إحداثي ثالث',
  },
  'geometry.corners': {
    en: '{unit} has a part with three corners',
    fr: '{unit} a une partie à trois angles',
    es: '{unit} tiene una parte con tres vértices',
    ar: 'في {unit} جزء بثلاث زوايا',
  },
  'geometry.crumb': {
    en: 'a part of {unit} has {area, m2} and is {width, m} wide',
    fr: 'une partie de {unit} fait {area, m2} et {width, m} de large',
    es: 'una parte de {unit} tiene {area, m2} y {width, m} de ancho',
    ar: 'جزء من {unit} مساحته {area, m2} وعرضه {width, m}',
  },
  'geometry.repeats': {
    en: '{unit} has {count, plural, one {# repeated vertex} other {# repeated vertices}}',
    fr: '{unit} a {count, plural, one {# sommet répété} other {# sommets répétés}}',
    es: '{unit} tiene {count, plural, one {# vértice repetido} other {# vértices repetidos}}',
    ar: 'في {unit} {count, plural, one {رأس مكرر واحد} two {رأسان مكرران} few {# رؤوس مكررة} many {# رأسًا مكررًا} other {# رأس مكرر}}',
  },
  'geometry.notch': {
    en: 'the outline of {unit} comes back to {width, m} from itself for {length, m}',
    fr: 'le contour de {unit} revient à {width, m} de lui-même sur {length, m}',
    es: 'el contorno de {unit} vuelve a {width, m} de sí mismo a lo largo de {length, m}',
    ar: 'يعود محيط {unit} إلى مسافة {width, m} من نفسه على طول {length, m}',
  },
  'geometry.same': {
    en: '{units, and} have the same geometry',
    fr: '{units, and} ont la même géométrie',
    es: '{units, and} tienen la misma geometría',
    ar: '{units, and}: الشكل الهندسي نفسه',
  },
  'geometry.rows': {
    en: '{unit} is in {rows, plural, one {# row} other {# rows}}',
    fr: '{unit} occupe {rows, plural, one {# ligne} other {# lignes}}',
    es: '{unit} ocupa {rows, plural, one {# fila} other {# filas}}',
    ar: '{unit} في {rows, plural, one {صف واحد} two {صفين} few {# صفوف} many {# صفًا} other {# صف}}',
  },
  'geometry.reach': {
    en: '{unit} reaches from {box}',
    fr: '{unit} s’étend sur {box}',
    es: '{unit} se extiende por {box}',
    ar: 'يمتد {unit} على {box}',
  },
  'geometry.layer-reach': {
    en: 'the layer reaches from {box}',
    fr: 'la couche s’étend sur {box}',
    es: 'la capa se extiende por {box}',
    ar: 'تمتد الطبقة على {box}',
  },
  'geometry.crs-silent': {
    en: '{layer} states no coordinate system',
    fr: '{layer} n’indique aucun système de coordonnées',
    es: '{layer} no indica ningún sistema de coordenadas',
    ar: 'لا تذكر {layer} نظام إحداثيات',
  },
  'geometry.crs-came': { en: '{layer} came in {crs}', fr: '{layer} était en {crs}', es: '{layer} venía en {crs}', ar: 'وردت {layer} بنظام {crs}' },
  'geometry.no-numbers': {
    en: '{unit} has {count, plural, one {# coordinate that is no number} other {# coordinates that are no numbers}}',
    fr: '{unit} a {count, plural, one {# coordonnée qui n’est pas un nombre} other {# coordonnées qui ne sont pas des nombres}}',
    es: '{unit} tiene {count, plural, one {# coordenada que no es un número} other {# coordenadas que no son números}}',
    ar: 'في {unit} {count, plural, one {إحداثي واحد ليس رقمًا} two {إحداثيان ليسا رقمين} few {# إحداثيات ليست أرقامًا} many {# إحداثيًا ليس رقمًا} other {# إحداثي ليس رقمًا}}',
  },
  'geometry.flat': {
    en: '{unit} has no width or no height',
    fr: '{unit} n’a pas de largeur ou pas de hauteur',
    es: '{unit} no tiene anchura o no tiene altura',
    ar: '{unit} بلا عرض أو بلا ارتفاع',
  },
  'geometry.away': {
    en: '{unit} lies more than 10 km outside the reference',
    fr: '{unit} se trouve à plus de 10 km hors de la référence',
    es: '{unit} está a más de 10 km fuera de la referencia',
    ar: 'يقع {unit} خارج المرجع بأكثر من 10 كم',
  },
  'geometry.ends': {
    en: 'adm{level} ends {distance, m} from adm{base} in the {side, select, west {west} south {south} east {east} other {north}}',
    fr: 'adm{level} s’arrête à {distance, m} de adm{base} {side, select, west {à l’ouest} south {au sud} east {à l’est} other {au nord}}',
    es: 'adm{level} termina a {distance, m} de adm{base} por el {side, select, west {oeste} south {sur} east {este} other {norte}}',
    ar: 'ينتهي adm{level} على بعد {distance, m} من adm{base} في {side, select, west {الغرب} south {الجنوب} east {الشرق} other {الشمال}}',
  },
  'geometry.crosses-180': {
    en: '{unit} crosses longitude 180 or comes near a pole',
    fr: '{unit} traverse la longitude 180 ou approche d’un pôle',
    es: '{unit} cruza la longitud 180 o se acerca a un polo',
    ar: 'يعبر {unit} خط الطول 180 أو يقترب من القطب',
  },
  'topology.apart': {
    en: '{a} and {b} run {width, m} apart for {length, m}',
    fr: '{a} et {b} restent à {width, m} l’une de l’autre sur {length, m}',
    es: '{a} y {b} corren a {width, m} una de otra a lo largo de {length, m}',
    ar: 'يفصل بين {a} و{b} شق عرضه {width, m} على طول {length, m}',
  },
  'topology.vertices': {
    en: '{count, plural, one {# vertex} other {# vertices}} between {a} and {b} {count, plural, one {is} other {are}} in one of them only',
    fr: '{count, plural, one {# sommet} other {# sommets}} entre {a} et {b} {count, plural, one {n’est que dans l’une} other {ne sont que dans l’une}} des deux',
    es: '{count, plural, one {# vértice} other {# vértices}} entre {a} y {b} {count, plural, one {está} other {están}} solo en una de ellas',
    ar: '{count, plural, one {رأس واحد} two {رأسان} few {# رؤوس} many {# رأسًا} other {# رأس}} بين {a} و{b} في واحدة منهما فقط',
  },
  'topology.same-ground': {
    en: '{a} and {b} cover the same {area, m2}, up to {width, m} wide',
    fr: '{a} et {b} couvrent les mêmes {area, m2}, jusqu’à {width, m} de large',
    es: '{a} y {b} cubren los mismos {area, m2}, de hasta {width, m} de ancho',
    ar: 'تغطي {a} و{b} المساحة نفسها: {area, m2}، بعرض يصل إلى {width, m}',
  },
  'topology.inside': {
    en: '{a} lies inside {b}: {area, m2}, up to {width, m} wide',
    fr: '{a} se trouve à l’intérieur de {b} : {area, m2}, jusqu’à {width, m} de large',
    es: '{a} está dentro de {b}: {area, m2}, de hasta {width, m} de ancho',
    ar: 'تقع {a} داخل {b}: {area, m2}، بعرض يصل إلى {width, m}',
  },
  'topology.overlaps': {
    en: '{a} and {b} overlap by {area, m2}, up to {width, m} wide',
    fr: '{a} et {b} se chevauchent sur {area, m2}, jusqu’à {width, m} de large',
    es: '{a} y {b} se solapan en {area, m2}, de hasta {width, m} de ancho',
    ar: 'تتداخل {a} و{b} في {area, m2}، بعرض يصل إلى {width, m}',
  },
  'topology.hole': {
    en: 'a hole of {area, m2}, up to {width, m} wide, {count, plural, one {inside} other {between}} {units, list}',
    fr: 'un vide de {area, m2}, jusqu’à {width, m} de large, {count, plural, one {dans} other {entre}} {units, list}',
    es: 'un hueco de {area, m2}, de hasta {width, m} de ancho, {count, plural, one {dentro de} other {entre}} {units, list}',
    ar: 'فراغ مساحته {area, m2}، بعرض يصل إلى {width, m}، {count, plural, one {داخل} two {بين} few {بين} many {بين} other {بين}} {units, list}',
  },
  'topology.area': {
    en: '{unit} had {before, precise} km² and has {after, precise} km²',
    fr: '{unit} avait {before, precise} km² et a {after, precise} km²',
    es: '{unit} tenía {before, precise} km² y tiene {after, precise} km²',
    ar: 'كانت مساحة {unit} {before, precise} كم² وصارت {after, precise} كم²',
  },
} satisfies Record<string, Text>;
