/** Who did something, in words: a name, or for strangers what the person held in a group; and what no person did. */
import { html, nothing, type TemplateResult } from 'lit';
import { COMMAND_LINE, readStaff } from '../../server/contract/given.ts';
import type { VersionAnswer } from '../../server/contract/datasets/api.ts';
import type commonMessages from '../../server/words/en/interface/common.ts';
import type { Translate } from '../i18n/translate.ts';
import type { App } from './view.ts';

type T = Translate<keyof typeof commonMessages>;

/** @param by as the server tells it: `imo, GIS` becomes `IM focal point, GIS`; a name stays. */
export function staffName(by: string, app: App, t: T): string {
  const told = readStaff(by);
  if (!told) return by;
  const role = t(`staff.${told.code}`);
  return told.group === null ? role : app.format.comma([role, told.group]);
}

type Acted = Pick<VersionAnswer, 'createdBy' | 'createdAt' | 'publishedBy' | 'publishedAt'>;

/** Who uploaded and who published a version, and when; that the command line did is said as it is. */
export function renderActors({ createdBy, createdAt, publishedBy, publishedAt }: Acted, app: App, t: T): TemplateResult {
  const isCommand = (by: string) => by === COMMAND_LINE;
  const lines: [text: string, at: string][] = [];
  if (createdBy !== null) lines.push([isCommand(createdBy) ? t('version.by-command') : t('version.by', { name: staffName(createdBy, app, t) }), createdAt]);
  if (publishedBy !== null && publishedAt !== null)
    lines.push([isCommand(publishedBy) ? t('version.published-by-command') : t('version.published-by', { name: staffName(publishedBy, app, t) }), publishedAt]);
  return html`${lines.map(([text, at], i) => html`${i === 0 ? nothing : ' · '}<bdi>${text}</bdi> (${app.format.date(at)})`)}`;
}
