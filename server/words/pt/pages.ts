/** Pages of maps and embeds, and notices in their place. */
import type en from '../en/pages.ts';

export default {
  'page.name': 'Nome',
  'page.pcode': 'P-code',
  'page.table': 'Mostrar como tabela',
  'page.wholeTable': 'Tabela completa: {n} (CSV)',
  'page.legend': 'Legenda',
  'page.open': 'Abrir este mapa',
  'page.live': 'Explorar o mapa',
  'page.loading': 'A carregar o mapa…',
  'page.failed': 'Não foi possível carregar o mapa; a imagem mantém-se.',
  'page.asOf': 'À data de {date}',
  'page.pinned': 'versão fixa',
  'page.current': 'versão mais recente',
  'page.downloads': 'Descarregar',
  'page.change': 'Explorar e alterar este mapa',
  'page.country': 'Tudo sobre {country}',
  'page.refused': 'Este mapa não pode ser mostrado neste sítio web.',
  'page.refusedWhy': 'Quem o publica não incluiu este sítio. O mapa em si está aberto:',
  'page.closed': 'Este mapa conta uma fonte sensível de uma forma que não é pública.',
  'page.gone': 'Este mapa já não existe.',
} satisfies Record<keyof typeof en, string>;
