/** Texts of families F and S: files, levels, columns, computed values, companion layers. */
import type en from '../../en/findings/schema.ts';

export default {
  'finding.level.missing.title': 'Falta un nivel',
  'finding.level.missing': 'adm{level} no está en la carga ni puede obtenerse de un nivel inferior; añádalo.',
  'finding.level.derived.title': 'Nivel obtenido por disolución',
  'finding.level.derived': 'adm{level} no está en la carga; se obtuvo disolviendo el nivel inferior. Compruebe sus nombres o añada la capa.',
  'finding.level.duplicate.title': 'Dos capas para un nivel',
  'finding.level.duplicate':
    '{count, plural, one {# capa se omitió} other {# capas se omitieron}} porque se usó otra del mismo nivel; suba solo las correctas.',
  'finding.level.rows.title': 'Número de filas',
  'finding.level.rows':
    'adm{level} tiene {rows, plural, =0 {ninguna fila} one {# fila} other {# filas}}; adm0 debe tener exactamente una y los demás niveles al menos una. Combine las filas o añada lo que falta.',
  'finding.file.name.title': 'Nombre de capa',
  'finding.file.name':
    '{count, plural, one {# capa no tiene el nombre} other {# capas no tienen el nombre}} que pide la especificación; los archivos para descargar sí. No hay que hacer nada.',
  'finding.file.encoding.title': 'Texto con letras erróneas',
  'finding.file.encoding':
    '{count, plural, one {# columna} other {# columnas}} de adm{level} {count, plural, one {se leyó o guardó} other {se leyeron o guardaron}} con una codificación equivocada; suba el archivo con su codificación correcta.',
  'finding.column.required.title': 'Falta una columna obligatoria',
  'finding.column.required': 'adm{level} no tiene columna para su propio código o nombre (faltan {count, number}); añádala o nómbrela según la especificación.',
  'finding.column.ancestors.title': 'Faltan columnas de niveles superiores',
  'finding.column.ancestors':
    'A adm{level} le faltan {count, plural, one {# columna} other {# columnas}} con códigos o nombres de niveles superiores; se rellenaron con las capas superiores o por posición. Compruebe algunas.',
  'finding.column.conventions.title': 'Columnas con nombres distintos según el nivel',
  'finding.column.conventions':
    'Los niveles nombran sus columnas de {styles} maneras distintas; se les dieron los nombres de la especificación. No hay que hacer nada.',
  'finding.column.extra.title': 'Columnas adicionales',
  'finding.column.extra':
    'adm{level} tiene {count, plural, one {# columna} other {# columnas}} fuera de la especificación; se conservan tras las estándar. Quite de su fuente las que nadie necesita.',
  'finding.column.order.title': 'Orden de columnas',
  'finding.column.order':
    'Las columnas de adm{level} no siguen el orden de la especificación (primero el propio nivel, luego hacia arriba); en las descargas sí. No hay que hacer nada.',
  'finding.computed.area.title': 'Superficie indicada errónea',
  'finding.computed.area':
    'La superficie indicada de {count, plural, one {# unidad} other {# unidades}} de adm{level} difiere más de un 1 % de la del contorno; la publicada se calcula a partir del contorno. Quite la columna o vuelva a calcularla.',
  'finding.computed.center.title': 'Centro indicado fuera de la unidad',
  'finding.computed.center':
    'El centro indicado de {count, plural, one {# unidad} other {# unidades}} de adm{level} queda fuera de la unidad; el publicado está dentro. Quite las columnas o vuelva a calcularlas.',
  'finding.capital.outside.title': 'Capital fuera de su unidad',
  'finding.capital.outside':
    '{count, plural, one {# capital queda} other {# capitales quedan}} fuera de la unidad cuyo código {count, plural, one {lleva} other {llevan}}; corrija la posición o el código.',
  'finding.capital.uncoded.title': 'Capital sin código conocido',
  'finding.capital.uncoded':
    '{count, plural, one {# capital no tiene} other {# capitales no tienen}} ningún P-code de los límites; asigne el código de la unidad.',
  'finding.capital.missing.title': 'Unidad sin capital',
  'finding.capital.missing': '{count, plural, one {# unidad} other {# unidades}} de adm{level} sin capital en la capa de capitales; añádala.',
  'finding.gazetteer.missing.title': 'Unidad ausente del nomenclátor',
  'finding.gazetteer.missing':
    '{count, plural, one {# unidad de adm{level} no figura} other {# unidades de adm{level} no figuran}} en el nomenclátor de la carga; corrija uno de los dos.',
  'finding.gazetteer.extra.title': 'Código del nomenclátor sin unidad',
  'finding.gazetteer.extra':
    'El nomenclátor contiene {count, plural, one {# código} other {# códigos}} que ninguna unidad de adm{level} tiene; corrija uno de los dos.',
  'finding.gazetteer.name.title': 'Otro nombre en el nomenclátor',
  'finding.gazetteer.name':
    '{table} da a {count, plural, one {# unidad} other {# unidades}} de adm{level} un nombre que la capa no tiene; corrija uno de los dos.',
} satisfies Record<keyof typeof en, string>;
