/** The part of the API that changes things: signing in, uploads, drafts. Each function says one request. */
import type { Api } from './api.ts';
import type { VersionAnswer } from '../../server/contract/datasets/api.ts';
import type { JobStatus } from '../../server/contract/datasets/dataset.ts';
import type { ExceptionBody, ExceptionsAnswer, MetadataBody, UploadAbout } from '../../server/contract/datasets/drafts.ts';
import type { Finding, ValidationReport } from '../../server/contract/finding.ts';
import type {
  InviteAnswer,
  KeysAnswer,
  KeyScope,
  Member,
  MembersAnswer,
  NewInviteAnswer,
  NewKeyAnswer,
  Role,
  SessionAnswer,
} from '../../server/contract/people/people.ts';

export type User = NonNullable<SessionAnswer['user']>;
export type ShownFinding = Finding & { title: string };
export type ShownResult = Omit<ValidationReport['results'][number], 'findings'> & { findings: ShownFinding[] };
export type ShownReport = Omit<ValidationReport, 'results'> & { results: ShownResult[] };

export type Work = ReturnType<typeof createWork>;

export function createWork(api: Pick<Api, 'request'>) {
  const send = <T>(method: string, path: string, body?: unknown) =>
    api.request<T>(`/api/v1${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  const version = (id: string, tag: string) => `/datasets/${id}/versions/${tag}`;
  return {
    getSession: async (): Promise<User | null> => (await api.request<SessionAnswer>('/api/v1/session')).user,
    signIn: async (email: string, password: string) => (await send<SessionAnswer>('POST', '/session', { email, password })).user,
    changePassword: (current: string, password: string) => send<SessionAnswer>('PUT', '/session/password', { current, password }),
    signOut: () => send<SessionAnswer>('DELETE', '/session'),
    getInvite: (token: string) => api.request<InviteAnswer>(`/api/v1/invites/${token}`),
    join: (token: string, person: { name: string; email: string; password: string }) => send<SessionAnswer>('POST', `/invites/${token}`, person),

    getMembers: () => api.request<MembersAnswer>('/api/v1/members'),
    setRole: (id: string, role: Role) => send<Member>('PATCH', `/members/${id}`, { role }),
    removeMember: (id: string) => send<void>('DELETE', `/members/${id}`),
    invite: (role: Role, email: string) => send<NewInviteAnswer>('POST', '/members/invites', { role, ...(email ? { email } : {}) }),
    deleteInvite: (id: string) => send<void>('DELETE', `/members/invites/${id}`),
    getKeys: () => api.request<KeysAnswer>('/api/v1/keys'),
    createKey: (name: string, scopes: KeyScope[]) => send<NewKeyAnswer>('POST', '/keys', { name, scopes }),
    deleteKey: (id: string) => send<void>('DELETE', `/keys/${id}`),

    startUpload: (files: { id: string; name: string }[], about: UploadAbout) => send<JobStatus>('POST', '/uploads', { files, ...about }),
    answerJob: (id: string, answer: { encoding?: string; crs?: string }) => send<JobStatus>('POST', `/jobs/${id}/answers`, answer),
    cancelJob: (id: string) => send<JobStatus>('DELETE', `/jobs/${id}`),

    getReport: (id: string, tag: string, lang: string, signal: AbortSignal) =>
      api.request<ShownReport>(`/api/v1${version(id, tag)}/report?lang=${lang}`, { signal }),
    getExceptions: (id: string) => api.request<ExceptionsAnswer>(`/api/v1/datasets/${id}/exceptions`),
    acceptFindings: (id: string, tag: string, body: ExceptionBody) => send<VersionAnswer>('POST', `${version(id, tag)}/exceptions`, body),
    undoException: (id: string, exception: string) => send<ExceptionsAnswer>('DELETE', `/datasets/${id}/exceptions/${exception}`),
    changeMetadata: (id: string, tag: string, change: MetadataBody) => send<VersionAnswer>('PATCH', version(id, tag), change),
    publish: (id: string, tag: string, reason: string) => send<VersionAnswer>('POST', `${version(id, tag)}/publish`, reason ? { reason } : {}),
    withdraw: (id: string, tag: string, reason: string) => send<VersionAnswer>('POST', `${version(id, tag)}/withdraw`, { reason }),
  };
}
