/** Contact sheet and sign-in sheet: one page of HTML, printed by the browser; no script, nothing loaded from elsewhere. */
import type { Card } from '../../contract/contacts/contacts.ts';
import type { SheetKind, SheetLayout } from '../../contract/contacts/files.ts';
import { themedRoot } from '../../contract/maps/palette.ts';
import { escapeXml } from '../../formats/text/escape.ts';
import { languageOf, say, type WordId } from '../../words/words.ts';
import { entriesOf, namesOf, noticeSentences, roleText, type CardFile, type Names } from './file.ts';

export interface SheetOptions {
  kind: SheetKind;
  layout: SheetLayout;
  /** Empty rows below the names of a sign-in sheet. */
  rows: number;
}

interface Column {
  heading: WordId;
  /** HTML of a cell; `turn` from 1. */
  cell: (card: Card, turn: number) => string;
  /** Of its class in the style: how wide it is. */
  width: string;
}

const own = (text: string): string => (text === '' ? '' : `<bdi>${escapeXml(text)}</bdi>`);
/** Addresses and numbers run from the left in every language; an address may break before its host. */
const ltr = (text: string): string => `<bdi dir="ltr">${escapeXml(text).replace('@', '<wbr>@')}</bdi>`;
const lines = (parts: readonly string[]): string => parts.filter(Boolean).map((part) => `<div>${part}</div>`).join(''); // prettier-ignore

function columnsOf({ group, lang }: CardFile, names: Names, { kind, layout }: SheetOptions): Column[] {
  const roles = ({ roles: held }: Card) =>
    lines(held.filter((role) => group === null || role.group === group).map((role) => own(group === null ? `${roleText(role, lang)}, ${names.shortGroup(role.group)}` : roleText(role, lang)))); // prettier-ignore
  const emails = (card: Card) => lines(entriesOf(card, 'email').map(({ value }) => ltr(value)));
  const phones = (card: Card) => lines(entriesOf(card, 'phone').map(({ value }) => ltr(value)));
  const messengers = (card: Card) => lines(entriesOf(card, 'messenger').map(({ service, value }) => `${service === null ? '' : `${own(service)} `}${ltr(value)}`)); // prettier-ignore
  const number: Column = { heading: 'contactFile.col.number', width: 'no', cell: (_, turn) => String(turn) };
  const name: Column = { heading: 'contactFile.col.name', width: 'name', cell: (card) => `<b>${own(card.name)}</b>` };
  const titled: Column = { ...name, cell: (card) => lines([`<b>${own(card.name)}</b>`, own(card.jobTitle ?? '')]) };
  const title: Column = { heading: 'contactFile.col.jobTitle', width: 'text', cell: ({ jobTitle }) => own(jobTitle ?? '') };
  const organisation: Column = { heading: 'contactFile.col.organisation', width: 'text', cell: (card) => own(names.organisation(card.organisation)) };
  const role: Column = { heading: 'contactFile.col.roles', width: 'text', cell: roles };
  const station: Column = { heading: 'contactFile.col.dutyStation', width: 'text', cell: ({ dutyStation }) => own(dutyStation?.name ?? '') };
  const email: Column = { heading: 'contactFile.col.email', width: 'address', cell: emails };
  const phone: Column = { heading: 'contactFile.col.phone', width: 'phone', cell: phones };
  const more: Column = { heading: 'contactFile.col.messengers', width: 'phone', cell: messengers };
  const signature: Column = { heading: 'contactFile.col.signature', width: 'sign', cell: () => '' };
  if (kind === 'sign-in')
    return layout === 'wide' ? [number, name, organisation, role, email, phone, signature] : [number, name, organisation, role, signature];
  return layout === 'wide' ? [number, name, title, organisation, role, station, email, phone, more] : [titled, organisation, role, email, phone];
}

