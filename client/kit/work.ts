/** The part of the API that changes things: signing in, uploads, drafts. Each function says one request. */
import type { Api } from './api.ts';
import type { PublishBody, RollbackBody } from '../../server/contract/datasets/api.ts';
import type { Lang } from '../../server/contract/languages.ts';
import type { ExceptionBody, MetadataBody, UploadAbout } from '../../server/contract/datasets/drafts.ts';
import type { PersonalAnswer } from '../../server/contract/uploads/personal.ts';
import type { BoundaryLayerAnswer } from '../../server/contract/boundaries/columns.ts';
import type { ColumnAnswer } from '../../server/contract/columns.ts';
import type { KeyScope, OwnAppointment, Role, SessionAnswer } from '../../server/contract/people/people.ts';

export type User = NonNullable<SessionAnswer['user']>;
/** A role in a group, before the server has read it. */
export type InvitedTo = { scope: string; group: string; role: OwnAppointment['role'] };
export type Work = ReturnType<typeof createWork>;

export function createWork({ call }: Pick<Api, 'call'>) {
  return {
    getSession: async (): Promise<User | null> => (await call('getSession')).user,
    signIn: (email: string, password: string) => call('signIn', { body: { email, password } }),
    giveCode: (code: string) => call('passSecondFactor', { body: { code } }),
    getSecondFactor: () => call('getSecondFactor'),
    setUpSecondFactor: (current: string) => call('setUpSecondFactor', { body: { current } }),
    confirmSecondFactor: (code: string) => call('confirmSecondFactor', { body: { code } }),
    endSecondFactor: (current: string) => call('endSecondFactor', { body: { current } }),
    renewBackupCodes: (current: string) => call('renewBackupCodes', { body: { current } }),
    changePassword: (current: string, password: string) => call('changePassword', { body: { current, password } }),
    signOut: () => call('signOut'),
    getInvite: (token: string) => call('getInvite', { params: { token } }),
    join: (token: string, person: { name: string; email: string; password: string }) => call('join', { params: { token }, body: person }),

    getMembers: () => call('listMembers'),
    setRole: (id: string, role: Role) => call('changeMember', { params: { id }, body: { role } }),
    resetSecondFactor: (id: string) => call('resetSecondFactor', { params: { id } }),
    getNotices: async () => (await call('listNotices')).notices,
    removeMember: (id: string) => call('removeMember', { params: { id } }),
    invite: (role: Role, appointment: InvitedTo | null, email: string) =>
      call('invite', { body: { role, ...(appointment ? { appointment } : {}), ...(email ? { email } : {}) } }),
    appoint: (id: string, given: InvitedTo & { start: string | null; end: string | null }) => call('appointMember', { params: { id }, body: given }),
    endAppointment: (id: string, appointment: string) => call('endMemberAppointment', { params: { id, appointment } }),
    deleteInvite: (id: string) => call('deleteInvite', { params: { id } }),
    getKeys: () => call('listKeys'),
    createKey: (name: string, scopes: KeyScope[]) => call('createKey', { body: { name, scopes } }),
    deleteKey: (id: string) => call('deleteKey', { params: { id } }),

    startUpload: (files: { id: string; name: string }[], about: UploadAbout) => call('startUpload', { body: { files, ...about } }),
    answerJob: (
      id: string,
      answer: { encoding?: string; crs?: string; columns?: ColumnAnswer<unknown>[]; layers?: BoundaryLayerAnswer[]; personal?: PersonalAnswer },
    ) => call('answerJob', { params: { id }, body: answer }),
    getWork: (signal: AbortSignal) => call('getWork', { signal }),
    cancelJob: (id: string) => call('cancelJob', { params: { id } }),

    getReport: (id: string, version: string, lang: Lang, signal: AbortSignal) => call('getReport', { params: { id, version }, query: { lang }, signal }),
    getExceptions: (id: string) => call('listExceptions', { params: { id } }),
    acceptFindings: (id: string, version: string, body: ExceptionBody) => call('acceptFindings', { params: { id, version }, body }),
    undoException: (id: string, exception: string) => call('undoException', { params: { id, exception } }),
    changeMetadata: (id: string, version: string, body: MetadataBody) => call('changeMetadata', { params: { id, version }, body }),
    correctMetadata: (id: string, version: string, body: MetadataBody) => call('correctMetadata', { params: { id, version }, body }),
    publish: (id: string, version: string, reason: string, called: Omit<PublishBody, 'reason'> = {}) =>
      call('publishVersion', { params: { id, version }, body: { ...called, ...(reason ? { reason } : {}) } }),
    previewRollback: (id: string, version: string) => call('previewRollback', { params: { id, version } }),
    rollBack: (id: string, version: string, body: RollbackBody) => call('rollBackVersion', { params: { id, version }, body }),
    discard: (id: string, version: string) => call('discardVersion', { params: { id, version } }),
    withdraw: (id: string, version: string, reason: string) => call('withdrawVersion', { params: { id, version }, body: { reason } }),
  };
}
