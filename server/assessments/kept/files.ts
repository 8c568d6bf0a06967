/** Files that are kept with artifacts: who may put one there, and who is given it. A file follows its artifact: whoever is given the link of it is given the file. */
import { createHash } from 'node:crypto';
import type { Scope } from '../../contract/groups/groups.ts';
import { ConflictError, InputError } from '../../errors.ts';
import type { Acting } from '../../groups/deps.ts';
import { problemText } from '../../words/problems.ts';
import { unknownAssessment, type Answers } from '../answers.ts';
import { mayKeep } from '../check.ts';
import type { AssessmentDeps } from '../deps.ts';
import { mayChange, seeFields, standingOf, type Asker } from '../seen.ts';
import { recogniseFile } from './recognise.ts';

/** Where its bytes are, and what it is called to whoever saves it. */
export interface OpenedFile {
  key: string;
  sha256: string;
  bytes: number;
  name: string;
  media: string;
}

/** Each reads, decides and writes in one transaction; refusals are NotFoundError, ConflictError and InputError `assessments.…`. */
export function createFiles({ store, objects, newId }: AssessmentDeps & { answers: Answers }) {
  const find = async (scope: Scope, asker: Asker, id: string) => {
    const record = await store.find(scope, id);
    const standing = record && standingOf(asker, record);
    if (!record || !standing) throw unknownAssessment();
    return { record, standing };
  };

  return {
    /** Keeps a file with the artifact at this place of the record, instead of the one that was there. @param allowed asked of the record */
    async keep(
      acting: Acting,
      asker: Asker,
      id: string,
      at: number,
      file: { name: string; bytes: Uint8Array },
      allowed: (may: boolean) => void,
    ): Promise<void> {
      const { record } = await find(acting.scope, asker, id);
      allowed(mayChange(asker, record));
      const artifact = record.artifacts[at];
      if (!artifact) throw unknownAssessment();
      if (!mayKeep(artifact)) throw new InputError('assessments.microdata', problemText('assessments.microdata'));
      const media = await recogniseFile(file.name, file.bytes);
      const sha256 = createHash('sha256').update(file.bytes).digest('hex');
      const kept = { id: newId(), name: file.name, media, bytes: file.bytes.length };
      // Under `documents`, which upkeep knows: by checksum, so that a copy is one object.
      const key = `documents/${acting.scope.toLowerCase()}/${sha256}/assessment`;
      await objects.put(key, file.bytes);
      await store.change(acting, async ({ records }, write) => {
        const now = records.find((each) => each.id === id);
        if (!now || now.updatedAt !== record.updatedAt) throw new ConflictError('assessments.changed', problemText('assessments.changed'));
        const artifacts = now.artifacts.map((each, i) => (i === at ? { ...each, file: kept } : each));
        await write.keepFile(id, kept.id, { key, sha256, bytes: kept.bytes });
        await write.update({ ...now, artifacts, updatedAt: acting.at });
        await write.record('assessment.file', id, { kind: artifact.kind });
      });
    },

    async drop(acting: Acting, asker: Asker, id: string, file: string, allowed: (may: boolean) => void): Promise<void> {
      await store.change(acting, async ({ records }, write) => {
        const now = records.find((each) => each.id === id);
        if (!now || standingOf(asker, now) === null || !now.artifacts.some((each) => each.file?.id === file)) throw unknownAssessment();
        allowed(mayChange(asker, now));
        const artifacts = now.artifacts.map((each) => (each.file?.id === file ? { ...each, file: null } : each));
        await write.update({ ...now, artifacts, updatedAt: acting.at });
        await write.record('assessment.file', id, {});
      });
    },

    /** As the record tells it to the one who asks; the same answer where there is none, and where it is not theirs. @throws NotFoundError `assessments.unknown` */
    async open(scope: Scope, asker: Asker, id: string, file: string): Promise<OpenedFile> {
      const { record, standing } = await find(scope, asker, id);
      const told = seeFields(record, standing).artifacts.find((each) => each.file?.id === file)?.file;
      const object = told && (await store.findFile(scope, id, file));
      if (!told || !object) throw unknownAssessment();
      return { ...object, name: told.name, media: told.media };
    },
  };
}
