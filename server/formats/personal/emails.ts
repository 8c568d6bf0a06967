/** E-mail addresses in texts of any size, and which of them are of persons: boxes of offices and groups belong to nobody. Pure; work is bounded by the signs. */
import { countryName } from '../../matching/countries.ts';
import type { Iso3 } from '../../contract/ids.ts';

/** Looks around each `@`, so that a text of any shape costs as much as its length. RFC 5321, 4.5.3.1: 64 signs before it, 255 after. */
const LOCAL = /[\p{L}\p{N}][\p{L}\p{N}._%+'-]*$/u;
const DOMAIN = /^(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+\p{L}{2,24}/u;
const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;
/** More say nothing new: they are counted up to here, and so many signs are looked around. */
const MOST = 100_000;
const LOOKS = 1_000_000;

interface Address {
  from: number;
  to: number;
  text: string;
}

function locate(text: string): Address[] {
  const found: Address[] = [];
  let last = 0;
  let looks = 0;
  for (let at = text.indexOf('@'); at >= 0 && found.length < MOST && looks++ < LOOKS; at = text.indexOf('@', at + 1)) {
    const local = LOCAL.exec(text.slice(Math.max(last, at - MAX_LOCAL), at))?.[0];
    if (local === undefined) continue;
    const domain = DOMAIN.exec(text.slice(at + 1, at + 1 + MAX_DOMAIN))?.[0];
    if (domain === undefined) continue;
    last = at + 1 + domain.length;
    found.push({ from: at - local.length, to: last, text: `${local}@${domain}` });
  }
  return found;
}

/** Work that an office or a group does, and what such a box is called. */
const ROLES = new Set(
  'info infos contact contacts contacto office admin administration secretariat secretaria secretariado support help helpdesk hello mail email enquiries inquiries feedback press media webmaster postmaster noreply reply hr jobs procurement imwg iwg wg cluster clusters subcluster sector groupe group grupo coordination coordinacion coordenacao coordinator coordinador coordinateur coordo imo im imu ims imwg aap gis sig data donnees datos hdx report reports reporting rapportage cod fiscal abuse security ocha hct iccg icct isc iscg aor taskforce tf hub team unit desk dashboard assessments assessment aawg awg cwg ctp focal chair cochair lead colead'.split(
    ' ',
  ),
);
/** What such a box is about: enough of itself. */
const SECTORS = new Set(
  'wash health sante salud saude nutrition nutricion nutricao education educacion educacao protection proteccion protecao shelter abris alojamiento abrigo food foodsecurity fsc fsl fss foodsec logistics logistique log cccm gbv vbg cp childprotection mineaction earlyrecovery etc nfi cash cva'.split(
    ' ',
  ),
);
/** Who runs such a box, beside a word of the above. */
const OFFICES = new Set('un unocha ocha unicef wfp pam fao who oms unhcr acnur hcr iom oim undp unfpa unmas ifrc icrc global national regional'.split(' '));

const isCountry = (word: string): boolean => /^[a-z]{3}$/.test(word) && countryName(word.toUpperCase() as Iso3, 'en') !== word.toUpperCase();

/** `info@`, `imwg-mali@`, `wash.cluster.som@`: one of whose words is a role or a sector and all others say of what; or a role and one word, which is a place. */
function isFunctional(address: string): boolean {
  const words = address
    .slice(0, address.indexOf('@'))
    .toLowerCase()
    .replace(/^no-?reply/, 'noreply')
    .split(/[._+-]+|(?<=\D)(?=\d)|(?<=\d)(?=\D)/)
    .filter(Boolean);
  if (words.length === 0) return false;
  const says = (word: string) => ROLES.has(word) || SECTORS.has(word);
  if (!words.some(says)) return false;
  if (words.every((word) => says(word) || OFFICES.has(word) || /^\d+$/.test(word) || isCountry(word))) return true;
  return words.length === 2 && ROLES.has(words[0]!) && /^[a-z]{2,12}$/.test(words[1]!);
}

/** Addresses of persons in a text. Only the first `length` signs are looked at. */
export type FindEmails = (text: string, length?: number) => string[];

/** @param boxes addresses that belong to groups, in lower case: nobody's, whatever they are called */
export const emailsBut =
  (boxes: ReadonlySet<string>): FindEmails =>
  (text, length = 100_000) =>
    text.includes('@')
      ? locate(text.length > length ? text.slice(0, length) : text).flatMap(({ text: address }) =>
          isFunctional(address) || boxes.has(address.toLowerCase()) ? [] : [address],
        )
      : [];

export const findEmails: FindEmails = emailsBut(new Set());

/** A text without those addresses. */
export function withoutEmails(text: string, find: FindEmails = findEmails): string {
  if (!text.includes('@')) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, text: address } of locate(text)) {
    pieces.push(text.slice(at, from), find(address).length > 0 ? '***' : address);
    at = to;
  }
  return `${pieces.join('')}${text.slice(at)}`;
}
