/** The model of a page of a country, or of the structure above all. */
import type { DatasetAnswer } from '../../../server/contract/datasets/api.ts';
import { countryName } from '../../i18n/names.ts';
import { Model, type Host } from '../model.ts';
import { GLOBAL, groupPath, scopeOf } from './place.ts';

export abstract class ScopeModel<K extends string = string, H extends Host<K> = Host<K>> extends Model<K, H> {
  /** Of the country; they know its name and its boundaries. */
  datasets: DatasetAnswer[] = [];

  override hostConnected(): void {
    super.hostConnected();
    void this.loadDatasets();
  }

  get scope(): string {
    return scopeOf(this.host.params);
  }

  /** The country in the reader's language; '' of the global structure. */
  get country(): string {
    return this.scope === GLOBAL ? '' : countryName(this.datasets, this.app.language, this.scope);
  }

  groupHref(group: string): string {
    return this.app.href(groupPath(this.scope, group));
  }

  /** The page is whole without them. */
  private async loadDatasets(): Promise<void> {
    if (this.scope === GLOBAL) return;
    const answer = await this.app.api.getDatasets(this.aborts.signal).catch(() => null);
    this.datasets = answer?.datasets.filter(({ country }) => country === this.scope) ?? [];
    this.changed();
  }
}
