/** What people write in sheets about coordination: types of groups, capacities of organisations, roles of persons, and headings; in the languages of the field. */
import type { AppointmentRole, Capacity, GroupType } from '../../contract/groups/groups.ts';
import type { StructureRole } from '../../contract/groups/imports.ts';
import { foldName } from '../fold.ts';
import { hasOrganisationWord } from './bodies.ts';
import { headingsOf, namedByHeading } from './headings.ts';

const listOf = <T extends string>(spellings: Record<T, string>): Map<string, T> =>
  new Map(Object.entries<string>(spellings).flatMap(([code, list]) => [code, ...list.split('|')].map((spelling) => [foldName(spelling), code as T])));

const TYPES = listOf<GroupType>({
  hct: 'HCT|humanitarian country team|equipe humanitaire pays|EHP|equipo humanitario de pais|EHP|الفريق القطري الإنساني',
  iccg: 'ICCG|ICCT|ISCG|inter-cluster coordination group|inter cluster coordination group|inter-cluster|groupe de coordination inter-cluster|GCIC|ICC|grupo de coordinacion inter-cluster|مجموعة التنسيق بين القطاعات',
  cluster: 'clusters|grappe|قطاع|كتلة|agrupacion',
  sector: 'secteur|sector|setor|refugee sector',
  aor: 'AoR|area of responsibility|domaine de responsabilite|DdR|area de responsabilidad|AdR|مجال مسؤولية',
  'sub-cluster': 'subcluster|sub cluster|sous-cluster|sous cluster|subgrupo de cluster|subcluster',
  'working-group': 'working group|WG|TWG|technical working group|groupe de travail|GT|GTT|grupo de trabajo|grupo de trabalho|فريق عمل|فريق العمل|مجموعة عمل',
  'sub-group': 'sub group|subgroup|sub-working group|sous-groupe|subgrupo|مجموعة فرعية',
  'task-force': 'task force|taskforce|TF|task team|cellule|equipe speciale|grupo de tareas|فرقة عمل',
  hub: 'coordination hub|field hub|pole|pole de coordination|antenne|centro|nucleo|مركز',
  network: 'reseau|red|rede|شبكة',
  other: 'autre|otro|outro|أخرى',
});
const CAPACITIES = listOf<Capacity>({
  lead: 'lead agency|cluster lead|cluster lead agency|CLA|lead organisation|lead organization|chef de file|lider|agencia lider|organizacion lider|agencia lider|الجهة القيادية|الوكالة القائدة|قائد',
  'co-lead':
    'co lead|colead|co-leads|co-lead agency|co-facilitator|cofacilitator|co-facilitateur|co-chef de file|cochef de file|colider|co-lider|coliderazgo|جهة قيادية مشاركة|القيادة المشاركة|قائد مشارك',
  'government-lead':
    'government lead|govt lead|government|government counterpart|gouvernement|contrepartie gouvernementale|ministere de tutelle|gobierno|contraparte gubernamental|governo|الجهة الحكومية|الحكومة',
  member: 'members|partner|partners|membre|partenaire|partenaires|miembro|socio|membro|parceiro|عضو|شريك',
  observer: 'observateur|observador|مراقب',
  donor: 'donors|bailleur|bailleurs|donante|doador|مانح',
});
const ROLES = listOf<AppointmentRole>({
  chair: 'presidencia|chairperson|chairman|chairwoman|president|presidente|presidence|presidenta|رئيس|الرئيس',
  'co-chair': 'copresidence|copresidencia|co chair|cochair|co-chairs|vice chair|copresident|co-president|copresidente|co-presidente|رئيس مشارك|الرئيس المشارك',
  coordinator:
    'coordination|coordinacion|coordenacao|cluster coordinator|sector coordinator|CC|coordonnateur|coordinateur|coordonnatrice|coordinatrice|coordinador|coordinadora|coordenador|coordenadora|منسق|المنسق',
  'co-coordinator':
    'co coordination|cocoordinacion|cocoordenacao|co coordinator|deputy coordinator|co-coordonnateur|co-coordinateur|co-coordinador|cocoordinador|co-coordenador|منسق مشارك|المنسق المشارك',
  imo: 'ponto focal de im|مسؤول اتصال إدارة المعلومات|IM|IMO|IM officer|IM focal point|information management officer|information management|information manager|im fp|charge de gestion de l information|gestionnaire de l information|point focal GI|point focal im|gestion de l information|GIO|oficial de gestion de informacion|punto focal de im|gestor de informacao|مسؤول إدارة المعلومات|إدارة المعلومات',
  alternate: 'suppleance|suplencia|البديل|alternate focal point|deputy|suppleant|alterno|suplente|نائب|بديل',
  secretariat: 'secretary|secretaire|secretariat|secretaria|secretariado|أمانة|الأمانة',
  member: 'members|membre|miembro|membro|participant|عضو',
  observer: 'observateur|observador|مراقب',
});

export const readType = (text: string): GroupType | undefined => TYPES.get(foldName(text));
export const readCapacity = (text: string): Capacity | undefined => CAPACITIES.get(foldName(text));
export const readHeldRole = (text: string): AppointmentRole | undefined => ROLES.get(foldName(text));

/** Words that say what kind of group a name is of, longest first, so that "sub-cluster" is no cluster. */
const WITHIN: [words: string, type: GroupType][] = [...TYPES]
  .filter(([words, type]) => words.length > 2 && type !== 'other')
  .toSorted((a, b) => b[0].length - a[0].length);

