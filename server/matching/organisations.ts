/**
 * Who is who: spellings of organisations → one registry. Merges are proposed, never made: "SOS Somalia" and "SOS Somaliland"
 * are two organisations, "Caritas" is five (3w.md §1.3, §3.4). A published count always names the merges it rests on.
 */
import { foldName } from './fold.ts';
import { editSimilarity } from './similarity.ts';

/** Token-sort similarity from which two names are shown to a person as perhaps the same. */
export const PROPOSE_SCORE = 0.92;

/** More organisations than any country reports: the column holds something else, and comparing all pairs would take minutes. */
const MAX_COMPARED = 4000;
/** Pairs of one acronym are listed up to so many bearers. */
const MAX_SHARING = 20;

export interface Organisation {
  /** Stable inside a country: the folded name it was first met under. */
  id: string;
  name: string;
  acronym: string | null;
  /** Code of data/org-types.csv. */
  type: string | null;
}

/** A spelling that a person has said belongs to an organisation. */
export interface OrganisationAlias {
  spelling: string;
  organisation: string;
  /** The name that the organisation is to be called by. */
  name?: string | undefined;
}

export interface MergeProposal {
  a: string;
  b: string;
  because: 'acronym' | 'name';
  score: number;
}

export interface OrganisationRegistry {
  /** The organisation of one row, made on first sight. null for an empty cell. */
  resolve(row: { name: string | null; acronym: string | null; type: string | null }): Organisation | null;
  all(): Organisation[];
  /** Organisations that rows write in several ways, as written; whatever a person decided is left out. */
  joined(): { id: string; spellings: string[] }[];
  /** Pairs a person should look at, best first. */
  proposals(): MergeProposal[];
}

/**
 * Agencies whose acronym has a twin in each language. Facts, not guesses: the same body under its official names.
 * They share an identity from the start, because counting WFP and PAM twice is a wrong number.
 */
const SAME_BODY: readonly (readonly string[])[] = [
  ['WFP', 'PAM', 'PMA', 'World Food Programme', 'Programme alimentaire mondial', 'Programa Mundial de Alimentos', 'برنامج الأغذية العالمي'],
  [
    'IOM',
    'OIM',
    'International Organization for Migration',
    'International Organisation for Migration',
    'Organisation internationale pour les migrations',
    'Organización Internacional para las Migraciones',
    'المنظمة الدولية للهجرة',
  ],
  [
    'UNHCR',
    'HCR',
    'ACNUR',
    'United Nations High Commissioner for Refugees',
    'Haut Commissariat des Nations Unies pour les réfugiés',
    'Alto Comisionado de las Naciones Unidas para los Refugiados',
    'المفوضية السامية للأمم المتحدة لشؤون اللاجئين',
  ],
  [
    'WHO',
    'OMS',
    'World Health Organization',
    'World Health Organisation',
    'Organisation mondiale de la santé',
    'Organización Mundial de la Salud',
    'منظمة الصحة العالمية',
  ],
  ['UNICEF', "United Nations Children's Fund", "Fonds des Nations Unies pour l'enfance", 'Fondo de las Naciones Unidas para la Infancia', 'اليونيسف'],
  [
    'FAO',
    'Food and Agriculture Organization',
    'Food and Agriculture Organization of the United Nations',
    "Organisation des Nations Unies pour l'alimentation et l'agriculture",
    'Organización de las Naciones Unidas para la Alimentación y la Agricultura',
    'منظمة الأغذية والزراعة',
  ],
  [
    'UNFPA',
    'FNUAP',
    'United Nations Population Fund',
    'Fonds des Nations Unies pour la population',
    'Fondo de Población de las Naciones Unidas',
    'صندوق الأمم المتحدة للسكان',
  ],
  [
    'UNDP',
    'PNUD',
    'United Nations Development Programme',
    'Programme des Nations Unies pour le développement',
    'Programa de las Naciones Unidas para el Desarrollo',
    'برنامج الأمم المتحدة الإنمائي',
  ],
  [
    'ICRC',
    'CICR',
    'International Committee of the Red Cross',
    'Comité international de la Croix-Rouge',
    'Comité Internacional de la Cruz Roja',
    'اللجنة الدولية للصليب الأحمر',
  ],
  ['NRC', 'Norwegian Refugee Council', 'Conseil norvégien pour les réfugiés', 'Consejo Noruego para Refugiados', 'المجلس النرويجي للاجئين'],
  ['DRC', 'Danish Refugee Council', 'Conseil danois pour les réfugiés', 'Consejo Danés para Refugiados', 'المجلس الدنماركي للاجئين'],
  ['IRC', 'International Rescue Committee', 'Comité international de secours', 'لجنة الإنقاذ الدولية'],
];

