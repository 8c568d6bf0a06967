/** Texts of findings on indicators: what was read, which areas are no unit, what contradicts itself. Nothing of it is mended. */
export default {
  'finding.indicators.columns-used.title': 'Lectura de las columnas',
  'finding.indicators.columns-used': '{count, plural, one {Se usó # columna} other {Se usaron # columnas}}; compruebe qué contiene cada una.',
  'finding.indicators.column-asked.title': 'Columnas dudosas',
  'finding.indicators.column-asked':
    '{count, plural, one {# columna no es segura} other {# columnas no son seguras}}; responda las preguntas antes de publicar.',
  'finding.indicators.columns-unread.title': 'Números sin encabezado claro',
  'finding.indicators.columns-unread':
    '{count, plural, one {Se apartó # columna de números} other {Se apartaron # columnas de números}}: ningún encabezado dice qué miden. Indíquelo si importa.',
  'finding.indicators.sheets-left.title': 'Hojas no leídas',
  'finding.indicators.sheets-left': '{count, plural, one {No se leyó # hoja} other {No se leyeron # hojas}}; revise la lista.',
  'finding.indicators.rows-left-out.title': 'Filas apartadas',
  'finding.indicators.rows-left-out':
    '{count, plural, one {# fila es un total, una nota o un encabezado repetido y se apartó} other {# filas son totales, notas o encabezados repetidos y se apartaron}}; revise la lista.',
  'finding.indicators.other-country.title': 'Filas de otros países',
  'finding.indicators.other-country':
    '{count, plural, one {# fila es} other {# filas son}} de otros países y no forman parte de este conjunto de datos; cargue también el archivo para esos países si hace falta.',
  'finding.indicators.tag-differs.title': 'Etiqueta y encabezado distintos',
  'finding.indicators.tag-differs':
    'En {count, plural, one {# columna} other {# columnas}} la etiqueta HXL dice algo distinto del encabezado; se usó el encabezado.',
  'finding.indicators.year-of-name.title': 'Año tomado de un nombre',
  'finding.indicators.year-of-name': 'Ninguna columna indica un periodo; {year} se tomó de «{name}». Indique el periodo si es otro.',
  'finding.indicators.no-period.title': 'Sin periodo',
  'finding.indicators.no-period': 'Ni el archivo ni su nombre indican un periodo; diga de cuándo son los valores.',
  'finding.indicators.layout-changed.title': 'Otro formato',
  'finding.indicators.layout-changed':
    'La versión anterior tenía el formato {before}, este archivo {now}. Si es otra fuente, dele un conjunto de datos propio.',
  'finding.indicators.not-listed.title': 'Indicadores fuera de la lista acordada',
  'finding.indicators.not-listed':
    '{count, plural, one {# indicador no está} other {# indicadores no están}} en la lista acordada del país; {count, plural, one {propóngalo} other {propóngalos}} o vincule las columnas a códigos de la lista.',
  'finding.indicators.retired.title': 'Indicadores retirados',
  'finding.indicators.retired':
    '{count, plural, one {# indicador fue retirado} other {# indicadores fueron retirados}} de la lista acordada; compruebe si otro ocupó su lugar.',
  'finding.indicators.no-boundaries.title': 'Sin límites',
  'finding.indicators.no-boundaries':
    'Aquí no hay límites administrativos (COD-AB) de {country} publicados, así que no se pudo ubicar ninguna zona; publíquelos primero y cargue este archivo otra vez.',
  'finding.indicators.not-placed.title': 'Zonas fuera del mapa',
  'finding.indicators.not-placed':
    '{count, plural, one {# fila es} other {# filas son}} de zonas que no son, o no con certeza, una unidad de los límites. Conservan su nombre y se suman aparte; una persona puede asignarlas a unidades.',
  'finding.indicators.code-repaired.title': 'Códigos corregidos',
  'finding.indicators.code-repaired':
    'En {count, plural, one {# fila} other {# filas}} el código estaba escrito en otro estilo y se corrigió; corrija la fuente.',
  'finding.indicators.name-differs.title': 'Nombres distintos del de su unidad',
  'finding.indicators.name-differs':
    '{count, plural, one {# zona tiene} other {# zonas tienen}} un código correcto y otro nombre; compruebe que el código es el debido.',
  'finding.indicators.mapped.title': 'Zonas asignadas por una persona',
  'finding.indicators.mapped':
    '{count, plural, one {# zona se asignó} other {# zonas se asignaron}} a unidades con proporciones; los valores del mapa son estimaciones.',
  'finding.indicators.no-data.title': 'Sin datos',
  'finding.indicators.no-data':
    '{count, plural, one {# celda no contiene} other {# celdas no contienen}} nada, un guion o un error: sin datos, que no es cero.',
  'finding.indicators.not-number.title': 'Textos en lugar de números',
  'finding.indicators.not-number':
    '{count, plural, one {# celda contiene} other {# celdas contienen}} un texto que no es un número y se leyó como sin datos; corrija la fuente.',
  'finding.indicators.percent.title': 'Proporciones en centésimas',
  'finding.indicators.percent':
    '{count, plural, one {# columna contiene} other {# columnas contienen}} proporciones en centésimas, que se dividieron entre 100.',
  'finding.indicators.fractional.title': 'Clases que son promedios',
  'finding.indicators.fractional':
    '{count, plural, one {# valor no es} other {# valores no son}} una clase entera: promedios hechos por la fuente. Se dejan como están.',
  'finding.indicators.class-outside.title': 'Valores fuera de las clases',
  'finding.indicators.class-outside': '{count, plural, one {# valor está} other {# valores están}} fuera de las clases del indicador; revise la fuente.',
  'finding.indicators.negative.title': 'Valores negativos',
  'finding.indicators.negative': '{count, plural, one {# valor es negativo} other {# valores son negativos}}; corrija la fuente.',
  'finding.indicators.final-missing.title': 'Sin cifra intersectorial',
  'finding.indicators.final-missing':
    '{count, plural, one {# zona tiene} other {# zonas tienen}} cifras por sector y ninguna de conjunto. Sigue faltando: los sectores se solapan y nunca se suman.',
  'finding.indicators.above-population.title': 'Más personas que habitantes',
  'finding.indicators.above-population':
    'En {count, plural, one {# zona} other {# zonas}} hay más personas con necesidades que población declarada; compruebe cuál es correcta.',
  'finding.indicators.cluster-above-final.title': 'Un sector por encima del conjunto',
  'finding.indicators.cluster-above-final': 'En {count, plural, one {# zona} other {# zonas}} un sector tiene más personas con necesidades que el conjunto.',
  'finding.indicators.target-above-need.title': 'Más previstas que con necesidades',
  'finding.indicators.target-above-need':
    '{count, plural, one {# valor prevé} other {# valores prevén}} más personas de las que tienen necesidades o están afectadas; revise la fuente.',
  'finding.indicators.reached-above-target.title': 'Más atendidas que previstas',
  'finding.indicators.reached-above-target':
    '{count, plural, one {# valor indica} other {# valores indican}} más personas atendidas que previstas; revise la fuente.',
  'finding.indicators.phases-sum.title': 'Las fases no suman',
  'finding.indicators.phases-sum':
    'En {count, plural, one {# análisis} other {# análisis}} de una zona las fases 1 a 5 no suman la población analizada, por más de un 1 %; revise la fuente.',
  'finding.indicators.phase3-sum.title': 'La fase 3+ no es la suma',
  'finding.indicators.phase3-sum':
    'En {count, plural, one {# análisis} other {# análisis}} de una zona la fase 3+ no es la suma de las fases 3, 4 y 5; revise la fuente.',
  'finding.indicators.national-sum.title': 'Las unidades no suman la cifra nacional',
  'finding.indicators.national-sum':
    '{count, plural, one {# indicador tiene} other {# indicadores tienen}} una cifra nacional que no es la suma de sus unidades; se conservan ambas.',
  'finding.indicators.repeated-key.title': 'Filas que repiten una clave',
  'finding.indicators.repeated-key':
    '{count, plural, one {# fila repite} other {# filas repiten}} zona, periodo e indicador de otra. No se suman; si difieren, no se muestra ningún valor. Corrija la fuente.',
  'finding.indicators.period-overlap.title': 'Periodos que se solapan',
  'finding.indicators.period-overlap': '{count, plural, one {# par} other {# pares}} de periodos de un indicador se solapan; compárelos con cuidado.',
  'finding.indicators.no-denominator.title': 'Proporciones sin denominador',
  'finding.indicators.no-denominator':
    '{count, plural, one {# proporción no tiene} other {# proporciones no tienen}} denominador en el archivo y no se pueden dar para niveles superiores.',
  'finding.indicators.code-styles.title': 'Una unidad con dos estilos de código',
  'finding.indicators.code-styles':
    '{count, plural, one {# unidad aparece} other {# unidades aparecen}} en el archivo con dos estilos de código; compruebe que nada se cuente dos veces.',
  'finding.indicators.changed.title': 'Cambios de más del triple',
  'finding.indicators.changed': '{count, plural, one {# valor es} other {# valores son}} más del triple, o menos de un tercio, del de {version}; revise ambos.',
  'finding.read.indicatorsBeside.title': 'Indicadores no usados',
  'finding.read.indicatorsBeside':
    '{files} {count, plural, one {parece un archivo} other {parecen archivos}} de indicadores. De esta carga solo se usaron los límites; {count, plural, one {súbalo} other {súbalos}} por separado.',
};
