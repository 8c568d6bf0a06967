/** What the columns of a sheet about coordination hold: what their headings and cells say of each role. */
import type { ColumnAnswer, ColumnReading } from '../../contract/columns.ts';
import type { StructureRole } from '../../contract/groups/imports.ts';
import type { Lang } from '../../contract/languages.ts';
import { foldName } from '../../matching/fold.ts';
import type { CodeTable } from '../../matching/sectors.ts';
import { hasOrganisationWord, isWellKnown } from '../../matching/words/bodies.ts';
import { isPersonal, readCapacity, readHeldRole, readType, rolesOfHeading, typeOfName } from '../../matching/words/coordination.ts';
import { createWeighing, isDay, judgeColumns, type Weighed } from '../../sheets/columns.ts';
import type { KeptCell, KeptSheet } from '../../sheets/sheet.ts';

export interface ColumnDeps {
  sectors: CodeTable;
  /** Whether a text is the name of a group, or of an organisation, that is known. */
  isGroup: (text: string) => boolean;
  isOrganisation: (text: string) => boolean;
  isPlace: (text: string) => boolean;
  lang: Lang;
}

export const readColumns = (sheet: KeptSheet, said: readonly ColumnAnswer<StructureRole>[], deps: ColumnDeps): ColumnReading<StructureRole>[] =>
  judgeColumns(sheet, said, { weigh: (heading, cells) => weigh(heading, cells, deps), uniqueOf, ignore: { is: 'ignore' }, lang: deps.lang });

/** Members may stand in several columns; everything else in one. */
const uniqueOf = (role: StructureRole): string | null =>
  role.is === 'organisation' && role.capacity === 'member' ? null : role.is === 'ignore' ? null : JSON.stringify(role);

function weigh(heading: string, cells: readonly KeptCell[], { sectors, isGroup, isOrganisation, isPlace }: ColumnDeps): Weighed<StructureRole>[] {
  const { evidence, close } = createWeighing(cells, rolesOfHeading(heading));
  const group = { is: 'group', part: 'name' } as const;
  evidence((text) => isGroup(text) || typeOfName(text) !== undefined, 'why.groups', [[group, 1.6], [{ is: 'parent' }, 0.9], [{ is: 'reports-to' }, 0.7], [{ is: 'hub' }, 0.4]]); // prettier-ignore
  evidence((text) => readType(text) !== undefined, 'why.group-types', [[{ is: 'type' }, 2]]);
  evidence((text) => sectors.sure(text) !== undefined, 'why.sectors', [[{ is: 'sector' }, 1.2], [group, 1]]); // prettier-ignore
  evidence((text) => readCapacity(text) !== undefined, 'why.capacities', [[{ is: 'capacity' }, 2]]);
  evidence((text) => readHeldRole(text) !== undefined, 'why.roles', [[{ is: 'role' }, 2]]);
  evidence(isDay, 'why.dates', [[{ is: 'start' }, 1.3], [{ is: 'end' }, 1.2]]); // prettier-ignore
  evidence((text) => /^\S+@\S+\.\S+$/.test(text), 'why.emails', [[{ is: 'email' }, 3]]);
  evidence((text) => text.split(/[;,\s]+/).every(isPlace), 'why.places', [[{ is: 'area' }, 2]]);
  evidence(
    (text) => isOrganisation(text) || hasOrganisationWord(foldName(text)) || isWellKnown(text, foldName(text)),
    'why.bodies',
    [[{ is: 'organisation', capacity: null, part: 'name' }, 1.4], ...(['lead', 'co-lead', 'government-lead', 'member'] as const).map((capacity): [StructureRole, number] => [{ is: 'organisation', capacity, part: 'name' }, 0.6])], // prettier-ignore
  );
  evidence(isPersonal, 'why.persons', [[{ is: 'person' }, 0.8]]);
  return close();
}
