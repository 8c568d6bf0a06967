/**
 * Tables of the kinds of ../shared/cases in other words, languages, orders and layouts, each with what it holds: drawn from lists by a seed, so that a
 * fault can be drawn again. Places are those of case 00; organisations and all else are invented.
 */
import { stringify } from 'csv-stringify/sync';
import { createRandom } from '../../server/sample/random.ts';

export type Lang = 'en' | 'fr' | 'es' | 'ar' | 'pt';
export const LANGS: readonly Lang[] = ['en', 'fr', 'es', 'ar', 'pt'];

/** Which trap a table holds beside the columns that matter. */
export const TRAPS = ['answers', 'ids', 'counts', 'lead', 'strange codes', 'other scheme', 'choices', 'acronym of cluster', 'none'] as const;
export type Trap = (typeof TRAPS)[number];
/** How the table stands in its file. `tags`: a row of HXL tags, of which the one of the lead is wrong; `few`: a dozen rows. */
export const LAYOUTS = ['plain', 'banner', 'tags', 'semicolons', 'few'] as const;
export type Layout = (typeof LAYOUTS)[number];

interface Words {
  org: string[];
  orgType: string[];
  acronym: string[];
  sector: string[];
  region: string[];
  district: string[];
  regionCode: string[];
  districtCode: string[];
  status: string[];
  /** Headings with a word for organisations inside a question or an instruction, with what is answered. */
  asks: [heading: string, answers: string[]][];
  ids: string[];
  counts: string[];
  lead: string[];
  clusterAcronym: string[];
  choiceOf: string[];
  sectors: [code: string, spelling: string][];
  types: string[];
  statuses: string[];
  nobody: string[];
  activity: [heading: string, texts: string[]][];
  organisations: string[];
}

