/** The data schedule of the invented country: entries in every state, of its own datasets and of data that are elsewhere. Days go by the day it is made on. */
import { BOUNDARIES, POPULATION, PRESENCE, type DatasetKind } from '../../contract/ids.ts';
import type { EntryFields } from '../../contract/schedule/schedule.ts';

/** An entry with what differs from one of which nothing is said. */
export type SampleEntry = Partial<Omit<EntryFields, 'dataset' | 'series'>> &
  Pick<EntryFields, 'series'> & {
    id: string;
    /** Of the country's own datasets. */
    kind?: DatasetKind;
  };

const DAY = 86_400_000;
const elsewhere = (name: string) => `https://data.example.org/narivela/${name}`;

/** @param today YYYY-MM-DD */
export function createSchedule(today: string): SampleEntry[] {
  const ago = (days: number) => new Date(Date.parse(today) - days * DAY).toISOString().slice(0, 10);
  return [...ownEntries(ago), ...entriesElsewhere(ago)];
}

function ownEntries(ago: (days: number) => string): SampleEntry[] {
  return [
    {
      id: 'sample-series-boundaries',
      series: 'administrative-divisions',
      kind: BOUNDARIES,
      group: 'imwg',
      frequency: 365,
      access: 'open',
      format: 'GeoJSON, Shapefile',
    },
    { id: 'sample-series-population', series: 'baseline-population', kind: POPULATION, group: 'imwg', frequency: 365, access: 'open', format: 'XLSX' },
    {
      id: 'sample-series-3w',
      series: 'operational-presence',
      kind: PRESENCE,
      group: 'imwg',
      rrule: 'FREQ=MONTHLY;BYDAY=1FR',
      from: ago(60),
      covers: 'month',
      steps: [
        { from: 'partners', to: 'cluster', before: 7 },
        { from: 'cluster', to: 'ocha', before: 3 },
      ],
    },
  ];
}

function entriesElsewhere(ago: (days: number) => string): SampleEntry[] {
  return [
    {
      id: 'sample-series-idps',
      series: 'idps',
      group: 'cccm',
      link: elsewhere('displacement'),
      frequency: 90,
      changed: ago(85),
      dataUntil: ago(92),
      access: 'open',
      format: 'XLSX',
    },
    {
      id: 'sample-series-food',
      series: 'food-security',
      group: 'food-security',
      link: elsewhere('food-security'),
      frequency: 180,
      changed: ago(190),
      dataUntil: ago(200),
    },
    {
      id: 'sample-series-prices',
      series: 'food-prices',
      group: 'food-security',
      link: elsewhere('prices'),
      frequency: 30,
      changed: ago(50),
      dataUntil: ago(55),
      completeness: 'incomplete',
      comment: 'Two of the five markets did not report.',
    },
    {
      id: 'sample-series-health',
      series: 'health-facilities',
      group: 'health',
      link: elsewhere('health'),
      frequency: 365,
      changed: ago(470),
      dataUntil: ago(480),
      access: 'on-request',
    },
    { id: 'sample-series-nutrition', series: 'acute-malnutrition', group: 'nutrition', frequency: 180, from: ago(-12) },
    { id: 'sample-series-hazards', series: 'hazards', link: elsewhere('hazards'), frequency: -2, changed: ago(400) },
    { id: 'sample-series-access', series: 'humanitarian-access', group: 'imwg', access: 'restricted', sensitivity: 'high', visibility: 'members' },
    {
      id: 'sample-series-water',
      series: 'own',
      title: 'Water points',
      group: 'wash',
      link: elsewhere('water-points'),
      rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
      from: ago(40),
      changed: ago(3),
      format: 'CSV',
    },
  ];
}
