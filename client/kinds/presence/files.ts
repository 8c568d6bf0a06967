/** What is counted here as files and as an address for programs: the same definition, the same version. */
import { html, nothing, type TemplateResult } from 'lit';
import { presenceHref, type PresenceFile } from './links.ts';
import type { Tally } from './tally.ts';
import { icon } from '../../ui/icon.ts';
import type { PresenceModel } from './model.ts';
import type { PresenceKey } from './words.ts';
import { fileHref } from '../../pages/share/api.ts';

export function renderFiles(model: PresenceModel, tally: Tally): TemplateResult | typeof nothing {
  const { say, app, source, datasetId } = model;
  if (!source) return nothing;
  const { definition, level } = tally;
  const { unit } = model.country.state;
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
    ['presence.files.areas', fileHref(model.pinnedSpec, 'csv', { lang: app.language })],
    ...(model.isSensitive ? [] : lists),
  ];
  return html`<details class="files">
    <summary>${icon('download', 18)} ${model.t('download.title')}</summary>
    <p class="small muted">${say(unit && !model.isSensitive ? 'presence.files.unit' : 'presence.files.all')}</p>
    <ul class="downloads">
      ${files.map(([label, at]) => html`<li><a href=${at} download>${say(label)}</a><span class="muted small">CSV</span></li>`)}
      <li>
        <a href=${fileHref(model.pinnedSpec, 'txt', { lang: app.language })} download>${say('presence.files.notes')}</a><span class="muted small">TXT</span>
      </li>
      <li><a href=${href('summary', { level: String(level) })}>${say('presence.files.api')}</a><span class="muted small">JSON</span></li>
    </ul>
  </details>`;
}
