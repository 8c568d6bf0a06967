/** Units that are valid by default; a test overrides what it is about. */
import type { AdminUnit } from '../../server/contract/admin.ts';
import type { AdminLevel, Iso3, Pcode } from '../../server/contract/ids.ts';
import type { Artifact } from '../../server/contract/datasets/dataset.ts';
import { NO_METADATA, type IngestSummary } from '../../server/kinds/summary.ts';

export function fakeUnit(override: Partial<Omit<AdminUnit, 'pcode' | 'parentPcode'>> & { pcode?: string; parentPcode?: string | null } = {}): AdminUnit {
  const { pcode = 'SL0101', parentPcode = 'SL01', ...rest } = override;
  return {
    level: 2,
    names: [{ lang: 'en', name: 'Kailahun' }],
    validOn: '2016-10-17',
    validTo: null,
    areaSqKm: 4172.5,
    center: [-10.7, 8.1],
    bbox: [-11.1, 7.6, -10.3, 8.5],
    ...rest,
    pcode: pcode as Pcode,
    parentPcode: parentPcode as Pcode | null,
  };
}

export function fakeSummary(artifacts: Artifact[], override: Partial<IngestSummary> = {}): IngestSummary {
  const units = [
    {
      level: 0 as AdminLevel,
      units: [
        fakeUnit({
          level: 0,
          pcode: 'SL',
          parentPcode: null,
          names: [
            { lang: 'en', name: 'Sierra Leone' },
            { lang: 'ar', name: 'سيراليون' },
          ],
        }),
      ],
    },
    {
      level: 1 as AdminLevel,
      units: [
        fakeUnit({ level: 1, pcode: 'SL01', parentPcode: 'SL', names: [{ lang: 'en', name: 'Eastern' }] }),
        fakeUnit({ level: 1, pcode: 'SL02', parentPcode: 'SL', names: [{ lang: 'en', name: 'Northern' }] }),
      ],
    },
    {
      level: 2 as AdminLevel,
      units: [
        fakeUnit({
          names: [
            { lang: 'en', name: 'Kailahun' },
            { lang: 'ar', name: 'كَيْلاهون الأولى' },
          ],
        }),
        fakeUnit({
          pcode: 'SL0102',
          names: [
            { lang: 'fr', name: 'Kénéma' },
            { lang: 'ru', name: 'Кенема' },
          ],
        }),
        fakeUnit({ pcode: 'SL0201', parentPcode: 'SL02', names: [{ lang: 'en', name: '100% Bombali_x' }] }),
      ],
    },
  ];
  return {
    kind: 'cod-ab',
    country: 'SLE' as Iso3,
    countryNames: { en: 'Sierra Leone', ar: 'سيراليون' },
    levels: units.map(({ level, units }) => ({ level, units: units.length })),
    bbox: [-13.5, 6.5, -10, 10],
    languages: ['en', 'ar'],
    metadata: { ...NO_METADATA, title: 'Sierra Leone', source: 'Statistics Sierra Leone' },
    sourceSha256: 'a'.repeat(64),
    statedVersion: null,
    report: { errors: 0, warnings: 1, infos: 2, accepted: 0, publishable: true },
    units,
    diff: null,
    artifacts,
    ...override,
  };
}
