/** What cells of a registry of assessments say, in the words of the field. What nothing here fits is asked. */
import type { Access, Artifact, FREQUENCIES, Population, Representative, Status, TECHNIQUES, TYPES, UNITS } from '../../contract/assessments/assessments.ts';
import { foldName } from '../../matching/fold.ts';

const table = <T extends string>(words: Readonly<Partial<Record<T, string>>>) => {
  const known = new Map<string, T>();
  for (const [value, all] of Object.entries(words) as [T, string][]) for (const word of [value, ...all.split('|')]) known.set(foldName(word), value);
  return (text: string): T | undefined => known.get(foldName(text.replaceAll('_', ' ')));
};

/** `completed`: with a report or without, which the row tells. */
export const readStatus = table<Status | 'completed'>({
  planned: 'planning|planificado|planificada|planifie|planifiee|prevu|previsto|planejado|planeado|مخطط|مخطط له',
  ongoing: 'on going|in progress|field work ongoing|en curso|en cours|em curso|em andamento|جار|قيد التنفيذ|جارية',
  preliminary: 'draft preliminary results|draft|preliminary results|preliminary|resultados preliminares|borrador|resultats preliminaires|projet|نتائج أولية',
  'fieldwork-completed':
    'field work completed|fieldwork completed|data collection completed|collecte terminee|trabajo de campo completado|recoleccion completada|coleta concluida|اكتمل العمل الميداني',
  'report-completed': 'report completed|published|report published|informe completado|rapport termine|publie|publicado|relatorio concluido|اكتمل التقرير',
  completed: 'complete|completado|completada|finalizado|finalizada|termine|terminee|acheve|achevee|concluido|concluida|finalise|مكتمل|مكتملة|منجز',
  cancelled: 'canceled|cancelado|cancelada|annule|annulee|ملغى|ملغي',
  postponed: 'pospuesto|aplazado|aplazada|reporte|reportee|adiado|adiada|مؤجل',
});

export const readFrequency = table<(typeof FREQUENCIES)[number]>({
  once: 'one off|one time|single|evaluacion unica|unica|une fois|ponctuelle|unique|uma vez|مرة واحدة',
  daily: 'diaria|diario|quotidienne|quotidien|diariamente|يومي|يوميا',
  weekly: 'semanal|hebdomadaire|أسبوعي',
  monthly: 'mensual|mensuelle|mensuel|mensal|شهري',
  quarterly: 'trimestral|trimestrielle|trimestriel|ربع سنوي',
  yearly: 'annual|anual|annuelle|annuel|سنوي',
  other: 'otra especificar|otra|otro|autre|outra|other specify|أخرى',
});

export const readType = table<(typeof TYPES)[number]>({
  initial: 'inicial|initiale',
  rapid: 'rapid needs assessment|rapida|rapide|سريع',
  'in-depth': 'in depth|detailed|a profundidad|approfondie|aprofundada',
  monitoring: 'monitoreo|suivi|monitoria|رصد',
  registration: 'registro|enregistrement|تسجيل',
  other: 'otra|otro|autre|outra|أخرى',
});

export const readRepresentative = table<Representative>({
  '0': 'admin0|admin 0|national|nacional|country|pais|وطني',
  '1': 'admin1|admin 1|state|estado|region|regional|province|governorate|departement|departamento|provincia',
  '2': 'admin2|admin 2|district|municipio|municipality|cercle|prefecture|zone',
  '3': 'admin3|admin 3|commune|parroquia|sub district|woreda',
  '4': 'admin4|admin 4|village',
  '5': 'admin5|admin 5',
  other: 'camp|campamento|community|comunidad|communaute|otro|autre|site',
  none: 'non representative|not representative|no representativo|non representatif|nao representativo',
});

/** What is said instead of places. */
export const readCovers = table<'country' | 'affected'>({
  country:
    'whole country|national|nationwide|nacional|todo el pais|cobertura nacional|pays entier|tout le pays|couverture nationale|pais inteiro|todo o pais|البلد بأكمله|وطني',
  affected:
    'whole affected area|entire affected area|all affected areas|toda el area afectada|todas las areas afectadas|toute la zone affectee|toute la zone touchee|toda a area afetada|كامل المنطقة المتضررة',
});

export const readPopulation = table<Population>({
  'all-affected':
    'all|all affected|affected people|affected population|all affected people|todos|toda la poblacion afectada|population affectee|todos os afetados|جميع المتضررين',
  'non-displaced': 'non displaced|not displaced|no desplazados|non deplaces|residents',
  REF: 'refugees|refugee|refugiados|refugies|لاجئون',
  ASY: 'asylum seekers|solicitantes de asilo|demandeurs d asile|طالبو اللجوء',
  OIP: 'others in need of international protection|otras personas con necesidad de proteccion internacional',
  IDP: 'idps|internally displaced persons|internally displaced people|displaced|desplazados|desplazados internos|pdi|deplaces|deplaces internes|deslocados|deslocados internos|نازحون',
  RET: 'returnees|retornados|retournes|rapatries|عائدون',
  RDP: 'returned idps|idp returnees|desplazados retornados|deplaces retournes',
  STA: 'stateless|stateless persons|apatridas|apatrides|عديمو الجنسية',
  HST: 'host|host community|host communities|host population|comunidad de acogida|comunidades de acogida|communaute hote|communautes hotes|comunidade anfitria|مجتمع مضيف|المجتمع المضيف',
  OOC: 'others of concern|otras personas de interes',
  MIG: 'migrants|migrantes|مهاجرون',
});

