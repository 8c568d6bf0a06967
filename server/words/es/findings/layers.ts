/** Texts of families L, D and R: language, date and version columns of a layer. */
import type en from '../../en/findings/layers.ts';

export default {
  'finding.lang.missing.title': 'Falta la columna de idioma',
  'finding.lang.missing': 'adm{level} no tiene columna `lang` y sus encabezados no indican el idioma de los nombres; indíquelo.',
  'finding.lang.from-headings.title': 'Idioma tomado de los encabezados',
  'finding.lang.from-headings':
    'adm{level} no tiene columna `lang`; los idiomas ({languages}) se tomaron de los encabezados y se escribieron en el archivo publicado. No hay que hacer nada.',
  'finding.lang.blank.title': 'Filas sin idioma',
  'finding.lang.blank': 'Algunas filas de adm{level} tienen `lang` vacío; escriba el mismo código en todas.',
  'finding.lang.varies.title': 'Varios idiomas en una columna',
  'finding.lang.varies':
    'La columna {column} de adm{level} indica varios idiomas; una columna de nombres tiene un solo idioma en toda la capa. Dé a los demás nombres su propia columna.',
  'finding.lang.unknown.title': 'Código de idioma desconocido',
  'finding.lang.unknown':
    'adm{level} usa {count, plural, one {un código de idioma desconocido} other {# códigos de idioma desconocidos}} en BCP 47; escriba por ejemplo fr, ar o uk.',
  'finding.lang.not-romanized.title': 'Nombres principales sin romanizar',
  'finding.lang.not-romanized':
    'Los nombres principales de adm{level} están en escritura {script}; la especificación pide primero los nombres romanizados y después los demás. Añada antes una columna de nombres romanizados.',
  'finding.lang.deeper.title': 'Idioma ausente en el nivel superior',
  'finding.lang.deeper':
    'adm{level} tiene nombres en {count, plural, one {un idioma} other {# idiomas}} que adm{above} no tiene; añádalos a adm{above} para que los mapas se lean igual en cada nivel.',
  'finding.lang.label.title': 'Idioma quizá mal indicado',
  'finding.lang.label': 'Los nombres de adm{level} no parecen estar en el idioma indicado; compruébelo.',
  'finding.date.missing.title': 'Falta la columna de fecha',
  'finding.date.missing': 'adm{level} no tiene columna {column}; indique la fecha en el formulario de metadatos.',
  'finding.date.blank.title': 'Filas sin fecha',
  'finding.date.blank':
    '{rows, plural, one {# fila de adm{level} tiene} other {# filas de adm{level} tienen}} {column} vacío; escriba la fecha desde la que son válidos los límites.',
  'finding.date.varies.title': 'Varias fechas en una capa',
  'finding.date.varies': '{column} de adm{level} contiene varias fechas; la especificación pide una sola por capa. Escriba la misma fecha en todas las filas.',
  'finding.date.retired.title': 'Unidades que ya no son válidas',
  'finding.date.retired':
    '{rows, plural, one {# fila de adm{level} tiene} other {# filas de adm{level} tienen}} fecha de fin (valid_to): según el archivo, {rows, plural, one {está sustituida} other {están sustituidas}}; borre la fecha si no es así.',
  'finding.date.order.title': 'Fin antes del inicio',
  'finding.date.order':
    '{rows, plural, one {# fila de adm{level} acaba} other {# filas de adm{level} acaban}} (valid_to) antes de empezar (valid_on); corrija las fechas.',
  'finding.date.future.title': 'Fecha futura',
  'finding.date.future':
    '{rows, plural, one {# fila de adm{level} solo es válida} other {# filas de adm{level} solo son válidas}} a partir de una fecha futura; compruebe valid_on.',
  'finding.date.artefact.title': 'Fecha de relleno (1899 o 1970)',
  'finding.date.artefact':
    '{rows, plural, one {# fila de adm{level} contiene} other {# filas de adm{level} contienen}} una fecha de 1899 o 1970 que los programas escriben para «sin fecha»; se lee como vacía. No hay que hacer nada.',
  'finding.date.unreadable.title': 'Fecha ilegible',
  'finding.date.unreadable':
    '{rows, plural, one {# fila de adm{level} tiene} other {# filas de adm{level} tienen}} una fecha ilegible o ambigua; escríbala como 2026-01-31.',
  'finding.date.stale.title': 'Sin revisión desde hace más de un año',
  'finding.date.stale':
    'La fecha más reciente es {newest}, hace {years, plural, one {un año} other {# años}}; revise los límites y anote la fecha de la revisión.',
  'finding.date.levels.title': 'Fechas distintas según el nivel',
  'finding.date.levels': 'Los niveles tienen fechas distintas ({days}); compruebe que pertenecen a una misma versión.',
  'finding.version.missing.title': 'Sin versión en el archivo',
  'finding.version.missing': 'adm{level} no indica versión; Codmap la escribe en el archivo publicado. No hay que hacer nada.',
  'finding.version.varies.title': 'Varias versiones en una capa',
  'finding.version.varies': 'adm{level} indica varias versiones; una capa tiene una sola. Escriba la misma versión en todas las filas.',
  'finding.version.pattern.title': 'Versión sin la forma v01 o v01.02',
  'finding.version.pattern':
    'La versión de adm{level} no está escrita como v01 o v01.02; se corrige en el archivo publicado si es legible. Escríbala así en su fuente.',
} satisfies Record<keyof typeof en, string>;