const WORDS: Record<Lang, Words> = {
  en: {
    org: [
      'Organisation',
      'Implementing partner',
      'Name of agency',
      'Organization name',
      'Implementing organisation',
      'NGO',
      'Agency',
      'Who (organisation)',
      'Org name',
    ],
    orgType: ['Organisation type', 'Type of organisation', 'Partner type'],
    acronym: ['Acronym', 'Organisation acronym', 'Org. acronym', 'Abbreviation'],
    sector: ['Cluster', 'Sector', 'Sector/Cluster', 'CLUSTER\n(choose from the list)', 'Sector of intervention'],
    region: ['Region', 'Province', 'Governorate', 'State', 'Admin 1', 'ADM1_EN'],
    district: ['District', 'Zone', 'Admin 2', 'ADM2_EN', 'County'],
    regionCode: ['Region P-code', 'ADM1_PCODE', 'Admin1 Pcode', 'Region code'],
    districtCode: ['District P-code', 'ADM2_PCODE', 'Admin2Pcod', 'P-code', 'District code'],
    status: ['Status', 'Activity status', 'Project status'],
    asks: [
      ['How do partners assess needs?', ['Survey', 'Interviews', 'None']],
      ['FEEDBACK\n(choose what your organisation has put in place)', ['Yes', '1. Written policy', '2. Hotline', 'No']],
      ['Does your organisation have a complaints mechanism?', ['Yes', 'No']],
      ['Which actor leads the response here', ['Local authorities', 'Community', 'Nobody yet']],
      ['Please indicate the agency policy on PSEA', ['a) Written', 'b) Oral', 'c) None']],
    ],
    ids: ['ID organisation', 'Organisation ID', 'Org ID', 'Partner code'],
    counts: ['Number of organisations', '# of partners', 'No. of agencies', 'Number of implementing partners'],
    lead: ['Lead agency', 'Partner', 'Programming partner', 'Lead organisation'],
    clusterAcronym: ['Acronym cluster', 'Cluster acronym', 'Sector abbreviation'],
    choiceOf: ['Clusters you work in', 'Sectors of intervention', 'Which sectors does your organisation work in?'],
    sectors: [['HEA', 'Health'], ['WSH', 'WASH'], ['EDU', 'Education'], ['NUT', 'Nutrition']], // prettier-ignore
    types: ['National NGO', 'International NGO', 'UN Agency'],
    statuses: ['Ongoing', 'Completed', 'Planned'],
    nobody: ['No partner', 'N/A', '-', 'none'],
    activity: [['Activity description', ['Rehabilitation of wells', 'Training of teachers', 'Distribution of kits']], ['Comments', ['to be confirmed', 'ok', '']]], // prettier-ignore
    organisations: ['Relief Alpha', 'Beta Aid', 'Gamma Care', 'Delta Works', 'Epsilon Hands', 'Zeta Path'],
  },
  fr: {
    org: [
      'Organisation',
      "Nom de l'organisation",
      'Partenaire de mise en œuvre',
      'Nom acteur',
      'Acteur',
      'ONG',
      'Nom organization',
      'Agence',
      'Partenaire d’exécution',
      'Structure de mise en œuvre',
    ],
    orgType: ['Type organisation', "Type d'organisation", "Catégorie de l'acteur"],
    acronym: ['Acronyme', "Sigle de l'organisation", 'Sigle', 'Acronyme organisation'],
    sector: ['Cluster', 'Secteur', "Secteur d'intervention", 'Secteur/Cluster*', 'CLUSTER\n(Choisir dans la liste déroulante)'],
    region: ['Région', 'Province', 'Préfecture', 'Admin 1', 'ADM1_FR', 'Département'],
    district: ['District', 'Territoire', 'Cercle', 'Sous-préfecture', 'Admin 2', 'ADM2_FR'],
    regionCode: ['Code région', 'Code province', 'PCODE1', 'ADM1_PCODE', 'ID Province'],
    districtCode: ['Code territoire', 'Pcode adm2', 'PCODE2', 'ADM2_PCODE', 'ID Territoire'],
    status: ['Statut', 'Statut du projet', 'État du projet'],
    asks: [
      ['Comment les partenaires évaluent-ils les besoins ?', ['Enquête', 'Entretiens', 'Aucun']],
      ["MÉCANISME DE PLAINTES\n(choisir ce que l'organisation a mis en place)", ['Oui', '1. Politique écrite', '2. Ligne verte', 'Non']],
      ['Votre organisation dispose-t-elle d’un point focal PSEA ?', ['Oui', 'Non']],
      ['Quel acteur est le chef de file dans la zone ?', ['Autorités locales', 'Communauté', 'Personne']],
    ],
    ids: ["ID de l'organisation", 'ID_Acteur', 'ID organisation', "Identifiant de l'acteur"],
    counts: ["Nombre d'organisations", 'Nombre de partenaires', "Nb d'acteurs", "Nombre d'ONG"],
    lead: ['Organisation chef de file', 'Partenaire principal', 'Lead', 'Partenaire'],
    clusterAcronym: ['Acronyme cluster', 'Sigle du secteur'],
    choiceOf: ["Secteurs d'intervention", 'Dans quels clusters travaillez-vous ?', 'Clusters'],
    sectors: [['HEA', 'Santé'], ['WSH', 'Eau, hygiène et assainissement'], ['EDU', 'Éducation'], ['NUT', 'Nutrition']], // prettier-ignore
    types: ['ONG nationale', 'ONG internationale', 'Agence des Nations Unies'],
    statuses: ['En cours', 'Terminé', 'Planifié'],
    nobody: ['aucun', 'Pas de partenaire', 'N/A', 'Néant'],
    activity: [["Description de l'activité", ['Réhabilitation de forages', 'Formation des enseignants', 'Distribution de kits']], ['Observations', ['à confirmer', 'ok', '']]], // prettier-ignore
    organisations: ['Secours Alpha', 'Bêta Entraide', 'Gamma Soins', 'Delta Chantiers', 'Epsilon Mains', 'Zêta Chemin'],
  },
  es: {
    org: ['Organización', 'Nombre de la organización', 'Socio implementador', 'ORGANIZACIÓN IMPLEMENTADORA', 'Agencia', 'ONG', 'Entidad ejecutora', 'Socio'],
    orgType: ['Tipo de organización', 'TIPO DE ORGANIZACIÓN IMPLEMENTADORA'],
    acronym: ['Acrónimo', 'Siglas', 'Siglas de la organización', 'Sigla'],
    sector: ['Sector', 'SECTOR / CLUSTER', 'Clúster', 'Sector de intervención', 'Sector (elija de la lista)'],
    region: ['Región', 'Departamento', 'ADMIN 1', 'Estado', 'Provincia'],
    district: ['Municipio', 'Distrito', 'ADMIN 2', 'Cantón'],
    regionCode: ['Código del departamento', 'PCODE1', 'Código de región', 'ADM1_PCODE'],
    districtCode: ['Código del municipio', 'PCODE2', 'Pcode municipio', 'ADM2_PCODE'],
    status: ['Estatus', 'Situación', 'Estado del proyecto', 'Estado de la actividad'],
    asks: [
      ['¿Cómo evalúan los socios las necesidades?', ['Encuesta', 'Entrevistas', 'Ninguna']],
      ['RETROALIMENTACIÓN\n(elija lo que su organización ha puesto en marcha)', ['Sí', '1. Política escrita', '2. Línea directa', 'No']],
      ['¿Su organización cuenta con un mecanismo de quejas?', ['Sí', 'No']],
      ['Indique qué actor lidera la respuesta', ['Autoridades locales', 'Comunidad', 'Nadie']],
    ],
    ids: ['ID organización', 'ID de la organización', 'ID socio'],
    counts: ['Número de organizaciones', 'N° de socios', 'Cantidad de organizaciones', 'No. de socios implementadores'],
    lead: ['Organización líder', 'Socio principal', 'Agencia líder'],
    clusterAcronym: ['Acrónimo del clúster', 'Sigla del sector'],
    choiceOf: ['Sectores de intervención', '¿En qué sectores trabaja?', 'Clústeres'],
    sectors: [['HEA', 'Salud'], ['WSH', 'Agua, saneamiento e higiene'], ['EDU', 'Educación'], ['NUT', 'Nutrición']], // prettier-ignore
    types: ['ONG nacional', 'ONG internacional', 'Agencia de la ONU'],
    statuses: ['En ejecución', 'Finalizado', 'Planificado'],
    nobody: ['ninguno', 'Sin socio', 'N/A', 'No aplica'],
    activity: [['Descripción de la actividad', ['Rehabilitación de pozos', 'Formación de maestros', 'Entrega de kits']], ['Comentarios', ['por confirmar', 'ok', '']]], // prettier-ignore
    organisations: ['Socorro Alfa', 'Ayuda Beta', 'Gamma Cuidado', 'Obras Delta', 'Manos Épsilon', 'Camino Zeta'],
  },
  ar: {
    org: ['المنظمة', 'اسم المنظمة', 'الشريك المنفذ', 'الجهة المنفذة', 'المنظمة المنفذة', 'الوكالة'],
    orgType: ['نوع المنظمة', 'نوع الشريك'],
    acronym: ['الاختصار', 'اختصار المنظمة'],
    sector: ['القطاع', 'الكتلة', 'القطاع (اختر من القائمة)', 'قطاع التدخل'],
    region: ['المحافظة', 'الولاية', 'الإقليم'],
    district: ['المديرية', 'القضاء', 'المنطقة الإدارية الثانية'],
    regionCode: ['رمز المحافظة', 'الرمز الإداري 1', 'ADM1_PCODE'],
    districtCode: ['رمز المديرية', 'الرمز الإداري 2', 'ADM2_PCODE', 'رمز القضاء'],
    status: ['الحالة', 'حالة النشاط', 'حالة المشروع'],
    asks: [
      ['كيف يقيّم الشركاء الاحتياجات؟', ['استبيان', 'مقابلات', 'لا شيء']],
      ['آلية الشكاوى\n(اختر ما وضعته المنظمة)', ['نعم', '1. سياسة مكتوبة', '2. خط ساخن', 'لا']],
      ['هل لدى المنظمة آلية للشكاوى؟', ['نعم', 'لا']],
    ],
    ids: ['رقم المنظمة', 'معرف المنظمة', 'رقم الشريك'],
    counts: ['عدد المنظمات', 'عدد الشركاء'],
    lead: ['المنظمة الرائدة', 'الشريك الرئيسي'],
    clusterAcronym: ['اختصار القطاع', 'اختصار الكتلة'],
    choiceOf: ['القطاعات', 'في أي القطاعات تعملون؟'],
    sectors: [['HEA', 'الصحة'], ['WSH', 'المياه والصرف الصحي والنظافة'], ['EDU', 'التعليم'], ['NUT', 'التغذية']], // prettier-ignore
    types: ['منظمة غير حكومية وطنية', 'منظمة غير حكومية دولية', 'وكالة أمم متحدة'],
    statuses: ['جاري', 'مكتمل', 'مخطط'],
    nobody: ['لا يوجد', 'لا يوجد شريك', 'N/A'],
    activity: [['وصف النشاط', ['تأهيل الآبار', 'تدريب المعلمين', 'توزيع الحقائب']], ['ملاحظات', ['قيد التأكيد', 'نعم تم', '']]], // prettier-ignore
    organisations: ['إغاثة ألفا', 'عون بيتا', 'رعاية غاما', 'أعمال دلتا', 'أيادي إبسلون', 'درب زيتا'],
  },
  pt: {
    org: [
      'Organização',
      'Nome da organização',
      'Parceiro implementador',
      'Parceiro de implementação',
      'Agência',
      'ONG',
      'Entidade',
      'Organização implementadora',
    ],
    orgType: ['Tipo de organização', 'Tipo de parceiro'],
    acronym: ['Sigla', 'Acrônimo', 'Sigla da organização'],
    sector: ['Setor', 'Sector', 'Cluster', 'Setor de intervenção', 'Setor (escolha da lista)'],
    region: ['Província', 'Região', 'Estado', 'ADM1_PT'],
    district: ['Distrito', 'Município', 'ADM2_PT'],
    regionCode: ['Código da província', 'ADM1_PCODE', 'Pcode província'],
    districtCode: ['Código do distrito', 'ADM2_PCODE', 'Pcode distrito'],
    status: ['Situação', 'Estado da atividade', 'Estado do projeto'],
    asks: [
      ['Como os parceiros avaliam as necessidades?', ['Inquérito', 'Entrevistas', 'Nenhuma']],
      ['RECLAMAÇÕES\n(escolha o que a sua organização criou)', ['Sim', '1. Política escrita', '2. Linha verde', 'Não']],
      ['A sua organização tem um mecanismo de queixas?', ['Sim', 'Não']],
    ],
    ids: ['ID da organização', 'ID organização', 'ID do parceiro'],
    counts: ['Número de organizações', 'Nº de parceiros', 'Quantidade de organizações'],
    lead: ['Organização líder', 'Parceiro principal', 'Agência líder'],
    clusterAcronym: ['Sigla do setor', 'Acrônimo do cluster'],
    choiceOf: ['Setores de intervenção', 'Em que setores trabalha?'],
    sectors: [['HEA', 'Saúde'], ['WSH', 'Água, saneamento e higiene'], ['EDU', 'Educação'], ['NUT', 'Nutrição']], // prettier-ignore
    types: ['ONG nacional', 'ONG internacional', 'Agência da ONU'],
    statuses: ['Em curso', 'Concluído', 'Planeado'],
    nobody: ['nenhum', 'Sem parceiro', 'N/A', 'Não aplicável'],
    activity: [['Descrição da atividade', ['Reabilitação de poços', 'Formação de professores', 'Entrega de kits']], ['Observações', ['por confirmar', 'ok', '']]], // prettier-ignore
    organisations: ['Socorro Alfa', 'Ajuda Beta', 'Gama Cuidado', 'Obras Delta', 'Mãos Épsilon', 'Caminho Zeta'],
  },
};

