/**
 * Words of headings in the languages of 3W files (English, French, Spanish, Portuguese, Arabic, Russian, Ukrainian), each list one notion. They are matched as whole
 * words of the folded heading; what a heading means comes from the notions it holds together (headings.ts).
 */
import { foldName } from '../../matching/fold.ts';

/** Whole words; `…` stands for the rest of a word. Accents and case do not matter. */
function words(list: string): RegExp {
  const alternatives = list
    .split('|')
    .map((each) =>
      each
        .trim()
        .split('…')
        .map((part) => foldName(part))
        .join('[\\p{L}\\p{M}]*'),
    )
    .sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{Nd}])(?:${alternatives.join('|')})(?![\\p{L}\\p{M}\\p{Nd}])`, 'u');
}

export const ORG = words(
  `organisation|organisations|organization|organizations|organización|organizaciones|organização|organizações|organisme|organismes|organismo|organismos|org|orgs|acteur|acteurs|actor|actors|actores|
   agency|agencies|agence|agences|agencia|agencias|agência|agências|ong|ongs|ngo|ngos|ingo|nngo|entidad|entidades|entidade|implementer|implementers|implementador…|implementadora|ejecutor…|executant|exécutant|
   المنظمة|منظمة|المنظمات|منظمات|الجهة|الجهات|الوكالة|الوكالات|المنفذ|организация|організація|организации|организаций|организаціі|організації|организация исполнитель|агентство|агенція|нпо|нуо`,
);
/** Words for a body that also stand for a building, a firm or an office: they need what the cells say. */
export const BODY = words(
  `entity|entities|institution|institutions|structure|structures|intervenant|intervenants|opérateur|opérateurs|operator|operators|entité|entités|institución|instituciones|contraparte|contrapartes|
   instituição|instituições|executor|executora|ministry|ministries|ministère|ministerio|ministério|министерство|міністерство|الوزارة|وزارة|المؤسسة|مؤسسة|المؤسسات|الجمعية|جمعية|الجمعيات|الهيئة|هيئة|الهيئات`,
);
export const PARTNER = words(
  'partner|partners|partenaire|partenaires|socio|socios|parceiro|parceiros|parcero|الشريك|شريك|الشركاء|شركاء|партнер|партнёр|партнера|партнеры|партнери|партнёры',
);
export const DONOR = words(
  'donor|donors|donante|donantes|donateur|donateurs|bailleur|bailleurs|funder|funders|funded by|financed by|funding agency|financeur|financeurs|financiador…|doador|doadores|المانح|المانحة|المانحون|المانحين|الممول|الجهة المانحة|донор|доноры|донори|донора',
);
/** Where the money comes from, which may be a body or a kind of source. */
export const FUNDING = words(
  'funding|funding source|source of funding|financement|source de financement|financiamiento|fuente de financiamiento|financiamento|التمويل|финансирование|фінансування',
);
export const LEAD = words(
  'lead|leader|leading|chef de file|cheffe de file|líder|programming|programme|program|programación|programmation|prime|principal|principale|contracting|reporting|الرئيسي|الرئيسية|الرائد|الرائدة|القائد|القائدة|ведущий|ведущая|головний|головна|провідна',
);
/** "Other (specify)": what a list of answers does not have, beside the column of that list. */
export const OTHER = words(
  'other|others|specify|autre|autres|préciser|otro|otra|otros|otras|especificar|especifique|outro|outra|outros|outras|أخرى|اخرى|حدد|другое|другая|уточните|інше|інша',
);
/** Headings that are one word and mean a body all the same. */
export const WHO = /^(?:who|qui|quien|quem|من)$/u;
export const LEADS_ALONE = /^(?:lead|leader|leads|chef de file|cheffe de file|lider|الرائد|القائد)$/u;
export const IMPLEMENT = words(
  'implement…|mise en œuvre|mise en oeuvre|exécution|execution|executing|exécutant|executant|ejecutor…|ejecución|ejecutante|implementador…|implementación|implementação|التنفيذ|المنفذ|المنفذة|منفذ|исполнитель|исполняющий|исполняющая|реализующий|реализующая|виконавець|виконуюча|реалізуючий|імплементуючий|впроваджувальний',
);
export const ACRONYM = words(
  'acronym…|accronym…|acrónimo|acrônimo|acro|sigle|sigles|sigla|siglas|abbrev…|abrev…|short name|اختصار|الاختصار|المختصر|аббревиатура|сокращение|абревіатура|скорочення',
);
export const NAME = words('name|names|nom|noms|nombre|nombres|nome|nomes|label|libellé|description|descripción|full name|title|اسم|الاسم|إسم|назва|название');
export const TYPE = words(
  'type|types|tipo|tipos|typ|typology|typologie|category|categories|catégorie|categoría|categoria|kind|nature|rang|rank|نوع|النوع|فئة|الفئة|تصنيف|тип|вид|категория|категорія',
);
export const ID = words(
  'id|ids|identifier|identifiant|identificador|uuid|guid|code|codes|código|codigo|cod|no|num|numéro|number|الرقم|رقم|الرمز|رمز|المعرف|معرف|код|коду|кода|номер|идентификатор|ідентифікатор',
);
/** A number of something. "Nombre" is a number in French and a name in Spanish: what follows tells (headings.ts). */
export const COUNT = words(
  'number of|no of|num of|nb of|nb|nbr|nbre|nbr de|count|counts|count of|distinct count|total|totals|sum|sum of|número de|numero de|cantidad|cantidad de|nombre total|how many|combien|cuántos|cuántas|quantos|percentage|percent|عدد|مجموع|إجمالي|количество|число|кількість|число|всего|усього',
);
export const COUNT_FRENCH = words(
  'nombre d organisations|nombre des organisations|nombre organisations|nombre d acteurs|nombre des acteurs|nombre de partenaires|nombre des partenaires|nombre d ong|nombre des ong|nombre d organismes|nombre d agences|nombre de clusters|nombre de secteurs|nombre des secteurs|nombre de régions|nombre de provinces|nombre de districts|nombre d activités|nombre d acteur|nombre de partenaire|nombre d organisation',
);
export const CONTACT = words(
  'contact|contacts|contacto|contato|email|e mail|mail|courriel|correo|phone|phones|telephone|téléphone|teléfono|tel|mobile|focal|focal point|point focal|punto focal|person|personne|persona responsable|website|site web|url|address|adresse|dirección|logo|icon|icone|icones|البريد|الهاتف|جهة الاتصال|العنوان',
);
export const COMMENT = words(
  'comment|comments|commentaire|commentaires|comentario|comentarios|remark|remarks|remarque|remarques|observation|observations|observación|observaciones|note|notes|detail|details|détails|detalle|detalles|ملاحظات|تعليق|комментарий|комментарии|примечание|примечания|коментар|примітка|примітки',
);
export const DESCRIBING = words('description|descripción|descrição|unit|unité|unidad|الوصف|وصف');
export const PROJECT = words(
  'project|projects|projet|projets|proyecto|proyectos|projeto|projetos|response|réponse|respuesta|plan|plans|budget|presupuesto|cost|costs|coût|costo|usd|hrp|capacity|capacité|feedback|office|bureau|oficina|المشروع|مشروع|الميزانية|проект|проекта|проєкт|бюджет',
);
/** Words by which a heading asks, or says how to fill the column in. */
export const ASKING = words(
  'how|what|which|why|does|did|please|choose|select|indicate|specify|put in place|do you|did you|are you|have you|has your|does your|quel|quelle|quels|quelles|est ce|avez vous|êtes vous|choisir|choisissez|sélectionner|sélectionnez|indiquer|indiquez|préciser|précisez|veuillez|cuál|cuáles|cómo|por favor|elija|seleccione|indique|especifique|escolha|selecione|هل|ما هو|ما هي|كيف|اختر|يرجى|حدد',
);

export const SECTOR = words(
  'sector|sectors|secteur|secteurs|sectores|setor|setores|cluster|clusters|clúster|grappe|grappes|القطاع|قطاع|القطاعات|قطاعات|الكتلة|كتلة|المجموعة القطاعية|сектор|кластер|сектора|секторы|кластера|кластеры|сектори|кластери',
);
export const SECTOR_WEAK = words('domaine|domaines|thème|theme|intervention|interventions|thematic area|area of work|response area');
export const SUBSECTOR = words(
  'sub sector|subsector|sub cluster|subcluster|sub sectors|sous secteur|sous cluster|sous grappe|sub sector name|subsetor|subclúster|área de responsabilidad|area of responsibility|areas of responsibility|domaine de responsabilité|aor|القطاع الفرعي',
);
export const STATUS = words('status|statut|état|estado|estatus|situação|situacion|stage|phase|progress|الحالة|حالة|статус|статус|состояние|стан');
export const ACTIVITY = words(
  'activity|activities|activité|activités|actividad|actividades|atividade|atividades|indicator|indicators|indicateur|indicador|output|action|النشاط|الأنشطة|نشاط|أنشطة|деятельность|мероприятие|активность|діяльність|активність|захід',
);
export const MODALITY = words('modality|modalities|modalité|modalités|modalidad|modalidade|mecanismo|delivery mechanism');
export const LOCALITY = words(
  'village|villages|ville|villes|localité|localités|localidad|locality|aldea|aldeia|site|sites|sitio|kebele|lugar|location|locations|settlement|camp|camps|quartier|barrio|bairro|school|facility|القرية|الموقع|موقع|المخيم|الحي|المدرسة|населенный пункт|населений пункт|село|поселок|школа',
);

export const START = words(
  'start|starts|starting|begin|beginning|begins|début|debut|débute|inicio|início|from|date from|depuis|desde|البداية|البدء|تاريخ البداية|تاريخ البدء|начало|начала|початок|початку',
);
export const END = words(
  'end|ends|ending|fin|final|finalización|finalizacion|término|termino|until|to date|date to|jusqu|hasta|النهاية|الانتهاء|تاريخ النهاية|تاريخ الانتهاء|окончание|окончания|завершение|завершения|конец|закінчення|завершення|кінець',
);
export const DATE = words('date|dates|when|quand|cuándo|quando|متى|fecha|fechas|data|day|jour|día|dia|التاريخ|تاريخ|дата');
export const MONTH = words(
  'month|months|mois|mes|meses|mês|period|période|periode|período|periodo|الشهر|شهر|الفترة|فترة|месяц|месяца|период|місяць|місяця|період|отчетный период|звітний період',
);
export const QUARTER = words('quarter|quarters|trimestre|trimestres|qtr|الربع|квартал');
export const YEAR = words('year|years|année|annee|an|año|ano|السنة|سنة|العام|год|рік|السنوات');
/** When a form was filled in, sent or changed: never when an activity took place. */
export const FORM = words(
  'submission|submitted|soumission|soumis|envío|enviado|created|creation|création|creado|modified|modifié|modificado|updated|update|actualizada|actualizado|actualización|mise à jour|timestamp|horodateur|horodatage|marca temporal|marca de tiempo|today|reporte|report|rapport|reported on|collected|collecte|data entry|date of entry|saisie|entered|uploaded|synced|تاريخ الإرسال|تاريخ التقديم|تاريخ التعبئة',
);

export const REACHED = words(
  'reached|people reached|atteint|atteints|atteinte|atteintes|touchées|touchés|alcanzada|alcanzadas|alcanzados|alcançadas|assisted|assistés|assistées|asistidas|served|beneficiary|beneficiaries|bénéficiaire|bénéficiaires|beneficiarios|beneficiarias|beneficiários|المستفيدين|المستفيدون|مستفيد|المستفيد|مستفيدين|مستفيدون|مستفيدات|المستفيدات|المنتفعين|تم الوصول إليهم|تم الوصول اليهم|الوصول إليهم|تم خدمتهم|تمت خدمتهم|تمت مساعدتهم|المخدومين|охвачено|охваченных|охват|получателей|получивших помощь|получатели|бенефициаров|бенефициары|достигнуто|охоплено|охоплених|охоплення|отримувачів|отримувачі|бенефіціарів|бенефіціари',
);
/** Not those reached, or no people. */
export const NOT_REACHED = words(
  'target|targets|targeted|planned|planifié|planifiés|planifiée|planifiées|planificado|planificados|planificada|planificadas|planejado|planejados|planeado|planeados|previsto|previstos|à atteindre|a alcanzar|a alcançar|ciblé|ciblés|ciblées|cible|cibles|prévu|prévus|prévues|meta|metas|objetivo|need|besoin|household|households|hh|ménage|ménages|familia|familias|famille|familles|hogar|hogares|agregados|indirect|indirects|indirectos|percentage|المستهدفين|المستهدفون|الأسر|أسرة|الاحتياج|المحتاجين|أسر|العائلات|عائلة|المخطط|целевых|целевая|целевое|планируется|запланировано|план|домохозяйств|домохозяйства|семей|нуждающихся|цільових|цільова|заплановано|домогосподарств|домогосподарства|сімей|потребують',
);
/** A part of the people, by sex, age or group. */
export const PART = words(
  'girl|girls|boy|boys|men|women|male|female|children|child|adult|adults|elderly|filles|garçons|hommes|femmes|enfants|niñas|niños|mujeres|hombres|adultos|meninas|meninos|homens|mulheres|disabled|idps|refugees|returnees|new|nuevas|nouvelles|البنات|الأولاد|النساء|الرجال|الأطفال|الإناث|الذكور|إناث|ذكور|نساء|رجال|بنات|أولاد|женщин|женщины|мужчин|мужчины|девочек|девочки|мальчиков|мальчики|детей|жінок|жінки|чоловіків|чоловіки|дівчат|хлопців|дітей',
);

/** Parts that exclude each other, by families: who is of one word of a family is of no other. */
export const PARTS: readonly (readonly RegExp[])[] = [
  [
    words('men|hommes|hombres|homens|الرجال|رجال|мужчин|мужчины|чоловіків|чоловіки'),
    words('women|femmes|mujeres|mulheres|النساء|نساء|женщин|женщины|жінок|жінки'),
    words('boys|garçons|niños|meninos|rapazes|الأولاد|أولاد|البنين|بنين|мальчиков|мальчики|хлопців|хлопчиків'),
    words('girls|filles|niñas|meninas|raparigas|البنات|بنات|الفتيات|فتيات|девочек|девочки|дівчат|дівчаток'),
  ],
  [words('male|males|masculin|masculino|ذكور|الذكور'), words('female|females|féminin|femenino|feminino|إناث|الإناث')],
  [
    words('children|child|enfants|crianças|الأطفال|أطفال|детей|дети|дітей|діти'),
    words('adult|adults|adultes|adultos|البالغين|بالغين|взрослых|взрослые|дорослих|дорослі'),
    words('elderly|older|personnes âgées|adultos mayores|idosos|كبار السن|المسنين|пожилых|літніх'),
  ],
  [
    words('idp|idps|pdi|déplacés|desplazados|deslocados|النازحين|نازحين|впл|впо'),
    words('refugee|refugees|réfugiés|refugiados|اللاجئين|لاجئين|беженцев|біженців'),
    words('returnee|returnees|retournés|retornados|العائدين|عائدين'),
    words('host|host community|hôtes|communauté hôte|acogida|acolhedora|المجتمع المضيف|المضيف'),
  ],
];
/** Words around a month in a heading that mean nothing of their own. */
export const FILLING = words(
  'month|mois|mes|mês|الشهر|شهر|месяц|місяць|in|en|em|de|of|for|pour|para|no|number|total|activity|activité|actividad|atividade|active|actif|activo|ativo|present|presence|présence|presencia|presença|reporting|reported|implemented',
);

/** A letter alone heads coordinates; among words it is another (Spanish and). */
const orAlone = (pattern: RegExp, letter: string) => new RegExp(`${pattern.source}|^${letter}$`, 'u');
export const LATITUDE = orAlone(
  words(
    'lat|lats|latitude|latitud|y coord|y coordinate|coord y|coordinate y|ycoord|gps y|coordonnée y|coordonnées y|coordenada y|coordenadas y|خط العرض|широта',
  ),
  'y',
);
export const LONGITUDE = orAlone(
  words(
    'lon|long|lng|longitude|longitud|x coord|x coordinate|coord x|coordinate x|xcoord|gps x|coordonnée x|coordonnées x|coordenada x|coordenadas x|خط الطول|долгота|довгота',
  ),
  'x',
);

/** Marks of a P-code. */
export const PCODE = words('p code|pcode|pcodes|p codes|pcod|admin code|adm code|geocode|code géographique|الرمز الإداري|رمز p|п код|пкод|pкод|p код');
export const COUNTRY = words('country|pays|país|البلد|الدولة|دولة|страна|країна');

/** Words for admin levels. They differ by country, so a word counts for its neighbours too. */
export const LEVELS: readonly (readonly [level: 1 | 2 | 3 | 4, pattern: RegExp])[] = [
  [
    1,
    words(
      `region|regions|région|régions|región|regiones|governorate|governorates|province|provinces|provincia|provincias|state|states|état|estado|estados|departement|département|department|departamento|departamentos|prefecture|préfecture|oblast|
       gouvernorat|wilaya|wilayah|mantika|mantiqa|المحافظة|محافظة|الولاية|ولاية|الإقليم|اقليم|المنطقة|область|области|області|губернаторство|мухафаза|вилаят|провинция`,
    ),
  ],
  [
    2,
    words(
      `district|districts|zone|zones|county|counties|cercle|cercles|sousprefecture|sous préfecture|sous prefecture|municipality|municipalities|municipio|municipios|município|territoire|territoires|lga|lgas|raion|distrito|distritos|
       baladiya|departement|département|department|المديرية|مديرية|القضاء|قضاء|البلدية|район|района|району|райони|округ`,
    ),
  ],
  [
    3,
    words(
      `woreda|woredas|wereda|subdistrict|sub district|sub districts|sub county|commune|communes|comuna|comunas|ward|wards|township|townships|canton|cantón|parroquia|posto|posto administrativo|payam|upazila|distrito municipal|municipality|
       الناحية|ناحية|العزلة|عزلة|громада|громади|hromada|община|общины|сельский совет`,
    ),
  ],
  [4, words('union|unions|boma|bomas|kebele|kebeles|section communale|barangay|colline|collines|corregimiento|القرية')],
];
