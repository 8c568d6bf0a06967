/** Facts of a version that several pages show the same way. */
import { html, nothing, type TemplateResult } from 'lit';
import type { VersionAnswer } from '../../server/contract/datasets/api.ts';
import type { GroupName } from '../../server/contract/datasets/endorsement.ts';
import { toAddress } from '../../server/contract/paths.ts';
import type { Translate } from '../i18n/translate.ts';
import { icon } from '../ui/icon.ts';
import { kindOf, LAYER } from './kinds.ts';
import type { App } from './view.ts';

/** What a reader of the published files has to expect: kinds of findings that still hold in them; of tables, what was found. */
export function findingBadges(report: VersionAnswer['report'], t: Translate): TemplateResult | typeof nothing {
  // What was found in a sensitive dataset is for members.
  if (!report) return nothing;
  return report.published ? badges(report.published, ['findings.error-kinds', 'findings.warning-kinds'], t) : uploadBadges(report, t);
}

/** What was found in the upload, place by place: for those who work on it. */
export function uploadBadges(report: VersionAnswer['report'], t: Translate): TemplateResult | typeof nothing {
  return report ? badges(report, ['findings.errors', 'findings.warnings'], t) : nothing;
}

function badges({ errors, warnings }: { errors: number; warnings: number }, [error, warning]: [string, string], t: Translate): TemplateResult {
  if (errors + warnings === 0) return html`<span class="badge badge-good">${icon('check', 14)} ${t('findings.none')}</span>`;
  return html`<span class="badges">
    ${errors ? html`<span class="badge badge-error">${icon('error', 14)} ${t(error, { count: errors })}</span>` : nothing}
    ${warnings ? html`<span class="badge badge-warning">${icon('warning', 14)} ${t(warning, { count: warnings })}</span>` : nothing}
  </span>`;
}

/** What a repair did to the version, with its proof; of a version that was read as it was uploaded nothing. */
export function renderRepaired({ dataset, version, repair }: VersionAnswer, app: App, t: Translate): TemplateResult | typeof nothing {
  if (!repair) return nothing;
  const { borders, units, texts, furthestM: furthest } = repair;
  const href = toAddress('getProof', { id: dataset, version, format: 'html' }, { lang: app.language });
  return html`<p class="small">
    ${icon('check', 14)} ${borders > 0 ? t('repairs.line', { borders, units, furthest }) : t('repairs.line.texts', { texts })}
    <a href=${href} target="_blank" rel="noopener">${t('repairs.proof')}</a>
  </p>`;
}

/** A group by the name that it goes by: its acronym, else its name in the reader's language, else the one it has. */
export const groupNameIn = ({ names, acronym, id }: GroupName, language: string): string =>
  acronym ?? names[language] ?? names['en'] ?? Object.values(names)[0] ?? id;

/**
 * What groups decided about a version, and what their rules asked for when it was published: only where the command line published it, that is less.
 * @param more what stands after each decision
 */
export function renderEndorsements(
  { endorsements = [], signoff = [] }: Pick<VersionAnswer, 'endorsements' | 'signoff'>,
  app: App,
  t: Translate,
  more: (id: string) => TemplateResult | typeof nothing = () => nothing,
): TemplateResult | typeof nothing {
  if (endorsements.length + signoff.length === 0) return nothing;
  return html`<ul class="endorsements small">
    ${endorsements.map(
      ({ id, group, date, meeting, text }) =>
        html`<li>
          ${icon('check', 14)} <b>${t('endorsed', { group: groupNameIn(group, app.language), date: app.format.date(date) })}</b>
          ${meeting ? html`<bdi>${t('endorsed.meeting', { meeting })}</bdi>` : nothing} ${text ? html`<span dir="auto">${text}</span>` : nothing} ${more(id)}
        </li>`,
    )}
    ${signoff.map(
      ({ group, has, needs }) =>
        html`<li class=${has < needs ? 'signed-short' : ''}>
          ${icon(has < needs ? 'warning' : 'check', 14)}
          ${t(has < needs ? 'signed-off.short' : 'signed-off', { group: groupNameIn(group, app.language), has, needs })}
        </li>`,
    )}
  </ul>`;
}

