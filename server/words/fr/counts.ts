/** What a count of a 3W counts, in a sentence to print beside it. */
import type en from '../en/counts.ts';

export default {
  'count.what':
    '{unit, select, activities {Activités} people {Personnes atteintes, telles que rapportées,} other {Organisations distinctes}} {role, select, programming {des partenaires de programmation} funding {des bailleurs de fonds} any {des partenaires de mise en œuvre ou de programmation} other {des partenaires de mise en œuvre}}',
  'count.statuses': 'statut : {list}',
  'count.anyStatus': 'tous les statuts',
  'count.sectors': 'clusters : {list}',
  'count.allSectors': 'tous les clusters',
  'count.types': 'types : {list}',
  'count.orgs': '{count, plural, one {une organisation choisie} other {# organisations choisies}}',
  'count.period': 'du {from} au {to}',
  'count.allPeriods': 'toutes les périodes de la source',
  'count.status.planned': 'planifié',
  'count.status.ongoing': 'en cours',
  'count.status.completed': 'terminé',
  'count.status.suspended': 'suspendu',
  'count.status.unknown': 'non indiqué',
} satisfies Record<keyof typeof en, string>;
