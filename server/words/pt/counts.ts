/** What a count of a 3W counts, in a sentence to print beside it. */
import type en from '../en/counts.ts';

export default {
  'count.what':
    '{unit, select, activities {Actividades} people {Pessoas alcançadas, tal como comunicado,} other {Organizações distintas}} {role, select, programming {dos parceiros de programação} funding {dos doadores} any {dos parceiros implementadores ou de programação} other {dos parceiros implementadores}}',
  'count.statuses': 'estado: {list}',
  'count.anyStatus': 'todos os estados',
  'count.sectors': 'clusters: {list}',
  'count.allSectors': 'todos os clusters',
  'count.types': 'tipos: {list}',
  'count.orgs': '{count, plural, one {uma organização escolhida} other {# organizações escolhidas}}',
  'count.period': 'de {from} a {to}',
  'count.allPeriods': 'todos os períodos da fonte',
  'count.status.planned': 'planeada',
  'count.status.ongoing': 'em curso',
  'count.status.completed': 'concluída',
  'count.status.suspended': 'suspensa',
  'count.status.unknown': 'não indicado',
} satisfies Record<keyof typeof en, string>;
