/** Texts of family G: the geometry of each layer. */
import type en from '../../en/findings/geometry.ts';

export default {
  'finding.geometry.empty.title': 'Sin geometría',
  'finding.geometry.empty': 'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} sin geometría; añada los polígonos o elimine las filas.',
  'finding.geometry.type.title': 'No es un polígono',
  'finding.geometry.type':
    'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} en forma de puntos, líneas o colecciones mixtas; una unidad debe ser un polígono, sustituya la geometría.',
  'finding.geometry.invalid.title': 'Geometría no válida',
  'finding.geometry.invalid':
    'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} con contorno no válido (se cruza o se toca a sí mismo); corríja{count, plural, one {la} other {las}} en su SIG (QGIS: Corregir geometrías), compare con la fuente y vuelva a subir el archivo.',
  'finding.geometry.z.title': 'Tercera coordenada',
  'finding.geometry.z': 'El nivel {level} contiene alturas; se omitieron, porque un COD-AB es bidimensional. No hay que hacer nada.',
  'finding.geometry.range.title': 'Fuera de WGS 84',
  'finding.geometry.range':
    'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} con coordenadas fuera de ±180, ±90 grados; la capa está en otro sistema de coordenadas: indique cuál o reproyéctela a EPSG:4326.',
  'finding.geometry.crs-unknown.title': 'Sistema de coordenadas no indicado',
  'finding.geometry.crs-unknown':
    'El nivel {level} no indica sistema de coordenadas; parecen WGS 84 y se leyeron así. Añada el .prj o el SRC y revise el mapa.',
  'finding.geometry.reprojected.title': 'Reproyectado',
  'finding.geometry.reprojected': 'El nivel {level} estaba en {crs} y se reproyectó a EPSG:4326; compruebe su posición en el mapa.',
  'finding.geometry.extent.title': 'Extensión no válida',
  'finding.geometry.extent':
    'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} sin anchura o sin altura, o con coordenadas que no son números; {count, plural, one {dibújela} other {dibújelas}} de nuevo.',
  'finding.geometry.elsewhere.title': 'No está en el país',
  'finding.geometry.elsewhere': 'El nivel {level} está muy lejos del país; revise el archivo y su sistema de coordenadas.',
  'finding.geometry.swapped.title': 'Latitud y longitud intercambiadas',
  'finding.geometry.swapped':
    'El nivel {level} está a {km, number} km de {country}, pero encajaría si se intercambiaran latitud y longitud: probablemente lo están. Exporte el archivo con la longitud primero.',
  'finding.geometry.far.title': 'Lejos del país',
  'finding.geometry.far': 'El nivel {level} está a {km, number} km de {country}; revise el país indicado, el archivo y su sistema de coordenadas.',
  'finding.geometry.moved.title': 'Lejos de la versión publicada',
  'finding.geometry.moved': 'El nivel {level} está a {km, number} km de los límites publicados; revise el archivo y su sistema de coordenadas.',
  'finding.geometry.outside-country.title': 'Fuera del país',
  'finding.geometry.outside-country':
    'Nivel {level}: {count, plural, one {# unidad} other {# unidades}}, el {percent, number} % de la superficie, a más de 10 km de la referencia; revise el archivo o acepte con un motivo.',
  'finding.geometry.extent-differs.title': 'Extensiones distintas entre niveles',
  'finding.geometry.extent-differs':
    'La extensión del nivel {level} difiere de la del nivel {base} en {distance, m}; obtenga el nivel superior disolviendo el inferior.',
  'finding.geometry.antimeridian.title': 'Antimeridiano o polo',
  'finding.geometry.antimeridian':
    'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} sobre la longitud 180 o cerca de un polo; {count, plural, one {divídala} other {divídalas}} en 180 grados (RFC 7946).',
  'finding.geometry.split-unit.title': 'Unidad en varias filas',
  'finding.geometry.split-unit':
    'Nivel {level}: {count, plural, one {# unidad repartida} other {# unidades repartidas}} en varias filas con el mismo código y la misma unidad superior; combine cada una en una sola fila multiparte.',
  'finding.geometry.triangle.title': 'Triángulo',
  'finding.geometry.triangle':
    'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} con una parte de tres vértices, que rara vez es un límite real; revise el lugar.',
  'finding.geometry.micro-part.title': 'Parte diminuta',
  'finding.geometry.micro-part':
    'Nivel {level}: {count, plural, one {# parte} other {# partes}} de unidades de menos de 100 m² o de menos de 1 m de ancho; elimínelas o acepte los islotes reales.',
  'finding.geometry.repeated-vertex.title': 'Vértices repetidos',
  'finding.geometry.repeated-vertex':
    'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} con el mismo vértice dos veces seguidas; las copias se eliminan al publicar.',
  'finding.geometry.notch.title': 'Muesca',
  'finding.geometry.notch':
    'Nivel {level}: {count, plural, one {# muesca} other {# muescas}} de menos de 3 m de ancho y más de 44 m de largo; ciérrelas o acepte un canal real.',
  'finding.geometry.duplicate.title': 'Geometría repetida',
  'finding.geometry.duplicate':
    'Nivel {level}: {count, plural, one {# geometría aparece} other {# geometrías aparecen}} más de una vez; elimine la copia o dé a la unidad su propio contorno.',
} satisfies Record<keyof typeof en, string>;
