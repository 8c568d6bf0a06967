/** Texts of findings on 3W: what was read, where rows are, what waits for a person. Dates, organisations and content are in presenceValues.ts. */
import type en from '../../en/findings/presence.ts';

export default {
  'finding.presence.other-sheets.title': 'Otras hojas',
  'finding.presence.other-sheets':
    'Se leyó la hoja «{sheet}»; {count, plural, one {# hoja más contiene} other {# hojas más contienen}} también organizaciones y lugares. Elija la hoja si quería otra.',
  'finding.presence.sheet-hidden.title': 'Hoja oculta leída',
  'finding.presence.sheet-hidden': 'Solo la hoja oculta «{sheet}» contiene organizaciones y lugares, y se leyó; compruebe que sea la correcta.',
  'finding.presence.columns-ignored.title': 'Columnas no usadas',
  'finding.presence.columns-ignored':
    '{count, plural, one {# columna no era necesaria o no se reconoció; indique qué contiene si es importante} other {# columnas no eran necesarias o no se reconocieron; indique qué contienen si son importantes}}.',
  'finding.presence.rows-left-out.title': 'Filas omitidas',
  'finding.presence.rows-left-out':
    '{count, plural, one {Se omitió # fila} other {Se omitieron # filas}} de total, nota o encabezado repetido; revise la lista.',
  'finding.presence.no-organisation.title': 'Filas sin organización',
  'finding.presence.no-organisation':
    '{count, plural, one {# fila no indica ninguna organización y se omitió} other {# filas no indican ninguna organización y se omitieron}}; pregunte al socio que informó de quién se trata.',
  'finding.presence.organisations-missing.title': 'Faltan organizaciones',
  'finding.presence.organisations-missing':
    '{count, number} de {total, number} filas no nombran ninguna organización y se omitieron. O las organizaciones están en otra columna, o un nombre figura una sola vez encima de sus filas: elija la columna, o copie los nombres hacia abajo y suba de nuevo el archivo.',
  'finding.presence.profile-used.title': 'Estructura conocida',
  'finding.presence.profile-used': 'Las columnas son las de {file} y se leyeron del mismo modo. No hay que hacer nada.',
  'finding.presence.profile-changed.title': 'Estructura modificada',
  'finding.presence.profile-changed':
    '{count, plural, one {# columna es nueva o desapareció} other {# columnas son nuevas o desaparecieron}} desde el último archivo; compruebe cómo se leyeron las nuevas.',
  'finding.presence.no-boundaries.title': 'Sin límites',
  'finding.presence.no-boundaries':
    'Aquí no hay límites (COD-AB) de {country}, así que no se pudo ubicar ninguna fila; suba y publique primero los límites y después vuelva a subir este archivo.',
  'finding.presence.level-not-in-boundaries.title': 'Nivel ausente en los límites',
  'finding.presence.level-not-in-boundaries':
    '{count, plural, one {# fila indica} other {# filas indican}} un lugar en adm{level}, nivel que los límites no tienen; {count, plural, one {se ubica} other {se ubican}} en los niveles disponibles. Publique límites de ese nivel para ubicarlas allí.',
  'finding.presence.code-name-conflict.title': 'El código y el nombre se contradicen',
  'finding.presence.code-name-conflict':
    'En {count, plural, one {# fila} other {# filas}} el P-code es de un lugar y el nombre de otro; elija cuál es correcto. Hasta entonces {count, plural, one {queda} other {quedan}} en el nivel superior.',
  'finding.presence.parent-conflict.title': 'Lugar fuera de su unidad superior',
  'finding.presence.parent-conflict':
    'En {count, plural, one {# fila} other {# filas}} el lugar está en otra unidad superior que la indicada; elija cuál es correcta.',
  'finding.presence.code-unknown.title': 'P-code desconocido',
  'finding.presence.code-unknown':
    '{count, plural, one {# fila tiene un P-code} other {# filas tienen P-codes}} que los límites no tienen: retirado, más nuevo, disputado o de otro conjunto de límites. Elija la unidad o marque «No se puede ubicar».',
  'finding.presence.code-retired.title': 'Código de una unidad que ya no existe',
  'finding.presence.code-retired':
    '{count, plural, one {# fila tiene el P-code de una unidad dividida o fusionada} other {# filas tienen P-codes de unidades divididas o fusionadas}} desde la versión anterior de los límites; elija la unidad que hay ahora en ese lugar.',
  'finding.presence.code-other-level.title': 'Código de otro nivel',
  'finding.presence.code-other-level':
    '{count, plural, one {# fila tiene en su columna un P-code} other {# filas tienen en su columna P-codes}} de otro nivel; compruebe qué se quiso decir.',
  'finding.presence.name-ambiguous.title': 'Varias unidades con ese nombre',
  'finding.presence.name-ambiguous': 'En {count, plural, one {# fila} other {# filas}} varias unidades llevan ese nombre; elija la correcta.',
  'finding.presence.name-doubtful.title': 'Nombre parecido, sin certeza',
  'finding.presence.name-doubtful':
    'En {count, plural, one {# fila} other {# filas}} el nombre se parece al de una unidad, sin certeza; acepte una sugerencia o elija otra unidad.',
  'finding.presence.name-unknown.title': 'Nombre desconocido',
  'finding.presence.name-unknown':
    'En {count, plural, one {# fila} other {# filas}} el nombre no corresponde a ninguna unidad; elija la unidad o marque «No se puede ubicar».',
  'finding.presence.codes-swapped.title': 'Códigos intercambiados',
  'finding.presence.codes-swapped':
    '{count, plural, one {# fila lleva} other {# filas llevan}} el código de una unidad y el nombre de otra, y al revés: los dos códigos se intercambiaron. Corrija el archivo o elija las unidades en la lista de revisión.',
  'finding.presence.code-wanders.title': 'Códigos junto a nombres de otros lugares',
  'finding.presence.code-wanders':
    '{count, plural, one {En # fila} other {En # filas}} el P-code es de un lugar distinto del que indican el nombre y la zona superior, y el mismo código aparece junto a varios nombres así. {count, plural, one {La fila se ubicó} other {Estas filas se ubicaron}} por el nombre, que corresponde a un solo lugar de esa zona; corrija los códigos en la fuente.',
  'finding.presence.one-deeper.title': 'Nombres de un nivel por debajo de su columna',
  'finding.presence.one-deeper':
    '{count, plural, one {# fila indica} other {# filas indican}} una unidad de un nivel por debajo de su columna, en una zona que tiene una sola unidad en el nivel de la columna. {count, plural, one {Se ubicó} other {Se ubicaron}} en la unidad indicada; revise la lista.',
  'finding.presence.code-repaired.title': 'P-codes corregidos',
  'finding.presence.code-repaired':
    '{count, plural, one {# P-code estaba escrito de otra forma y se leyó} other {# P-codes estaban escritos de otra forma y se leyeron}} como el único código de los límites que corresponde; revise la lista.',
  'finding.presence.name-alike.title': 'Nombres escritos de otro modo',
  'finding.presence.name-alike':
    '{count, plural, one {# fila se ubicó} other {# filas se ubicaron}} por un nombre que los límites escriben de otro modo; revise la lista.',
  'finding.presence.whole-country.title': 'Todo el país',
  'finding.presence.whole-country':
    '{count, plural, one {# fila se refiere} other {# filas se refieren}} a todo el país; {count, plural, one {cuenta} other {cuentan}} para el país y no para sus partes.',
  'finding.presence.name-differs.title': 'El nombre no corresponde al código',
  'finding.presence.name-differs':
    'En {count, plural, one {# fila} other {# filas}} el nombre junto a un P-code válido no es una grafía conocida de su unidad ni de ninguna otra; se siguió el código.',
  'finding.presence.without-place.title': 'Sin lugar indicado',
  'finding.presence.without-place': '{count, plural, one {# fila no indica lugar y cuenta} other {# filas no indican lugar y cuentan}} solo para el país.',
} satisfies Record<keyof typeof en, string>;
