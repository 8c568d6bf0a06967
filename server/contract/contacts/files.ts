/** Contacts as files that leave the server: which formats there are, and what is asked of them. Rules: docs/contacts.md. */
import { z } from 'zod';
import { langQuery, line, scope } from '../groups/groups.ts';
import { contactsQuery } from './contacts.ts';

/** vCard 4.0 and 3.0, tables, addresses for a mail program, data. */
export const CONTACT_FORMATS = ['vcf', 'vcf3', 'csv', 'xlsx', 'txt', 'json'] as const;
export type ContactFormat = (typeof CONTACT_FORMATS)[number];
export const SHEET_KINDS = ['contact', 'sign-in'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];
/** `compact`: portrait, what is needed; `wide`: landscape, with addresses and phones. */
export const SHEET_LAYOUTS = ['compact', 'wide'] as const;
export type SheetLayout = (typeof SHEET_LAYOUTS)[number];

export const contactFileParams = z.object({ scope, format: z.enum(CONTACT_FORMATS) });
/** What is in the list, as for the list itself; `purpose`: what the file is for, kept with the record of the export. */
export const contactFileQuery = contactsQuery.extend({
  ...langQuery.shape,
  purpose: line(200).optional().describe('what the file is for; kept with the record of the export'),
});
export const contactSheetQuery = contactFileQuery.extend({
  kind: z.enum(SHEET_KINDS).default('contact'),
  layout: z.enum(SHEET_LAYOUTS).default('compact'),
  rows: z.coerce.number().int().min(0).max(100).default(10).describe('empty rows below the names of a sign-in sheet'),
});
