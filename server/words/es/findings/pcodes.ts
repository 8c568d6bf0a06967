/** Texts of family P. `{count}` occurrences at admin level `{level}`. */
import type en from '../../en/findings/pcodes.ts';

export default {
  'finding.pcode.missing.title': 'Falta el P-code',
  'finding.pcode.missing':
    '{count, plural, one {# unidad} other {# unidades}} de adm{level} sin P-code; asigne un código a cada una, pues sin él nada se puede unir.',
  'finding.pcode.filler.title': 'Filas sin código en un nivel parcial',
  'finding.pcode.filler':
    '{count, plural, one {# fila} other {# filas}} de adm{level}, que cubre solo parte del país, sin P-code: {count, plural, one {parece solo completar el mapa y no se publica} other {parecen solo completar el mapa y no se publican}}. Compruebe que ninguna sea una unidad real.',
  'finding.pcode.number.title': 'P-code guardado como número',
  'finding.pcode.number':
    '{count, number} P-codes de adm{level} son números y no texto (longitudes {widths}), por lo que pueden haberse perdido ceros iniciales; guarde la columna como texto y restaure los ceros.',
  'finding.pcode.scientific.title': 'P-code en notación científica',
  'finding.pcode.scientific':
    '{count, number} P-codes de adm{level} fueron convertidos a notación científica por una hoja de cálculo y perdieron dígitos; tómelos de nuevo de la fuente.',
  'finding.pcode.lost-zero.title': 'Ceros perdidos en un P-code',
  'finding.pcode.lost-zero':
    '{count, plural, one {# P-code} other {# P-codes}} de adm{level} {count, plural, one {es demasiado corto y correspondería} other {son demasiado cortos y corresponderían}} a su unidad superior si se restauran los ceros; restáurelos en su fuente.',
  'finding.pcode.delimiter.title': 'Separador o espacio en un P-code',
  'finding.pcode.delimiter': '{affected, number} P-codes de adm{level} contienen un espacio o uno de los signos . - _ /; escríbalos sin ellos.',
  'finding.pcode.character.title': 'Carácter no válido en un P-code',
  'finding.pcode.character': '{affected, number} P-codes de adm{level} contienen caracteres distintos de A–Z y 0–9; corríjalos.',
  'finding.pcode.letters.title': 'Letras después del prefijo',
  'finding.pcode.letters':
    '{affected, number} P-codes de adm{level} tienen letras después del prefijo del país; se recomiendan solo dígitos. Conserve las letras solo si son los códigos oficiales.',
  'finding.pcode.special.title': 'Código de una zona especial',
  'finding.pcode.special':
    '{affected, number} filas de adm{level} tienen un código como «Conflict», «Unspecified» o 0 en vez de un P-code; acéptelas como zonas especiales o asígneles códigos.',
  'finding.pcode.prefix-country.title': 'Prefijo de otro país',
  'finding.pcode.prefix-country': '{affected, number} P-codes de adm{level} no empiezan por {prefix}, el código de este país; corríjalos o quite esas filas.',
  'finding.pcode.prefix-missing.title': 'Sin prefijo de país',
  'finding.pcode.prefix-missing':
    '{affected, number} P-codes de adm{level} no tienen prefijo de país; anteponga {prefix} para poder unirlos a los datos de población y 3W.',
  'finding.pcode.prefix-iso3.title': 'Prefijo de tres letras',
  'finding.pcode.prefix-iso3':
    '{affected, number} P-codes de adm{level} empiezan por el código de país de tres letras; la especificación pide {prefix}. Se conservan como están. Cámbielos solo en una versión mayor, porque los datos unidos a ellos deben cambiar también.',
  'finding.pcode.prefix-case.title': 'Prefijo en minúsculas',
  'finding.pcode.prefix-case': '{affected, number} P-codes de adm{level} tienen el prefijo en minúsculas; escriba {prefix}.',
  'finding.pcode.long.title': 'P-code demasiado largo',
  'finding.pcode.long': '{count, number} P-codes de adm{level} superan los 20 caracteres; acórtelos.',
  'finding.pcode.length.title': 'P-codes de longitudes distintas',
  'finding.pcode.length':
    '{count, number} P-codes de adm{level} no tienen {usual, number} caracteres como los demás (longitudes: {lengths}); busque ceros perdidos o errores de escritura.',
  'finding.pcode.duplicate.title': 'P-code usado dos veces',
  'finding.pcode.duplicate': '{count, number} P-codes aparecen más de una vez en adm{level} para unidades distintas; dé a cada unidad su código.',
  'finding.pcode.nesting.title': 'P-code que no empieza por el de su unidad superior',
  'finding.pcode.nesting':
    '{count, number} P-codes de adm{level} no empiezan por el código de su unidad superior, mientras que {follows} de {total, number} sí; corrija el código o la unidad superior.',
  'finding.pcode.not-nested.title': 'Códigos no anidados',
  'finding.pcode.not-nested':
    'Los códigos de adm{level} no se construyen sobre los del nivel superior ({follows} de {total, number} sí); las unidades superiores se toman de su propia columna. No hay que hacer nada si es el sistema oficial.',
  'finding.pcode.two-names.title': 'Un código, dos nombres',
  'finding.pcode.two-names': 'En adm{level}, {count, number} códigos de adm{ancestor} aparecen con más de un nombre; use un solo nombre por código.',
  'finding.pcode.reused.title': 'Código reutilizado para otro lugar',
  'finding.pcode.reused':
    '{count, number} P-codes de adm{level} designaban otro lugar en la versión publicada; dé códigos nuevos a las unidades nuevas o las tablas unidas mostrarán lugares equivocados.',
  'finding.pcode.recoded.title': 'Mismo lugar, código nuevo',
  'finding.pcode.recoded':
    '{count, number} unidades de adm{level} conservan su contorno pero cambian de P-code respecto a la versión publicada; anúncielo con la versión, porque los datos unidos deben recodificarse.',
  'finding.pcode.room.title': 'Sin códigos para unidades nuevas',
  'finding.pcode.room':
    '{count, plural, one {# unidad superior ha} other {# unidades superiores han}} agotado casi todos los códigos que permiten los dígitos de adm{level}; prevea un dígito más.',
} satisfies Record<keyof typeof en, string>;
