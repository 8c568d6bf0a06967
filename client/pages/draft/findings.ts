/** The list of findings: filters, findings by severity and check, each occurrence a button that shows its place. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FindingItem, ShownFinding } from '../../../server/contract/finding.ts';
import { accept, undo } from './actions.ts';
import type { DraftModel } from './model.ts';
import { staffName } from '../../kit/staff.ts';
import { icon } from '../../ui/icon.ts';
import type { ShownReport } from '../../../server/contract/finding.ts';
import { filterFindings, SEVERITIES, type Filter, type ListedFinding } from './filter.ts';

/** Occurrences that a finding shows when it is opened; more on demand, so that thousands open at once. */
const PAGE = 40;
/** Units of one occurrence that are called by name. */
const NAMED = 6;

export function renderFindings(model: DraftModel, report: ShownReport): TemplateResult {
  const { t } = model;
  const found = filterFindings(report, model.filter);
  const passed = report.results.filter(({ status, findings }) => status === 'passed' && findings.length === 0);
  const skipped = report.results.filter(({ status }) => status === 'skipped');
  return html`${renderFilter(model, report)} ${found.length === 0 ? html`<p class="muted">${t('filter.none')}</p>` : nothing}
  ${SEVERITIES.map((severity) => {
    const own = found.filter(({ finding }) => finding.severity === severity);
    if (own.length === 0) return nothing;
    return html`<section class="severity severity-${severity}">
      <h2>${icon(severity === 'info' ? 'info' : severity, 18)} ${t(`severity.${severity}`)}</h2>
      ${own.map((listed) => renderFinding(model, listed))}
    </section>`;
  })}
  ${
    skipped.length
      ? html`<details class="checks">
          <summary>${t('checks.skipped', { count: skipped.length })}</summary>
          <ul>
            ${skipped.map(({ check, label, reason }) => html`<li><strong>${check}</strong> ${label}: <span dir="auto">${reason}</span></li>`)}
          </ul>
        </details>`
      : nothing
  }
  ${
    passed.length
      ? html`<details class="checks">
          <summary>${t('checks.passed', { count: passed.length })}</summary>
          <ul>
            ${passed.map(({ check, label }) => html`<li><strong>${check}</strong> ${label}</li>`)}
          </ul>
        </details>`
      : nothing
  }`;
}

function renderFilter(model: DraftModel, report: ShownReport): TemplateResult {
  const { t, filter } = model;
  const change = (part: Partial<Filter>) => model.setFilter(part);
  const toggle = (severity: (typeof SEVERITIES)[number], on: boolean) =>
    change({ severities: SEVERITIES.filter((one) => (one === severity ? on : filter.severities.includes(one))) });
  const counts = { error: report.errors, warning: report.warnings, info: report.infos };
  return html`<search class="finding-filter" aria-label=${t('filter.label')}>
    <div class="finding-chips">
      ${SEVERITIES.map(
        (severity) =>
          html`<label class="chip"
            ><input
              type="checkbox"
              .checked=${filter.severities.includes(severity)}
              @change=${(event: Event) => toggle(severity, (event.target as HTMLInputElement).checked)}
            />${t(`severity.${severity}`)} <span class="number">${model.app.format.number(counts[severity])}</span></label
          >`,
      )}
      ${
        report.accepted
          ? html`<label class="chip"
              ><input
                type="checkbox"
                .checked=${filter.accepted}
                @change=${(event: Event) => change({ accepted: (event.target as HTMLInputElement).checked })}
              />${t('filter.accepted', { count: report.accepted })}</label
            >`
          : nothing
      }
    </div>
    <div class="finding-fields">
      <input
        type="search"
        aria-label=${t('filter.text')}
        placeholder=${t('filter.text')}
        .value=${filter.text}
        @input=${(event: Event) => change({ text: (event.target as HTMLInputElement).value })}
      />
      <select
        class="select"
        aria-label=${t('filter.level')}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          change({ level: value === '' ? null : Number(value) });
        }}
      >
        <option value="" .selected=${filter.level === null}>${t('filter.all-levels')}</option>
        ${report.levels.map(({ level }) => html`<option value=${level} .selected=${filter.level === level}>${t('level.n', { level })}</option>`)}
      </select>
    </div>
    ${
      filter.unit
        ? html`<p class="chip chip-on">
            <bdi>${t('filter.unit', { pcode: `${filter.unit.name} ${filter.unit.pcode}`.trim() })}</bdi>
            <button class="icon-button" aria-label=${t('filter.unit.clear')} @click=${() => change({ unit: null })}>${icon('close', 16)}</button>
          </p>`
        : nothing
    }
  </search>`;
}

