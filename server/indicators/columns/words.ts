/** What headings and tags of values say: of what, of whom, in which phase, when. Words of five languages, folded. Pure. */
import type { ObservationType, Phase, PopulationStatus } from '../../contract/indicators/terms.ts';
import { foldName } from '../../matching/fold.ts';

/** Whole words, or beginnings where the pattern ends in `*`. */
const has = (text: string, words: RegExp): string | undefined => words.exec(text)?.[0];

const STATUS: [PopulationStatus, RegExp][] = [
  ['TGT', /\b(target(ed|s)?|cibles?|ciblee?s?|meta|metas|objetivo|previst[ao]s?|visad[ao]s?|alvo|planned reach)\b|مستهدف/u],
  ['REA', /\b(reach(ed)?|atteint(e?s)?|alcanzad[ao]s?|atendid[ao]s?|alcancad[ao]s?|assisted|assistees?)\b|الوصول/u],
  ['AFF', /\b(affected|affectee?s?|touchee?s?|afectad[ao]s?|afetad[ao]s?)\b|متضرر/u],
  ['INN', /\b(pin|pins|in need|inneed|people in need|dans le besoin|besoin|en besoin|necesidad|con necesidades|pen|necessitad[ao]s?|em necessidade)\b|محتاج/u],
];
const POPULATION = /\b(populat\w*|poblacion|populacao|habitants?|total country population)\b|السكان/u;
const SEVERITY = /\b(severity|severite|severidad|severidade|gravite|gravedad|gravidade)\b|شده/u;
const PRIORITY = /\b(priority|priorite|prioridad|prioridade)\b/u;
const IDP = /\b(idps?|pdis?|deplacee?s? internes?|deplacee?s?|desplazad[ao]s?|deslocad[ao]s?|internally displaced)\b|نازح/u;
const RETURNEES = /\b(ret|returnees?|returnee|retournee?s?|retornad[ao]s?|rapatriee?s?)\b|عائد/u;
const REFUGEES = /\b(refugees?|refugiee?s?|refugiad[ao]s?|asylum seekers?)\b|لاجي/u;
const ABROAD = /\b(abroad|etranger|exterior)\b/u;
const HOUSEHOLDS = /\b(hh|hhs|households?|menages?|hogares|familias?|agregados)\b|اسر/u;
const INDIVIDUALS = /\b(ind|individuals?|individus?|personnes?|personas|pessoas|people)\b/u;
const ALL = /\b(final|overall|total|totals|intersector\w*|inter sector\w*|intersectoriel\w*|multisector\w*|all|ensemble|general figures?|joint)\b/u;
const FIRST =
  /\b(first projection|projection 1|projected 1|1st projection|proj 1|premiere projection|projetee? 1|primera proyeccion|primeira projecao|projected|projetee?)\b/u;
const SECOND = /\b(second projection|projection 2|projected 2|2nd projection|proj 2|deuxieme projection|segunda proyeccion|segunda projecao)\b/u;
const CURRENT = /\b(current|courante?|actuelle?|actual|atual)\b/u;
const SHARE = /\b(percentage|percent|pourcentage|porcentaje|percentagem|share|pct)\b/u;
/** Where people came from is no place that the values are of. */
export const ORIGIN = /\b(origin|origine|origen|origem|provenance|previous)\b/u;

export interface ValueWords {
  /** Code of a concept. */
  concept: string;
  status: PopulationStatus;
  phase?: Phase;
  type?: ObservationType;
  group?: string;
  /** The words that say so. */
  word: string;
  /** How much of it the text says. */
  weight: number;
}

export function phaseOf(raw: string): Phase | null {
  const text = raw.toLowerCase();
  if (/^\s*all\s*$|^tou(te)?s$|^total$/.test(text)) return 'all';
  const found = /(?:phase|fase)[\s_-]*(3\s*\+|3\s*[-–a]\s*5|35|[1-5])(?!\d)/.exec(text) ?? /^\s*(3\s*\+|35|[1-5])\s*$/.exec(text);
  if (!found) return null;
  const said = found[1]!.replace(/\s/g, '');
  return said.length === 1 ? (said as Phase) : '3+';
}

export function typeOf(raw: string): ObservationType | null {
  const text = foldName(raw);
  if (SECOND.test(text)) return 'projected2';
  if (FIRST.test(text)) return 'projected1';
  if (CURRENT.test(text)) return 'observed';
  if (/\b(baseline|ligne de base|linea de base|linha de base)\b/.test(text)) return 'baseline';
  if (/^(target|cible|meta)$/.test(text)) return 'target';
  return null;
}

export function statusOf(raw: string): PopulationStatus | null {
  const text = foldName(raw);
  const [found] = STATUS.flatMap(([status, words]) => (words.test(text) ? [status] : []));
  if (found) return found;
  return POPULATION.test(text) || text === 'all' ? 'all' : null;
}

