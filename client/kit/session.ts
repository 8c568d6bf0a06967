/** Who is at work, before anything is asked that only members are answered: a refusal would stand in the browser's console as an error. */
import { ApiProblem, type Api } from './api.ts';

/** @throws ApiProblem 401, as the server would refuse, where nobody is signed in */
export async function requireUser({ call }: Pick<Api, 'call'>, signal: AbortSignal): Promise<void> {
  const { user } = await call('getSession', { signal });
  if (!user) throw new ApiProblem({ type: '/problems/auth.required', title: '', status: 401, detail: '', instance: '' });
}
