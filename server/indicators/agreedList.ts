/** What may become of the agreed list: proposed, changed, agreed, retired. Codes are stable and are never used again. Pure. */
import { MEASURED_FIELDS, type Indicator, type IndicatorBody, type ListChange } from '../contract/indicators/indicators.ts';
import { ConflictError, NotFoundError } from '../errors.ts';
import { problemText } from '../words/problems.ts';

interface Version {
  state: 'draft' | 'current' | 'superseded';
  indicators: readonly Indicator[];
}

/** What a draft begins with: itself, or the version that holds. */
export const draftOf = (versions: readonly Version[]): Indicator[] => [
  ...((versions.find(({ state }) => state === 'draft') ?? versions.find(({ state }) => state === 'current'))?.indicators ?? []),
];

/** Codes of any version, agreed or not: of those that were ever agreed none is free. */
function everAgreed(versions: readonly Version[]): Set<string> {
  return new Set(versions.flatMap(({ state, indicators }) => (state === 'draft' ? [] : indicators.map(({ code }) => code.toUpperCase()))));
}

/** @throws ConflictError `indicators.code-taken` where an indicator has the code, or once had it */
export function propose(versions: readonly Version[], bodies: readonly IndicatorBody[]): Indicator[] {
  const entries = draftOf(versions);
  const taken = new Set([...everAgreed(versions), ...entries.map(({ code }) => code.toUpperCase())]);
  for (const body of bodies) {
    const key = body.code.toUpperCase();
    if (taken.has(key)) throw new ConflictError('indicators.code-taken', `${body.code}: ${problemText('indicators.code-taken')}`);
    taken.add(key);
    entries.push({ ...body, state: 'proposed', agreed: null, retired: null });
  }
  return entries;
}

/** @throws NotFoundError `indicators.code-unknown`, ConflictError `indicators.measure` where an agreed one would measure something else */
export function change(versions: readonly Version[], code: string, body: IndicatorBody): Indicator[] {
  const entries = draftOf(versions);
  const at = indexOf(entries, code);
  const own = entries[at]!;
  const differs = fieldsOf(own, body);
  if (own.state !== 'proposed' && differs.some((field) => (MEASURED_FIELDS as readonly string[]).includes(field)))
    throw new ConflictError('indicators.measure', `${code}: ${problemText('indicators.measure')}`);
  entries[at] = { ...body, code: own.code, state: own.state, agreed: own.agreed, retired: own.retired };
  return entries;
}

/** One that was never agreed is taken out; an agreed one stays in the list, retired. @throws NotFoundError `indicators.code-unknown` */
export function retire(versions: readonly Version[], code: string, retired: NonNullable<Indicator['retired']>): Indicator[] {
  const entries = draftOf(versions);
  const at = indexOf(entries, code);
  if (entries[at]!.state === 'proposed') return entries.filter((_, i) => i !== at);
  if (retired.replacedBy !== null) indexOf(entries, retired.replacedBy);
  entries[at] = { ...entries[at]!, state: 'retired', retired };
  return entries;
}

/** Everything that was proposed is agreed. */
export const agreeAll = (entries: readonly Indicator[], agreed: NonNullable<Indicator['agreed']>): Indicator[] =>
  entries.map((each) => (each.state === 'proposed' ? { ...each, state: 'agreed', agreed } : each));

/** What a version changes against the one before it. */
export function changesOf(before: readonly Indicator[], after: readonly Indicator[]): ListChange[] {
  const known = new Map(before.map((each) => [each.code, each]));
  const changes = after.flatMap((each): ListChange[] => {
    const was = known.get(each.code);
    known.delete(each.code);
    if (!was) return [{ code: each.code, is: each.state === 'agreed' ? 'agreed' : 'proposed', fields: [] }];
    if (was.state !== each.state) return [{ code: each.code, is: each.state === 'retired' ? 'retired' : 'agreed', fields: [] }];
    const fields = fieldsOf(was, each);
    return fields.length > 0 ? [{ code: each.code, is: 'changed', fields }] : [];
  });
  return [...changes, ...[...known.keys()].map((code): ListChange => ({ code, is: 'withdrawn', fields: [] }))];
}

function indexOf(entries: readonly Indicator[], code: string): number {
  const at = entries.findIndex((each) => each.code.toUpperCase() === code.toUpperCase());
  if (at < 0) throw new NotFoundError('indicators.code-unknown', `${code}: ${problemText('indicators.code-unknown')}`);
  return at;
}

/** Names of fields that differ; who agreed is none. */
function fieldsOf(before: IndicatorBody, after: IndicatorBody): string[] {
  const { state: _, agreed: __, retired: ___, ...fields } = after as Indicator;
  return Object.keys(fields).filter(
    (key) => JSON.stringify(sorted(before[key as keyof IndicatorBody])) !== JSON.stringify(sorted(after[key as keyof IndicatorBody])),
  );
}

const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)) : value;
