import type en from '../../../en/interface/workgroup/papers.ts';

export default {
  'paper.kind.tor': 'Termes de référence',
  'paper.kind.minutes': 'Comptes rendus',
  'paper.kind.agenda': 'Ordres du jour',
  'paper.kind.isp': 'Protocole de partage d’information',
  'paper.kind.work-plan': 'Plans de travail',
  'paper.kind.decision': 'Décisions',
  'paper.kind.strategy': 'Stratégies',
  'paper.kind.template': 'Modèles',
  'paper.kind.standard': 'Normes',
  'paper.kind.other': 'Autres documents',
  'paper.state.draft': 'brouillon',
  'paper.state.reviewed': 'relu',
  'paper.state.current': 'en vigueur',
  'paper.state.superseded': 'remplacé',
  'paper.state.withdrawn': 'retiré',
  'paper.approved': 'adopté le {date, day}',
  'paper.drafted': 'rédigé le {date}',
  'paper.endorsed': 'approuvé par {group} le {date, day}',
} satisfies Record<keyof typeof en, string>;