const BODY = new Map(SAME_BODY.flatMap((spellings) => spellings.map((spelling) => [foldName(spelling), foldName(spellings[0]!)] as const)));

/** Two official names of one agency, as in "PAM / WFP". */
export function isSameBody(a: string, b: string): boolean {
  const body = BODY.get(foldName(a));
  return body !== undefined && body === BODY.get(foldName(b));
}

/** "World Food Programme (WFP)", "WFP - World Food Programme" → name and acronym. A person's bracket that is no acronym stays in the name. */
export function splitFusedName(text: string): { name: string; acronym: string | null } {
  const clean = text.replace(/\s+/gu, ' ').trim();
  const bracket = /^(.+?)\s*[([]\s*([^()[\]]{2,32})\s*[)\]]$/u.exec(clean);
  if (bracket && isAcronymOf(bracket[2]!, bracket[1]!)) return { name: bracket[1]!, acronym: bracket[2]!.trim() };
  const dash = /^(\S{2,12})\s+[-–—:]\s+(.{4,})$/u.exec(clean);
  // A dash also joins two partners ("DCA - DPNA"), so here the letters must be found in the name.
  if (dash && isAcronymOf(dash[1]!, dash[2]!) && isSpeltBy(dash[1]!, dash[2]!)) return { name: dash[2]!, acronym: dash[1]! };
  return { name: clean, acronym: null };
}

