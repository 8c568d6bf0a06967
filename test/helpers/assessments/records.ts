/** Records of assessments for tests: everything unknown but what is said. */
import type { AdminUnit } from '../../../server/contract/admin.ts';
import type { Area } from '../../../server/contract/assessments/assessments.ts';
import type { AdminLevel, Pcode, VersionTag } from '../../../server/contract/ids.ts';
import type { Scope } from '../../../server/contract/groups/groups.ts';
import { NOTHING } from '../../../server/assessments/check.ts';
import type { StoredAssessment } from '../../../server/assessments/model.ts';

let turn = 0;

export const record = (given: Partial<StoredAssessment> = {}): StoredAssessment => ({
  id: `a${String(++turn).padStart(4, '0')}`,
  scope: 'SLE' as Scope,
  state: 'confirmed',
  entered: 'account',
  enteredBy: null,
  account: null,
  questions: [],
  answers: {},
  sequence: 0,
  createdAt: '2027-01-01T00:00:00.000Z',
  updatedAt: '2027-01-01T00:00:00.000Z',
  title: { en: 'Rapid needs assessment' },
  ...NOTHING,
  status: 'report-completed',
  ...given,
});

export const led = (name: string) => [{ id: null, name }];

export const at = (version: string, ...places: [level: number, pcode: string][]): StoredAssessment['coverage'] => ({
  of: 'units',
  text: null,
  points: [],
  areas: places.map(([level, pcode]): Area => ({
    level: level as AdminLevel,
    code: pcode,
    name: null,
    pcode: pcode as Pcode,
    unitLevel: level as AdminLevel,
    version: version as VersionTag,
  })),
});

export const unit = (level: number, pcode: string, parent: string | null, name = pcode): AdminUnit => ({
  level: level as AdminLevel,
  pcode: pcode as Pcode,
  parentPcode: parent as Pcode | null,
  names: [{ lang: 'en', name }],
  validOn: null,
  validTo: null,
  areaSqKm: 1,
  center: [0, 0],
  bbox: [0, 0, 1, 1],
});
