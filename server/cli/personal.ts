/** Personal data in files, on the command line: what is said in advance, what was found, and what became of it. */
import type { PersonalFinding, PersonalPlace, PersonalRecord } from '../contract/uploads/personal.ts';
import type { PersonalOption } from '../jobs/personal.ts';

/** As the command line reads them. */
export interface PersonalSaidOptions {
  keepPersonal: boolean;
  stripPersonal?: true | string;
}

/** What `--keep-personal` and `--strip-personal [IDS]` say; nothing where neither is given. */
export function personalOf({ keepPersonal, stripPersonal }: PersonalSaidOptions): { personal?: PersonalOption } {
  if (keepPersonal) return { personal: 'keep' };
  if (stripPersonal === undefined) return {};
  return { personal: stripPersonal === true ? 'strip' : { is: 'strip', parts: stripPersonal.split(',').map((id) => id.trim()) } };
}

/** What became of personal data, for the terminal. */
export function sayPersonal({ is, what }: PersonalRecord): string {
  const list = what.map(({ kind, count }) => `${kind} ${count}`).join(', ');
  if (is === 'unsearched') return `Part of the files could not be searched for personal data (${list}); only members can open them.`;
  return is === 'removed'
    ? `Personal data removed from the stored files (${list}); the files as they came are not kept.`
    : `The stored files hold personal data (${list}); only members can open them.`;
}

function placeOf(place: PersonalPlace): string {
  switch (place.is) {
    case 'column':
      return ` in ${place.sheet}, column ${place.column}${place.heading ? ` (${place.heading})` : ''}`;
    case 'outside':
      return ` in ${place.sheet}, above or below the table`;
    case 'sheet':
      return ` ${place.sheet}`;
    default:
      return '';
  }
}

/** What was found, line by line, with the id by which `--strip-personal` names it; what is of persons first. */
export function sayFindings(findings: readonly PersonalFinding[]): string {
  const lineOf = ({ id, file, kind, place, count, example, removable, whole }: PersonalFinding): string => {
    const left = whole ? 'is left out as a whole' : removable ? '' : 'cannot be taken out here';
    return `  ${file}: ${kind} ${count}${placeOf(place)}${[example === null ? '' : `such as ${example}`, left]
      .filter(Boolean)
      .map((text) => `, ${text}`)
      .join('')} [${id}]`;
  };
  const persons = findings.filter(({ isPerson }) => isPerson).map(lineOf);
  const others = findings.filter(({ isPerson }) => !isPerson).map(lineOf);
  return [...persons, ...(others.length > 0 ? ['Not of a person, but easily overlooked:', ...others] : [])].join('\n');
}
