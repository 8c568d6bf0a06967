/** Routes of contacts as files, and of spreadsheets read into contacts. Whose fields are in a file is decided by who asks. */
import { answering, defineRoutes } from '../route.ts';
import { langQuery, scopeParams } from '../groups/groups.ts';
import { applyImportBody, importForm, importParams, importsAnswer } from '../sheets.ts';
import { contactFileParams, contactFileQuery, contactSheetQuery } from './files.ts';
import { contactImportAnswer, contactImportBody, invitePersonsAnswer, invitePersonsBody, type ContactImportAnswer } from './imports.ts';

const C = '/api/v1/countries/SLE';
const MANAGE = 'group.manage' as const;

export const contactFileRoutes = defineRoutes({
  exportContacts: {
    summary:
      'The list of contacts as a file: vCard 4.0 (`vcf`) or 3.0 (`vcf3`), CSV, XLSX, addresses for a mail program (`txt`), JSON. Only what the one who asks may see; it says for whom it is, until when it is valid and what is left out, and the number of persons is recorded. For people who are signed in',
    tag: 'contacts',
    params: contactFileParams,
    query: contactFileQuery,
    answer: { status: 200, media: 'application/octet-stream' },
    cache: 'private',
    example: `${C}/contacts/export.csv?group=wash-cluster`,
  },
  printContacts: {
    summary: 'The same as a page to print: a contact sheet, or a sign-in sheet with organisation and role filled in and empty rows below',
    tag: 'contacts',
    params: scopeParams,
    query: contactSheetQuery,
    answer: { status: 200, media: 'text/html' },
    cache: 'private',
    example: `${C}/contacts/sheet.html?group=wash-cluster&kind=sign-in`,
  },
  listContactImports: {
    summary: 'Spreadsheets that were read into contacts and are kept: open ones for thirty days, applied ones without their cells',
    tag: 'contacts',
    params: scopeParams,
    answer: { status: 200, schema: importsAnswer },
    cache: 'private',
    permission: MANAGE,
    example: `${C}/contacts/imports`,
  },
  readContactImport: {
    summary:
      'Reads a spreadsheet of contacts (multipart/form-data) into a plan: what its columns are taken for, who would be entered, what is in doubt. Changes nothing',
    tag: 'contacts',
    params: scopeParams,
    query: langQuery,
    form: importForm,
    answer: { status: 201, schema: answering<ContactImportAnswer>(contactImportAnswer) },
    cache: 'private',
    permission: MANAGE,
    example: `${C}/contacts/imports`,
  },
  getContactImport: {
    summary: 'The plan against the contacts as they are now; of an applied one its ledger',
    tag: 'contacts',
    params: importParams,
    query: langQuery,
    answer: { status: 200, schema: answering<ContactImportAnswer>(contactImportAnswer) },
    cache: 'private',
    permission: MANAGE,
    example: `${C}/contacts/imports/IMPORT`,
  },
  answerContactImport: {
    summary: 'Says what columns hold, answers doubts, leaves changes out',
    tag: 'contacts',
    params: importParams,
    query: langQuery,
    body: contactImportBody,
    answer: { status: 200, schema: answering<ContactImportAnswer>(contactImportAnswer) },
    cache: 'private',
    permission: MANAGE,
    example: `${C}/contacts/imports/IMPORT`,
  },
  applyContactImport: {
    summary: 'Enters the persons of the plan, all or none. They are shown to nobody until each has confirmed; nobody is written to',
    tag: 'contacts',
    params: importParams,
    query: langQuery,
    body: applyImportBody,
    answer: { status: 200, schema: answering<ContactImportAnswer>(contactImportAnswer) },
    cache: 'private',
    permission: MANAGE,
    example: `${C}/contacts/imports/IMPORT/apply`,
  },
  inviteContactImport: {
    summary: 'Once the sheet was applied: makes a personal link for each person who has not confirmed yet, to be passed on',
    tag: 'contacts',
    params: importParams,
    body: invitePersonsBody,
    answer: { status: 201, schema: invitePersonsAnswer },
    cache: 'private',
    permission: MANAGE,
    example: `${C}/contacts/imports/IMPORT/invitations`,
  },
  dropContactImport: {
    summary: 'Forgets a spreadsheet; who was entered stays',
    tag: 'contacts',
    params: importParams,
    answer: { status: 204, media: 'text/plain' },
    permission: MANAGE,
    example: `${C}/contacts/imports/IMPORT`,
  },
});
