import type en from '../en/news.ts';

/** What feeds, notices and digests say of events. */
export default {
  'news.title': 'Novidades dos dados',
  'news.subtitle': 'Versões de dados publicadas ou retiradas, e o que está em atraso.',
  'news.dataset': 'Novidades: {data}, {country}',
  'news.published.again': 'A versão {version} voltou a ser a atual desde {date, day}.',
  'news.published.changes':
    'Em comparação com {against}: unidades novas {added, number}, desaparecidas {removed, number}, com outro nome {renamed, number}, com outro código {recoded, number}, redesenhadas {redrawn, number}.',
  'news.published.same': 'Nenhuma unidade difere de {against}.',
  'news.withdrawn': 'Retirada: {data}, {country}: {version}',
  'news.withdrawn.text': 'A versão {version} foi retirada em {date, day}. Não a use mais.',
  'news.overdue': 'Em atraso: {series}, {country}',
  'news.overdue.text': 'O prazo era {day, day}.',
  'news.overdue.custodian': 'O prazo era {day, day}; responsável: {custodian}.',
  'news.harvest.changed': 'Mudou na fonte: {source} ({country})',
  'news.harvest.changed.text': 'Os dados na fonte mudaram.',
  'news.harvest.changed.draft': 'Os dados na fonte mudaram; o rascunho {version} aguarda revisão.',
  'news.harvest.failed': 'Não foi possível obter: {source} ({country})',
  'news.harvest.failed.text': 'Desde {date, day} não é possível obter esta fonte. A página dela diz por quê.',
  'news.harvest.source': 'uma fonte',
  'news.webhook.disabled': 'Um webhook foi desativado: {host}',
  'news.webhook.disabled.text': '{host} não aceitou nenhuma mensagem durante cinco dias. Corrija o receptor e ative o webhook de novo.',
  'digest.subject': 'Novidades no Codmap: {day, day}',
  'digest.text': 'O que há de novo para você desde {from, day}:',
  'digest.more': 'Há mais; tudo está aqui:',
  'digest.all': 'Todas as suas novidades:',
  'digest.end': 'Você recebe esta mensagem porque a pediu em {host}. Para não receber mais: {link}',
} satisfies Record<keyof typeof en, string>;
