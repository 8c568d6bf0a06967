/** Where signing in leads. Pure. */
import { mayAnywhere } from '../../kit/may.ts';
import type { User } from '../../kit/work.ts';

/** Only a path of this site: an address in a link must not lead a signed-in person elsewhere. */
function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/upload';
}

/** Where somebody goes who has signed in: to where they came from. Who may not upload has nothing to do on the page of uploads, and goes home. */
export function landingOf(next: string | null, user: Pick<User, 'permissions'> | null): string {
  const asked = safeNext(next);
  return user && !mayAnywhere(user, 'upload.create') && /^\/upload(?![\w-])/.test(asked) ? '/' : asked;
}
