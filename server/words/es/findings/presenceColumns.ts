/** Texts of findings on the columns of a 3W, and on what coordinates and codes say as a whole. */
import type en from '../../en/findings/presenceColumns.ts';

export default {
  'finding.presence.columns-used.title': 'Columnas usadas',
  'finding.presence.columns-used':
    'Las cifras se basan en {count, plural, one {# columna} other {# columnas}}; compruebe que cada una contenga lo que se leyó.',
  'finding.presence.column-asked.title': 'Columna por confirmar',
  'finding.presence.column-asked':
    'Lo que {count, plural, one {contiene # columna} other {contienen # columnas}} no es lo bastante seguro para publicar; confírmelo una vez y el archivo del próximo mes se leerá igual.',
  'finding.presence.coded-by.title': 'Versión de los límites',
  'finding.presence.coded-by':
    '{how, select, asked {Más de una versión de los límites tiene los códigos del archivo, y sus filas no quedarían todas en el mismo territorio. Responda a la pregunta antes de publicar.} other {Los códigos del archivo se leen como los de una versión de los límites; compruebe que sea la correcta.}}',
  'finding.presence.column-wrong.title': 'Columna probablemente errónea',
  'finding.presence.column-wrong':
    '{count, plural, one {# columna contiene} other {# columnas contienen}} algo distinto de lo que se leyó; indique cuál es la columna correcta.',
  'finding.presence.code-scheme.title': 'Códigos de otra lista',
  'finding.presence.code-scheme':
    'Los códigos de «{heading}» ({count, plural, one {# fila} other {# filas}}) no están en los límites; las filas se ubicaron por los nombres que los acompañan.',
  'finding.presence.point-elsewhere.title': 'Coordenadas en otro lugar',
  'finding.presence.point-elsewhere':
    'En {count, plural, one {# fila} other {# filas}} las coordenadas quedan fuera de la unidad del código o del nombre; elija lo correcto. Hasta entonces {count, plural, one {queda} other {quedan}} en la unidad que contiene ambos.',
  'finding.presence.placed-by-point.title': 'Ubicado por coordenadas',
  'finding.presence.placed-by-point': '{count, plural, one {# fila sin código se ubicó} other {# filas sin código se ubicaron}} donde están sus coordenadas.',
  'finding.presence.points-unreadable.title': 'Coordenadas ilegibles',
  'finding.presence.points-unreadable':
    'En {count, plural, one {# fila} other {# filas}} las coordenadas no son un par de grados y no se usaron; escríbalas como 9.01 y 38.76.',
  'finding.presence.points-outside.title': 'Coordenadas fuera del país',
  'finding.presence.points-outside':
    'En {count, plural, one {# fila} other {# filas}} las coordenadas no están en ninguna unidad de los límites y no se usaron; compruebe si latitud y longitud están intercambiadas.',
} satisfies Record<keyof typeof en, string>;
