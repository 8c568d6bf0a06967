/** What forms of meetings offer: organisations of the register with the groups in which they sit, documents, published versions, maps. */
import type { App } from '../../../kit/view.ts';
import { GLOBAL } from '../../../kit/workgroup/place.ts';
import type { Choices } from './form.ts';

/** What cannot be had is left out: a form stands without it. `open`: groups that everybody may see. */
export async function fetchChoices(app: App, scope: string): Promise<Choices & { open: readonly string[] }> {
  const orNull = <T>(answer: Promise<T>): Promise<T | null> => answer.catch(() => null);
  const lang = app.language;
  const [structure, documents, datasets, maps] = await Promise.all([
    orNull(app.api.call('getStructure', { params: { scope }, query: { lang } })),
    orNull(app.api.call('listDocuments', { params: { scope }, query: { lang } })),
    scope === GLOBAL ? null : orNull(app.api.getDatasets()),
    orNull(app.api.call('listMaps', {})),
  ]);
  const seats = structure?.seats ?? [];
  return {
    organisations: (structure?.organisations ?? [])
      .map(({ id, name }) => ({ id, name, groups: seats.filter((seat) => seat.organisation === id).map(({ group }) => group) }))
      .toSorted((a, b) => a.name.localeCompare(b.name, lang)),
    documents: (documents?.documents ?? []).map(({ id, title, kind, group }) => ({ id, title, kind, group })),
    datasets: (datasets?.datasets ?? []).filter(({ country }) => (country as string) === scope),
    maps: (maps?.maps ?? []).map(({ id, spec }) => ({ id, title: spec.title })),
    open: (structure?.groups ?? []).filter(({ visibility }) => visibility === 'public').map(({ id }) => id),
  };
}
