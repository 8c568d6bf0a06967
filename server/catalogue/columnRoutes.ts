/** The columns of a version as they were read, and what people say of them: one pair of routes for every kind. */
import { columnRoutes as routes, type ColumnsRead, type TableRole } from '../contract/columnRoutes.ts';
import type { BoundaryLayerAnswer } from '../contract/boundaries/columns.ts';
import type { LayerSaid } from '../contract/overlays/layer.ts';
import type { ColumnAnswer } from '../contract/columns.ts';
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import { toDatasetKind, type DatasetId, type DatasetKind, type VersionTag } from '../contract/ids.ts';
import { toAddress } from '../contract/paths.ts';
import type { Permission } from '../contract/route.ts';
import { InputError, NotFoundError } from '../errors.ts';
import type { Authorize } from '../http/request.ts';
import { reply, serve, type Served } from '../http/serve.ts';
import { localizeColumns, localizeLayers, localizeQuestions } from '../words/columns.ts';

export interface SaidOfColumns {
  dataset: DatasetId;
  version: VersionTag | 'current';
  columns: ColumnAnswer<TableRole>[];
  /** Of boundaries. */
  layers: BoundaryLayerAnswer[];
  /** Of a 3W: the version of the boundaries that its codes are those of. */
  codedBy?: VersionTag | undefined;
  /** Of an overlay. */
  overlay?: LayerSaid | undefined;
  remember: boolean;
  by: string;
}

/** What a kind does about its columns. */
export interface ColumnsOfKind {
  /** @throws NotFoundError where the version has none */
  read: (version: DatasetVersion) => Promise<Pick<ColumnsRead, 'columns' | 'questions' | 'layers' | 'overlay'>>;
  /** The id of the job that reads the files once more. @throws InputError `request.invalid` where roles of another kind are named */
  say: (said: SaidOfColumns) => Promise<string>;
  /** Whether anything may be said of layers. */
  hasLayers?: boolean;
  /** Whether the version of the boundaries that its codes are those of may be said. */
  hasCodes?: boolean;
  /** Whether it is an overlay, of which more may be said than of its columns. */
  hasOverlay?: boolean;
  /** What somebody must be allowed whose word holds for the files of others from now on. */
  remembering?: Permission;
}

export interface ServeColumnsDeps {
  datasets: { getVersion: (id: DatasetId, ref: VersionTag | 'current') => Promise<DatasetVersion> };
  columns: Partial<Record<DatasetKind, ColumnsOfKind>>;
  authorize: Authorize;
}

export function serveColumns({ datasets, columns: kinds, authorize }: ServeColumnsDeps): Served[] {
  function find(id: DatasetId): ColumnsOfKind {
    const own = kinds[toDatasetKind(id)];
    if (!own) throw new NotFoundError('columns.none', `${id} has no columns that could be said.`);
    return own;
  }
  return [
    serve(routes.readColumns, async ({ params: { id, version: ref }, query: { lang } }) => {
      const own = find(id);
      const version = await datasets.getVersion(id, ref);
      const { columns, questions, layers, overlay } = await own.read(version);
      return {
        dataset: id,
        version: version.version,
        columns: localizeColumns(columns, lang),
        questions: localizeQuestions(questions, lang),
        ...(layers ? { layers: localizeLayers(layers, lang) } : {}),
        ...(overlay ? { overlay } : {}),
      };
    }),

    serve(routes.sayColumns, async ({ params: { id, version }, body: { columns, layers, codedBy, overlay, remember }, actor, request }) => {
      const own = find(id);
      if (layers.length > 0 && !own.hasLayers) throw new InputError('request.invalid', `${id} has no layers: say what its columns hold.`);
      if (codedBy !== undefined && !own.hasCodes) throw new InputError('request.invalid', `${id} is not coded by boundaries that could be said.`);
      if (overlay !== undefined && !own.hasOverlay) throw new InputError('request.invalid', `${id} is no overlay: say what its columns hold.`);
      if (remember && columns.length > 0 && own.remembering) await authorize(request, own.remembering, id);
      const job = await own.say({ dataset: id, version, columns, layers, codedBy, overlay, remember, by: actor.name });
      return reply({ job }, { headers: { Location: toAddress('getJob', { id: job }) } });
    }),
  ];
}
