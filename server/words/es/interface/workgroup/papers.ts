import type en from '../../../en/interface/workgroup/papers.ts';

export default {
  'paper.kind.tor': 'Términos de referencia',
  'paper.kind.minutes': 'Actas',
  'paper.kind.agenda': 'Órdenes del día',
  'paper.kind.isp': 'Protocolo de intercambio de información',
  'paper.kind.work-plan': 'Planes de trabajo',
  'paper.kind.decision': 'Decisiones',
  'paper.kind.strategy': 'Estrategias',
  'paper.kind.template': 'Plantillas',
  'paper.kind.standard': 'Estándares',
  'paper.kind.other': 'Otros documentos',
  'paper.state.draft': 'borrador',
  'paper.state.reviewed': 'revisado',
  'paper.state.current': 'vigente',
  'paper.state.superseded': 'sustituido',
  'paper.state.withdrawn': 'retirado',
  'paper.approved': 'aprobado el {date, day}',
  'paper.drafted': 'redactado el {date}',
  'paper.endorsed': 'avalado por {group} el {date, day}',
} satisfies Record<keyof typeof en, string>;
