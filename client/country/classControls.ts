/** Method, number and breaks of the classes, for every kind that paints numbers; and what is written on the map. */
import { html, nothing, type TemplateResult } from 'lit';
import { heldAt, MAX_CLASSES, METHODS, MIN_CLASSES, parseBreaks, type Classing } from '../map/classing.ts';
import type { Translate } from '../i18n/translate.ts';
import type { CountryKey, CountryModel } from './model.ts';
import { PRINTS, type Print } from './state.ts';

export interface ClassControls {
  t: Translate<CountryKey>;
  chosen: Classing;
  /** Where the classes begin now: own breaks begin with these. */
  inner: readonly number[];
  /** Numbers of classes to choose from. */
  counts?: readonly number[];
  /** Beside the breaks, where they need a word. */
  hint?: string;
  /** That is painted. */
  level: number;
  choose: (patch: Partial<Classing>) => void;
}

const COUNTS = Array.from({ length: MAX_CLASSES - MIN_CLASSES + 1 }, (_, i) => i + MIN_CLASSES);

export function renderClassControls({ t, chosen, inner, counts = COUNTS, hint, level, choose }: ClassControls): TemplateResult {
  const { method, classes, breaks } = chosen;
  return html`${heldAt(chosen, level) ? renderHeld(t, choose) : nothing}
  ${renderSelect(
    t('classes.method'),
    method,
    METHODS.map((each) => [each, t(`classes.method.${each}`)]),
    // Own breaks begin with those that are shown.
    (next) => choose({ method: next as Classing['method'], ...(next === 'manual' && breaks.length === 0 ? { breaks: [...inner] } : {}) }),
    true,
  )}
  ${
    method === 'manual'
      ? html`<label class="control control-wide"
          ><span class="small muted">${t('classes.breaks')}</span>
          <input
            class="input number"
            inputmode="decimal"
            dir="ltr"
            .value=${breaks.join(' ')}
            @change=${(event: Event) => choose({ breaks: parseBreaks((event.target as HTMLInputElement).value) })}
          />${hint ? html`<span class="small muted">${hint}</span>` : ''}</label
        >`
      : renderSelect(
          t('classes.number'),
          String(counts.includes(classes) ? classes : (counts.findLast((count) => count <= classes) ?? counts[0]!)),
          counts.map((count) => [String(count), String(count)]),
          (count) => choose({ classes: Number(count) }),
        )
  }`;
}

/** Classes of a saved map stay until the reader wants others. */
function renderHeld(t: ClassControls['t'], choose: ClassControls['choose']): TemplateResult {
  return html`<p class="control-wide held">
    <span class="small muted">${t('classes.held')}</span>
    <button class="button" type="button" @click=${() => choose({ held: null })}>${t('classes.renew')}</button>
  </p>`;
}

/** What stands on the map: names, numbers, both or nothing. */
export function renderPrint({ t, state, change }: Pick<CountryModel, 't' | 'state'> & { change: (print: Print) => void }): TemplateResult {
  return renderSelect(
    t('print.label'),
    state.print,
    PRINTS.map((each) => [each, t(`print.${each}`)]),
    (print) => change(print as Print),
  );
}

/** Counts in colours, or as circles. */
export function renderSymbols({ t, state, change }: Pick<CountryModel, 't' | 'state'> & { change: (circles: boolean) => void }): TemplateResult {
  return renderSelect(
    t('symbols.label'),
    state.circles ? 'circles' : 'colours',
    [
      ['colours', t('symbols.colours')],
      ['circles', t('symbols.circles')],
    ],
    (symbols) => change(symbols === 'circles'),
  );
}

/** Of a count in colours: a large area looks like a large number. */
export const renderSymbolsHint = (t: ClassControls['t'], change: (circles: boolean) => void): TemplateResult =>
  html`<p class="held">
    <span class="small muted">${t('symbols.hint')}</span>
    <button class="button" type="button" @click=${() => change(true)}>${t('symbols.hint.do')}</button>
  </p>`;

export function renderSelect(
  label: string,
  value: string,
  options: readonly (readonly [id: string, text: string, disabled?: boolean])[],
  choose: (value: string) => void,
  wide = false,
): TemplateResult {
  return html`<label class=${wide ? 'control control-wide' : 'control'}
    ><span class="small muted">${label}</span>
    <select class="select" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${options.map(([id, text, disabled = false]) => html`<option value=${id} .selected=${id === value} ?disabled=${disabled}>${text}</option>`)}
    </select></label
  >`;
}
