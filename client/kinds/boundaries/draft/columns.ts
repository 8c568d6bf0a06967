/** What columns of a layer of boundaries may be: codes and names of a level, in a language, dates and the like, or nothing that is used. */
import { html, nothing } from 'lit';
import type { BoundaryColumnRole } from '../../../../server/contract/boundaries/columns.ts';
import { renderLanguage, renderLevel, type ColumnsOfKind } from '../../../kit/columns/editor.ts';

export const LEVELS = [0, 1, 2, 3, 4, 5];
const SLOTS = [0, 1, 2, 3];
const ROLES = ['pcode', 'name', 'altName', 'refName', 'validOn', 'validTo', 'version', 'level', 'lang', 'extra', 'leftOut'] as const;
/** Offered only where the column was read so. */
const COMPUTED = ['iso2', 'iso3', 'area', 'centerLat', 'centerLon'] as const;

const isLevelled = (role: BoundaryColumnRole): role is Extract<BoundaryColumnRole, { level: number }> => 'level' in role;

export const boundaryColumns: ColumnsOfKind<BoundaryColumnRole> = {
  roles(t, role) {
    const computed = COMPUTED.find((is) => is === role.is);
    return [...ROLES, ...(computed ? [computed] : [])].map((is) => [is === 'leftOut' ? 'ignore' : is, t(`columns.role.${is}`)]);
  },
  start(is, before) {
    if (is === before.is) return before;
    if (is === 'lang') return { is, slot: 0 };
    if (is === 'pcode' || is === 'name' || is === 'altName' || is === 'refName') return { is, level: isLevelled(before) ? before.level : 1 };
    return { is };
  },
  renderMore: ({ t, column, role, edit, pick, say }) =>
    html`${isLevelled(role) ? renderLevel(t, role.level, LEVELS, null, pick, (level) => say({ role: { ...role, level: level as 1 } })) : nothing}
    ${role.is === 'name' ? renderLanguage(t, edit?.language === undefined ? column.language : edit.language, pick, (language) => say({ language })) : nothing}
    ${
      role.is === 'lang'
        ? pick(
            t('columns.slot'),
            String(role.slot),
            SLOTS.map((slot) => [String(slot), slot === 0 ? 'name' : `name${slot}`]),
            (slot) => say({ role: { is: 'lang', slot: Number(slot) } }),
          )
        : nothing
    }`,
};
