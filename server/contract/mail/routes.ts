/** Routes of messages: what is due, and the text of one to pass on. */
import { scopeParams } from '../groups/groups.ts';
import { defineRoutes } from '../route.ts';
import { mailParams, mailsAnswer, mailTextAnswer, mailTextBody } from './mail.ts';

const MAILS = '/api/v1/countries/SLE/mails';
const MANAGE = 'group.manage' as const;

export const mailRoutes = defineRoutes({
  listMails: {
    summary: 'Messages that are due to people of groups in which one may approve, and what became of each',
    tag: 'contacts',
    params: scopeParams,
    answer: { status: 200, schema: mailsAnswer },
    cache: 'private',
    permission: MANAGE,
    example: MAILS,
  },
  writeMail: {
    summary: 'The text of one of them with its link, to be passed on by whoever asks',
    tag: 'contacts',
    params: mailParams,
    body: mailTextBody,
    answer: { status: 201, schema: mailTextAnswer },
    cache: 'private',
    permission: MANAGE,
    example: `${MAILS}/MAIL/text`,
  },
});
