import type en from '../../../en/interface/workgroup/papers.ts';

export default {
  'paper.kind.tor': 'Termos de referência',
  'paper.kind.minutes': 'Atas',
  'paper.kind.agenda': 'Ordens de trabalhos',
  'paper.kind.isp': 'Protocolo de partilha de informação',
  'paper.kind.work-plan': 'Planos de trabalho',
  'paper.kind.decision': 'Decisões',
  'paper.kind.strategy': 'Estratégias',
  'paper.kind.template': 'Modelos',
  'paper.kind.standard': 'Normas',
  'paper.kind.other': 'Outros documentos',
  'paper.state.draft': 'rascunho',
  'paper.state.reviewed': 'revisto',
  'paper.state.current': 'em vigor',
  'paper.state.superseded': 'substituído',
  'paper.state.withdrawn': 'retirado',
  'paper.approved': 'adotado em {date, day}',
  'paper.drafted': 'redigido em {date}',
  'paper.endorsed': 'aprovado por {group} em {date, day}',
} satisfies Record<keyof typeof en, string>;
