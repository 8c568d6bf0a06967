/** Texts of findings on COD-PS, reading and levels; sums and plausibility are in populationValues.ts. */
import type en from '../../en/findings/population.ts';

export default {
  'finding.population.sheets-ignored.title': 'Hojas no usadas',
  'finding.population.sheets-ignored':
    '{count, plural, one {# hoja sin población u oculta se omitió} other {# hojas sin población u ocultas se omitieron}}; compruebe que ninguna sea necesaria.',
  'finding.population.columns-used.title': 'Columnas usadas',
  'finding.population.columns-used':
    'Las cifras se basan en {count, plural, one {# columna} other {# columnas}}; compruebe que cada una contenga lo que se leyó.',
  'finding.population.columns-ignored.title': 'Columnas no usadas',
  'finding.population.columns-ignored':
    '{count, plural, one {# columna no se reconoció como código, nombre, sexo o edad y se omitió} other {# columnas no se reconocieron como código, nombre, sexo o edad y se omitieron}}; cambie el nombre de las que se necesiten.',
  'finding.population.rows-left-out.title': 'Filas omitidas',
  'finding.population.rows-left-out':
    '{count, plural, one {Se omitió # fila} other {Se omitieron # filas}} de total, nota o encabezado repetido; revise la lista.',
  'finding.population.other-countries.title': 'Otros países',
  'finding.population.other-countries':
    '{count, plural, one {# fila es} other {# filas son}} de países distintos de {country} y se {count, plural, one {omitió} other {omitieron}}; suba de nuevo el archivo para cada país que necesite.',
  'finding.population.other-years.title': 'Varios años',
  'finding.population.other-years':
    'La tabla tiene columnas de varios años: se usó {year} y se omitió {years}. Para elegir otro año, suba una tabla solo con ese año.',
  'finding.population.ages-from-dates.title': 'Grupos de edad convertidos en fechas',
  'finding.population.ages-from-dates':
    'Una hoja de cálculo convirtió {count, plural, one {# grupo de edad} other {# grupos de edad}} en fechas; {count, plural, one {se leyó como el grupo de edad original} other {se leyeron como los grupos de edad originales}}. Revise la lista.',
  'finding.population.ages-doubt.title': '¿Qué grupo de edad?',
  'finding.population.ages-doubt':
    'Una hoja de cálculo convirtió {count, plural, one {# grupo de edad} other {# grupos de edad}} en fechas, y cada una puede ser dos grupos; {count, plural, one {se omitió} other {se omitieron}}. Indique qué grupo es la columna, o corrija el encabezado y vuelva a subir el archivo.',
  'finding.population.source-totals.title': 'Totales con el nombre de su fuente',
  'finding.population.source-totals':
    '{count, plural, one {# columna lleva el nombre de su fuente y se leyó como un total} other {# columnas llevan el nombre de su fuente y se leyeron como totales}} de personas. Si no es así, indique qué {count, plural, one {es la columna} other {son las columnas}}.',
  'finding.population.numbers-doubt.title': '¿Miles o decimales?',
  'finding.population.numbers-doubt':
    '{sheet} contiene números como {sample}: ¿son {thousands, number} personas o {decimals, number}? {count, plural, one {# celda se leyó} other {# celdas se leyeron}} como miles. Indique cómo se escriben los números en las columnas, o escríbalos sin separadores y vuelva a subir el archivo.',
  'finding.population.columns-disagree.title': 'Dos columnas se contradicen',
  'finding.population.columns-disagree':
    'Las columnas {first} y {second} de {sheet} son del mismo grupo y difieren en {count, plural, one {# fila} other {# filas}}: ¿cuál es la correcta? Se leyó la primera; quite la equivocada o cámbiele el nombre.',
  'finding.population.column-repeated.title': 'Columna repetida',
  'finding.population.column-repeated': 'Dos columnas dan el mismo grupo con los mismos valores; se leyó la primera. No hay que hacer nada.',
  'finding.population.earlier-years.title': 'Años anteriores',
  'finding.population.earlier-years':
    '{count, plural, one {# fila da} other {# filas dan}} un año anterior de una unidad que tiene otro posterior y se {count, plural, one {omitió} other {omitieron}}; para elegir otro año, suba solo ese.',
  'finding.population.level-gap.title': 'Falta un nivel',
  'finding.population.level-gap':
    'Falta {levels} entre los niveles administrativos de esta carga, por lo que no se pueden comprobar las sumas de un nivel a otro; añada su hoja o archivo.',
  'finding.population.level-missing.title': 'Niveles ausentes de la carga',
  'finding.population.level-missing':
    'Los límites tienen además {levels}, que {count, plural, one {falta en esta carga; añádalo} other {faltan en esta carga; añádalos}} si hay cifras.',
  'finding.population.level-not-in-boundaries.title': 'Nivel sin límites',
  'finding.population.level-not-in-boundaries':
    'Los límites no tienen {levels}, por lo que sus cifras no se pueden comprobar ni mostrar en un mapa; publique los límites de ese nivel.',
  'finding.population.level-repeated.title': 'Nivel repetido',
  'finding.population.level-repeated':
    '{count, plural, one {Otra tabla contiene} other {Otras # tablas contienen}} adm{level}; se usó {used}. Suba una sola tabla por nivel.',
  'finding.population.text-columns.title': 'Columnas de texto en lugar de números',
  'finding.population.text-columns':
    '{count, plural, one {# tabla contiene} other {# tablas contienen}} sobre todo texto en las columnas de números de personas y se {count, plural, one {omitió} other {omitieron}}; corrija esas columnas.',
  'finding.population.no-code-column.title': 'Sin columna de P-code',
  'finding.population.no-code-column':
    '{count, plural, one {# tabla tiene} other {# tablas tienen}} población pero ninguna columna de P-codes (ADM2_PCODE, admin2Pcode), así que no se puede unir nada; añada esa columna.',
  'finding.population.unknown-level.title': 'Nivel desconocido',
  'finding.population.unknown-level':
    '{count, plural, one {# tabla no indica} other {# tablas no indican}} su nivel administrativo; llame a la columna de códigos ADM1_PCODE, ADM2_PCODE … o a la hoja adm1, adm2 ….',
  'finding.population.no-name.title': 'Sin nombres',
  'finding.population.no-name':
    '{sheet} no tiene columna de nombres para adm{level}, así que no se pueden comparar códigos y nombres; añada ADM{level}_ES o similar.',
  'finding.population.no-pcode.title': 'Filas sin P-code',
  'finding.population.no-pcode':
    '{count, plural, one {# fila de adm{level} no tiene} other {# filas de adm{level} no tienen}} P-code y no se {count, plural, one {puede} other {pueden}} ubicar; complete el código.',
  'finding.population.duplicate.title': 'P-code repetido',
  'finding.population.duplicate':
    '{count, plural, one {# P-code está} other {# P-codes están}} en más de una fila de adm{level}; dé a cada unidad su código o combine las filas. Mientras tanto se suman las filas de un mismo código.',
  'finding.population.repeated-value.title': 'Valor repetido',
  'finding.population.repeated-value':
    '{count, plural, one {# valor aparece} other {# valores aparecen}} dos veces para la misma unidad, sexo y edad en adm{level}; se conservó el primero. Elimine el otro.',
  'finding.population.code-scientific.title': 'Código en notación científica',
  'finding.population.code-scientific':
    'Una hoja de cálculo convirtió {count, plural, one {# código} other {# códigos}} de adm{level} en números como 1.01E+05 y perdió cifras; dé a la columna formato de texto y vuelva a escribir los códigos.',
  'finding.population.unknown-code.title': 'P-code ausente en los límites',
  'finding.population.unknown-code':
    '{count, plural, one {# unidad de adm{level} tiene un P-code que no está} other {# unidades de adm{level} tienen un P-code que no está}} en {boundaries}; corrija el código o publique los límites que lo tienen. Se indican códigos parecidos y unidades del mismo nombre para elegir.',
  'finding.population.missing-unit.title': 'Unidad sin población',
  'finding.population.missing-unit':
    '{count, plural, one {# unidad} other {# unidades}} de adm{level} en {boundaries} no {count, plural, one {tiene} other {tienen}} fila en esta carga; {count, plural, one {añádala} other {añádalas}} o corrija los códigos que deberían indicar{count, plural, one {la} other {las}}.',
  'finding.population.code-repaired.title': 'P-code corregido',
  'finding.population.code-repaired':
    '{count, plural, one {# P-code de adm{level} se escribe} other {# P-codes de adm{level} se escriben}} de otro modo en {boundaries} y se {count, plural, one {unió} other {unieron}} tras una corrección (prefijo del país, ceros, grafía); revise la lista.',
  'finding.population.no-year.title': 'Sin año de referencia',
  'finding.population.no-year': 'Nada en {sheet} indica de qué año es adm{level}; añada una columna «year» o ponga el año en el nombre del archivo.',
  'finding.population.years-mixed.title': 'Varios años',
  'finding.population.years-mixed':
    'adm{level} contiene cifras de varios años ({years}; {count, plural, one {# fila no es} other {# filas no son}} del último) y se publica como {year}; suba un solo año.',
  'finding.population.year-future.title': 'Año futuro',
  'finding.population.year-future': 'Las cifras de adm{level} son de {year}, un año futuro; indique en los metadatos que son una proyección o corrija el año.',
  'finding.population.year-old.title': 'Cifras antiguas',
  'finding.population.year-old': 'Las cifras de adm{level} tienen {age, number} años ({year}); busque otras más recientes.',
  'finding.population.no-source.title': 'Sin fuente',
  'finding.population.no-source': 'Ni el archivo ni los metadatos indican la fuente de las cifras; complétela antes de publicar.',
  'finding.population.no-boundaries.title': 'Sin unión a límites',
  'finding.population.no-boundaries':
    'Aquí no hay límites (COD-AB) publicados de {country}, por lo que no se compararon los códigos ni se registró una versión de los límites; publíquelos y vuelva a subir este archivo.',
} satisfies Record<keyof typeof en, string>;
