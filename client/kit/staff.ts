/** Who did something, in words: a name, or for strangers what the person held in a group; and what no person did. */
import { html, nothing, type TemplateResult } from 'lit';
import { COMMAND_LINE, readStaff } from '../../server/contract/given.ts';
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

/** Who uploaded and who published a version, and when. */
export function renderActors(
  version: { createdBy: string | null; createdAt: string; publishedBy: string | null; publishedAt: string | null },
  app: App,
  t: T,
): TemplateResult {
  const said = (by: string | null, key: 'version.by' | 'version.published-by') =>
    by === null ? null : by === COMMAND_LINE ? t(`${key}-command`) : t(key, { name: staffName(by, app, t) });
  const lines = [
    [said(version.createdBy, 'version.by'), version.createdAt] as const,
    [version.publishedAt === null ? null : said(version.publishedBy, 'version.published-by'), version.publishedAt] as const,
  ].flatMap(([text, at]) => (text === null || at === null ? [] : [[text, at] as const]));
  return html`${lines.map(([text, at], i) => html`${i === 0 ? nothing : ' · '}<bdi>${text}</bdi> (${app.format.date(at)})`)}`;
}
