/** What `codmap sensitivity` does with a store. */
import { z } from 'zod';
import { openHoldings, openSensitivity } from '../../app/workgroup/sensitivity.ts';
import type { Store } from '../../app/store.ts';
import { COMMAND_LINE } from '../../contract/given.ts';
import { datasetId, iso3, type DatasetId } from '../../contract/ids.ts';
import type { Scope } from '../../contract/groups/groups.ts';
import { sensitivityBody, type SensitivityBody } from '../../contract/sensitivity/sensitivity.ts';
import { InputError } from '../../errors.ts';
import type { Held } from '../../sensitivity/holdings.ts';

export interface SensitivityOptions {
  class?: string;
  audience?: string;
  named?: string[];
  level?: number;
  count?: number;
  type?: string;
  reason?: string;
  clear: boolean;
  confirm: boolean;
}

/** @returns what holds, of one dataset or of all of a country @throws InputError where what is said cannot be used */
export async function sensitivityByCommand(store: Store, target: string, options: SensitivityOptions): Promise<Held[]> {
  const sensitivity = await openSensitivity({ ...store, holdings: openHoldings(store.db, 0), now: () => new Date() });
  const dataset = datasetId.safeParse(target).data;
  if (dataset === undefined) {
    const country = iso3.safeParse(target);
    if (!country.success) throw new InputError('request.invalid', `${target} is neither a dataset, such as 3w-sle, nor a country, such as SLE.`);
    return (await sensitivity.getSharing(country.data as string as Scope, 'en')).datasets;
  }
  if (options.clear) return [await sensitivity.clear(dataset, options.confirm, COMMAND_LINE)];
  const before = await sensitivity.getSensitivity(dataset);
  return [isSaying(options) ? await sensitivity.set(dataset, toBody(before, options, dataset), COMMAND_LINE) : before];
}

const isSaying = ({ class: is, audience, named, level, count, type }: SensitivityOptions) =>
  [is, audience, named, level, count, type].some((each) => each !== undefined);

/** What is not said stays as it holds. */
function toBody({ holds, foundBy, dataType }: Held, options: SensitivityOptions, dataset: DatasetId): SensitivityBody {
  const said = sensitivityBody.safeParse({
    class: options.class ?? holds.class,
    audience: options.audience ?? holds.audience,
    named: options.named ?? (options.audience === undefined ? holds.named : []),
    lowestLevel: options.level ?? holds.lowestLevel,
    smallestCount: options.count ?? holds.smallestCount,
    dataType: options.type ?? (foundBy === 'owner' ? dataType : null),
    reason: options.reason ?? '',
    confirmed: options.confirm,
  });
  if (!said.success) throw new InputError('request.invalid', `What is said of ${dataset} cannot be used: ${z.prettifyError(said.error)}`);
  return said.data;
}
