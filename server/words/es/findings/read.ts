/** Findings of the readers: what they assumed, changed or could not take over. */
import type en from '../../en/findings/read.ts';

export default {
  'finding.read.crsAssumed.title': 'Sistema de coordenadas supuesto',
  'finding.read.crsAssumed':
    '{layer} no indica su sistema de coordenadas (sin archivo .prj). Sus valores parecen grados, por lo que se supuso WGS 84. Compruebe su posición en el mapa y adjunte el archivo .prj la próxima vez.',
  'finding.read.curves.title': 'Curvas trazadas con segmentos',
  'finding.read.curves':
    '{file}: {count, plural, one {# unidad tiene} other {# unidades tienen}} límites curvos. Se trazaron con segmentos, uno por cada {degrees, number} grados de arco, a menos del 0,06 % del radio.',
  'finding.read.encodingMixed.title': 'Dos codificaciones en un archivo',
  'finding.read.encodingMixed':
    '{file}: {count, plural, one {# fila está escrita} other {# filas están escritas}} en UTF-8, las demás en {encoding}. Cada una se leyó con la suya; revise los nombres en el mapa y guarde el archivo en UTF-8.',
  'finding.read.populationBeside.title': 'Población no usada',
  'finding.read.populationBeside':
    '{files} {count, plural, one {parece un archivo de población (COD-PS)} other {parecen archivos de población (COD-PS)}}. De esta carga solo se usaron los límites; {count, plural, one {súbalo} other {súbalos}} por separado.',
  'finding.read.presenceBeside.title': '3W no usado',
  'finding.read.presenceBeside':
    '{files} {count, plural, one {parece un archivo 3W (quién hace qué y dónde)} other {parecen archivos 3W (quién hace qué y dónde)}}. De esta carga solo se usaron los límites; {count, plural, one {súbalo} other {súbalos}} por separado.',
  'finding.read.tableRefused.title': 'Tabla ilegible',
  'finding.read.tableRefused':
    '{count, plural, one {# tabla subida con los límites no se puede leer y se omitió} other {# tablas subidas con los límites no se pueden leer y se omitieron}}; {count, plural, one {guárdela} other {guárdelas}} de nuevo si se {count, plural, one {necesita} other {necesitan}}.',
  'finding.read.reprojected.title': 'Reproyectado a WGS 84',
  'finding.read.reprojected': '{layer} estaba en {crs} y se reproyectó a WGS 84. Su datum ({datum}) está a menos de 2 m de WGS 84. No hay que hacer nada.',
  'finding.read.beyond180.title': 'Longitudes de más de 180 ajustadas',
  'finding.read.beyond180':
    '{layer} tiene longitudes de más de ±180 grados. Se llevaron al intervalo de −180 a 180; filas que cruzan el antimeridiano y se partieron allí: {parted, number}. No hay que hacer nada.',
  'finding.read.datumShifted.title': 'Datum transformado por GDAL',
  'finding.read.datumShifted':
    '{layer} estaba en {crs}, un datum que dista hasta 230 m de WGS 84; GDAL la transformó con una exactitud de pocos metros. Compárela con un lugar conocido en el mapa antes de publicar.',
  'finding.read.notOnEarth.title': 'Coordenadas imposibles',
  'finding.read.notOnEarth':
    '{count, plural, one {# fila de {layer} tiene} other {# filas de {layer} tienen}} coordenadas que no corresponden a ningún lugar de la Tierra. Se omitió su geometría y se conservan sus atributos. Corríjalas en la fuente: suele deberse a un punto decimal perdido o a un archivo dañado.',
  'finding.read.notFinite.title': 'Coordenadas que no son números',
  'finding.read.notFinite':
    '{count, plural, one {# fila de {layer} tiene} other {# filas de {layer} tienen}} coordenadas que no son números (NaN o infinito). Se omitió su geometría y se conservan sus atributos. Dibújelas de nuevo en la fuente.',
  'finding.read.ringClosed.title': 'Anillos sin cerrar',
  'finding.read.ringClosed':
    '{count, plural, one {# anillo de {layer} no termina donde empieza; se repitió la primera posición al final} other {# anillos de {layer} no terminan donde empiezan; se repitió la primera posición al final de cada uno}}. Compruebe que no falte nada ahí.',
  'finding.read.orphanHole.title': 'Hueco fuera de su parte',
  'finding.read.orphanHole':
    '{count, plural, one {# fila de {file} tiene} other {# filas de {file} tienen}} un anillo orientado como hueco que no está dentro de ninguna parte de la fila; se leyó como una parte propia. Revise estas unidades en el mapa.',
  'finding.read.shxMissing.title': 'Falta .shx',
  'finding.read.shxMissing':
    '{file} se subió sin su índice .shx. Las geometrías se leyeron en el orden del archivo. Otros programas podrían rechazarlo: incluya el .shx la próxima vez.',
  'finding.read.cpgDisproved.title': 'El .cpg contradice los datos',
  'finding.read.cpgDisproved':
    'El archivo .cpg de {file} indica «{stated}», pero sus textos son UTF-8 válido y así se leyeron. Compruebe los nombres y corrija el .cpg, porque otros programas los mostrarán mal.',
  'finding.read.textCut.title': 'Textos cortados por el ancho del campo',
  'finding.read.textCut':
    '{count, plural, one {# fila de {file} tiene} other {# filas de {file} tienen}} un texto que llena su campo y termina a mitad de un carácter, por lo que se perdió el resto. Amplíe el campo en la fuente o exporte como GeoPackage.',
  'finding.read.deletedRows.title': 'Filas marcadas como eliminadas',
  'finding.read.deletedRows':
    '{count, plural, one {# fila de {file} está marcada como eliminada en el .dbf, pero su geometría sigue ahí. Se conservó} other {# filas de {file} están marcadas como eliminadas en el .dbf, pero sus geometrías siguen ahí. Se conservaron}}: compacte el shapefile en un SIG si {count, plural, one {debe} other {deben}} desaparecer.',
  'finding.read.columnRenamed.title': 'Columna renombrada',
  'finding.read.columnRenamed':
    '{file} tiene más de una columna llamada {before}; una de ellas pasó a llamarse {after}. Dé a cada columna su propio nombre en la fuente.',
  'finding.read.columnLeftOut.title': 'Columna omitida',
  'finding.read.columnLeftOut':
    'La columna {column} de {file} contiene datos binarios o calculados y se omitió. Si es importante, guárdela como texto o número.',
  'finding.read.fileIgnored.title': 'Archivos no leídos',
  'finding.read.fileIgnored':
    '{count, plural, one {# archivo de la carga no se leyó porque no contiene} other {# archivos de la carga no se leyeron porque no contienen}} límites (metadatos, estilos, índices, tablas). Revise la lista: si hay límites entre ellos, expórtelos en un formato conocido.',
} satisfies Record<keyof typeof en, string>;
