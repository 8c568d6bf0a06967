/** What is remembered of an upload for the next one of its shape: of each layer of which a person said something, all that was said of it. */
import { isSaid } from '../normalize/columns.ts';
import type { NormalizedBoundaries } from '../normalize/model.ts';
import { isAlone, layerAnswer, layoutOf, type BoundarySaid, type RememberedLayer, type ResolvedLayer } from './said.ts';

/** @param on ISO date of the day */
export function toRemember(
  { layersRead }: Pick<NormalizedBoundaries, 'layersRead'>,
  resolved: ReadonlyMap<NormalizedBoundaries['layersRead'][number]['raw'], ResolvedLayer>,
  { layers }: Pick<BoundarySaid, 'layers'>,
  on: string,
): RememberedLayer[] {
  const raws = layersRead.map(({ raw }) => raw);
  return layersRead.flatMap(({ raw, said, roles }): RememberedLayer[] => {
    const own = layerAnswer(layers, raw);
    const isNew =
      [...said.columns.values()].some(({ how }) => how === 'asked') ||
      Object.keys(own).length > 0 ||
      raw.crsSaid?.how === 'asked' ||
      raw.encoding.from === 'asked' ||
      said.drawing?.how === 'asked';
    if (!isNew) return [];
    const before = resolved.get(raw)?.before;
    const crs = raw.crsSaid && raw.crs !== null ? { said: raw.crs, stated: raw.crsSaid.stated } : before?.crs;
    const encoding = isSaid({ how: raw.encoding.from }) ? raw.encoding.name : before?.encoding;
    return [
      {
        layout: layoutOf(raw.columns.map(({ name }) => name)),
        layer: raw.layer,
        file: raw.file,
        on,
        alone: isAlone(raws, raw),
        // What gave way to another answer is no answer any more.
        columns: [...said.columns]
          .filter(([column, { role }]) => role === undefined || roles.some((entry) => entry.column === column && isSaid(entry)))
          .map(([column, { role, language }]) => ({
            heading: raw.columns[column]!.name,
            ...(role === undefined ? {} : { role }),
            ...(language === undefined ? {} : { language }),
          })),
        ...(said.level ? { level: said.level.is } : {}),
        ...(said.drawing ? { drawing: said.drawing.is } : {}),
        ...(crs ? { crs } : {}),
        ...(encoding === undefined ? {} : { encoding }),
      },
    ];
  });
}
