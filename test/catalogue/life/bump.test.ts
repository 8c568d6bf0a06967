/** As what a version is published: the proposal, or another choice with its reason. */
import { describe, expect, test } from 'vitest';
import { toBump } from '../../../server/catalogue/life/bump.ts';
import type { VersionDiff } from '../../../server/contract/datasets/dataset.ts';
import type { VersionTag } from '../../../server/contract/ids.ts';

const draft = (bump: VersionDiff['bump']) => ({ diff: { against: 'v01' as VersionTag, bump, levels: [] }, publishedAt: null });

describe('major or minor', () => {
  test('as proposed: no reason is needed, and none is kept', () => {
    expect(toBump(draft('major'), { bump: 'major' })).toEqual({ chosen: 'major', proposal: 'major', reason: null });
    expect(toBump(draft('minor'), { bump: 'minor', bumpReason: 'because' })).toEqual({ chosen: 'minor', proposal: 'minor', reason: null });
    // Nothing differs: either is as good.
    expect(toBump(draft('none'), { bump: 'major' })).toEqual({ chosen: 'major', proposal: 'none', reason: null });
  });

  test('another than proposed: with its reason, which is kept', () => {
    expect(toBump(draft('major'), { bump: 'minor', bumpReason: 'only islets moved' })).toEqual({
      chosen: 'minor',
      proposal: 'major',
      reason: 'only islets moved',
    });
    expect(() => toBump(draft('major'), { bump: 'minor' })).toThrow(expect.objectContaining({ code: 'version.bump-reason' }));
    expect(() => toBump(draft('minor'), { bump: 'major', bumpReason: '' })).toThrow(expect.objectContaining({ code: 'version.bump-reason' }));
  });

  test('of a version that was compared with nothing, or is public already, nothing is chosen', () => {
    expect(() => toBump({ diff: null, publishedAt: null }, { bump: 'major' })).toThrow(expect.objectContaining({ code: 'version.no-bump' }));
    expect(() => toBump({ ...draft('major'), publishedAt: '2026-01-01' }, { bump: 'major' })).toThrow(expect.objectContaining({ code: 'version.no-bump' }));
  });
});
