/** The values of a map of the coverage of assessments, with all that it says of them, as everybody may know it. */
import type { CoverageAnswer, CoverageQuery } from '../../contract/assessments/coverage.ts';
import { shownOf, type NoNumber } from '../../contract/assessments/measures.ts';
import type { Scope } from '../../contract/groups/groups.ts';
import { toIso3, type VersionTag } from '../../contract/ids.ts';
import type { CoverageMapData } from '../../contract/maps/coverageData.ts';
import type { PrintLang } from '../../contract/languages.ts';
import { codeName, type CodeTable } from '../../matching/sectors.ts';
import { inEachPrinted, languageOf, say, sayPeriod } from '../../words/words.ts';
import type { Emptiness, MapFacts } from '../facts.ts';

/** Coverage on a version of the boundaries, as a stranger is told it. */
export type TellCoverage = (scope: Scope, query: CoverageQuery, on: VersionTag) => Promise<CoverageAnswer>;

export interface CoverageFactsDeps {
  coverage: TellCoverage;
  sectors: CodeTable;
}

const EMPTY = { above: 'aboveOnly', none: 'zero', never: 'notReported' } as const satisfies Record<NoNumber, Emptiness>;

/** Fills `values` and `told`. The registry changes from day to day, so such a map is never pinned. */
export async function addCoverage(facts: MapFacts, data: CoverageMapData, { coverage, sectors }: CoverageFactsDeps): Promise<void> {
  const { level } = facts.table;
  const answer = await coverage(toIso3(facts.boundary.dataset) as string as Scope, toQuery(data, level), facts.boundary.version);
  const shown = new Map(answer.units.map((unit) => [unit.pcode as string, shownOf(unit, data.measure)]));
  const valueOf = (pcode: string): number | Emptiness => {
    const value = shown.get(pcode) ?? 'none';
    return typeof value === 'number' ? value : EMPTY[value];
  };
  facts.values = new Map(facts.table.units.map(({ pcode }) => [pcode, valueOf(pcode)]));
  facts.pinned = false;
  facts.told = {
    what: inEachPrinted((lang) => say(lang, `map.coverage.${data.measure}`)),
    definition: inEachPrinted((lang) => definitionText(data, answer, sectors, lang)),
    period: inEachPrinted((lang) => sayPeriod(answer.today, answer.today, lang)),
    notes: inEachPrinted(() => []),
    style: 'number',
    // Of several units one assessment is one: numbers of units are never added.
    total: null,
    classes: null,
    empty: {
      aboveOnly: inEachPrinted((lang) => say(lang, 'map.coverage.above')),
      zero: inEachPrinted((lang) => say(lang, 'map.coverage.none')),
      notReported: inEachPrinted((lang) => say(lang, 'map.coverage.never')),
    },
    partial: new Map(),
    topic: `ASM_${data.measure}`,
  };
}

const toQuery = ({ sectors, group, status, population, from, to, representative, months }: CoverageMapData, level: CoverageQuery['level']): CoverageQuery => ({
  level,
  months,
  state: 'confirmed',
  sector: sectors.length > 0 ? sectors : undefined,
  group: (group ?? undefined) as CoverageQuery['group'],
  status: status ? [status] : undefined,
  population: population ?? undefined,
  from: from ?? undefined,
  to: to ?? undefined,
  representative: representative ?? undefined,
});

/** What is counted, which part of the registry, and where what was stated elsewhere went. */
function definitionText(data: CoverageMapData, answer: CoverageAnswer, sectors: CodeTable, lang: PrintLang): string {
  const { measure, months, group, status, population, from, to, representative } = data;
  const level = say(lang, 'map.level', { n: String(answer.level) });
  const codes = [group, status, population].filter((code) => code !== null);
  const texts = [
    say(lang, `map.coverage.definition.${measure}`, { level, months }),
    data.sectors.length > 0 ? say(lang, 'map.coverage.sectors', { list: data.sectors.map((code) => codeName(sectors, code, 'sector', lang)) }) : '',
    (from ?? to) ? say(lang, 'map.coverage.period', { period: sayPeriod(from, to, lang) }) : '',
    representative === null ? '' : say(lang, 'map.coverage.representative', { level: say(lang, 'map.level', { n: String(representative) }) }),
    codes.length > 0 ? say(lang, 'map.coverage.codes', { list: codes }) : '',
    ...placedTexts(answer, lang),
  ];
  return texts
    .filter(Boolean)
    .map((text) => text.replace(/\.?$/, '.'))
    .join(' ');
}

/** Placed and not placed are all, and each reason is said. */
function placedTexts({ placed, total, country, notPlaced }: CoverageAnswer, lang: PrintLang): string[] {
  const number = new Intl.NumberFormat(languageOf(lang).locale);
  const of = (why: CoverageAnswer['notPlaced'][number]['why']) => notPlaced.filter((each) => each.why === why).length;
  const told = { country, affected: of('affected'), unknown: of('unknown'), elsewhere: of('none') };
  return [
    say(lang, 'map.coverage.placed', { placed: number.format(placed), total: number.format(total) }),
    ...(['country', 'affected', 'unknown', 'elsewhere'] as const).flatMap((why) =>
      told[why] > 0 ? [say(lang, `map.coverage.about.${why}`, { n: number.format(told[why]) })] : [],
    ),
  ].map((text) => text.replace(/\.?$/, '.'));
}
