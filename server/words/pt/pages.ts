/** Pages of maps and embeds, and notices in their place. */
import type en from '../en/pages.ts';

export default {
  'page.name': 'Nome',
  'page.pcode': 'P-code',
  'page.table': 'Mostrar como tabela',
  'page.wholeTable': 'A tabela completa, {n} linhas (CSV)',
  'page.legend': 'Legenda',
  'page.open': 'Abrir este mapa',
  'page.live': 'Explorar o mapa',
  'page.close': 'Fechar',
  'page.loading': 'A carregar o mapa…',
  'page.failed': 'Não foi possível carregar o mapa; a imagem mantém-se.',
  'page.asOf': 'A {date}',
  'page.pinned': 'versão fixa',
  'page.current': 'versão mais recente',
  'page.downloads': 'Ficheiros para descarregar',
  'page.change': 'Explorar e alterar este mapa',
  'page.country': 'Tudo sobre {country}',
  'page.refused': 'Este mapa não pode ser mostrado neste sítio web.',
  'page.refusedWhy': 'Quem o publica não acrescentou este sítio à lista. Pode abrir o próprio mapa:',
  'page.closed': 'Este mapa usa uma fonte sensível de uma forma que não é pública.',
  'page.restricted': 'Os dados que este mapa mostra já não são partilhados com todos.',
  'page.gone': 'Este mapa já não existe.',
  'page.problem': 'Isto não funcionou',
  'page.nothing': 'Não há nada aqui',
  'page.home': 'Ir para a página inicial',
} satisfies Record<keyof typeof en, string>;
