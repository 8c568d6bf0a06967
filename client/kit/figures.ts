/** A table of figures beside those of the version before; what changed much is marked, and the table says what much is. */
import { html, nothing, type TemplateResult } from 'lit';
import type draftMessages from '../../server/words/en/interface/draft.ts';
import type { Translate } from '../i18n/translate.ts';
import { icon } from '../ui/icon.ts';
import { isMarked, type Figure, type Threshold } from './compare.ts';
import type { App } from './view.ts';
import './figures.css';

interface FiguresOf {
  app: Pick<App, 'format' | 'direction'>;
  t: Translate<keyof typeof draftMessages>;
}

/** @param before tag of the version before; null: there is none */
export function renderFigures({ app, t }: FiguresOf, caption: string, figures: readonly Figure[], before: string | null, threshold: Threshold): TemplateResult {
  const { number } = app.format;
  const text = (value: number | null) => (value === null ? '–' : number(value));
  return html`<table class="figures">
    <caption>
      ${caption}
    </caption>
    ${
      before === null
        ? nothing
        : html`<thead>
            <tr>
              <td></td>
              <th scope="col">${t('figures.now')}</th>
              <th scope="col"><bdi>${before}</bdi></th>
              <th scope="col">${t('figures.change')}</th>
            </tr>
          </thead>`
    }
    <tbody>
      ${figures.map((figure) => {
        const marked = isMarked(figure, threshold);
        return html`<tr ?data-marked=${marked}>
          <th scope="row">${figure.own ? html`<bdi dir="auto">${figure.label}</bdi>` : figure.label}</th>
          <td class="number">${text(figure.now)}</td>
          ${
            before === null
              ? nothing
              : html`<td class="number muted">${text(figure.before)}</td>
                  <td class="number">
                    ${marked ? html`<span class="figures-mark">${icon('warning', 14)}<span class="visually-hidden">${t('figures.marked')}</span></span>` : nothing}
                    <bdi>${changeText(figure, number)}</bdi>
                  </td>`
          }
        </tr>`;
      })}
    </tbody>
  </table>`;
}

/** With a true minus, and a sign for more: `+12`, `−3`. */
function changeText({ now, before }: Figure, number: (value: number) => string): string {
  if (now === null || before === null) return '';
  const change = now - before;
  return change === 0 ? '=' : change > 0 ? `+${number(change)}` : `−${number(-change)}`;
}

/** What is marked in the tables, in words. */
export function thresholdText({ app, t }: FiguresOf, { share, least }: Threshold, before: string | null): TemplateResult {
  if (before === null) return html`<p class="small muted">${t('figures.first')}</p>`;
  const percent = app.format.number(Math.round(share * 100));
  return html`<p class="small muted figures-threshold">
    ${icon('warning', 14)}
    ${least > 0 ? t('figures.threshold.least', { percent, least, version: before }) : t('figures.threshold', { percent, version: before })}
  </p>`;
}
