/** What every page says. ICU message syntax. */
import type en from '../../en/interface/common.ts';

export default {
  'nav.home': 'Todos os países',
  'nav.language': 'Língua da página',
  'nav.upload': 'Carregar',
  'nav.account': 'A sua conta',
  'nav.skip': 'Saltar para o conteúdo',
  'nav.breadcrumb': 'Está aqui',
  'state.failed': 'Algo correu mal',
  'state.failed.detail': 'O servidor não conseguiu responder. Tente de novo dentro de momentos.',
  'state.offline': 'Sem ligação',
  'state.offline.detail': 'O servidor não respondeu. Verifique a sua ligação e tente de novo.',
  'state.offline.bar': 'Está sem ligação. O que já foi carregado continua disponível.',
  'state.retry': 'Tentar de novo',
  'state.page-missing': 'Não há nenhuma página neste endereço',
  'kind.cod-ab': 'Limites administrativos',
  'kind.cod-ps': 'População',
  'kind.3w': 'Quem faz o quê e onde',
  'status.current': 'actual',
  'status.draft': 'rascunho',
  'status.superseded': 'substituída',
  'status.withdrawn': 'retirada',
  'findings.none': 'Sem erros nem avisos',
  'findings.errors': '{count, plural, one {# erro} other {# erros}}',
  'findings.warnings': '{count, plural, one {# aviso} other {# avisos}}',
  'level.n': 'Nível {level}',
  'names.file': 'Nome tal como no ficheiro',
  'download.title': 'Ficheiros para descarregar',
  'download.none': 'Esta versão não tem ficheiros para descarregar.',
  disclaimer:
    'Os limites e nomes apresentados e as designações usadas neste mapa não implicam reconhecimento ou aceitação oficial por parte das Nações Unidas.',
} satisfies Record<keyof typeof en, string>;
