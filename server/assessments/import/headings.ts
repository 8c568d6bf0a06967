/** What registries of assessments call their columns: HR.info's export, the form of an office in Kobo, and what people write in the languages of the field. */
import type { ColumnRole } from '../../contract/assessments/imports.ts';
import { foldName } from '../../matching/fold.ts';
import { headingsOf, namedByHeading } from '../../matching/words/headings.ts';
import { EMAIL_HEADING, NAME_HEADING, NOT_OF_PERSONS, PHONE_HEADING } from '../../matching/words/personal.ts';

const role = (key: string): ColumnRole => {
  const [is, level] = key.split('/');
  return { is: is as ColumnRole['is'], ...(level === undefined ? {} : { level: Number(level) }) };
};

const HEADINGS = headingsOf(
  {
    title:
      'title|assessment title|assessment name|name of assessment|name of the assessment|assessment|survey title|titre|titre de l evaluation|nom de l evaluation|titulo|titulo de la evaluacion|nombre de la evaluacion|evaluacion|titulo da avaliacao|nome da avaliacao|العنوان|عنوان التقييم|اسم التقييم',
    lead: 'lead|lead organisation|lead organization|lead agency|leading organisation|leading organization|leading coordinating organization s|leading coordinating organisation s|leading organization s|lead organizations|lead organisations|coordinating organization|agence chef de file|organisation chef de file|chef de file|organisation responsable|organisation principale|agencia lider|organizacion lider|lider|organizacion responsable|agencia lider da avaliacao|organizacao lider|المنظمة الرائدة|الوكالة الرائدة|الجهة المنفذة',
    organisation: 'organisation|organization|agency|organisation name|organization name|agence|organizacion|agencia|organizacao|المنظمة',
    participants:
      'participants|participating organisations|participating organizations|participating organization s|participating organisation s|participating orgs|partners|partner organisations|partner organizations|organisations participantes|partenaires|organizaciones participantes|socios|organizacoes participantes|parceiros|المنظمات المشاركة|الشركاء',
    donors: 'donor|donors|funding|bailleur|bailleurs|donante|donantes|doador|doadores|المانح|المانحون',
    sectors:
      'sector|sectors|cluster|clusters|clusters sectors|cluster s sector s|cluster sector|sectors clusters|bundles|secteur|secteurs|sectores|sectores clusteres|setor|setores|القطاع|القطاعات|الكتلة',
    populations:
      'population type|population types|population type s|population group|population groups|affected groups|affected population|groupes de population|type de population|types de population|poblacion|grupos de poblacion|tipos de poblacion|grupos populacionais|الفئات السكانية',
    objective: 'objective|objectives|subject|subject objective|subject objectives|purpose|objectif|objectifs|objet|objetivo|objetivos|الهدف|الأهداف',
    methodology: 'methodology|method|methods|methodologie|metodologia|metodo|المنهجية',
    technique:
      'collection method|collection methods|collection method s|data collection method|data collection technique|technique|techniques|methode de collecte|metodo de recoleccion|metodo de coleta|طريقة الجمع|طريقة جمع البيانات',
    status:
      'status|assessment status|statut|statut de l evaluation|etat|etat de l evaluation|estado de la evaluacion|estado evaluacion|situacao|situacao da avaliacao|الحالة|حالة التقييم',
    frequency: 'frequency|frequence|frecuencia|frequencia|periodicity|التكرار|الدورية',
    type: 'assessment type|type of assessment|type d evaluation|tipo de evaluacion|tipo de avaliacao|نوع التقييم',
    family: 'family|assessment family|famille|familia',
    coordination: 'coordination|coordination type|coordinacion|coordenacao',
    representative:
      'level of representation|level of representativeness|representative level|geographic level|level of representivity|niveau de representativite|nivel de representacion|nivel de representatividad|nivel de representatividade|مستوى التمثيل',
    covers: 'coverage level|level of coverage|admin level|niveau de couverture|nivel de cobertura|nivel cobertura|مستوى التغطية',
    start:
      'start|start date|from|date|dates|assessment date|assessment date s|assessment dates|assessment start|assessment start date|collection start|data collection start|data collection start date|field work start|date de debut|debut|debut de la collecte|date de l evaluation|date evaluation|fecha de inicio|fecha inicio|inicio|fecha de la evaluacion|fecha evaluacion|data de inicio|data da avaliacao|البداية|تاريخ البدء|تاريخ التقييم|تاريخ البداية',
    end: 'end|end date|to|assessment end date|estimated end date|expected end date|collection end|data collection end|data collection end date|field work end|date de fin|fin|fin de la collecte|fecha de fin|fecha fin|fecha fin estimada|fecha de finalizacion|fin|data de fim|data fim|fim|النهاية|تاريخ الانتهاء|تاريخ النهاية',
    published: 'publication date|published|published on|report date|date de publication|fecha de publicacion|data de publicacao|تاريخ النشر',
    'next-round': 'next round|next assessment|prochaine evaluation|proxima ronda|proxima rodada',
    'sample-size': 'sample size|sample|taille de l echantillon|echantillon|tamano de la muestra|tamano muestra|muestra|tamanho da amostra|amostra|حجم العينة',
    'sample-unit':
      'unit of measurement|unit s of measurement|units of measurement|unit of analysis|unite de mesure|unidad de medida|unidad de analisis|unidade de medida|وحدة القياس',
    languages: 'language|languages|langue|langues|idioma|idiomas|lingua|اللغة',
    'coverage-text':
      'other location|other locations|location details|coverage details|coverage detail|area covered|geographic coverage|autre lieu|autres lieux|details de la couverture|detalle cobertura|detalle de la cobertura|detalle de cobertura|otra ubicacion|cobertura geografica|outra localizacao|تفاصيل التغطية',
    notes:
      'notes|note|comments|comment|remarks|observations|key findings|remarques|commentaires|notas|comentarios|observaciones|observacoes|hallazgos|ملاحظات|تعليقات',
    'has-report': 'has report|report attached|report available|rapport disponible|tiene reporte|reporte adjunto|tem relatorio',
    'report-link':
      'report link|report url|report file|link to report|lien du rapport|url reporte|enlace reporte|enlace del informe|link do relatorio|رابط التقرير',
    'report-access': 'report|assessment report|report access|report accessibility|assessment report accessibility|rapport|informe|relatorio|التقرير',
    'has-data': 'has data|data attached|data available|donnees disponibles|tiene datos|datos adjuntos|tem dados',
    'data-link': 'data link|data url|data file|link to data|lien des donnees|url datos|enlace datos|link dos dados|رابط البيانات',
    'data-access': 'data|assessment data|data access|data accessibility|assessment data accessibility|donnees|datos|dados|البيانات',
    'questionnaire-link': 'questionnaire link|questionnaire url|questionnaire file|url cuestionario|lien du questionnaire',
    'questionnaire-access':
      'questionnaire|assessment questionnaire|questionnaire accessibility|assessment questionnaire accessibility|cuestionario|questionario|الاستبيان',
    instructions: 'instructions|how to ask|access instructions|instructions d acces|instrucciones',
    'place/0': 'country|pays|pais|البلد',
    'place/1':
      'admin1|admin 1|adm1|adm1 name|admin1 name|adm1 en|state|states|region|regions|province|governorate|county|estado|estados|departement|departamento|provincia|wilaya|المحافظة|المنطقة|الولاية|ولاية|estado provincia|adm1 pcode|admin1 pcode|admin1 code|adm1 code|admin 1 pcode|adm1 p code|pcode1|p code admin1',
    'place/2':
      'admin2|admin 2|adm2|adm2 name|admin2 name|adm2 en|district|districts|zone|municipality|municipio|municipios|municipalities|cercle|prefecture|municipio admin2|المديرية|القضاء|adm2 pcode|admin2 pcode|admin2 code|adm2 code|admin 2 pcode|adm2 p code|pcode2|p code admin2',
    'place/3':
      'admin3|admin 3|adm3|adm3 name|admin3 name|adm3 en|commune|communes|parish|parroquia|parroquias|sub district|subdistrict|chiefdom|ward|woreda|الناحية|adm3 pcode|admin3 pcode|admin3 code|adm3 code|admin 3 pcode|adm3 p code|pcode3|p code admin3',
    'place/4': 'admin4|admin 4|adm4|adm4 name|adm4 pcode|admin4 pcode|admin4 code|adm4 code',
    place: 'location|locations|location s|place|places|areas|area|lieu|lieux|localisation|ubicacion|ubicaciones|lugar|lugares|localizacao|المواقع|الموقع',
    ignore:
      'id|uuid|index|indice|no|nr|number|submission time|submitted|submission date|fecha envio|date de soumission|today|deviceid|file name|nombre reporte|nombre datos|start time|end time|version|operation|operations|operation s webspace s|themes|theme s|disasters|disaster s|hubs|hub s|rank',
  },
  role,
);

const OF_PERSONS = [EMAIL_HEADING, PHONE_HEADING, NAME_HEADING];

/** Whether a column is about persons by its heading: nothing of it is read. */
export function isOfPersons(heading: string): boolean {
  const folded = foldName(heading.replaceAll('_', ' '));
  return OF_PERSONS.some((words) => words.test(folded)) && !NOT_OF_PERSONS.test(folded);
}

/** Roles that a heading names. Of a form, `GROUP/question_name` is called by what stands last. */
export function rolesOfHeading(heading: string): { role: ColumnRole; word: string; fit: number }[] {
  const bare = heading.replaceAll('_', ' ');
  const whole = namedByHeading(bare, HEADINGS);
  const last = bare.split('/').at(-1)!;
  if (last === bare) return whole;
  const named = namedByHeading(last, HEADINGS);
  return named.length > 0 ? named : whole;
}
