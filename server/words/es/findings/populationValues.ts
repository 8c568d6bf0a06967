/** Texts of findings on COD-PS: cells, bands, sums and plausibility. */
import type en from '../../en/findings/populationValues.ts';

export default {
  'finding.population.not-a-number.title': 'Texto en lugar de números',
  'finding.population.not-a-number':
    '{count, plural, one {# celda} other {# celdas}} de adm{level} {count, plural, one {contiene} other {contienen}} texto donde va un número de personas; {count, plural, one {su valor queda desconocido} other {sus valores quedan desconocidos}} hasta corregirlo. Los demás números se leyeron, por lo que se guarda un borrador que muestra dónde está el texto; así no se puede publicar.',
  'finding.population.negative.title': 'Número negativo',
  'finding.population.negative':
    '{count, plural, one {# valor} other {# valores}} de adm{level} {count, plural, one {es negativo; corríjalo} other {son negativos; corríjalos}}.',
  'finding.population.not-available.title': 'No disponible',
  'finding.population.not-available':
    '{count, plural, one {# celda} other {# celdas}} de adm{level} {count, plural, one {dice} other {dicen}} «no disponible» (NA, n/a, –) y {count, plural, one {queda desconocida} other {quedan desconocidas}}, no cero; complete lo que se sepa.',
  'finding.population.not-whole.title': 'Número no entero',
  'finding.population.not-whole':
    '{count, plural, one {# valor} other {# valores}} de adm{level} no {count, plural, one {es un número entero de personas; se conserva} other {son números enteros de personas; se conservan}} tal cual. Redondee en la fuente si procede.',
  'finding.population.in-thousands.title': 'Miles perdidos',
  'finding.population.in-thousands':
    'En «{sheet}» ningún número de personas llega a 1.000 y {count, plural, one {# tiene} many {# tienen} other {# tienen}} decimales ({samples}). O una hoja de cálculo tomó los puntos de miles por decimales, o las personas se cuentan en miles. Dé números enteros de personas.',
  'finding.population.scientific.title': 'Notación científica',
  'finding.population.scientific':
    '{count, plural, one {# valor} other {# valores}} de adm{level} {count, plural, one {está escrito} other {están escritos}} como 1.2E+05, con lo que pueden haberse perdido cifras; {count, plural, one {escríbalo completo} other {escríbalos completos}}.',
  'finding.population.separated.title': 'Separadores de miles',
  'finding.population.separated':
    '{count, plural, one {# columna} other {# columnas}} de adm{level} {count, plural, one {escribe} other {escriben}} números con separadores de miles ({values, plural, one {# valor} other {# valores}}), leídos como números; revise algunos.',
  'finding.population.bad-band.title': 'Grupo de edad invertido',
  'finding.population.bad-band':
    '{count, plural, one {# encabezado indica} other {# encabezados indican}} un grupo de edad que termina antes de empezar; corrija el encabezado.',
  'finding.population.unread-band.title': 'Sexo o edad no reconocidos',
  'finding.population.unread-band':
    '{count, plural, one {# fila de adm{level} tiene un sexo o una edad que no se pudo leer; se conserva como grupo con ese nombre} other {# filas de adm{level} tienen un sexo o una edad que no se pudo leer; se conservan como grupos con esos nombres}}. Escriba f, m o t y edades como 0-4 u 80+.',
  'finding.population.bands-hole.title': 'Hueco entre grupos de edad',
  'finding.population.bands-hole':
    'adm{level} tiene {count, plural, one {# hueco} other {# huecos}} entre grupos de edad, así que algunas edades no están en ninguno; añada los grupos que faltan.',
  'finding.population.bands-overlap.title': 'Grupos de edad superpuestos',
  'finding.population.bands-overlap':
    '{count, plural, one {# grupo de edad} other {# grupos de edad}} de adm{level} se {count, plural, one {superpone} other {superponen}} a otros, y una suma contaría personas dos veces; se {count, plural, one {conserva} other {conservan}}, pero fuera de las sumas. No hay que hacer nada si un grupo es la suma de otros.',
  'finding.population.bands-closed.title': 'Último grupo de edad no abierto',
  'finding.population.bands-closed':
    'El último grupo de edad de adm{level} no es abierto ({count, plural, one {# sexo} other {# sexos}}), así que las personas de más edad no están en ninguno; nómbrelo como 80Plus.',
  'finding.population.sex-sum.title': 'Mujeres y hombres: suma',
  'finding.population.sex-sum':
    'Mujeres y hombres no suman el total en {count, number} de {compared, number} casos en adm{level}, con hasta {largest, number} personas de diferencia; corrija las cifras o explíquelas en las salvedades.',
  'finding.population.sex-sum-rounding.title': 'Mujeres y hombres: redondeo',
  'finding.population.sex-sum-rounding':
    'Mujeres y hombres no suman el total en {count, number} de {compared, number} casos en adm{level}, con no más de {largest, number} de diferencia: redondeo, o menos del 0,1 %. No hay que hacer nada.',
  'finding.population.age-sum.title': 'Grupos de edad: suma',
  'finding.population.age-sum':
    'Los grupos de edad no suman el total de su sexo en {count, number} de {compared, number} casos en adm{level}, con hasta {largest, number} personas de diferencia; corrija las cifras o explíquelas en las salvedades.',
  'finding.population.age-sum-rounding.title': 'Grupos de edad: redondeo',
  'finding.population.age-sum-rounding':
    'Los grupos de edad no suman el total de su sexo en {count, number} de {compared, number} casos en adm{level}, con no más de {largest, number} de diferencia: redondeo, o menos del 0,1 %. No hay que hacer nada.',
  'finding.population.parent-sum.title': 'Unidades inferiores: suma',
  'finding.population.parent-sum':
    'Las unidades inferiores no suman la unidad superior en {count, number} de {compared, number} casos de {below} a adm{level}, con hasta {largest, number} personas de diferencia; corrija las cifras o explíquelas en las salvedades.',
  'finding.population.parent-sum-rounding.title': 'Unidades inferiores: redondeo',
  'finding.population.parent-sum-rounding':
    'Las unidades inferiores no suman la unidad superior en {count, number} de {compared, number} casos de {below} a adm{level}, con no más de {largest, number} de diferencia: redondeo, o menos del 0,1 %. No hay que hacer nada.',
  'finding.population.parent-unknown.title': 'Unidad superior ausente',
  'finding.population.parent-unknown':
    '{count, plural, one {# unidad} other {# unidades}} de adm{level} {count, plural, one {pertenece} other {pertenecen}} a un código que {above} no tiene; corrija ese código o añada su fila.',
  'finding.population.childless.title': 'Sin unidades inferiores',
  'finding.population.childless':
    '{count, plural, one {# unidad} other {# unidades}} de adm{level} no {count, plural, one {tiene} other {tienen}} unidades en {below}; añada las filas o corrija los códigos.',
  'finding.population.years-differ.title': 'Niveles de años distintos',
  'finding.population.years-differ':
    'adm{level} es de {year} y {above} de {yearAbove}, por lo que no se compararon sus sumas. Suba cifras de un mismo año si importan las sumas.',
  'finding.population.reference.title': 'Comparado con la referencia',
  'finding.population.reference':
    'El país tiene {total, number} personas aquí y {reference, number} según {source} ({year}): {percent, number} % de diferencia. Explique una diferencia grande en las salvedades.',
  'finding.population.zero.title': 'Población cero',
  'finding.population.zero':
    '{count, plural, one {# unidad} other {# unidades}} de adm{level} {count, plural, one {tiene} other {tienen}} población cero; si es cierto (un parque, personas contadas en una unidad vecina), indíquelo en las salvedades.',
  'finding.population.no-total.title': 'Población desconocida',
  'finding.population.no-total':
    '{count, plural, one {# unidad de adm{level} no tiene población total y se muestra} other {# unidades de adm{level} no tienen población total y se muestran}} «sin datos». Complete lo que se sepa.',
  'finding.population.density.title': 'Densidad inusual',
  'finding.population.density':
    '{count, plural, one {# unidad de adm{level} es mucho más o mucho menos densa} other {# unidades de adm{level} son mucho más o mucho menos densas}} que el resto; compruebe que código y cifra se correspondan.',
  'finding.population.sex-ratio.title': 'Razón de sexos inusual',
  'finding.population.sex-ratio':
    '{count, plural, one {# unidad} other {# unidades}} de adm{level} {count, plural, one {tiene} other {tienen}} menos de 80 o más de 125 hombres por cada 100 mujeres; revise las cifras.',
  'finding.population.age-share.title': 'Proporción de edad inusual',
  'finding.population.age-share':
    'La proporción de un grupo de edad se aleja mucho del resto en {count, plural, one {# caso} other {# casos}} en adm{level}; revise las cifras.',
} satisfies Record<keyof typeof en, string>;