/** What was decided about personal data in the uploaded files; nothing where none were found. */
export function renderPersonal({ personal }: Pick<VersionAnswer, 'personal'>, t: Translate): TemplateResult | typeof nothing {
  if (!personal) return nothing;
  return html`<p class="small muted">${icon('info', 14)} ${t(`version.personal.${personal.is}`)}</p>`;
}

/** What maps and tables are made from, and nobody else reads. */
const INTERNAL: readonly string[] = ['geometry', 'ground', 'layer', 'layer-features', 'layer-units'];

/** Files of a layer are written when they are asked for; of one of which only counts are given, the table by unit. */
function writtenOf({ dataset, version, artifacts }: VersionAnswer): [href: string, file: string][] {
  if (kindOf(dataset) !== LAYER) return [];
  const has = (wanted: string) => artifacts.some(({ kind }) => kind === wanted);
  const at = { id: dataset, version };
  return [
    ...(has('layer-features')
      ? (['Geojson', 'Csv', 'Kml'] as const).map((ending): [string, string] => [toAddress(`getLayer${ending}`, at), `${dataset}.${ending.toLowerCase()}`])
      : []),
    ...(has('layer-units') ? [[toAddress('getLayerUnitsCsv', at), `${dataset}.units.csv`] as [string, string]] : []),
  ];
}

/** The files of a version, with their sizes; internal ones are left out. */
export function downloadList(version: VersionAnswer, app: App, t: Translate): TemplateResult {
  const files = version.artifacts.filter(({ kind }) => !INTERNAL.includes(kind));
  const written = writtenOf(version);
  if (files.length + written.length === 0) return html`<p class="muted">${t('download.none')}</p>`;
  return html`<ul class="downloads">
    ${written.map(
      ([href, file]) =>
        html`<li>
          <a href=${href} download><bdi>${file}</bdi></a>
        </li>`,
    )}
    ${files.map(
      ({ kind, href, file, bytes, level }) =>
        html`<li>
          <a href=${href} download
            >${kind === 'source' ? html`${t(version.personal?.is === 'removed' ? 'download.stripped' : 'download.source')}&nbsp;<bdi class="muted small">${file}</bdi>` : html`<bdi>${file}</bdi>`}</a
          ><span class="muted small number">${level === undefined ? nothing : html`${t('level.n', { level })} · `}${app.format.bytes(bytes)}</span>
        </li>`,
    )}
  </ul>`;
}

type Correction = NonNullable<VersionAnswer['corrections']>[number];

/**
 * What was corrected in the metadata of a published version, newest first: when, by whom, and from what to what.
 * @param labelOf the page's word for a field
 */
export function renderCorrections(
  { corrections = [] }: Pick<VersionAnswer, 'corrections'>,
  app: App,
  t: Translate,
  labelOf: (field: Correction['fields'][number]['field']) => string,
): TemplateResult | typeof nothing {
  if (corrections.length === 0) return nothing;
  const value = (said: string | number | null) =>
    said === null || said === '' ? html`<span class="muted">${t('corrections.empty')}</span>` : html`<bdi>${said}</bdi>`;
  return html`<h3>${t('corrections.title')}</h3>
    <ul class="corrections">
      ${corrections.toReversed().map(
        ({ at, by, fields }) =>
          html`<li>
            <span class="muted small">${app.format.date(at)}${by ? html` · <bdi>${by}</bdi>` : nothing}</span>
            ${fields.map(({ field, before, after }) => html`<span class="small">${labelOf(field)}: ${value(before)} <span class="flip">→</span> ${value(after)}</span>`)}
          </li>`,
      )}
    </ul>`;
}
