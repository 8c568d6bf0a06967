/** What a count of a 3W counts, in a sentence to print beside it. */
export default {
  'count.what':
    '{unit, select, activities {Activities} people {People reached, as reported,} other {Distinct organisations}} {role, select, programming {of programming partners} funding {of funding partners} any {of implementing or programming partners} other {of implementing partners}}',
  'count.statuses': 'status: {list}',
  'count.anyStatus': 'all statuses',
  'count.sectors': 'clusters: {list}',
  'count.allSectors': 'all clusters',
  'count.types': 'types: {list}',
  'count.orgs': '{count, plural, one {one selected organisation} other {# selected organisations}}',
  'count.period': 'from {from} to {to}',
  'count.allPeriods': 'all periods of the source',
  'count.status.planned': 'planned',
  'count.status.ongoing': 'ongoing',
  'count.status.completed': 'completed',
  'count.status.suspended': 'suspended',
  'count.status.unknown': 'not stated',
};
