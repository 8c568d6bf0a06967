/** What is counted here as files and as an address for programs: the same definition, the same version. */
import { html, nothing, type TemplateResult } from 'lit';
import { presenceHref, type PresenceFile } from '../presence/links.ts';
import type { Tally } from '../presence/tally.ts';
import { icon } from '../ui/icon.ts';
import type { PresenceKey, PresenceView } from './presence.ts';
import { fileHref } from './share-api.ts';

export function renderFiles(view: PresenceView, tally: Tally): TemplateResult | typeof nothing {
  const { say, app, source, datasetId } = view;
  if (!source) return nothing;
  const { definition, level } = tally;
  const { unit } = view.state;
  const version = { version: source.version };
  const href = (file: PresenceFile, more: Record<string, string>) => presenceHref(datasetId, file, definition, { ...version, ...more });
  const within: Record<string, string> = unit ? { pcode: unit.pcode } : {};
  // A sensitive dataset gives no file that names an organisation.
  const lists: [label: PresenceKey, href: string][] = [
    ['presence.files.hapi', href('hapi.csv', within)],
    ['presence.files.hxl', href('hxl.csv', within)],
    ['presence.files.records', href('records.csv', within)],
  ];
  const files: [label: PresenceKey, href: string][] = [
    ['presence.files.areas', fileHref(view.pinnedSpec, 'csv', { lang: app.language })],
    ...(view.isSensitive ? [] : lists),
  ];
  return html`<details class="files">
    <summary>${icon('download', 18)} ${view.t('download.title')}</summary>
    <p class="small muted">${say(unit && !view.isSensitive ? 'presence.files.unit' : 'presence.files.all')}</p>
    <ul class="downloads">
      ${files.map(([label, at]) => html`<li><a href=${at} download>${say(label)}</a><span class="muted small">CSV</span></li>`)}
      <li>
        <a href=${fileHref(view.pinnedSpec, 'txt', { lang: app.language })} download>${say('presence.files.notes')}</a><span class="muted small">TXT</span>
      </li>
      <li><a href=${href('summary', { level: String(level) })}>${say('presence.files.api')}</a><span class="muted small">JSON</span></li>
    </ul>
  </details>`;
}
