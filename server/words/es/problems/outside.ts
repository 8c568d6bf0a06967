/** The same as in problems.ts, of fetching from other servers. */
export default {
  'problem.outside.encoding': 'Lo que envió el otro servidor está comprimido de una forma que aquí no se puede leer.',
  'problem.outside.large': 'El otro servidor envió más de lo que se acepta aquí y se interrumpió la recepción.',
  'problem.outside.redirects': 'El otro servidor redirige demasiadas veces. Indique la dirección donde están los datos.',
  'problem.outside.refused':
    'Este servidor no obtiene datos de esta dirección: solo de direcciones `https` de servidores que permite el administrador, y de ninguna dentro de una red.',
  'problem.outside.slow': 'El otro servidor tardó demasiado. Inténtelo más tarde.',
  'problem.outside.unreachable': 'No se puede llegar al otro servidor. Compruebe la dirección o inténtelo más tarde.',
  'problem.outside.wait': 'El otro servidor pidió que no se le consulte durante un tiempo.',
};
