/** What the server refused, in the reader's language: under the field that it is about, or above the form. */
import { ApiProblem } from '../../kit/api.ts';
import { faultsOf } from '../../kit/form.ts';
import type { Format } from '../../i18n/language.ts';
import type { Translate } from '../../i18n/translate.ts';

/** Problems of one field. */
const FIELD_OF: Record<string, string> = {
  'member.name': 'name',
  'member.email': 'email',
  'invite.email': 'email',
  'password.weak': 'password',
  'auth.password': 'current',
  'auth.code': 'code',
};

/** A sentence with values of this page (minutes, the clock of the reader's place); null for any other problem, whose own text is in the reader's language. */
export function sentenceOf(error: unknown, t: Translate, format: Format): string | null {
  if (!(error instanceof ApiProblem)) return null;
  const details = error.problem.details ?? {};
  const detail = (name: string) => {
    const value = details[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const key = error.code === 'password.weak' ? `weak.${detail('reason')}` : `problem.${error.code}`;
  const minutes = Math.max(1, Math.ceil(Number(details['seconds'] ?? 60) / 60));
  const said = t(key, { email: detail('email'), name: detail('name'), minutes, time: format.clock(detail('serverTime')) });
  return said === key ? null : said;
}

/** Sentences by field. A field whose value has not the right shape is said by its name. */
export function fieldFaults(error: unknown, t: Translate, format: Format): Record<string, string> {
  const own = error instanceof ApiProblem ? FIELD_OF[error.code] : undefined;
  if (own) return { [own]: sentenceOf(error, t, format) ?? (error as ApiProblem).message };
  return Object.fromEntries(
    Object.entries(faultsOf(error)).map(([name, detail]) => {
      const said = t(`fault.${name}`);
      return [name, said === `fault.${name}` ? detail : said];
    }),
  );
}
