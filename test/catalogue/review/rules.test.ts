/** What the rules of groups ask for, and what counts for them. */
import { describe, expect, test } from 'vitest';
import type { DatasetVersion } from '../../../server/contract/datasets/dataset.ts';
import { basisOf, judgeRules, toSignoffs, type Approval, type Holder, type ReviewGroup, type Thread } from '../../../server/catalogue/review/rules.ts';
import { aGroup } from '../../helpers/groups/made.ts';

const GIS: ReviewGroup = aGroup('gis', { acronym: 'GIS', owns: [{ kind: 'cod-ab' }], signoff: [{ kind: 'cod-ab', approvals: 2, from: 'gis' }] });
const holder = (account: string, role: Holder['role'] = 'member', group = 'gis'): Holder => ({ account, name: account.toUpperCase(), group, role });
const said = (account: string, decision: Approval['decision'] = 'approve', basis = 'now'): Approval => ({
  account,
  name: account.toUpperCase(),
  decision,
  note: null,
  basis,
  at: '2026-05-14T10:00:00.000Z',
});
const HOLDERS = [holder('a'), holder('b', 'imo'), holder('c', 'chair'), holder('o', 'observer'), holder('w', 'chair', 'wash')];
const judge = (approvals: Approval[], given: { groups?: ReviewGroup[]; threads?: Thread[]; uploader?: string; holders?: Holder[] } = {}) => {
  const { groups = [GIS], threads = [], uploader = 'C', holders = HOLDERS } = given;
  return judgeRules('cod-ab', groups, { basis: 'now', uploader, holders, approvals, threads }).map(({ has, needs, obstacles }) => [has, needs, ...obstacles]);
};

describe('a rule', () => {
  test.each<[string, Approval[], Parameters<typeof judge>[1], unknown[][]]>([
    ['lacks what nobody said', [], {}, [[0, 2, 'approvals']]],
    ['holds with two of the group', [said('a'), said('b')], {}, [[2, 2]]],
    ['does not count the uploader', [said('a'), said('c')], {}, [[1, 2, 'approvals']]],
    ['counts the uploader of another draft', [said('a'), said('c')], { uploader: 'A' }, [[1, 2, 'approvals']]],
    ['does not count observers', [said('a'), said('o')], {}, [[1, 2, 'approvals']]],
    ['does not count other groups', [said('a'), said('w')], {}, [[1, 2, 'approvals']]],
    ['does not count who has left', [said('a'), said('b')], { holders: [holder('b', 'imo')] }, [[1, 2, 'approvals']]],
    ['does not count what was said of an earlier state', [said('a'), said('b', 'approve', 'before')], {}, [[1, 2, 'approvals']]],
    ['stops where one of the group wants changes', [said('a'), said('b'), said('c', 'changes')], { uploader: 'X' }, [[2, 2, 'changes-wanted']]],
    ['does not stop where a stranger does', [said('a'), said('b'), said('w', 'changes')], {}, [[2, 2]]],
    [
      'stops at open comments that must be resolved',
      [said('a'), said('b')],
      { threads: [{ mustResolve: true, isResolved: false }] },
      [[2, 2, 'comments-open']],
    ],
    [
      'goes on at others',
      [said('a'), said('b')],
      {
        threads: [
          { mustResolve: true, isResolved: true },
          { mustResolve: false, isResolved: false },
        ],
      },
      [[2, 2]],
    ],
    ['of a closed group is none', [], { groups: [{ ...GIS, status: 'closed' }] }, []],
    ['for other data is none', [], { groups: [{ ...GIS, owns: [{ kind: 'cod-ps' }] }] }, []],
    ['of a sector of the 3W is none of the whole', [], { groups: [aGroup('wash', { owns: [{ kind: 'cod-ab', sector: 'WSH' }], signoff: GIS.signoff })] }, []],
  ])('%s', (_name, approvals, given, expected) => {
    expect(judge(approvals, given)).toEqual(expected);
  });

  test('whose approvers are gone still holds, and cannot be fulfilled', () => {
    const groups = [{ ...GIS, signoff: [{ kind: 'cod-ab' as const, approvals: 1, from: 'gone' }] }];
    expect(judge([said('a')], { groups })).toEqual([[0, 1, 'approvals']]);
  });

  test('is kept as what was there', () => {
    const rules = judgeRules('cod-ab', [GIS], { basis: 'now', uploader: null, holders: HOLDERS, approvals: [said('a')], threads: [] });
    expect(toSignoffs(rules)).toEqual([{ group: { id: 'gis', names: GIS.names, acronym: 'GIS' }, needs: 2, has: 1 }]);
  });
});

describe('what a draft is', () => {
  const draft = (artifacts: [string, string][], title = 'Narivela') =>
    ({ artifacts: artifacts.map(([file, sha256]) => ({ file, sha256 })), metadata: { title } }) as unknown as DatasetVersion;
  const basis = basisOf(draft([['a', '1'], ['b', '2']])); // prettier-ignore

  test('does not hang on the order of its files', () => {
    expect(basisOf(draft([['b', '2'], ['a', '1']]))).toBe(basis); // prettier-ignore
  });

  test.each([
    ['a file', draft([['a', '1'], ['b', '3']])], // prettier-ignore
    ['one file more', draft([['a', '1'], ['b', '2'], ['c', '3']])], // prettier-ignore
    ['the metadata', draft([['a', '1'], ['b', '2']], 'Other')], // prettier-ignore
  ])('is another one when %s changes', (_name, changed) => {
    expect(basisOf(changed)).not.toBe(basis);
  });
});
