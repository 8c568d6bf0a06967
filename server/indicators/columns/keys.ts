/** What columns beside the values say of a row: place, country, sector, category, phase, period. By tag, heading and cells. Pure. */
import type { IndicatorRole } from '../../contract/indicators/columns.ts';
import type { RoleReason } from '../../contract/columns.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { clause, type ClauseCode } from '../../words/clauses.ts';
import { sayClause } from '../../words/words.ts';
import type { ClauseValue } from '../../contract/clause.ts';
import { foldName } from '../../matching/fold.ts';
import type { Facts } from './facts.ts';
import type { Head } from './heads.ts';
import { ORIGIN, typeOf } from './words.ts';

export interface Candidate {
  role: IndicatorRole;
  reasons: RoleReason[];
}

export function why(code: ClauseCode, weight: number, params: Record<string, ClauseValue> = {}): RoleReason {
  const said = clause(code, params);
  return { text: sayClause(said, 'en') ?? '', clause: said, weight };
}

const word = (text: string, weight: number) => why('why.heading', weight, { word: text });

/** Headings of what a row is about; the first that fits. */
const PLAIN: [Exclude<IndicatorRole['is'], 'value' | 'pcode' | 'name' | 'ignore'>, RegExp][] = [
  [
    'country',
    /^(country|pays|pais|country iso ?3|iso ?3|iso3|location code|country code|country pcode|admin ?0|admin ?0 (pcode|p code|name|code)|adm0|adm0 (name|pcod\w*)|البلد)$/u,
  ],
  ['analysis', /^(date of analysis|analysis date|analysis|date de l analyse|reference label|exercise label|exercice|title)$/],
  ['type', /^(validity period|period type|periode de validite|chtype|type de periode|projection)$/],
  ['phase', /^(phase|ipc phase|phase ipc|fase)$/],
  ['start', /^((\w+ ){0,2}from|start|start date|date debut|debut|reference period start|desde|inicio)$/],
  ['end', /^((\w+ ){0,2}to|end|end date|date fin|fin|reference period end|hasta|ate)$/],
  ['sector', /^(cluster|sector|secteur|sector code|cluster code|sector cluster|cluster sector|grappe|setor|description|cluster name|sector name|القطاع)$/u],
  ['category', /^(category|categorie|categoria|disaggregation|desagregation)$/],
  ['groupName', /^(.*\b(population group|groupe de population|grupo de poblacion|grupo populacional|population type))$/],
  ['sex', /^(sex|gender|sexe|genre|sexo|genero|الجنس)$/u],
  ['ageRange', /^(age|age group|age range|groupe d age|tranche d age|edad|idade)$/],
  ['status', /^(population status|status of population|statut de population)$/],
  ['indicator', /^(indicator|indicateur|indicador|indicator name|indicator code|measure|المؤشر)$/u],
  ['year', /^(year|annee|ano|reference year|exercise year)$/],
];
const DATE = /\b(date|fecha|data de|تاريخ)\b/u;
/** When the file was made says nothing of the values. */
const OTHER_DATE = /\b(displacement|deplacement|desplazamiento|birth|naissance|arrival|arrivee|return|retour)\b/;
const SENT = /\b(updated?|reported|created|modified|submi\w+|uploaded)\b|updateddate/;

