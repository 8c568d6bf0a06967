/** What columns of a layer may be. */
import { nothing } from 'lit';
import type { LayerColumnRole } from '../../../../server/contract/overlays/layer.ts';
import type { ColumnsOfKind } from '../../../kit/columns/editor.ts';

const ROLES = ['ignore', 'keep', 'lon', 'lat', 'point', 'wkt', 'name', 'class', 'size', 'pcode', 'date'] as const satisfies readonly LayerColumnRole['is'][];

export const layerColumns: ColumnsOfKind<LayerColumnRole> = {
  roles: (t) => ROLES.map((is) => [is, t(`columns.role.${is}`)]),
  start: (is) => ({ is }),
  renderMore: () => nothing,
};