/** The type that the name of a group tells: "Nutrition Cluster" → cluster. */
export function typeOfName(name: string): GroupType | undefined {
  const folded = ` ${foldName(name)} `;
  return WITHIN.find(([words]) => folded.includes(` ${words} `))?.[1];
}

/** The name without what kind of group it is of: "Cluster Nutrition" and "Nutrition sector" are both `nutrition`; the folded name where nothing is left. */
export function bareName(name: string): string {
  const folded = foldName(name);
  let bare = ` ${folded} `;
  for (const [words] of WITHIN) bare = bare.replaceAll(` ${words} `, ' ');
  bare = bare.replace(/ (the|of|for|de|du|des|la|le|les|l|d|y|et|and|group|groupe|grupo) /g, ' ');
  return bare.trim() || folded;
}

/** Two to four words that begin with a capital, and no word of organisations or groups: perhaps a person. */
export function isPersonal(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    words.every((word) => /^\p{Lu}\p{Ll}|^\p{Lo}/u.test(word)) &&
    !hasOrganisationWord(foldName(text)) &&
    typeOfName(text) === undefined
  );
}

const role = (text: string): StructureRole => {
  const [is, part = null, capacity = null] = text.split('/');
  if (is === 'group') return { is: 'group', part: part as 'name' };
  if (is === 'organisation') return { is: 'organisation', part: part as 'name', capacity: capacity as Capacity | null };
  return { is } as StructureRole;
};

/** What headings are called, folded, by role. */
const HEADINGS = headingsOf(
  {
    'group/name':
      'group|group name|name of group|cluster|cluster name|sector cluster|cluster sector|cluster or working group|structure|coordination group|forum|groupe|nom du groupe|cluster groupe|grupo|nombre del grupo|nome do grupo|المجموعة|اسم المجموعة|القطاع|الكتلة',
    'group/acronym': 'group acronym|cluster acronym|sigle du groupe|acronyme du groupe|sigla del grupo',
    'group/id': 'group id|group code|code du groupe',
    type: 'type|group type|type of group|type de groupe|type of structure|tipo|tipo de grupo|النوع|نوع المجموعة',
    sector: 'sector|sector code|secteur|code secteur|setor|رمز القطاع',
    parent: 'parent|parent group|under|sub group of|belongs to|groupe parent|rattache a|grupo superior|depende de|المجموعة الأم',
    'reports-to': 'reports to|reporting to|reporting line|rend compte a|rapporte a|reporta a|informa a|يتبع',
    hub: 'hub|coordination hub|location hub|pole|antenne|centro|المركز',
    area: 'area|areas|area p codes|p codes|pcodes|p code|coverage|geographic coverage|zone|zone couverte|couverture|cobertura|area de cobertura|المنطقة|التغطية',
    'organisation/name/lead':
      'lead|lead agency|lead organisation|lead organization|cluster lead|cluster lead agency|cla|chef de file|agence chef de file|lider|agencia lider|organizacion lider|الجهة القيادية',
    'organisation/name/co-lead':
      'co lead|co lead agency|co leads|colead|co lead ngo|co facilitator|co chef de file|co facilitateur|colider|co lider|الجهة القيادية المشاركة',
    'organisation/name/government-lead':
      'government lead|government counterpart|line ministry|ministry|contrepartie gouvernementale|ministere|contraparte|ministerio|الجهة الحكومية',
    'organisation/name/member': 'members|member organisations|partners|membres|partenaires|miembros|socios|parceiros|الأعضاء|الشركاء',
    'organisation/name':
      'organisation|organization|agency|organisation name|organization name|name of organisation|agence|structure employeur|organizacion|agencia|organizacao|المنظمة|الجهة|اسم المنظمة',
    'organisation/acronym': 'acronym|organisation acronym|org acronym|acronyme|sigle|sigla|الاختصار',
    'organisation/type': 'organisation type|organization type|type of organisation|org type|type d organisation|tipo de organizacion|نوع المنظمة',
    capacity: 'capacity|status in group|membership|function of organisation|qualite|statut|calidad|الصفة',
    person:
      'name|full name|person|contact|contact name|focal point|contact person|nom|nom complet|nom et prenom|personne|nombre|nombre completo|nome|الاسم|الاسم الكامل|الشخص|جهة الاتصال',
    role: 'role|function|role in group|position in group|fonction|role dans le groupe|funcion|rol|funcao|الدور|الوظيفة في المجموعة',
    'job-title': 'title|job title|position|titre|poste|intitule du poste|cargo|puesto|المسمى الوظيفي',
    email: 'email|e mail|mail|email address|courriel|adresse electronique|correo|correo electronico|البريد الإلكتروني',
    start: 'start|start date|from|since|date of entry|member since|debut|date de debut|depuis|inicio|fecha de inicio|desde|البداية|تاريخ البدء|من',
    end: 'end|end date|until|to|departure|departure date|fin|date de fin|jusqu au|depart|fecha de fin|hasta|النهاية|تاريخ الانتهاء|إلى',
  },
  role,
);

/** Roles that a heading names, with the word and how well: 1 is the whole heading, less where the words are a part of it. */
export const rolesOfHeading = (heading: string): { role: StructureRole; word: string; fit: number }[] => namedByHeading(heading, HEADINGS);
