/** What the layers themselves say of the dataset, else what was said of the version before; a person completes it (COD_Global_Metadata, cod.md §1.6). */
import type { Metadata } from '../../contract/datasets/dataset.ts';
import { defaultTitle } from '../../contract/given.ts';
import { foldHeading } from './columns.ts';
import { countryName } from '../../matching/countries.ts';
import type { NormalizedBoundaries } from './model.ts';

export function toMetadata({ country, levels, dateSource }: NormalizedBoundaries, carried: Partial<Metadata> = {}): Metadata {
  const dates = levels.flatMap(({ table }) => table.units.flatMap(({ validOn }) => validOn ?? []));
  return {
    title: defaultTitle('boundaries', countryName(country, 'en')),
    source: constantColumn(levels, 'source') ?? carried.source ?? '',
    contributor: constantColumn(levels, 'contributor') ?? carried.contributor ?? '',
    license: constantColumn(levels, 'license') ?? constantColumn(levels, 'licence') ?? carried.license ?? '',
    caveats: constantColumn(levels, 'caveats') ?? '',
    methodology: '',
    dateSource,
    dateValidOn: dates.length > 0 ? dates.reduce((latest, date) => (date > latest ? date : latest)) : null,
    dateReviewed: null,
    updateFrequencyYears: null,
  };
}

/** The one value of an extra column that is the same in every row of every layer that has it. */
function constantColumn(levels: NormalizedBoundaries['levels'], heading: string): string | null {
  const values = new Set(levels.flatMap(({ table }) => table.extra.filter(({ name }) => foldHeading(name) === heading).flatMap((column) => column.values)));
  values.delete(null);
  const [only] = values;
  return values.size === 1 && typeof only === 'string' && only.trim() !== '' ? only.trim() : null;
}
