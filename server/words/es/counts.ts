/** What a count of a 3W counts, in a sentence to print beside it. */
import type en from '../en/counts.ts';

export default {
  'count.what':
    '{unit, select, activities {Actividades} people {Personas alcanzadas, según lo informado,} other {Organizaciones distintas}} {role, select, programming {de socios de programación} funding {de donantes} any {de socios implementadores o de programación} other {de socios implementadores}}',
  'count.statuses': 'estado: {list}',
  'count.anyStatus': 'todos los estados',
  'count.sectors': 'clústeres: {list}',
  'count.allSectors': 'todos los clústeres',
  'count.types': 'tipos: {list}',
  'count.orgs': '{count, plural, one {una organización elegida} other {# organizaciones elegidas}}',
  'count.period': 'del {from} al {to}',
  'count.allPeriods': 'todos los períodos de la fuente',
  'count.status.planned': 'planificado',
  'count.status.ongoing': 'en curso',
  'count.status.completed': 'finalizado',
  'count.status.suspended': 'suspendido',
  'count.status.unknown': 'no indicado',
} satisfies Record<keyof typeof en, string>;
