/** Texts of findings on 3W: sectors, organisations, dates and contents. */
import type en from '../../en/findings/presenceValues.ts';

export default {
  'finding.presence.no-sector-column.title': 'Sin sectores',
  'finding.presence.no-sector-column': 'Ninguna columna contiene sectores ni clústeres, así que no se puede contar por sector. Indique la columna si la hay.',
  'finding.presence.sector-open.title': 'Clúster incierto',
  'finding.presence.sector-open':
    'En {count, plural, one {# fila} other {# filas}} el clúster está escrito de un modo que no corresponde con certeza a un código. Se conserva, se cuenta y se muestra con las palabras del archivo; indique una vez para el país qué significa cada grafía.',
  'finding.presence.org-type-open.title': 'Tipo de organización incierto',
  'finding.presence.org-type-open':
    'En {count, plural, one {# fila} other {# filas}} el tipo de organización no corresponde con certeza a un código; indique qué significa cada grafía.',
  'finding.presence.merge-proposed.title': 'Quizá la misma organización',
  'finding.presence.merge-proposed':
    '{count, plural, one {# par de organizaciones puede ser} other {# pares de organizaciones pueden ser}} la misma organización con dos grafías; no se fusionó nada. Indique cuáles son la misma.',
  'finding.presence.organisations-joined.title': 'Grafías contadas como una organización',
  'finding.presence.organisations-joined':
    '{count, plural, one {# organización está escrita de varias formas y se cuenta} other {# organizaciones están escritas de varias formas y se cuentan}} una vez, por nombre oficial y sigla; revise la lista.',
  'finding.presence.organisations-several.title': 'Quizá varias organizaciones',
  'finding.presence.organisations-several':
    '{count, plural, one {# nombre parece contener varios valores pero cuenta} other {# nombres parecen contener varios valores pero cuentan cada uno}} como una organización; indique el separador en la revisión de columnas.',
  'finding.presence.formula.title': 'Texto que parece fórmula',
  'finding.presence.formula':
    '{count, plural, one {# nombre o actividad empieza como una fórmula de hoja de cálculo; se conserva como texto y se vuelve inofensivo} other {# nombres o actividades empiezan como una fórmula de hoja de cálculo; se conservan como texto y se vuelven inofensivos}} en toda exportación. Corrija la fuente.',
  'finding.presence.markup.title': 'Marcado web en un texto',
  'finding.presence.markup':
    '{count, plural, one {# nombre o actividad contiene} other {# nombres o actividades contienen}} marcado de páginas web; se muestra como texto y nunca se ejecuta. Corrija la fuente.',
  'finding.presence.period-proposed.title': 'Período no indicado',
  'finding.presence.period-proposed':
    '{rows, plural, one {# fila no tiene} other {# filas no tienen}} fecha completa; el nombre del archivo o de la hoja sugiere el período del {start} al {end}. Confirme el período para usarlo.',
  'finding.presence.period-missing.title': 'Período no indicado',
  'finding.presence.period-missing':
    '{rows, plural, one {# fila no tiene} other {# filas no tienen}} fecha y nada indica el período que cubre el archivo; indíquelo.',
  'finding.presence.date-odd.title': 'Fechas inverosímiles',
  'finding.presence.date-odd':
    '{count, plural, one {# fecha es un cero de la hoja de cálculo o dista} other {# fechas son ceros de la hoja de cálculo o distan}} años de todas las demás. Las filas cuentan, pero en ningún período, hasta que diga en la revisión qué {count, plural, one {significa} other {significan}}.',
  'finding.presence.calendar-turned.title': 'Fechas en otro calendario',
  'finding.presence.calendar-turned':
    '{count, plural, one {# columna contiene} other {# columnas contienen}} fechas en otro calendario; se convirtieron en fechas gregorianas. Si no es así, indíquelo en la revisión.',
  'finding.presence.calendar-told.title': 'Calendario no convertido',
  'finding.presence.calendar-told':
    '{count, plural, one {# columna contiene} other {# columnas contienen}} fechas de un calendario que aquí no se convierte; las filas no reciben período de {count, plural, one {ella} other {ellas}}. Añada una columna con fechas gregorianas o indique el período de todo el archivo.',
  'finding.presence.date-unreadable.title': 'Fecha ilegible',
  'finding.presence.date-unreadable':
    '{count, plural, one {# fecha no se puede leer o se puede leer} other {# fechas no se pueden leer o se pueden leer}} de dos maneras; escriba las fechas como AAAA-MM-DD.',
  'finding.presence.people-unreadable.title': 'Número de personas ilegible',
  'finding.presence.people-unreadable':
    '{count, plural, one {Se omitió # número} other {Se omitieron # números}} de personas: no es un número, es negativo, tiene decimales o, como 1.500, se lee de dos maneras. Escriba números enteros sin separadores.',
  'finding.presence.end-before-start.title': 'Fin antes del inicio',
  'finding.presence.end-before-start': '{count, plural, one {# fila termina} other {# filas terminan}} antes de empezar; corrija las fechas.',
  'finding.presence.duplicate.title': 'Filas repetidas',
  'finding.presence.duplicate':
    '{count, plural, one {# fila repite} other {# filas repiten}} otra en todas sus celdas; las repeticiones cambian el número de actividades y de personas, nunca el de organizaciones. Quite las copias.',
} satisfies Record<keyof typeof en, string>;
