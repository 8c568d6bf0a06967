/** Groups of the invented country and of the global structure, as a response has them. */
import type { GroupType, NewGroup } from '../../contract/groups/groups.ts';
import { BOUNDARIES, POPULATION } from '../../contract/ids.ts';

export interface Planned {
  id: string;
  type: GroupType;
  names: Record<string, string>;
  acronym?: string;
  sector?: string;
  parent?: string;
  reportsTo?: string;
  hub?: string;
  lead: 'any' | 'secretariat' | 'none';
  coLead?: boolean;
  government?: boolean;
  chairs: 'chair' | 'coordinator' | 'none';
  /** Organisations and persons besides. */
  members: number;
  people: number;
  mailbox?: boolean;
  description?: Record<string, string>;
  owns?: NewGroup['owns'];
  signoff?: NewGroup['signoff'];
  mirrors?: string;
  permanent?: boolean;
  closed?: boolean;
  /** What is missing in it, so that each kind of gap is seen. */
  gap?: string | null;
  /** Index of the hub’s region. */
  region?: number;
}

const cluster = (id: string, sector: string, en: string, fr: string, ar: string, more: Partial<Planned> = {}): Planned => ({
  id,
  type: 'cluster',
  names: { en: `${en} Cluster`, fr: `Cluster ${fr}`, ar: `قطاع ${ar}` },
  sector,
  parent: 'iccg',
  lead: 'any',
  coLead: true,
  government: true,
  chairs: 'coordinator',
  members: 8,
  people: 3,
  mailbox: true,
  ...more,
});
const aor = (id: string, sector: string, acronym: string, en: string, fr: string, ar: string): Planned => ({
  ...cluster(id, sector, en, fr, ar, { coLead: false, government: false, members: 5 }),
  type: 'aor',
  acronym,
  names: { en: `${en} AoR`, fr: `Domaine de responsabilité ${fr}`, ar: `مجال مسؤولية ${ar}` },
  parent: 'protection',
});