export const readTechnique = table<(typeof TECHNIQUES)[number]>({
  'secondary-data': 'secondary data review|desk review|baseline data analysis|revision de datos secundarios|revue des donnees secondaires',
  'key-informants':
    'key informant interview|key informant interviews|key informants|kii|structured interview|unstructured interview|entrevista a informantes clave|informantes clave|informateurs cles|entretiens avec des informateurs cles|informantes chave',
  observation: 'direct observation|observacion|observacion directa|observation directe|observacao',
  'community-group': 'community group discussion|community group|grupo comunitario|groupe communautaire',
  'focus-group': 'focus group|focus groups|focus group discussion|fgd|grupo focal|grupos focales|groupe de discussion|grupos focais',
  household: 'household interview|household survey|household|hogares|encuesta de hogares|menages|enquete aupres des menages|agregados familiares',
  individual: 'individual interview|individual|individuos|entretien individuel',
  satellite: 'satellite imagery|remote sensing|imagenes satelitales|imagerie satellite',
  facility: 'facility survey|facility|establecimientos|structures',
  other: 'other|mixed|field interview|phone interview|mail survey|otro|autre|outro',
});

export const readUnit = table<(typeof UNITS)[number]>({
  community: 'communities|comunidad|comunidades|communaute|communautes|comunidade',
  settlement: 'settlements|asentamiento|asentamientos|site|sites|camp|camps',
  household: 'households|hogar|hogares|menage|menages|agregado familiar',
  individual: 'individuals|individuo|individuos|persona|personas|individu|individus',
  facility: 'facilities|establecimiento|structure|structures',
  institution: 'institutions|institucion|instituciones',
  area: 'areas|zona|zone',
});

export const readAccess = table<Access>({
  public: 'publicly available|available|disponible publicamente|publico|accessible au public|disponivel publicamente|متاح للجميع',
  'on-request': 'available on request|on request|disponible a solicitud|a pedido|sur demande|mediante pedido|عند الطلب',
  members: 'members only|internal|interno|interne',
  'not-available': 'not available|no disponible|non disponible|indisponivel|غير متاح',
  'not-applicable': 'not applicable|no aplica|sans objet|nao se aplica|n a|لا ينطبق',
});

const YES = new Set(['true', '1', 'yes', 'si', 'oui', 'sim', 'نعم', 'x'].map(foldName));
const NO = new Set(['false', '0', 'no', 'non', 'nao', 'لا'].map(foldName));
/** undefined where a cell is neither yes nor no. */
export const readYes = (text: string): boolean | undefined => (YES.has(foldName(text)) ? true : NO.has(foldName(text)) ? false : undefined);

/** A test of the form. */
const TEST = new Set(['test', 'tests', 'testing', 'test test', 'prueba', 'pruebas', 'essai', 'teste', 'demo', 'prueba de formulario', 'test record', 'اختبار', 'تجربة'].map(foldName)); // prettier-ignore
/** Whether a title says no more than that somebody tried the form. */
export const isTest = (title: string): boolean => TEST.has(foldName(title));

/** A sentence by which something is not for everybody. */
const HELD_BACK =
  /not (?:to be|be|for) shar|do not shar|don'?t shar|not for (?:publication|distribution|circulation)|internal use|use only|no (?:se puede |debe |se debe )?(?:compartir|divulgar|difundir)|uso interno|no compartir|solo para uso|ne pas (?:partager|diffuser)|usage interne|n[aã]o (?:partilhar|compartilhar|divulgar)|confiden[ct]ial|لا (?:يشارك|تشارك|ينشر)|سري/iu;
/** Whether a text says that something is not to be passed on. */
export const saysHeldBack = (text: string): boolean => HELD_BACK.test(text);

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const PHONE = /(?:\+|\b00)\d[\d\s().-]{6,}\d|\b(?:tel|phone|telf?|m[oó]vil|whats ?app|هاتف)\s*[:.]?\s*\d[\d\s().-]{5,}\d/giu;
/** The text without addresses and numbers of people; null where there are none. */
export function withoutContacts(text: string): string | null {
  const masked = text.replace(EMAIL, '[…]').replace(PHONE, '[…]');
  return masked === text ? null : masked;
}

/** An artifact of which nothing is said but this. */
export const bareArtifact = (kind: Artifact['kind'], access: Access, given: Partial<Artifact> = {}): Artifact => ({
  kind,
  access,
  class: kind === 'data-raw' ? 'high' : 'low',
  link: null,
  how: null,
  contact: null,
  disclosure: null,
  ...given,
});
