/** What the page of a version is called: as somebody called it, else country and kind in the words of the reader. */
import { isDefaultTitle } from '../../../server/contract/given.ts';
import type { VersionAnswer } from '../../../server/contract/datasets/api.ts';
import { countryName } from '../../i18n/names.ts';
import { countryOf, kindOf } from '../../kit/kinds.ts';
import type { App } from '../../kit/view.ts';
import type { Translate } from '../../i18n/translate.ts';

/** A dataset of the country, which knows what that is called and which version is current. */
export interface Named {
  id: string;
  country: string;
  current: string | null;
  countryNames: Record<string, string>;
}

/** Without an answer the page has the title of the version. */
export async function readNames({ api }: App, dataset: string, signal: AbortSignal): Promise<Named[]> {
  const { datasets } = await api.getDatasets(signal).catch(() => ({ datasets: [] }));
  return datasets.filter(({ country }) => country.toLowerCase() === countryOf(dataset));
}

export function titleOf({ dataset, metadata: { title } }: VersionAnswer, named: readonly Named[], language: string, t: Translate): string {
  const names = named.flatMap(({ country, countryNames }) => [country, countryNames['en'] ?? country]);
  if (named.length === 0 || (title !== '' && !isDefaultTitle(title, names))) return title || dataset;
  return `${countryName(named, language, countryOf(dataset))}: ${t(`kind.${kindOf(dataset)}`)}`;
}

/** The version that is current in the place of this one; null: none is, or it is not known yet. */
export function currentBeside({ dataset, version }: Pick<VersionAnswer, 'dataset' | 'version'>, named: readonly Named[]): string | null {
  const current = named.find(({ id }) => id === dataset)?.current ?? null;
  return current === version ? null : current;
}
