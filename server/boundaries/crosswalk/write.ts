/** The changes as a file: which writer makes which. */
import type { ChangedUnit } from '../../contract/boundaries/changes.ts';
import type { ChangeFormat, ChangesAnswer } from '../../contract/boundaries/crosswalk.ts';
import type { AdminLevel, Iso3, VersionTag } from '../../contract/ids.ts';
import type { Lang } from '../../contract/languages.ts';
import { iso2Of } from '../../matching/countries.ts';
import { writeLinkageCsv } from './linkage.ts';
import { writeChangesHtml } from './page.ts';
import { writeChangesCsv, writeLookupCsv, type Decided } from './tables.ts';

export interface WriteOptions {
  lang: Lang;
  title: string;
  /** What the publisher says of boundaries and names. */
  disclaimer: string;
  country: Iso3;
  decided: Decided;
  /** Since which version each unit has its identifier; asked for where it is needed only. */
  firstOf: (which: 'source' | 'target') => Promise<(level: AdminLevel, unit: ChangedUnit) => VersionTag>;
}

/** @returns the whole file as text; moved ground has a writer of its own (pieces.ts), JSON is the answer itself */
export async function writeChanges(format: Exclude<ChangeFormat, 'json' | 'geojson'>, answer: ChangesAnswer, options: WriteOptions): Promise<string> {
  if (format === 'csv') return writeChangesCsv(answer, options.decided);
  if (format === 'lookup') return writeLookupCsv(answer);
  if (format === 'html') return writeChangesHtml(answer, options.lang, options);
  const [firstOfSource, firstOfTarget] = [await options.firstOf('source'), await options.firstOf('target')];
  // A country that ISO 3166 does not know, such as an invented one, is named by its three letters.
  return writeLinkageCsv({ answer, iso2: iso2Of(options.country) ?? options.country, firstOfSource, firstOfTarget });
}
