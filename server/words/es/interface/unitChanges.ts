/** Why the changes of a version of the boundaries make it a major or a minor one (decision 0060). ICU message syntax. */
export default {
  'unitChange.bump.major': 'Versión mayor: uniones y mapas de otros pueden dejar de funcionar.',
  'unitChange.bump.minor': 'Versión menor: puede adoptarse sin comprobación.',
  'unitChange.bump.none': 'No hace falta una versión nueva: nada difiere.',
  'unitChange.reason.level-added': 'El nivel {level} es nuevo',
  'unitChange.reason.level-dropped': 'El nivel {level} ha desaparecido',
  'unitChange.reason.level-renumbered': 'El nivel {level} es ahora el nivel {figure, number}',
  'unitChange.reason.count-changed': 'Nivel {level}: {count, plural, one {# unidad más o menos} other {# unidades más o menos}}',
  'unitChange.reason.ground-moved': 'Nivel {level}: {count, plural, one {el terreno de # unidad cambió} other {el terreno de # unidades cambió}} de manos',
  'unitChange.reason.recoded-most': 'Nivel {level}: la mayoría de los P-codes son nuevos ({count, number} de {of, number})',
  'unitChange.reason.renamed-many': 'Nivel {level}: {count, plural, one {# nombre nuevo} other {# nombres nuevos}} de {of, number}',
  'unitChange.reason.redrawn': 'Nivel {level}: {count, plural, one {# límite redibujado} other {# límites redibujados}} sin que cambie de manos ningún terreno',
  'unitChange.reason.recoded-few': 'Nivel {level}: {count, plural, one {# P-code nuevo} other {# P-codes nuevos}}',
  'unitChange.reason.renamed-few': 'Nivel {level}: {count, plural, one {# nombre nuevo} other {# nombres nuevos}}',
  'unitChange.reason.names-of-languages': 'Nivel {level}: {count, plural, one {# nombre cambiado} other {# nombres cambiados}} en otro idioma',
  'unitChange.reason.parents-changed': 'Nivel {level}: {count, plural, one {# unidad adscrita} other {# unidades adscritas}} a otra unidad',
  'unitChange.reason.dates-changed': 'Nivel {level}: {count, plural, one {# unidad con} other {# unidades con}} otras fechas',
};
