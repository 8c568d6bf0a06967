/** Units as choices of a form, level by level: names of choices are P-codes, labels in each language that the units have, parents as columns to filter by. Pure. */
import type { AdminUnit, FeatureTable } from '../../contract/admin.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { languagesOf, lineageOf } from '../../boundaries/files/columns.ts';

export interface ChoiceList {
  level: AdminLevel;
  /** `adm2`. */
  list: string;
  choices: { name: string; labels: Record<string, string>; parents: Record<string, string>; unit: AdminUnit }[];
}

export interface Choices {
  /** Languages of labels, the first is the default. */
  languages: string[];
  lists: ChoiceList[];
}

/** Levels below the country that have codes. A label that two choices of a list would have gets the name of the parent in brackets, then the code. */
export function toChoices(tables: readonly FeatureTable[]): Choices {
  const own = tables.filter(({ level }) => level > 0).toSorted((a, b) => a.level - b.level);
  const languages = languagesOf(own.flatMap(({ units }) => units));
  const lists = own.map((table): ChoiceList => {
    const lineage = lineageOf(table, [...tables]);
    const labelIn = (unit: AdminUnit | null | undefined, lang: string) => unit?.names.find((each) => each.lang === lang)?.name ?? unit?.names[0]?.name ?? unit?.pcode ?? ''; // prettier-ignore
    const seen = new Set<string>();
    const rows = table.units.flatMap((unit, row) => (unit.pcode === '' || seen.has(unit.pcode) ? [] : (seen.add(unit.pcode), [row])));
    const labels = new Map(languages.map((lang) => [lang, tellApart(rows.map((row) => ({ label: labelIn(table.units[row], lang), parent: labelIn(lineage[table.level - 1]?.[row], lang), code: table.units[row]!.pcode })))])); // prettier-ignore
    return {
      level: table.level,
      list: `adm${table.level}`,
      choices: rows.map((row, i) => ({
        name: table.units[row]!.pcode,
        labels: Object.fromEntries(languages.map((lang) => [lang, labels.get(lang)![i]!])),
        parents: Object.fromEntries(own.filter(({ level }) => level < table.level).map(({ level }) => [`adm${level}`, lineage[level]?.[row]?.pcode ?? ''])),
        unit: table.units[row]!,
      })),
    };
  });
  return { languages, lists: lists.filter(({ choices }) => choices.length > 0) };
}

function tellApart(entries: readonly { label: string; parent: string; code: string }[]): string[] {
  const countOf = (labels: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    return counts;
  };
  const first = countOf(entries.map(({ label }) => label));
  const withParents = entries.map(({ label, parent }) => (first.get(label)! > 1 && parent !== '' ? `${label} (${parent})` : label));
  const second = countOf(withParents);
  return withParents.map((label, i) => (second.get(label)! > 1 ? `${label} [${entries[i]!.code}]` : label));
}

/** `Français (fr)`, as XLSForm names languages; '' where the source does not say which language it is. */
export function languageLabel(lang: string): string {
  if (lang === 'und') return '';
  const name = new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
  return `${name.charAt(0).toLocaleUpperCase(lang)}${name.slice(1)} (${lang})`;
}
