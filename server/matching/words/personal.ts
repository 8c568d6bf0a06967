/** Words by which columns, cells and authors are told to be of persons, in the languages of the field. */
import { foldName } from '../fold.ts';

/** Headings of columns of addresses, folded. */
export const EMAIL_HEADING = /\b(e ?mails?|courriels?|mel|correos?|mail|adresse electronique)\b|بريد|ايميل/u;
/** … of telephone numbers. */
export const PHONE_HEADING =
  /\b(phones?|tel|tels|telephones?|mobiles?|cell ?phones?|cellulaires?|gsm|whats ?app|telefonos?|celular(es)?|movil|telefones?|telemovel|portables?|contact (no|nos|number|numbers|details)|numero de contact)\b|هاتف|جوال|موبايل|تلفون|تليفون|رقم الاتصال/u;
/** … of names of persons, and of those who report, enter and answer. */
export const NAME_HEADING =
  /\b(focal (point|person)s?|points? foca(l|ux)|puntos? focal(es)?|pontos? foca(l|is)|contact (person|name)s?|contacts?|persona (de )?contacto|personne (de )?(contact|ressource|referente)|pessoa (de )?contat?o|name of (the )?(contact|focal|respondent|enumerator|interviewer|person|beneficiary|staff|manager|head|key|reporter)|(respondents?|enumerators?|interviewers?|staff|beneficiary|person|employee|reporter|supervisor|informants?|driver|teacher|first|last|full|given|family|middle|manager|contact|user|leader|chief) ?names?|surnames?|(reported|prepared|submitted|entered|filled|completed|verified|validated|updated|collected|recorded) by|supervisors?|interviewers?|enumerators?|respondents?|interviewees?|informants?|key informants?|project managers?|head of (the )?household|noms? et prenoms?|prenoms?|nom complet|nom de famille|noms? d(u|e|es|e la|e l) ?(contact|repondant|point|responsable|chef|enqueteur|personne|agent|superviseur|beneficiaire)|responsables?|enqueteurs?|repondants?|redacteurs?|(rempli|saisi|prepare|renseigne|valide|elabore|collecte) par|nombres? y apellidos?|apellidos?|nombre completo|nombre d(el|e la|e) (contacto|responsable|encuestador|persona|entrevistad)|encuestador(es|a|as)?|entrevistad[oa]s?|(elaborado|llenado|reportado|preenchido|preparado|diligenciado) p[oe]r|sobrenomes?|apelidos?|nome completo|responsave(l|is)|inquiridor(es)?|entrevistador(es)?)\b|نقطه الاتصال|ضابط الاتصال|ضابط الارتباط|اسم (الشخص|المسوول|الباحث|المستجيب|المدير|المنسق|الموظف|جهه الاتصال)|الشخص المسوول|مسوول الاتصال|جهه الاتصال|الاسم الكامل|الاسم الثلاثي|اسم العايله|مدخل البيانات/u;
/** A heading that says no more than “name”: it counts beside a column of addresses or numbers of the same rows. */
export const BARE_NAME = /^(names?|noms?|nombres?|nomes?|الاسم|اسم)$/u;
/** What else such words are about. */
export const NOT_OF_PERSONS =
  /\b(org|orgs|organi[sz]ations?|organi[sz]acion(es)?|organizac(ao|oes)|agenc(y|ies)|partners?|partenaires?|socios?|parceiros?|ngos?|ong|admin\d?|adm\d?|districts?|villages?|sites?|types?|titles?|position|positions|fonctions?|cargos?|sex|sexe|sexo|gender|age|date|id|ids|code|codes|number of|nombre de|numero de|nb|nbr|count|total|level|niveau)\b|منظمه|جهه التنفيذ|نوع|عدد/u;

/** What stands before a name. */
export const HONORIFIC =
  /^(mr|mrs|ms|miss|dr|prof|eng|engr|sir|madam|m|mme|mlle|monsieur|madame|sr|sra|srta|don|doña|dona|ing|lic|السيد|السيدة|الدكتور|د|أ|م)\.?\s+/iu;
/** Words of names of organisations, places and things, folded; whole words. */
export const NOT_PERSON = new Set(
  'ministry ministere ministerio ministerio agency agence agencia organization organisation organizacion organizacao association asociacion associacao fund fonds fondo foundation fondation fundacion fundacao committee comite comision commission council conseil consejo conselho cluster sector group groupe grupo unit unite unidad department departement departamento direction direccion directorate service services office bureau oficina centre center centro program programme programa project projet proyecto projeto international internationale internacional national nationale nacional world mondial mundial relief secours aid aide ayuda ajuda care health sante salud saude education school ecole escuela escola hospital hopital water eau agua food nutrition protection shelter abri logistics camp site village district province region municipality commune county state gouvernorat governorate cercle zone nations union save children enfants red cross croix rouge cruz roja ngo ong ingo inc ltd llc company society societe sociedad solidarity solidarites action against hunger medecins refugee refugees community communaute comunidad development developpement desarrollo desenvolvimento humanitarian humanitaire humanitario team equipe equipo university universite universidad institute institut instituto church eglise iglesia women femmes mujeres youth jeunes and et y e the of for pour para por with not non none other autre otro outro unknown total yes no oui si وزارة منظمة مؤسسة جمعية لجنة مكتب مركز مستشفى مدرسة محافظة مديرية قرية مخيم'
    .split(' ')
    .map(foldName),
);
/** Small words inside names: Ahmed al Hassan, María de la Cruz, Jean van der Berg. */
export const PARTICLE =
  /^(al|el|ul|bin|ben|ibn|abu|abou|ould|bint|de|da|do|dos|das|del|della|di|la|las|los|le|du|van|von|der|den|ter|ten|y|e|st|san|الـ?|بن|ابن|أبو|ابو|بنت)$/iu;
