/** The same as in problems.ts, of fetching from other servers. */
export default {
  'problem.outside.encoding': 'O que o outro servidor enviou está comprimido de uma forma que não pode ser lida aqui.',
  'problem.outside.large': 'O outro servidor enviou mais do que se aceita aqui e a receção foi interrompida.',
  'problem.outside.redirects': 'O outro servidor redireciona demasiadas vezes. Indique o endereço onde estão os dados.',
  'problem.outside.refused':
    'Este servidor não vai buscar nada a este endereço: só a endereços `https` de servidores que o administrador permite, e a nenhum dentro de uma rede.',
  'problem.outside.slow': 'O outro servidor demorou demasiado. Tente mais tarde.',
  'problem.outside.unreachable': 'Não é possível chegar ao outro servidor. Verifique o endereço ou tente mais tarde.',
  'problem.outside.wait': 'O outro servidor pediu para não ser contactado durante algum tempo.',
};