export const GROUPS: readonly Planned[] = [
  { id: 'hct', type: 'hct', acronym: 'HCT', names: { en: 'Humanitarian Country Team', fr: 'Équipe humanitaire pays', ar: 'الفريق القطري الإنساني' }, lead: 'secretariat', chairs: 'chair', members: 9, people: 6, mailbox: true },
  { id: 'iccg', type: 'iccg', acronym: 'ICCG', names: { en: 'Inter-Cluster Coordination Group', fr: 'Groupe de coordination inter-cluster', ar: 'مجموعة التنسيق بين القطاعات' }, parent: 'hct', reportsTo: 'hct', lead: 'secretariat', chairs: 'chair', members: 9, people: 8, mailbox: true },
  cluster('food-security', 'FSC', 'Food Security', 'Sécurité alimentaire', 'الأمن الغذائي'),
  cluster('health', 'HEA', 'Health', 'Santé', 'الصحة'),
  cluster('nutrition', 'NUT', 'Nutrition', 'Nutrition', 'التغذية', { gap: 'no-imo' }),
  cluster('wash', 'WSH', 'WASH', 'Eau, hygiène et assainissement', 'المياه والصرف الصحي والنظافة', { acronym: 'WASH' }),
  cluster('protection', 'PRO', 'Protection', 'Protection', 'الحماية'),
  cluster('education', 'EDU', 'Education', 'Éducation', 'التعليم'),
  cluster('shelter', 'SHL', 'Shelter', 'Abris', 'المأوى', { gap: 'lead-ended' }),
  cluster('cccm', 'CCM', 'Camp Coordination and Camp Management', 'Coordination et gestion des camps', 'تنسيق المخيمات وإدارتها', { acronym: 'CCCM', gap: 'co-lead-ended' }),
  cluster('logistics', 'LOG', 'Logistics', 'Logistique', 'اللوجستيات', { gap: 'group-stale' }),
  cluster('etc', 'TEL', 'Emergency Telecommunications', 'Télécommunications d’urgence', 'الاتصالات في حالات الطوارئ', { acronym: 'ETC', coLead: false }),
  cluster('early-recovery', 'ERY', 'Early Recovery', 'Relèvement précoce', 'التعافي المبكر', { coLead: false, gap: 'no-lead' }),
  aor('child-protection', 'PRO-CPN', 'CP', 'Child Protection', 'Protection de l’enfance', 'حماية الطفل'),
  aor('gbv', 'PRO-GBV', 'GBV', 'Gender-Based Violence', 'Violences basées sur le genre', 'العنف القائم على النوع'),
  aor('hlp', 'PRO-HLP', 'HLP', 'Housing, Land and Property', 'Logement, terre et biens', 'السكن والأراضي والممتلكات'),
  aor('mine-action', 'PRO-MIN', 'MA', 'Mine Action', 'Lutte antimines', 'الأعمال المتعلقة بالألغام'),
  {
    id: 'imwg', type: 'working-group', acronym: 'IMWG', names: { en: 'Information Management Working Group', fr: 'Groupe de travail sur la gestion de l’information', ar: 'فريق عمل إدارة المعلومات' },
    parent: 'iccg', reportsTo: 'iccg', lead: 'secretariat', coLead: true, chairs: 'chair', members: 12, people: 12, mailbox: true, mirrors: 'imwg', gap: 'imwg-chair-not-in-iccg',
    description: { en: 'Standards, common datasets, 3W and maps of the response.', fr: 'Normes, jeux de données communs, 3W et cartes de la réponse.' },
  },
  {
    id: 'gis', type: 'sub-group', acronym: 'GIS', names: { en: 'GIS and Common Operational Datasets', fr: 'SIG et données opérationnelles communes', ar: 'نظم المعلومات الجغرافية' },
    parent: 'imwg', reportsTo: 'imwg', lead: 'secretariat', chairs: 'chair', members: 6, people: 5, mailbox: true, mirrors: 'gis', gap: 'appointment-ending',
    owns: [{ kind: BOUNDARIES }, { kind: POPULATION }], signoff: [{ kind: BOUNDARIES, approvals: 2, from: 'gis' }, { kind: POPULATION, approvals: 2, from: 'gis' }],
  },
  { id: 'assessments', type: 'sub-group', acronym: 'AAWG', names: { en: 'Assessments and Analysis', fr: 'Évaluations et analyse', ar: 'التقييمات والتحليل' }, parent: 'imwg', reportsTo: 'imwg', lead: 'any', coLead: true, chairs: 'chair', members: 6, people: 5, mirrors: 'assessments' },
  { id: 'cholera', type: 'task-force', names: { en: 'Cholera Task Force', fr: 'Cellule choléra', ar: 'فرقة عمل الكوليرا' }, parent: 'iccg', reportsTo: 'iccg', lead: 'any', chairs: 'none', members: 5, people: 0, permanent: false, closed: true },
  { id: 'flood-response', type: 'working-group', names: { en: 'Flood response', fr: 'Réponse aux inondations', ar: 'الاستجابة للفيضانات' }, parent: 'iccg', reportsTo: 'iccg', lead: 'secretariat', chairs: 'chair', members: 7, people: 4, permanent: false },
]; // prettier-ignore

export const GLOBAL_GROUPS: readonly { id: string; type: GroupType; names: Record<string, string>; parent?: string }[] = [
  { id: 'imwg', type: 'working-group', names: { en: 'Global Information Management Working Group', fr: 'Groupe de travail mondial sur la gestion de l’information', ar: 'فريق العمل العالمي لإدارة المعلومات' } },
  { id: 'gis', type: 'sub-group', names: { en: 'Common Operational Datasets', fr: 'Données opérationnelles communes', ar: 'مجموعات البيانات التشغيلية المشتركة' }, parent: 'imwg' },
  { id: 'assessments', type: 'sub-group', names: { en: 'Assessments and Analysis', fr: 'Évaluations et analyse', ar: 'التقييمات والتحليل' }, parent: 'imwg' },
]; // prettier-ignore

/** A cluster at a hub. */
export const clusterName = ({ names }: Planned, place: string): Record<string, string> =>
  Object.fromEntries(Object.entries(names).map(([lang, name]) => [lang, `${name} – ${place}`]));
