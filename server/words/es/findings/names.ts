/** Texts of family N. `{count}` occurrences in column `{column}` at admin level `{level}`. */
import type en from '../../en/findings/names.ts';

export default {
  'finding.name.missing.title': 'Falta el nombre',
  'finding.name.missing': '{count, plural, one {# unidad} other {# unidades}} de adm{level} sin nombre; complete {column}.',
  'finding.name.missing-other.title': 'Falta el nombre en un idioma',
  'finding.name.missing-other': 'Unidades de adm{level} sin nombre en «{lang}», aunque casi todas las demás lo tienen: {count, number}; complete {column}.',
  'finding.name.long.title': 'Nombre de más de 100 caracteres',
  'finding.name.long': 'Nombres de más de 100 caracteres en {column}: {count, number}; acórtelos.',
  'finding.name.whitespace.title': 'Espacios sobrantes en los nombres',
  'finding.name.whitespace':
    'Nombres de {column} que empiezan o acaban con un espacio o tienen dos seguidos: {count, number}. Los nombres publicados se limpian; corrija también su fuente.',
  'finding.name.invisible.title': 'Caracteres invisibles en los nombres',
  'finding.name.invisible':
    'Nombres de {column} con caracteres invisibles (espacios duros, marcas de dirección, caracteres de control) que impiden que coincidan nombres iguales: {count, number}; quítelos en su fuente.',
  'finding.name.unnormalized.title': 'Forma Unicode',
  'finding.name.unnormalized':
    'Nombres de {column} que escriben los acentos como caracteres separados: {count, number}. Los nombres publicados usan la forma habitual (NFC). No hay que hacer nada.',
  'finding.name.encoding.title': 'Letras erróneas',
  'finding.name.encoding':
    'Nombres de {column} con letras erróneas, por haberse leído o guardado con una codificación equivocada: {count, number}; suba el archivo con su codificación correcta o corrija los nombres.',
  'finding.name.lost-letters.title': 'Letras perdidas',
  'finding.name.lost-letters':
    'Nombres de {column} con «?» u otro signo en lugar de letras perdidas, porque el archivo se guardó en una codificación que no las tiene: {count, number}; expórtelo de nuevo en UTF-8 o recupere los nombres de otra fuente.',
  'finding.name.case.title': 'Todo en mayúsculas o minúsculas',
  'finding.name.case': 'Nombres de {column} todo en mayúsculas o todo en minúsculas: {count, number}; escríbalos como en un mapa.',
  'finding.name.particle.title': 'Partícula en mayúscula dentro de un nombre',
  'finding.name.particle':
    'Nombres de {column} con una partícula en mayúscula («De», «Of», «Al-») en su interior: {count, number}; la especificación pide minúsculas. Escríbala en minúsculas en su fuente.',
  'finding.name.no-letter.title': 'Nombre sin letras',
  'finding.name.no-letter': 'Nombres de {column} sin ninguna letra: {count, number}; escriba los nombres.',
  'finding.name.placeholder.title': 'Texto de relleno en vez de un nombre',
  'finding.name.placeholder':
    'Celdas de {column} con un texto de relleno (n/a, desconocido, el propio código) en vez de un nombre: {count, number}; escriba el nombre.',
  'finding.name.special-area.title': 'Zona especial',
  'finding.name.special-area':
    'Filas de {column} que figuran como disputadas, sin asignar o en conflicto: {count, number}; acéptelas como zonas especiales con un motivo, o póngales nombre.',
  'finding.name.code-inside.title': 'Código dentro de un nombre',
  'finding.name.code-inside': 'Nombres de {column} que contienen un código: {count, number}; deje los códigos en su columna.',
  'finding.name.letters.title': 'Letras de otro idioma',
  'finding.name.letters': 'Nombres de {column} con caracteres que «{lang}» no tiene ({characters}): {count, number}; corrija los nombres o el idioma indicado.',
  'finding.name.mixed-word.title': 'Dos escrituras en una palabra',
  'finding.name.mixed-word':
    'Nombres de {column} que mezclan dos escrituras en una palabra (una «a» latina en una palabra cirílica): {count, number}. Nunca coinciden; vuelva a teclearlos.',
  'finding.name.mixed-column.title': 'Escritura distinta del resto de la columna',
  'finding.name.mixed-column': 'Nombres de {column} con letras de otra escritura que el resto ({script}): {count, number}; muévalos a la columna de su idioma.',
  'finding.name.duplicate.title': 'Mismo nombre dos veces en una unidad superior',
  'finding.name.duplicate':
    'Nombres repetidos en la misma unidad superior en adm{level}: {count, number}. No permiten unir tablas sin códigos; añada lo que distingue las unidades.',
  'finding.name.near-duplicate.title': 'Nombres casi iguales',
  'finding.name.near-duplicate':
    'Pares de unidades de una misma unidad superior en adm{level} cuyos nombres solo difieren en mayúsculas, acentos o puntuación: {count, number}; compruebe que son dos lugares.',
  'finding.name.country.title': 'Nombre del país distinto de UN M49',
  'finding.name.country': 'El país no tiene en «{lang}» el nombre que usan las Naciones Unidas: «{expected}»; use ese nombre en {column}.',
  'finding.name.iso3166-2.title': 'Grafía distinta de ISO 3166-2',
  'finding.name.iso3166-2':
    'Nombres de adm{level} escritos de otro modo que en ISO 3166-2, que puede ser más antigua: {count, number}; compárelos con los nombres más parecidos de la lista.',
  'finding.name.abbreviation.title': 'Abreviado solo en algunos nombres',
  'finding.name.abbreviation': '{column} escribe {count, plural, one {una palabra} other {# palabras}} unas veces completa y otras abreviada; elija una forma.',
  'finding.name.language.title': 'Nombres sin idioma',
  'finding.name.language':
    '{column} de adm{level} contiene nombres, pero nada indica su idioma; indíquelo (lang, lang1 …) para que cada lector reciba nombres legibles.',
} satisfies Record<keyof typeof en, string>;
