/** The same as in problems.ts, of indicators. */
export default {
  'problem.indicators.answers': 'Las respuestas sobre el archivo no se pueden leer.',
  'problem.indicators.changed': 'Alguien cambió la lista mientras tanto. Vuelva a cargarla y revísela.',
  'problem.indicators.code-taken': 'Este código ya se usó. Los códigos nunca se reutilizan: elija otro.',
  'problem.indicators.code-unknown': 'La lista no tiene ningún indicador con este código.',
  'problem.indicators.list-file':
    'Ninguna columna del archivo contiene códigos de indicadores. Sus encabezados son los del registro de indicadores: Code, Title, Unit of Measurement y otros.',
  'problem.indicators.measure': 'Un indicador acordado no cambia lo que mide: retírelo y proponga otro con un código nuevo.',
  'problem.indicators.no-draft': 'No hay nada que acordar: la lista no tiene borrador.',
  'problem.indicators.no-place': 'Ninguna columna contiene lugares; la respuesta dice cómo se leyó cada una. Indique la columna o añada una.',
  'problem.indicators.no-values': 'Ninguna columna contiene valores de un indicador; la respuesta dice cómo se leyó cada una. Indique cuáles los contienen.',
  'problem.indicators.shares': 'Las proporciones de una zona son mayores que 0 y suman 1 como máximo.',
};
