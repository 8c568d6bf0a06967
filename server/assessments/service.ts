/** The registry of assessments of countries: what is told of it, what is changed in it, files read into it and written of it. Who may what is asked by the routes. */
import type { Scope } from '../contract/groups/groups.ts';
import { hashOf, secretText } from '../people/secrets.ts';
import { UnauthorizedError, NotFoundError, TooManyError } from '../errors.ts';
import type { Acting } from '../groups/deps.ts';
import { problemText } from '../words/problems.ts';
import { createAnswers } from './answers.ts';
import { createChanges } from './change.ts';
import type { AssessmentDeps } from './deps.ts';
import { createImporting } from './importing.ts';
import { createFiles } from './kept/files.ts';
import { createNews } from './news.ts';

export type Assessments = ReturnType<typeof createAssessments>;

/** Through one link in an hour; an office enters some a day. */
const MOST_AN_HOUR = 60;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** All of it. Refusals say what is wrong and leave everything as it was: NotFoundError, ConflictError and InputError `assessments.…`. */
export function createAssessments(deps: AssessmentDeps) {
  const { store, outside, now, newId } = deps;
  const answers = createAnswers(deps);
  const inner = { ...deps, answers };
  /** By link: when the last ones came. Of one process, since it only slows down who floods. */
  const recent = new Map<string, number[]>();

  /** The id of the link of a secret, for this scope. @throws UnauthorizedError `assessments.link` */
  async function findLink(scope: Scope, secret: string | undefined): Promise<string> {
    const found = secret === undefined ? undefined : await store.findLink(hashOf(secret));
    const isOpen = found && found.scope === (scope as string) && found.revoked_at === null && found.expires_at > now().toISOString();
    if (!isOpen) throw new UnauthorizedError('assessments.link', problemText('assessments.link'));
    return found.id;
  }

  return {
    answers,
    changes: createChanges(inner),
    importing: createImporting(inner),
    files: createFiles(inner),
    news: createNews(deps, answers),
    readStructure: (scope: Scope) => outside.readStructure(scope),

    listLinks: (scope: Scope) => store.listLinks(scope),
    /** The secret is told this once; its hash is kept. */
    async createLink(acting: Acting, { label, days }: { label: string; days: number }) {
      const [id, secret] = [newId(), secretText()];
      const expiresAt = new Date(Date.parse(acting.at) + days * DAY_MS).toISOString();
      await store.change(acting, async (_, write) => {
        await write.insertLink({ id, hash: hashOf(secret), label, expires_at: expiresAt });
        await write.record('assessment.link', id, { days });
      });
      return { id, secret, expiresAt };
    },
    /** @throws NotFoundError `assessments.unknown` */
    async revokeLink(acting: Acting, id: string): Promise<void> {
      const isThere = await store.change(acting, (_, write) => write.revokeLink(id));
      if (!isThere) throw new NotFoundError('assessments.unknown', problemText('assessments.unknown'));
    },
    findLink,
    /** The link of a secret, for this scope, that is used now. @throws UnauthorizedError `assessments.link`, TooManyError `assessments.too-often` */
    async openLink(scope: Scope, secret: string | undefined): Promise<string> {
      const id = await findLink(scope, secret);
      const since = now().getTime() - HOUR_MS;
      const own = (recent.get(id) ?? []).filter((at) => at > since);
      if (own.length >= MOST_AN_HOUR) throw new TooManyError('assessments.too-often', problemText('assessments.too-often'));
      recent.set(id, [...own, now().getTime()]);
      return id;
    },
  };
}
