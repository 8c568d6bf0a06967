/** Changes as a file of the version that they lead to. */
import type { VersionChanges } from '../../contract/boundaries/changes.ts';
import type { NewArtifact } from '../../kinds/summary.ts';

export const changesFile = (changes: VersionChanges): NewArtifact => ({
  kind: 'changes',
  file: 'changes.json',
  mediaType: 'application/json',
  bytes: new TextEncoder().encode(JSON.stringify(changes)),
});
