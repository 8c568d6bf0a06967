/** The fields of an entry. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeatChoices } from '../../../kit/workgroup/repeats.ts';
import { icon } from '../../../ui/icon.ts';
import { dataText, GRID, PARTIES, seriesText, type Category } from '../words.ts';
import { choose, input, isByRule, isHere, STEPS, valueOf, type FormPage } from './form.ts';

const FREQUENCIES = [1, 7, 14, 30, 90, 180, 365, 0, -2, -1] as const;
const COVERS = ['week', 'month', 'quarter', 'half-year', 'year'] as const;
const ACCESSES = ['open', 'on-request', 'restricted'] as const;
const CLASSES = ['low', 'moderate', 'high', 'severe'] as const;

export const entryFields = (page: FormPage): TemplateResult =>
  html`${whatFields(page)} ${whoFields(page)} ${whenFields(page)} ${stateFields(page)} ${moreFields(page)}`;

function whatFields(page: FormPage): TemplateResult {
  const { t, model } = page;
  const series = (Object.keys(GRID) as Exclude<Category, 'own'>[]).flatMap((category) =>
    GRID[category].map((each): [string, string] => [each, seriesText(t, { series: each })]),
  );
  const here = model.datasets.map(({ id }): [string, string] => [id, dataText(t, id)]);
  const isOwn = valueOf(page, 'series') === 'own';
  return html`${choose(page, { name: 'series', label: t('schedule.field.series'), options: [['own', t('schedule.field.own')], ...series] })}
  ${input(page, { name: 'title', label: t(isOwn ? 'field.title' : 'schedule.field.title'), required: isOwn })}
  ${choose(page, { name: 'dataset', label: t('schedule.field.dataset'), options: [['', t('schedule.field.dataset.none')], ...here] })}
  ${input(page, { name: 'link', label: t('schedule.field.link'), dir: 'ltr' })}`;
}

function whoFields(page: FormPage): TemplateResult {
  const { t, model } = page;
  const { groups, organisations, may } = model.answer.value!;
  const named = groups
    .filter(({ id }) => may.record.includes(id) || id === valueOf(page, 'group'))
    .map(({ id }): [string, string] => [id, model.groupName(id)]);
  const nobody: [string, string][] = may.all ? [['', t('schedule.nobody')]] : [];
  const known = organisations.map(({ id, name }): [string, string] => [id, name]).toSorted((a, b) => a[1].localeCompare(b[1]));
  return html`<div class="edit-row">
    ${choose(page, { name: 'group', label: t('schedule.field.group'), options: [...nobody, ...named] })}
    ${choose(page, { name: 'organisation', label: t('schedule.field.organisation'), options: [['', t('schedule.field.unsaid')], ...known] })}
  </div>`;
}

function whenFields(page: FormPage): TemplateResult {
  const { t, model } = page;
  const byRule = isByRule(page);
  const rhythms: [string, string][] = [
    ['', t('schedule.frequency.none')],
    ...FREQUENCIES.map((days): [string, string] => [String(days), t(`schedule.frequency.${days}`)]),
    ['rule', t('schedule.frequency.rule')],
  ];
  const first = valueOf(page, 'first') || model.answer.value!.today;
  const rules = repeatChoices(t, first, valueOf(page, 'rule') || null, model.app.format.locale).filter(([rule]) => rule !== '');
  return html`<div class="edit-row">
      ${choose(page, { name: 'rhythm', label: t('schedule.field.rhythm'), options: rhythms })}
      ${input(page, { name: 'first', label: t('schedule.field.first'), type: 'date', ...(byRule ? { required: true } : { hint: t('schedule.field.first.hint') }) })}
    </div>
    ${byRule ? choose(page, { name: 'rule', label: t('schedule.field.rule'), options: rules }) : nothing}
    ${choose(page, {
      name: 'covers',
      label: t('schedule.field.covers'),
      options: [['', t('schedule.field.covers.none')], ...COVERS.map((each): [string, string] => [each, t(`schedule.covers.${each}`)])],
    })}`;
}

function stateFields(page: FormPage): TemplateResult {
  const { t } = page;
  return html`${
      isHere(page)
        ? nothing
        : html`<div class="edit-row">
            ${input(page, { name: 'changed', label: t('schedule.field.changed'), type: 'date' })}
            ${input(page, { name: 'dataUntil', label: t('schedule.field.data-until'), type: 'date' })}
          </div>`
    }
    ${choose(page, {
      name: 'completeness',
      label: t('schedule.field.completeness'),
      options: [
        ['complete', t('schedule.complete')],
        ['incomplete', t('schedule.incomplete')],
      ],
    })}
    ${input(page, { name: 'comment', label: t('schedule.field.comment'), rows: 2 })}
    ${
      isHere(page)
        ? nothing
        : choose(page, {
            name: 'sensitivity',
            label: t('schedule.field.sensitivity'),
            options: [['', t('schedule.field.sensitivity.table')], ...CLASSES.map((each): [string, string] => [each, t(`sharing.class.${each}`)])],
          })
    }
    <div class="edit-row">
      ${choose(page, { name: 'access', label: t('schedule.field.access'), options: [['', t('schedule.field.unsaid')], ...ACCESSES.map((each): [string, string] => [each, t(`schedule.access.${each}`)])] })}
      ${input(page, { name: 'format', label: t('schedule.field.format') })}
    </div>
    ${choose(page, {
      name: 'visibility',
      label: t('schedule.field.visibility'),
      options: [
        ['public', t('schedule.visibility.public')],
        ['members', t('schedule.visibility.members')],
      ],
    })}`;
}

function moreFields(page: FormPage): TemplateResult {
  const { t } = page;
  const parties: [string, string][] = [['', '–'], ...PARTIES.map((party): [string, string] => [party, t(`schedule.party.${party}`)])];
  return html`<details class="fold">
    <summary>${icon('chevron', 14)} ${t('schedule.field.more')}</summary>
    ${STEPS.map(
      (n) =>
        html`<fieldset class="series-step">
          <legend>${t('schedule.field.step', { n })}</legend>
          <div class="edit-row">
            ${choose(page, { name: `from${n}`, label: t('schedule.field.step.from'), options: parties })}
            ${choose(page, { name: `to${n}`, label: t('schedule.field.step.to'), options: parties })}
            ${input(page, { name: `before${n}`, label: t('schedule.field.step.before'), type: 'number' })}
          </div>
        </fieldset>`,
    )}
    <div class="edit-row">
      ${input(page, { name: 'overdue', label: t('schedule.field.grace.overdue'), type: 'number', hint: t('schedule.field.grace.hint') })}
      ${input(page, { name: 'delinquent', label: t('schedule.field.grace.delinquent'), type: 'number' })}
    </div>
  </details>`;
}