const saysAll = (raw: string): boolean => ALL.test(foldName(raw));
export { saysAll };

const people = (concept: string, text: string, word: string, status: PopulationStatus = 'all'): ValueWords => ({
  concept: HOUSEHOLDS.test(text) && !INDIVIDUALS.test(text) ? `${concept}-HH` : concept,
  status,
  word,
  weight: 2,
});

/** By its texts, the nearest first: what a column of values holds. null where none says. */
export function readValueWords(texts: readonly string[]): ValueWords | null {
  const [own = ''] = texts;
  const type = typeOf(texts.join(' '));
  if (/\b(phase ?class\w*|(overall|area) phase|ipc class\w*)\b/.test(foldName(own.replaceAll('_', ' '))))
    return { concept: 'IPC-PHASE', status: 'all', word: own, weight: 2, ...(type ? { type } : {}) };
  const phase = /phase|fase/i.test(own) ? phaseOf(own) : null;
  const more = type ? { type } : {};
  if (phase) return { concept: SHARE.test(foldName(own)) || own.includes('%') ? 'IPC-SHARE' : 'IPC', status: 'all', phase, word: own, weight: 2, ...more };
  if (/analy[sz]ed|analysee/.test(foldName(own)) && POPULATION.test(foldName(own)))
    return { concept: 'IPC', status: 'all', phase: 'all', word: own, weight: 2, ...more };
  for (const raw of texts) {
    const text = foldName(raw.replaceAll('_', ' '));
    const severity = has(text, SEVERITY);
    if (severity) return { concept: 'SEVERITY', status: 'all', word: severity, weight: 2 };
    const displaced = has(text, IDP);
    const returned = has(text, RETURNEES);
    // "Ret_IDP": those who were displaced and came back.
    if (returned) return { ...people(ABROAD.test(text) ? 'RETURNEES-ABROAD' : 'RETURNEES', text, returned), ...(displaced ? { group: 'IDP' } : {}) };
    if (displaced) return people('IDP', text, displaced);
    const status = STATUS.flatMap(([is, words]) => (words.test(text) ? [{ is, word: has(text, words)! }] : []))[0];
    if (status) return { concept: 'PEOPLE', status: status.is, word: status.word, weight: 2 };
    const refugees = has(text, REFUGEES);
    if (refugees && INDIVIDUALS.test(text)) return people('REFUGEES', text, refugees);
    const priority = has(text, PRIORITY);
    if (priority) return { concept: 'PRIORITY', status: 'all', word: priority, weight: 2 };
    const population = has(text, POPULATION);
    if (population) return { concept: 'POPULATION', status: 'all', word: population, weight: 2 };
  }
  return null;
}

const TAGS: [RegExp, string, PopulationStatus][] = [
  [/^#inneed/, 'PEOPLE', 'INN'],
  [/^#target(ed)?/, 'PEOPLE', 'TGT'],
  [/^#reached/, 'PEOPLE', 'REA'],
  [/^#population/, 'POPULATION', 'all'],
  [/^#severity/, 'SEVERITY', 'all'],
  [/^#priority/, 'PRIORITY', 'all'],
  [/^#affected/, 'PEOPLE', 'AFF'],
];

/** By its HXL tag. */
export function readValueTag(tag: string): ValueWords | null {
  const found = TAGS.find(([pattern]) => pattern.test(tag));
  if (!found) return null;
  const attributes = tag.split('+').slice(1);
  const isHouseholds = attributes.includes('hh');
  const group = attributes.includes('idps') ? 'IDP' : attributes.includes('returnees') ? 'RETURNEES' : attributes.includes('refugees') ? 'REFUGEES' : null;
  if (group) return { concept: isHouseholds ? `${group}-HH` : group, status: 'all', word: tag, weight: 2.5 };
  return { concept: found[1], status: found[2], word: tag, weight: 2.5 };
}

const AGES: [string, RegExp][] = [
  ['children', /^(child(ren)?|boys|girls|enfants?|ninos?|ninas?|criancas?|اطفال)\b/u],
  ['adults', /^(adults?|adultes?|adultos?|بالغ)/u],
  ['elderly', /^(elderly|older|agee?s|mayores|idosos|كبار)/u],
];
const SEXES: ['f' | 'm', RegExp][] = [
  ['f', /^(f|female|females|women|girls|femmes?|filles|mujeres|ninas|feminin\w*|femenino|mulheres|اناث)$/u],
  ['m', /^(m|male|males|men|boys|hommes?|garcons|hombres|ninos|masculin\w*|homens|ذكور)$/u],
];

export const sexOf = (raw: string): 'f' | 'm' | undefined => SEXES.find(([, words]) => words.test(foldName(raw)))?.[0];
export const ageOf = (raw: string): string | undefined => AGES.find(([, words]) => words.test(foldName(raw)))?.[0];