const DISTRICTS = [
  ['TG01', 'Sudland', 'TG0101', 'Alba'],
  ['TG01', 'Sudland', 'TG0102', 'Bero'],
  ['TG02', 'Nordland', 'TG0201', 'Kpele'],
  ['TG02', 'Nordland', 'TG0202', 'Doma'],
] as const;
const LEADS = ['UNHCR', 'WFP'];

export interface Variant {
  lang: Lang;
  trap: Trap;
  /** The file, as CSV. */
  text: string;
  headings: string[];
  rows: string[][];
  /** Folded or not, as the file spells them; codes of sectors; units by P-code with their rows, of those that are placed for certain. */
  organisations: string[];
  leads: string[];
  sectors: string[];
  placed: number;
  review: number;
}

interface Column {
  heading: string;
  tag?: string;
  cell: (row: number) => string;
}

const initials = (name: string) =>
  name
    .split(' ')
    .map((word) => word[0]!)
    .join('');

const BANNER: Record<Lang, string> = {
  en: 'Who does what where, update of the working group',
  fr: 'Qui fait quoi où, mise à jour du groupe de travail',
  es: 'Quién hace qué dónde, actualización del grupo de trabajo',
  ar: 'من يفعل ماذا وأين، تحديث فريق العمل',
  pt: 'Quem faz o quê e onde, atualização do grupo de trabalho',
};

