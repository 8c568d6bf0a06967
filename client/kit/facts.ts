/** Facts of a version that several pages show the same way. */
import { html, nothing, type TemplateResult } from 'lit';
import type { VersionAnswer } from '../../server/contract/datasets/api.ts';
import type { Translate } from '../i18n/translate.ts';
import { icon } from '../ui/icon.ts';
import type { App } from './view.ts';

export function findingBadges(report: VersionAnswer['report'], t: Translate): TemplateResult | typeof nothing {
  // What was found in a sensitive dataset is for members.
  if (!report) return nothing;
  const { errors, warnings } = report;
  if (errors + warnings === 0) return html`<span class="badge badge-good">${icon('check', 14)} ${t('findings.none')}</span>`;
  return html`<span class="badges">
    ${errors ? html`<span class="badge badge-error">${icon('error', 14)} ${t('findings.errors', { count: errors })}</span>` : nothing}
    ${warnings ? html`<span class="badge badge-warning">${icon('warning', 14)} ${t('findings.warnings', { count: warnings })}</span>` : nothing}
  </span>`;
}

/** The files of a version, with their sizes; internal ones are left out. */
export function downloadList(version: VersionAnswer, app: App, t: Translate): TemplateResult {
  const files = version.artifacts.filter(({ kind }) => kind !== 'geometry');
  if (files.length === 0) return html`<p class="muted">${t('download.none')}</p>`;
  return html`<ul class="downloads">
    ${files.map(
      ({ href, file, bytes, level }) =>
        html`<li>
          <a href=${href} download><bdi>${file}</bdi></a
          ><span class="muted small number">${level === undefined ? nothing : html`${t('level.n', { level })} · `}${app.format.bytes(bytes)}</span>
        </li>`,
    )}
  </ul>`;
}