const TAGS: [RegExp, IndicatorRole][] = [
  [/^#country/, { is: 'country' }],
  [/^#sector|^#cluster/, { is: 'sector' }],
  [/^#indicator/, { is: 'indicator' }],
  [/^#date\+start/, { is: 'start' }],
  [/^#date\+end/, { is: 'end' }],
  [/^#date\+year/, { is: 'year' }],
  [/^#date(\+occurred|\+survey)?$/, { is: 'date' }],
  [/^#period\+v_ipc/, { is: 'type' }],
  [/^#severity\+v_ipc|^#severity\+phase/, { is: 'phase' }],
];

const PLACE_TAG = /^#adm([1-5])\b.*?\+(code|name|pcode)/;
const LEVEL_HEADING = /\badm(?:in)?\.? ?([1-5])/;
const CODE_WORD = /\b(p ?code\w*|pcod\w*|code\w*|codigo|cod)\b|pcode|الرمز/u;
const AREA = /\b(area|zone|zona|areas|location|localite|geographic area|unite d analyse)\b|المنطقه/u;
const LEVEL_N = /^(level|niveau|nivel) ?([1-5])$/;
/** Words that name a level of some country: which one is for the boundaries to tell. */
const PLACE_WORD =
  /\b(region|zone|woreda|province|provincia|prefecture|sous prefecture|souspref\w*|commune|cercle|district|distrito|departement|departamento|municipio|municipality|governorate|gouvernorat|state|estado|county|lga|territoire|locality|wilaya|oblast|raion|barangay|area|level|canton|parish|ward)\b|محافظه|مديريه|قضاء|ناحيه|ولايه|محليه/u;

/** Candidates of one column, before anything is weighed against other columns. */
export function keyCandidates(head: Head, hxl: string | null, facts: Facts): Candidate[] {
  const text = foldName(head.name.replaceAll('_', ' '));
  const candidates: Candidate[] = [];
  const add = (role: IndicatorRole, ...reasons: RoleReason[]) => candidates.push({ role, reasons });
  if (ORIGIN.test(text) || (hxl !== null && hxl.includes('+origin')))
    return [{ role: { is: 'ignore' }, reasons: [why('why.heading-other', 3, { word: head.name })] }];
  if (/total country population/.test(text)) return [{ role: { is: 'ignore' }, reasons: [why('why.heading-other', 3, { word: head.name })] }];
  places(head, hxl, facts, text, add);
  if (hxl !== null) for (const [pattern, role] of TAGS) if (pattern.test(hxl)) add(role, why('why.tag', 2.5, { tag: hxl }));
  const plain = PLAIN.find(([, words]) => words.test(text));
  if (plain) {
    const [is] = plain;
    const type = is === 'start' || is === 'end' ? typeOf(head.name) : null;
    const isDates = is !== 'start' && is !== 'end' ? true : facts.dates > 0 || facts.filled === 0;
    if (isDates) add(type ? { is: is as 'start', type } : ({ is } as IndicatorRole), word(head.name, 2));
  } else if (DATE.test(text) && !SENT.test(text) && !OTHER_DATE.test(text) && !(hxl !== null && SENT.test(hxl)) && facts.dates > 0.5)
    add({ is: 'date' }, word(head.name, 1), why('why.dates', 1, facts.told(facts.dates)));
  return candidates;
}

function places(head: Head, hxl: string | null, facts: Facts, text: string, add: (role: IndicatorRole, ...reasons: RoleReason[]) => void): void {
  const tag = hxl === null ? null : PLACE_TAG.exec(hxl);
  if (tag) {
    const level = Number(tag[1]) as AdminLevel;
    add({ is: tag[2] === 'name' ? 'name' : 'pcode', level }, why('why.tag', 2.5, { tag: hxl! }));
  }
  const said = LEVEL_HEADING.exec(text)?.[1] ?? LEVEL_N.exec(text)?.[2];
  const isCode = CODE_WORD.test(text) || /p[-_ ]?code/i.test(head.name);
  const codes = best(facts.codes);
  const names = best(facts.names);
  if (isCode && codes)
    add({ is: 'pcode', level: codes.level }, word(head.name, 1), why('why.codes-of', 2 * codes.share, { ...facts.told(codes.share), level: codes.level }));
  else if (codes && codes.share > 0.5 && facts.numbers < 0.9)
    add({ is: 'pcode', level: codes.level }, why('why.codes-of', 1.8 * codes.share, { ...facts.told(codes.share), level: codes.level }));
  if (said !== undefined && !(said && isCode && codes)) {
    const level = Number(said) as AdminLevel;
    add({ is: isCode ? 'pcode' : 'name', level }, word(head.name, 2));
  } else if (isCode && !codes && facts.codeLike > 0.6)
    add({ is: 'pcode', level: null }, word(head.name, 1), why('why.codes', facts.codeLike, facts.told(facts.codeLike)));
  if (said !== undefined || isCode) return;
  const isPlace = PLACE_WORD.test(text) || AREA.test(text);
  if (names && (isPlace || names.share > 0.6))
    add(
      { is: 'name', level: names.level },
      ...(isPlace ? [word(head.name, 1)] : []),
      why('why.names-of', (isPlace ? 2 : 1.8) * names.share, { ...facts.told(names.share), level: names.level }),
    );
  else if (isPlace && facts.texts > 0.6) add({ is: 'name', level: null }, word(head.name, AREA.test(text) ? 2 : 1));
}

function best(shares: readonly { level: AdminLevel; share: number }[]): { level: AdminLevel; share: number } | undefined {
  const [first] = shares.toSorted((a, b) => b.share - a.share || a.level - b.level);
  return first && first.share > 0.1 ? first : undefined;
}