function renderFinding(model: DraftModel, { number, check, label, finding, items }: ListedFinding): TemplateResult {
  const { t } = model;
  const key = `${check} ${finding.code} ${finding.level ?? ''}`;
  const open = items.some(({ id }) => id === model.chosen) || model.filter.unit !== null;
  const waiting = items.filter(({ accepted }) => !accepted);
  // Without a filter all are meant, those too that are not listed yet.
  const isWhole = items.length === finding.items.length;
  const unlisted = finding.count - finding.items.length;
  const editable = model.version?.status === 'draft' && model.may('finding.accept');
  const acceptThese = (chosen: FindingItem[] | undefined, words: string) =>
    void accept(
      model,
      { check, code: finding.code, level: finding.level, severity: finding.severity, ...(chosen ? { items: chosen.map(({ id }) => id) } : {}) },
      words,
    );
  return html`<details class="finding" ?open=${open} data-key=${key}>
    <summary @click=${(event: Event) => model.openFound(number, !(event.currentTarget as HTMLElement).closest('details')!.open)}>
      <span class="finding-title">${finding.title}</span>
      <span class="muted small"><bdi>${check}</bdi> ${label}${finding.level === null ? nothing : html` · ${t('level.n', { level: finding.level })}`}</span>
      <span class="badge number">${model.app.format.number(finding.count)}</span>
      ${renderHolds(model, finding)}
    </summary>
    <p class="finding-text" dir="auto">${finding.message}</p>
    ${
      editable && waiting.length > 1
        ? html`<p>
            <button class="button" @click=${() => acceptThese(isWhole ? undefined : waiting, finding.message)}>
              ${t('finding.accept-all', { count: isWhole ? finding.count - finding.accepted : waiting.length })}
            </button>
          </p>`
        : nothing
    }
    <finding-items
      .items=${items}
      .pageSize=${PAGE}
      .chosen=${model.chosen}
      .register=${model.register}
      .row=${(item: FindingItem) => renderItem(model, item, finding, editable, () => acceptThese([item], item.detail))}
      .total=${items.length === finding.items.length ? finding.count : items.length}
      .more=${(shown: number, total: number) => t('finding.more', { shown, total })}
      .seen=${(shown: FindingItem[]) => void model.units?.ask(shown.flatMap(({ pcodes }) => pcodes.slice(0, NAMED)))}
      .load=${(shown: number) => model.occurrences.load(number, (known) => known.length >= shown)}
    ></finding-items>
    ${unlisted > 0 && !isWhole ? html`<p class="small muted">${t('finding.unlisted', { count: unlisted })}</p>` : nothing}
  </details>`;
}

/** Whether the finding is one of the upload alone: said where publishing mends all of it, or a part. */
function renderHolds({ t }: DraftModel, { holds, count }: ListedFinding['finding']): TemplateResult | typeof nothing {
  if (holds === undefined || holds === count) return nothing;
  return html`<span class="finding-holds small"
    >${icon(holds === 0 ? 'check' : 'info', 14)} ${holds === 0 ? t('finding.mended') : t('finding.holds', { holds, count })}</span
  >`;
}

function renderItem(model: DraftModel, item: FindingItem, { code, level }: ShownFinding, editable: boolean, accept: () => void): TemplateResult {
  const { t, app } = model;
  const { accepted } = item;
  const entry =
    accepted &&
    model.register.find((one) => one.code === code && one.at === accepted.at && one.reason === accepted.reason && one.pcodes.join() === item.pcodes.join());
  return html`<li class="item" data-chosen=${item.id === model.chosen}>
    <button class="item-go" aria-current=${item.id === model.chosen ? 'true' : nothing} @click=${() => model.choose(item)}>
      <span dir="auto">${item.detail}</span>
      ${renderUnits(model, item, level)}
    </button>
    <span class="item-actions">
      <button class="icon-button" aria-label="${t('finding.link')}: ${item.detail}" title=${t('finding.link')} @click=${() => copyLink(model, item)}>
        ${icon('copy', 16)}
      </button>
      ${editable && !accepted ? html`<button class="button item-accept" aria-label="${t('finding.accept')}: ${item.detail}" @click=${accept}>${t('finding.accept')}</button>` : nothing}
      ${editable && entry ? html`<button class="button item-accept" aria-label="${t('finding.undo')}: ${item.detail}" @click=${() => void undo(model, entry.id)}>${t('finding.undo')}</button>` : nothing}
    </span>
    ${
      accepted
        ? html`<p class="small item-accepted" dir="auto">
            ${icon('check', 14)}
            ${t('finding.accepted', { name: staffName(accepted.by, app, t as never), date: app.format.date(accepted.at), reason: accepted.reason })}
          </p>`
        : nothing
    }
  </li>`;
}

/** What the codes of an occurrence are called, as far as its sentence does not say so. */
function renderUnits({ units, app, t }: DraftModel, { pcodes, detail }: FindingItem, level: number | null): TemplateResult | typeof nothing {
  const named = [...new Set(pcodes)]
    .map((pcode) => ({ pcode, name: units?.nameOf(pcode, level, app.language) ?? '' }))
    .filter(({ name }) => name !== '' && !detail.includes(name));
  if (named.length === 0) return nothing;
  const shown = named.slice(0, NAMED);
  return html`<span class="item-units small"
    >${shown.map(({ pcode, name }, i) => html`${i > 0 ? ' · ' : ''}<bdi>${name}</bdi> <bdi class="muted">${pcode}</bdi>`)}${
      named.length > NAMED ? html` ${t('finding.more-units', { count: named.length - NAMED })}` : nothing
    }</span
  >`;
}

function copyLink(model: DraftModel, item: FindingItem): void {
  const link = `${location.origin}${location.pathname}?${new URLSearchParams({ item: item.id })}`;
  navigator.clipboard.writeText(link).then(
    () => model.app.toast(model.t('finding.copied')),
    () => model.app.toast(model.t('finding.copy-failed')),
  );
}
