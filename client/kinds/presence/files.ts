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
  // What was placed on other boundaries is counted on those of the map; its rows keep what was read.
  const onto: Record<string, string> = model.carried.length > 0 ? model.boundaries : {};
  const href = (file: PresenceFile, more: Record<string, string>) => presenceHref(datasetId, file, definition, { ...version, ...more });
  const within: Record<string, string> = unit ? { pcode: unit.pcode } : {};
  const tables = { level: String(level), lang: app.language, ...onto };
  const { sharing } = model;
  // A sensitive dataset gives no file that names an organisation; its workbook and its table hold what is told of it.
  const named: [label: PresenceKey, href: string, kind: string][] = [
    ['presence.files.lists', href('organisations.csv', tables), 'CSV'],
    ['presence.files.hapi', href('hapi.csv', { ...within, ...onto }), 'CSV'],
    ['presence.files.hxl', href('hxl.csv', { ...within, ...onto }), 'CSV'],
    ['presence.files.records', href('records.csv', within), 'CSV'],
  ];
  const files: [label: PresenceKey, href: string, kind: string][] = [
    ['presence.files.workbook', href('workbook.xlsx', tables), 'XLSX'],
    ['presence.files.areas', fileHref(sharing.pinnedSpec(), 'csv', { lang: app.language }), 'CSV'],
    ['presence.files.matrix', href('matrix.csv', tables), 'CSV'],
    ['presence.files.picture', fileHref(sharing.matrixSpec(), 'png', { lang: app.language, width: '1200', scale: '2' }), 'PNG'],
    ...(model.isSensitive ? [] : named),
    ['presence.files.notes', fileHref(sharing.pinnedSpec(), 'txt', { lang: app.language }), 'TXT'],
  ];
  // The table's classes are those of its cells, whether or not it was looked at.
  return html`<details class="files" @toggle=${() => model.needMatrix()}>
    <summary>${icon('download', 18)} ${model.t('download.title')}</summary>
    <p class="small muted">${say(unit && !model.isSensitive ? 'presence.files.unit' : 'presence.files.all')}</p>
    <ul class="downloads">
      ${files.map(([label, at, kind]) => html`<li><a href=${at} download>${say(label)}</a><span class="muted small">${kind}</span></li>`)}
      <li><a href=${href('summary', { level: String(level), ...onto })}>${say('presence.files.api')}</a><span class="muted small">JSON</span></li>
    </ul>
  </details>`;
}
