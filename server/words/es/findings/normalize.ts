/** Texts of what normalizing altered, assumed or could not know. */
import type en from '../../en/findings/normalize.ts';

export default {
  'finding.normalize.columns-renamed.title': 'Encabezados reconocidos',
  'finding.normalize.columns-renamed':
    '{count, plural, one {# columna de adm{level} tenía un encabezado antiguo o local y se leyó} other {# columnas de adm{level} tenían un encabezado antiguo o local y se leyeron}} como la columna de la especificación; revise la lista.',
  'finding.normalize.columns-inferred.title': 'Columnas deducidas de los valores',
  'finding.normalize.columns-inferred':
    '{count, plural, one {# columna de adm{level} no tenía un encabezado conocido y se dedujo} other {# columnas de adm{level} no tenían un encabezado conocido y se dedujeron}} de los valores; confirme que la lista es correcta.',
  'finding.normalize.columns-left-out.title': 'Columnas omitidas',
  'finding.normalize.columns-left-out':
    '{count, plural, one {# columna de adm{level} era interna de otro programa o se recalcula, y se omitió} other {# columnas de adm{level} eran internas de otro programa o se recalculan, y se omitieron}}: {list}. No hay que hacer nada.',
  'finding.normalize.columns-used.title': 'Columnas usadas',
  'finding.normalize.columns-used':
    'Las unidades se basan en {count, plural, one {# columna} other {# columnas}}; compruebe que cada una contiene lo que se leyó.',
  'finding.normalize.as-said.title': 'Leído como se fijó para esta subida',
  'finding.normalize.as-said':
    '{count, plural, one {# ajuste de columna o capa se aplicó como lo fijó una persona} other {# ajustes de columnas o capas se aplicaron como los fijó una persona}} para esta subida. No hay que hacer nada.',
  'finding.normalize.as-before.title': 'Leído como se fijó antes',
  'finding.normalize.as-before':
    '{count, plural, one {# ajuste de columna o capa se aplicó como lo fijó una persona} other {# ajustes de columnas o capas se aplicaron como los fijó una persona}} el {date, day} para {file}, cuyas capas tienen las mismas columnas. Compruebe la lista y corrija en la página del borrador lo que no valga para esta subida.',
  'finding.normalize.names-tidied.title': 'Nombres depurados',
  'finding.normalize.names-tidied':
    '{count, plural, one {A # nombre de adm{level} se le quitaron espacios sobrantes o se le dio una sola forma Unicode; corríjalo} other {A # nombres de adm{level} se les quitaron espacios sobrantes o se les dio una sola forma Unicode; corríjalos}} en la fuente.',
  'finding.normalize.codes-tidied.title': 'P-codes depurados',
  'finding.normalize.codes-tidied':
    '{count, plural, one {# P-code de adm{level} tenía espacios al principio o al final, que se quitaron; corríjalo} other {# P-codes de adm{level} tenían espacios al principio o al final, que se quitaron; corríjalos}} en la fuente.',
  'finding.normalize.codes-from-numbers.title': 'P-codes guardados como números',
  'finding.normalize.codes-from-numbers':
    '{count, plural, one {# P-code de adm{level} era un número y se convirtió} other {# P-codes de adm{level} eran números y se convirtieron}} en texto (por ejemplo {example}); pueden faltar ceros iniciales, guarde los códigos como texto en la fuente.',
  'finding.normalize.dates-emptied.title': 'Fechas de relleno',
  'finding.normalize.dates-emptied':
    '{count, plural, one {# fecha en {column} de adm{level} solo significaba «sin fecha» (como 1899-12-30) y se leyó como vacía} other {# fechas en {column} de adm{level} solo significaban «sin fecha» (como 1899-12-30) y se leyeron como vacías}}. No hay que hacer nada.',
  'finding.normalize.dates-unreadable.title': 'Fechas ilegibles',
  'finding.normalize.dates-unreadable':
    '{count, plural, one {# fecha en {column} de adm{level} no se puede leer o se puede leer} other {# fechas en {column} de adm{level} no se pueden leer o se pueden leer}} de dos maneras (por ejemplo {example}); escriba las fechas como 2024-03-31.',
  'finding.normalize.version-unreadable.title': 'Versión no conforme a la especificación',
  'finding.normalize.version-unreadable': 'La versión «{value}» de adm{level} no tiene la forma v01 o v01.02 y no se usa; indique la versión al publicar.',
  'finding.normalize.versions-differ.title': 'Versiones distintas según el nivel',
  'finding.normalize.versions-differ':
    'Los niveles indican {count, number} versiones distintas ({list}); se propone la más alta. Compruebe que los archivos pertenecen al mismo conjunto.',
  'finding.normalize.rings-turned.title': 'Anillos reorientados',
  'finding.normalize.rings-turned':
    '{count, plural, one {# anillo de adm{level} se reorientó} other {# anillos de adm{level} se reorientaron}} según la RFC 7946 (contorno exterior en sentido antihorario); las formas no cambian. No hay que hacer nada.',
  'finding.normalize.parents-from-names.title': 'Unidades superiores halladas por nombre',
  'finding.normalize.parents-from-names':
    '{count, plural, one {# unidad de adm{level} no indica P-code de adm{ancestor}; su unidad superior se halló por el nombre indicado} other {# unidades de adm{level} no indican P-code de adm{ancestor}; sus unidades superiores se hallaron por los nombres indicados}}. Añada la columna adm{ancestor}_pcode.',
  'finding.normalize.parents-from-geometry.title': 'Unidades superiores halladas por posición',
  'finding.normalize.parents-from-geometry':
    '{count, plural, one {# unidad de adm{level} no indica P-code de adm{ancestor}; se} other {# unidades de adm{level} no indican P-code de adm{ancestor}; cada una se}} asignó a la unidad que contiene la mayor parte de su superficie. Añada la columna adm{ancestor}_pcode.',
  'finding.normalize.parent-code-unknown.title': 'Código de unidad superior ausente de su capa',
  'finding.normalize.parent-code-unknown':
    '{count, plural, one {# unidad de adm{level} indica un P-code que la capa adm{ancestor} no tiene; se} other {# unidades de adm{level} indican un P-code que la capa adm{ancestor} no tiene; cada una se}} asignó a la unidad en que está. Corrija adm{ancestor}_pcode en una de las dos capas.',
  'finding.normalize.parent-doubtful.title': 'Unidad superior dudosa',
  'finding.normalize.parent-doubtful':
    '{count, plural, one {# unidad de adm{level} cruza} other {# unidades de adm{level} cruzan}} un límite de adm{ancestor}, así que la unidad superior hallada por posición es dudosa; revise cada una e indique su unidad superior.',
  'finding.normalize.parent-unknown.title': 'Sin unidad superior',
  'finding.normalize.parent-unknown':
    '{count, plural, one {# unidad de adm{level} no tiene unidad de adm{ancestor}: no se indica ninguna y ninguna la contiene. Indique su unidad superior.} other {# unidades de adm{level} no tienen unidad de adm{ancestor}: no se indica ninguna y ninguna las contiene. Indique sus unidades superiores.}}',
  'finding.normalize.names-from-reference.title': 'Nombres de referencia utilizados',
  'finding.normalize.names-from-reference':
    'adm{level} no tiene columna de nombres, así que se usan los nombres de referencia de {column}; añada adm{level}_name.',
  'finding.normalize.language-guessed.title': 'Idioma supuesto',
  'finding.normalize.language-guessed':
    'Ninguna columna indica el idioma de {column} en adm{level}; por su escritura y los demás nombres de la capa se supuso «{lang}». Indíquelo en lang, lang1….',
  'finding.normalize.language-unknown.title': 'Idioma sin indicar',
  'finding.normalize.language-unknown': 'Nada indica el idioma de los nombres de adm{level}; se guardan como «und» (indeterminado). Indíquelo en lang.',
  'finding.normalize.foreign-ids.title': 'Identificadores que no son P-codes',
  'finding.normalize.foreign-ids':
    'adm{level} no tiene P-codes: {column} contiene identificadores de {source}, que no son los P-codes del país, así que no permiten unir datos. Añada los códigos del país o tome la capa del COD.',
  'finding.normalize.level-from-name.title': 'Nivel según el nombre del archivo',
  'finding.normalize.level-from-name':
    'Ninguna columna indica el nivel administrativo de {layer}; por su nombre se supuso adm{level}. Use las columnas de la especificación, como adm{level}_pcode.',
  'finding.normalize.layer-ignored.title': 'Capa no utilizada',
  'finding.normalize.layer-ignored':
    'La capa {layer} no se utilizó: {reason, select, empty {no contiene filas} no_geometry {sus filas no tienen geometría, es una tabla} not_used {se fijó que no se usa} other {ni sus columnas ni su nombre indican un nivel administrativo}}.',
  'finding.normalize.layer-duplicate.title': 'Segunda capa para un nivel',
  'finding.normalize.layer-duplicate': 'Hay más de una capa para adm{level}: se usó {kept} y no {layer}. Quite la que no quiera.',
  'finding.normalize.level-partial.title': 'Nivel que cubre solo parte del país',
  'finding.normalize.level-partial':
    'adm{level} cubre el {share, number} % del país y se guarda como nivel parcial; los niveles superiores proceden de adm{base}. Indique en las salvedades qué parte cubre. {blank, plural, =0 {} one {# de sus filas no tiene P-code.} other {# de sus filas no tienen P-code.}}',
  'finding.normalize.rows-merged.title': 'Filas de una misma unidad combinadas',
  'finding.normalize.rows-merged':
    '{count, plural, one {# unidad de adm{level} ocupaba varias filas (mismo P-code, nombre y unidad superior) y se publica como una sola} other {# unidades de adm{level} ocupaban cada una varias filas (mismo P-code, nombre y unidad superior) y se publican como una sola cada una}}; combínelas en la fuente.',
  'finding.normalize.codes-of-several.title': 'P-codes de varias unidades',
  'finding.normalize.codes-of-several':
    '{count, plural, one {# P-code de adm{level} corresponde a varias unidades con nombres distintos, que se publican por separado} other {# P-codes de adm{level} corresponden cada uno a varias unidades con nombres distintos, que se publican por separado}}. Compruebe a cuál se asignó cada unidad del nivel inferior y dé a cada unidad su propio P-code.',
  'finding.normalize.parents-without-code.title': 'Unidades superiores sin P-code',
  'finding.normalize.parents-without-code':
    'Hay unidades de adm{level} sin P-code; las unidades del nivel inferior se les asignaron por el nombre de su unidad superior o por su ubicación. Compruebe las asignaciones y añada los códigos.',
  'finding.normalize.level-derived.title': 'Nivel creado a partir del inferior',
  'finding.normalize.level-derived':
    'adm{level} no se subió; {count, plural, one {su unidad se creó} other {sus # unidades se crearon}} uniendo las unidades de adm{base}. Compruebe sus nombres o suba el nivel.',
  'finding.normalize.country-code-assumed.title': 'P-code del país supuesto',
  'finding.normalize.country-code-assumed': 'Ningún archivo indica adm0_pcode; se usó «{code}», el código ISO de {country}. Añada adm0_pcode y adm0_name.',
  'finding.normalize.units-not-drawn.title': 'Unidades sin unidades inferiores',
  'finding.normalize.units-not-drawn':
    '{count, plural, one {# unidad de adm{level} no tiene} other {# unidades de adm{level} no tienen}} ninguna unidad de adm{base} y por eso ninguna superficie en las capas publicadas; añada las que faltan o corrija los códigos de las unidades superiores.',
  'finding.normalize.outlines-mended.title': 'Contornos corregidos para la publicación',
  'finding.normalize.outlines-mended':
    '{count, plural, one {# contorno de adm{level} se cruza o se toca a sí mismo y se publica corregido; su superficie cambia} other {# contornos de adm{level} se cruzan o se tocan a sí mismos y se publican corregidos; su superficie cambia}} como máximo un {percent, number} %. Revise cada uno y corrija la fuente.',
  'finding.normalize.level-dissolved.title': 'Los límites de un nivel superior siguen los de las unidades inferiores',
  'finding.normalize.level-dissolved':
    'adm{level} se publica uniendo las unidades de adm{base}, para que todos los límites coincidan. {count, plural, one {# unidad difiere} other {# unidades difieren}} de la capa subida, hasta {distance, m}.',
  'finding.normalize.level-as-uploaded.title': 'Nivel superior tal como se subió',
  'finding.normalize.level-as-uploaded':
    'adm{level} se publica tal como se subió, según se indicó, y no a partir de las unidades de adm{base}{count, plural, one {: # unidad difiere} other {: # unidades difieren}}, hasta en {distance, most}. El archivo de líneas sigue adm{base}.',
  'finding.normalize.drawing-does-not-nest.title': 'Trazado subido no conservado',
  'finding.normalize.drawing-does-not-nest':
    'adm{level} debía publicarse tal como se subió, según se indicó para una subida anterior, pero no encaja: {count, plural, one {# unidad sobresale} other {# unidades sobresalen}} de la unidad superior. Se forma a partir de las unidades de adm{base}. Corrija el trazado o indique cómo se publica este nivel.',
  'finding.normalize.language-local.title': 'Idioma del país',
  'finding.normalize.language-local':
    'Según su encabezado, la columna {column} de adm{level} estaría en «{suffix}», que no es un idioma de este país; se leyó como «{lang}». Use ese código en el encabezado.',
} satisfies Record<keyof typeof en, string>;