/** A summary of counts, which names nobody: it is refused. */
export function drawSummary(seed: number, lang: Lang): string {
  const random = createRandom(seed * 31 + LANGS.indexOf(lang));
  const words = WORDS[lang];
  const rows = [0, 2].map((i) => [
    DISTRICTS[i]![1],
    DISTRICTS[i]![0],
    String(20 + random.below(60)),
    words.sectors
      .slice(0, 2)
      .map(([, text]) => text)
      .join(', '),
  ]);
  return stringify([[random.pick(words.region), random.pick(words.regionCode), random.pick(words.counts), random.pick(words.choiceOf)], ...rows]);
}

export function drawVariant(seed: number, lang: Lang, trap: Trap, layout: Layout = 'plain'): Variant {
  const rows = layout === 'few' ? 12 : 36;
  const random = createRandom(seed * 7919 + LANGS.indexOf(lang) * 101 + TRAPS.indexOf(trap) * 13 + 1);
  const words = WORDS[lang];
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
  const half = () => random.next() < 0.5;
  const at = Array.from({ length: rows }, (_, row) => ({
    org: words.organisations[(row * 5 + (row >> 2)) % words.organisations.length]!,
    sector: words.sectors[(row + (row >> 3)) % words.sectors.length]!,
    place: DISTRICTS[(row >> 1) % 4]!,
    lead: (row >> 1) % 4 === 3 ? pick(words.nobody) : LEADS[(row >> 1) % 2]!,
    strange: row % 4 === 1,
    chosen: words.sectors.filter((_, s) => (row + s) % 3 !== 0 || s === row % 4),
  }));
  const isStrange = trap === 'strange codes';
  const isScheme = trap === 'other scheme';
  const hasCodes = isStrange || isScheme || trap === 'none' ? true : half() || half();
  const hasNames = isScheme || !hasCodes || half();
  const columns: Column[] = [{ heading: pick(words.org), tag: pick(['#org', '#org+name', '#org+impl']), cell: (row) => at[row]!.org }];
  if (trap !== 'choices') columns.push({ heading: pick(words.sector), tag: '#sector', cell: (row) => at[row]!.sector[1] });
  if (hasNames) {
    columns.push({ heading: pick(words.region), tag: '#adm1+name', cell: (row) => at[row]!.place[1] });
    columns.push({ heading: pick(words.district), tag: '#adm2+name', cell: (row) => at[row]!.place[3] });
  }
  if (hasCodes) {
    if (!isScheme && half()) columns.push({ heading: pick(words.regionCode), tag: '#adm1+code', cell: (row) => at[row]!.place[0] });
    columns.push({
      heading: pick(words.districtCode),
      tag: '#adm2+code',
      cell: (row) => {
        const code = at[row]!.place[2];
        return isScheme ? `NX${1100 + Number(code.slice(2))}` : isStrange && at[row]!.strange ? `${code}ZS${String(row).padStart(2, '0')}` : code;
      },
    });
  }
  if (half()) columns.push({ heading: pick(words.orgType), cell: (row) => words.types[words.organisations.indexOf(at[row]!.org) % words.types.length]! });
  if (lang !== 'ar' && half() && trap !== 'lead') columns.push({ heading: pick(words.acronym), cell: (row) => initials(at[row]!.org) });
  if (half()) columns.push({ heading: pick(words.status), cell: (row) => words.statuses[row % 2]! });
  if (half()) {
    const [heading, texts] = pick(words.activity);
    columns.push({ heading, cell: (row) => texts[row % texts.length]! });
  }
  switch (trap) {
    case 'answers':
      for (const [heading, answers] of new Set([pick(words.asks), pick(words.asks)]))
        columns.push({ heading, cell: (row) => answers[(row * 3) % answers.length]! });
      break;
    case 'ids':
      columns.push({ heading: pick(words.ids), cell: (row) => String(60 + words.organisations.indexOf(at[row]!.org)) });
      break;
    case 'counts':
      columns.push({ heading: pick(words.counts), cell: (row) => String(1 + ((row * 7) % 9)) });
      break;
    case 'lead':
      columns.push({ heading: pick(words.lead), tag: '#org+acronym', cell: (row) => at[row]!.lead });
      break;
    case 'acronym of cluster':
      columns.push({ heading: pick(words.clusterAcronym), cell: (row) => at[row]!.sector[0] });
      break;
    case 'choices': {
      const question = pick(words.choiceOf);
      const between = pick(['/', '/', ' - ', ': ']);
      const [yes, no] = pick([['1', '0'], ['1', '0'], ['x', ''], ['TRUE', 'FALSE']]); // prettier-ignore
      for (const sector of words.sectors)
        columns.push({ heading: `${question}${between}${sector[1]}`, cell: (row) => (at[row]!.chosen.includes(sector) ? yes! : no!) });
    }
  }
  // Choices stay together; all else in any order.
  for (let i = trap === 'choices' ? 0 : columns.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [columns[i], columns[j]] = [columns[j]!, columns[i]!];
  }
  const used = new Set(at.flatMap(({ sector, chosen }) => (trap === 'choices' ? chosen.map(([code]) => code) : [sector[0]])));
  const strange = isStrange ? at.filter(({ strange: is }) => is).length : 0;
  const headings = columns.map(({ heading }) => heading);
  const cells = at.map((_, row) => columns.map(({ cell }) => cell(row)));
  const above = layout === 'banner' ? [[BANNER[lang]], []] : [];
  const tags = layout === 'tags' ? [columns.map(({ tag }) => tag ?? '')] : [];
  return {
    lang,
    trap,
    text: stringify([...above, headings, ...tags, ...cells], { delimiter: layout === 'semicolons' ? ';' : ',' }),
    headings,
    rows: cells,
    organisations: [...new Set(at.map(({ org }) => org))].sort(),
    leads: trap === 'lead' ? LEADS : [],
    sectors: [...used].sort(),
    placed: rows - strange,
    review: strange,
  };
}