/** The page. At its foot, on every sheet of paper: for whom, when, until when, and what is left out. */
export function writeContactSheet(file: CardFile, options: SheetOptions): string {
  const { lang, name, cards } = file;
  const { kind, layout, rows } = options;
  const columns = columnsOf(file, namesOf(file), options);
  const heading = say(lang, kind === 'sign-in' ? 'contactFile.sheet.signIn' : 'contactFile.sheet.contact');
  const head = columns.map(({ heading: id, width }) => `<th scope="col" class="${width}">${say(lang, id)}</th>`).join('');
  const body = cards.map((card, i) => `<tr>${columns.map(({ cell, width }) => `<td class="${width}">${cell(card, i + 1)}</td>`).join('')}</tr>`).join('\n');
  const blank = (turn: number) => `<tr>${columns.map(({ heading: id }) => `<td>${id === 'contactFile.col.number' ? turn : ''}</td>`).join('')}</tr>`;
  const guests = kind === 'sign-in' && rows > 0
    ? `<tbody><tr><td class="guests" colspan="${columns.length}">${say(lang, 'contactFile.sheet.guests')}</td></tr>${Array.from({ length: rows }, (_, i) => blank(cards.length + i + 1)).join('')}</tbody>`
    : ''; // prettier-ignore
  const blanks = (['contactFile.sheet.meeting', 'contactFile.sheet.date', 'contactFile.sheet.place'] as const).map((id) => `<div>${say(lang, id)}</div>`).join(''); // prettier-ignore
  return `<!doctype html>
<html lang="${lang}" dir="${languageOf(lang).direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer"><title>${heading}</title><style>${STYLE}@page{size:A4 ${layout === 'wide' ? 'landscape' : 'portrait'};margin:12mm}</style></head>
<body class="${kind} ${layout}">
<header><p>${heading}</p><h1>${own(name)}</h1>${kind === 'sign-in' ? `<div class="meeting">${blanks}</div>` : ''}</header>
<main tabindex="0" aria-label="${heading}"><table><thead><tr>${head}</tr></thead>
<tfoot><tr><td colspan="${columns.length}">${noticeSentences(file).map(escapeXml).join(' ')}</td></tr></tfoot>
<tbody>
${body}
</tbody>${guests}</table></main>
</body></html>
`;
}

/** Nothing but its own style; nobody frames it. */
export const SHEET_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const STYLE = `${themedRoot(['surface', 'ink', 'ink2', 'rule', 'accent'])}
*{box-sizing:border-box}body{margin:0 auto;max-width:62rem;padding:1.25rem;font:.95rem/1.45 "Noto Sans","Noto Sans Arabic",system-ui,sans-serif;color:var(--ink);background:var(--surface)}body.wide{max-width:90rem}
header p{margin:0;color:var(--ink-2)}h1{margin:0 0 .8rem;font-size:1.4rem;line-height:1.25}
.meeting{display:flex;flex-wrap:wrap;gap:1rem 1.5rem;margin:0 0 1.2rem}.meeting div{flex:1 1 11rem;padding-block-end:.1rem;border-block-end:1px solid var(--ink-2);min-block-size:2rem}
main{overflow-x:auto}main:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{padding:.35rem .5rem;text-align:start;vertical-align:top;border:1px solid var(--rule)}th{vertical-align:bottom;font-size:.85rem;color:var(--ink-2);border-block-end:2px solid var(--ink-2)}
tbody tr{break-inside:avoid}.no{inline-size:2.6rem}.name{min-inline-size:9rem}.text{min-inline-size:7rem}.address{min-inline-size:9rem}.phone{min-inline-size:8rem}.sign{min-inline-size:10rem;inline-size:22%}
.sign-in tbody td{block-size:2.6rem}.sign-in td.guests{block-size:auto;color:var(--ink-2);border-inline:0}td{overflow-wrap:break-word}td.phone bdi{white-space:nowrap}
tfoot td{border:0;padding-block-start:.8rem;font-size:.8rem;color:var(--ink-2)}
@media print{body,body.wide{max-width:none;padding:0;font-size:9pt}main{overflow:visible}thead{display:table-header-group}tfoot{display:table-footer-group}th,td{padding:1mm 1.5mm}.name,.text,.address,.phone,.sign{min-inline-size:0}.sign-in tbody td{block-size:9mm}.sign-in td.guests{block-size:auto}}`;
