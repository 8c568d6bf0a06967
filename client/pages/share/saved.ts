/** Maps that were saved: opened, changed, copied, deleted, and brought back. */
import { html, nothing, type TemplateResult } from 'lit';
import type shareMessages from '../../../server/words/en/interface/share.ts';
import type { MapAnswer } from '../../../server/contract/maps/map.ts';
import type { Translate } from '../../i18n/translate.ts';
import { countryOf } from '../../kit/kinds.ts';

export interface SavedParts {
  t: Translate<keyof typeof shareMessages>;
  /** The last that was deleted, as long as it can be brought back. */
  deleted: MapAnswer | null;
  /** The panel goes: the page becomes that of the map. */
  leave: () => void;
  restore: (map: MapAnswer) => void;
  duplicate: (map: MapAnswer) => void;
  remove: (map: MapAnswer) => void;
}

export function listMaps(maps: readonly MapAnswer[], { t, deleted, leave, restore, duplicate, remove }: SavedParts): TemplateResult {
  return html`<section>
    <h3>${t('share.maps')}</h3>
    ${
      deleted
        ? html`<p role="status">
            ${t('share.deleted', { title: deleted.spec.title })}
            <button class="button" @click=${() => restore(deleted)}>${t('share.undo')}</button>
          </p>`
        : nothing
    }
    <ul class="share-maps">
      ${maps.map((map) => {
        const named = (key: 'share.edit' | 'share.duplicate' | 'share.delete') => `${t(key)}: ${map.spec.title}`;
        return html`<li>
          <a href=${map.links.page} target="_blank" dir="auto">${map.spec.title}</a>
          <span>
            <a class="button" aria-label=${named('share.edit')} href=${editHref(map)} @click=${leave}>${t('share.edit')}</a>
            <button class="button" aria-label=${named('share.duplicate')} @click=${() => duplicate(map)}>${t('share.duplicate')}</button>
            <button class="button" aria-label=${named('share.delete')} @click=${() => remove(map)}>${t('share.delete')}</button>
          </span>
        </li>`;
      })}
    </ul>
  </section>`;
}

/** The page of the map's kind, which opens it as it was saved; the page finds its own way from that of the country. */
const editHref = ({ id, spec }: MapAnswer) => `/c/${countryOf(spec.boundary.dataset)}?open=${id}`;
