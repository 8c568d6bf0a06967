/** Questions about columns: what was taken, what it may be besides; one click answers. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ColumnQuestion } from '../../../server/contract/columns.ts';
import type { LayerSaid } from '../../../server/contract/overlays/layer.ts';
import type reviewMessages from '../../../server/words/en/interface/review.ts';
import type { Translate } from '../../i18n/translate.ts';
import { icon } from '../../ui/icon.ts';
import './questions.css';

export interface Asked {
  t: Translate<keyof typeof reviewMessages>;
  questions: readonly ColumnQuestion<unknown>[];
  /** Index of the choice taken, by id of the question. */
  chosen: ReadonlyMap<string, number>;
  busy: boolean;
  choose: (question: string, choice: number) => void;
}

/** Another click on the choice that is taken takes it back. */
export function withChoice(chosen: ReadonlyMap<string, number>, question: string, choice: number): ReadonlyMap<string, number> {
  const next = new Map(chosen);
  if (next.get(question) === choice) next.delete(question);
  else next.set(question, choice);
  return next;
}

/** What the choices say of columns, as it is sent. */
export function answersOf<Role>(questions: readonly ColumnQuestion<Role>[], chosen: ReadonlyMap<string, number>) {
  return questions.flatMap(({ id, choices }) => choices[chosen.get(id) ?? -1]?.columns ?? []);
}

/** The version of the boundaries that the file is said to be coded by, as it is sent. */
export function codedByOf(questions: readonly ColumnQuestion<unknown>[], chosen: ReadonlyMap<string, number>) {
  const said = questions.map(({ id, choices }) => choices[chosen.get(id) ?? -1]?.codedBy).find((version) => version !== undefined);
  return said === undefined ? {} : { codedBy: said };
}

/** What is said of a layer, as it is sent; mends of several answers hold together. */
export function overlayOf(questions: readonly ColumnQuestion<unknown>[], chosen: ReadonlyMap<string, number>, beside: LayerSaid = {}) {
  const all = [...questions.map(({ id, choices }) => choices[chosen.get(id) ?? -1]?.overlay ?? {}), beside];
  const mends = Object.assign({}, ...all.map((said) => said.mends ?? {})) as NonNullable<LayerSaid['mends']>;
  const overlay = { ...(Object.assign({}, ...all) as LayerSaid), ...(Object.keys(mends).length > 0 ? { mends } : {}) };
  return Object.keys(overlay).length > 0 ? { overlay } : {};
}

export function renderQuestions({ t, questions, chosen, busy, choose }: Asked): TemplateResult {
  return html`<p class="small muted">${t('review.questions.help')}</p>
    <ul class="questions">
      ${questions.map(
        ({ id, text, rows, choices }) =>
          html`<li class="question" ?data-decided=${chosen.has(id)}>
            <p class="question-text" dir="auto">${text}</p>
            ${rows ? html`<p class="small muted">${t('review.rows', { count: rows })}</p>` : nothing}
            <div class="question-choices" role="group" aria-label=${text}>
              ${choices.map(
                (choice, i) =>
                  html`<button class="button" aria-pressed=${chosen.get(id) === i} ?disabled=${busy} @click=${() => choose(id, i)}>
                    ${chosen.get(id) === i ? icon('check', 16) : nothing}
                    <span
                      ><span dir="auto">${choice.text}</span>${i === 0 ? html` <span class="small muted">${t('review.question.taken')}</span>` : nothing}</span
                    >
                  </button>`,
              )}
            </div>
          </li>`,
      )}
    </ul>`;
}