/** Upper case throughout, or the initials of the name in any case ("wfp" of World Food Programme). */
function isAcronymOf(acronym: string, name: string): boolean {
  const bare = acronym.trim();
  if (/\s\S+\s/u.test(bare)) return false;
  if (/\p{Lu}/u.test(bare) && !/\p{Ll}{2,}/u.test(bare)) return true;
  const initials = name
    .split(/[\s\-'’]+/u)
    .map((word) => word[0] ?? '')
    .join('')
    .toLowerCase();
  return bare.length >= 2 && initials.includes(bare.toLowerCase());
}

/** All letters of the acronym occur in the name of several words, in order, from its first letter on. */
function isSpeltBy(acronym: string, name: string): boolean {
  const letters = foldName(name).replaceAll(' ', '');
  const short = foldName(acronym).replaceAll(' ', '');
  if (!/\s/u.test(name.trim()) || letters[0] !== short[0]) return false;
  let at = 0;
  for (const letter of letters) if (letter === short[at]) at++;
  return at === short.length;
}

/**
 * What people write where there is no organisation, or none known yet, folded: no partner, nobody, unknown, to be determined, not applicable. Whole texts
 * only: "None of us alone" is somebody. Dashes and `N/A` are blank everywhere (presence/normalize/spellings.ts).
 */
const NOBODY = new RegExp(
  `^(${[
    '0+|x|t ?b ?[dcna]|n d|s o|unknown|unspecified|undefined|nil|none|nobody|no one|not (known|available|applicable|specified|stated|reported|yet known|identified)|n a|na',
    '(no|without|without any) (implementing |other |local |lead )?(partners?|organi[sz]ations?|ip|agency|donors?)( reported| identified)?|self( implementation| implemented)?|direct(ly)?( implementation| implemented)?|others? (please |to )?(specify|be specified)|to be (determined|confirmed|defined|decided|identified)',
    'aucun|aucune|neant|rien|personne|inconnue?s?|non (applicable|disponible|defini|definie|precise|precisee|specifie|specifiee|renseigne|renseignee|connu|connue|indique)|sans objet',
    '(mise en oeuvre|execution) directe|autres? (a |veuillez )?(preciser|specifier)|pas (applicable|disponible|defini|precise|renseigne|connu)|(aucun|aucune|pas de|sans|pas d) (autre )?(partenaires?|organisations?|organisme|bailleurs?|acteurs?)( de mise en oeuvre)?|a (determiner|confirmer|definir|preciser)',
    '(implementacion|ejecucion) directa|otr[oa]s? (por favor )?(especificar|especifique)|ninguno|ninguna|nadie|nada|desconocid[oa]|no (aplica|aplicable|disponible|definid[oa]|especificad[oa]|identificad[oa]|reportad[oa]|tiene|hay|sabe)|(ningun|ninguna|sin|no hay|no tiene) (socios?|organizacion|organizaciones|donantes?|entidad)( implementador(es)?)?|(a|por) (determinar|confirmar|definir)',
    '(implementacao|execucao) direta|outr[oa]s? (por favor )?(especificar|especifique)|nenhum|nenhuma|ninguem|desconhecid[oa]|nao (aplica|aplicavel|se aplica|disponivel|definido|especificado|tem|ha)|(sem|nenhum|nao ha|nao tem) (parceiros?|organizacao|doador)|(a|por) (determinar|confirmar|definir)',
    'غير (محدد|محدده|معروف|معروفه|متوفر|متاح|منطبق|معلوم|موجود)|لا (يوجد|احد|شيء|شي|ينطبق|شريك|شركاء|يوجد شريك|يوجد شركاء|توجد منظمه|توجد|يوجد منظمه)|بدون( شريك| شركاء| منظمه)?|مجهول|يحدد لاحقا|لاحقا|اخري (حدد|يرجي التحديد)',
    'нет|нет (партнера|партнеров|исполнителя|данных)|без партнера|неизвестно|не (указано|известно|применимо)|немає|немає партнера|невідомо|не (вказано|відомо|застосовується)',
  ].join('|')})$`,
  'u',
);

export function isNobody(text: string): boolean {
  return text.length <= 60 && NOBODY.test(foldName(withoutNumber(text)));
}

/** "2. UNICEF", "2 – UNICEF": the number is that of a list of answers. "3-D Relief" is called so. */
export const withoutNumber = (text: string): string => text.replace(/^\s*\d{1,2}(?:[.)]\s*|\s*[-–:]\s+)(?=\p{L})/u, '');

/** @param distinct pairs of ids that a person has told apart */
export function createOrganisationRegistry(
  known: Organisation[] = [],
  aliases: OrganisationAlias[] = [],
  distinct: readonly (readonly [string, string])[] = [],
): OrganisationRegistry {
  const byId = new Map<string, Organisation>();
  const bySpelling = new Map<string, string>();
  for (const organisation of known) {
    byId.set(organisation.id, { ...organisation });
    bySpelling.set(foldName(organisation.name), organisation.id);
  }
  for (const { spelling, organisation } of aliases) bySpelling.set(foldName(spelling), organisation);
  const kept = new Map(aliases.flatMap(({ organisation, name }) => (name === undefined ? [] : [[organisation, name] as const])));
  for (const [id, name] of kept) if (byId.has(id)) byId.get(id)!.name = name;
  const told = new Set(distinct.map((pair) => pair.toSorted().join('\u0001')));

  /** Spellings met in the rows, by id and folded spelling. */
  const met = new Map<string, Map<string, string>>();
  const decided = new Set(aliases.map(({ spelling }) => foldName(spelling)));

  return {
    resolve({ name, acronym, type }) {
      const fused = splitFusedName(withoutNumber(name ?? ''));
      const short = (acronym ?? '').replace(/\s+/gu, ' ').trim() || fused.acronym;
      const full = fused.name || short;
      if (!full) return null;
      const key = foldName(full);
      if (!key) return null;
      // The official bodies answer to name or acronym, but an acronym only where the name is absent or is the acronym again.
      const shortKey = short ? foldName(short) : key;
      const same = BODY.get(key) ?? (key === shortKey ? BODY.get(shortKey) : undefined);
      const named = bySpelling.get(key) ?? same ?? key;
      // A person's word on the name it was first met under holds for all its spellings.
      const id = bySpelling.get(named) ?? named;
      bySpelling.set(key, id);
      const own = met.get(id) ?? new Map<string, string>();
      if (!decided.has(key) && !own.has(key)) met.set(id, own.set(key, full));
      const found = byId.get(id);
      if (found) {
        found.acronym ??= short;
        found.type ??= type;
        // A full name is better than an acronym that came first.
        if (!kept.has(id) && foldName(found.name) === foldName(found.acronym ?? '') && key !== foldName(found.acronym ?? '')) found.name = full;
        return found;
      }
      const made: Organisation = { id, name: kept.get(id) ?? full, acronym: short, type };
      byId.set(id, made);
      return made;
    },
    all: () => [...byId.values()],
    joined: () => [...met].flatMap(([id, own]) => (own.size > 1 ? [{ id, spellings: [...own.values()] }] : [])),
    proposals() {
      // What was said to be another is no organisation of its own any more.
      const own = [...byId.values()].filter(({ id }) => (bySpelling.get(id) ?? id) === id);
      const list = own.map((organisation) => {
        const folded = foldName(organisation.name);
        return {
          id: organisation.id,
          folded,
          sorted: folded.split(' ').toSorted().join(' '),
          acronym: organisation.acronym ? foldName(organisation.acronym) : null,
        };
      });
      const found = new Map<string, MergeProposal>();
      const propose = (a: number, b: number, because: MergeProposal['because'], score: number) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        const key = `${first} ${second}`;
        if (told.has([list[first]!.id, list[second]!.id].toSorted().join('\u0001'))) return;
        if (!found.has(key)) found.set(key, { a: list[first]!.id, b: list[second]!.id, because, score });
      };
      // Shortest first: of two names so alike the lengths are alike too, so each is compared with the few that follow it.
      const byLength = list.map((_, i) => i).toSorted((a, b) => list[a]!.sorted.length - list[b]!.sorted.length);
      for (let i = 0; list.length <= MAX_COMPARED && i < byLength.length; i++) {
        const a = list[byLength[i]!]!;
        for (let j = i + 1; j < byLength.length; j++) {
          const b = list[byLength[j]!]!;
          if (a.sorted.length < PROPOSE_SCORE * b.sorted.length) break;
          const score = editSimilarity(a.sorted, b.sorted);
          if (score >= PROPOSE_SCORE) propose(byLength[i]!, byLength[j]!, 'name', score);
        }
      }
      // One acronym, or the acronym of one as the name of the other.
      const byAcronym = new Map<string, number[]>();
      const file = (key: string | null, i: number) => {
        if (!key) return;
        const own = byAcronym.get(key);
        if (!own) byAcronym.set(key, [i]);
        else if (!own.includes(i) && own.length < MAX_SHARING) own.push(i);
      };
      list.forEach(({ acronym }, i) => file(acronym, i));
      list.forEach(({ folded }, i) => byAcronym.has(folded) && file(folded, i));
      for (const sharing of byAcronym.values())
        for (let i = 0; i < sharing.length; i++)
          for (let j = i + 1; j < sharing.length; j++)
            propose(sharing[i]!, sharing[j]!, 'acronym', editSimilarity(list[sharing[i]!]!.sorted, list[sharing[j]!]!.sorted));
      const result = [...found.values()];
      return result.sort((x, y) => y.score - x.score || (x.a < y.a ? -1 : 1));
    },
  };
}
