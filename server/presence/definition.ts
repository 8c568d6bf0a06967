/** What a count counts, in a sentence to print beside it, in every language of the interface. */
import { NotFoundError } from '../errors.ts';
import type { CountDefinition } from '../contract/presence/presence.ts';
import { STATUSES } from '../contract/presence/presence.ts';
import { codeName, type CodeTable } from '../matching/sectors.ts';
import type { PrintLang } from '../contract/languages.ts';
import { inEachPrinted, languageOf, say } from '../words/words.ts';

export function describeDefinition(definition: CountDefinition, sectors: CodeTable, orgTypes: CodeTable): Record<PrintLang, string> {
  return inEachPrinted((lang) => sentence(definition, lang, sectors, orgTypes));
}

function sentence(definition: CountDefinition, lang: PrintLang, sectors: CodeTable, orgTypes: CodeTable): string {
  const { comma, semicolon } = languageOf(lang);
  const list = (texts: string[]) => texts.join(comma);
  const names = (codes: string[], table: CodeTable, kind: 'sector' | 'org-type') => list(codes.map((code) => codeName(table, code, kind, lang)));
  const { unit, role, statuses, orgs, from, to } = definition;
  const parts = [
    say(lang, 'count.what', { unit, role }),
    statuses.length === STATUSES.length
      ? say(lang, 'count.anyStatus')
      : say(lang, 'count.statuses', { list: list(statuses.map((each) => say(lang, `count.status.${each}`))) }),
    definition.sectors.length === 0 ? say(lang, 'count.allSectors') : say(lang, 'count.sectors', { list: names(definition.sectors, sectors, 'sector') }),
    ...(definition.orgTypes.length === 0 ? [] : [say(lang, 'count.types', { list: names(definition.orgTypes, orgTypes, 'org-type') })]),
    ...(orgs.length === 0 ? [] : [say(lang, 'count.orgs', { count: orgs.length })]),
    from === null && to === null ? say(lang, 'count.allPeriods') : say(lang, 'count.period', { from: from ?? '…', to: to ?? '…' }),
  ];
  return `${parts.join(semicolon)}.`;
}

/** Codes named in a refusal. */
const NAMED = 30;

/** @throws NotFoundError `presence.code-unknown` */
export function refuse(what: string, asked: readonly string[], exists: (code: string) => boolean, known: readonly string[], more = ''): void {
  const unknown = asked.filter((code) => !exists(code));
  if (unknown.length === 0) return;
  const some = known.slice(0, NAMED).join(', ') + (known.length > NAMED ? ', …' : '');
  throw new NotFoundError('presence.code-unknown', `There is no ${what} "${unknown.join('", "')}" here. There are: ${some || 'none'}.${more}`);
}
