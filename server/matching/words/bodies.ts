/**
 * What names of organisations look like: words that bodies are called by, and bodies that work in most responses. It is evidence that a column
 * holds organisations and nothing else; who is who is decided by the registry (matching/organisations).
 */
import { foldName } from '../fold.ts';

/** Words of names in the languages of the field, folded. */
const WORDS = new Set(
  foldName(`organisation organization organizacion organizacao organisations organizations association asociacion associacao associazione foundation
    fondation fundacion fundacao fondazione agency agence agencia council conseil consejo conselho committee comite commission comision society societe
    sociedad societa union federation federacion confederation ministry ministere ministerio ministers directorate direction direccion department
    institute institut instituto network reseau red programme programme programa fund fonds fondo relief aid aide ayuda secours rescue charity cooperation
    cooperacion cooperazione cooperativa international internationale internacional internazionale refugee refugees refugies refugiados humanitarian humanitaire humanitaria
    development developpement desarrollo desenvolvimento solidarity solidarite solidaridad solidarites volontaires volunteers voluntarios caritas croix rouge
    crescent croissant cruz roja redcross sans frontieres fronteras borders medecins medicos doctors hunger faim hambre church eglise iglesia diocese
    caritative centre centro consortium consorcio mission missions misiones world mondiale mondial mundial nations naciones unies unidas united
    government gouvernement gobierno municipality mairie alcaldia gobernacion trust initiative iniciativa platform plateforme plataforma action accion acao
    save children enfants ninos youth jeunes jovenes women femmes mujeres mercy care vision hope espoir esperanza alliance alianza forum
    منظمه المنظمه جمعيه الجمعيه مؤسسه المؤسسه مءسسه هيئه الهيئه وكاله لجنه اللجنه مجلس المجلس اتحاد صندوق برنامج وزاره مركز شبكه الهلال الصليب ائتلاف مبادره رابطه
    организация фонд совет комитет ассоциация агентство общество союз громадська організація благодійний фонд рада`).split(' '),
);

/** Bodies found in the 3W of most countries, by acronym or name, folded. */
const WELL_KNOWN = new Set(
  `AAH|ACF|ACH|Action contre la faim|Action Against Hunger|Acción contra el Hambre|ACTED|ActionAid|ACNUR|ADRA|AKDN|ALIMA|AVSI|BHA|CAFOD|CARE|CARITAS|CESVI|CERF|CICR|COOPI|CRS|Catholic Relief Services|Concern|
  CORDAID|DCA|DRC|Danish Refugee Council|ECHO|EHF|EU|FAO|FCA|FCDO|FICR|FNUAP|GIZ|GOAL|HAI|HCR|HI|Handicap International|Humanity & Inclusion|ICRC|IFRC|IMC|International Medical Corps|INTERSOS|IOM|IRC|International Rescue Committee|IRW|Islamic Relief|JRS|LWF|
  MAG|MDM|Médecins du Monde|Medair|Mercy Corps|MSF|Médecins sans frontières|NCA|NPA|NRC|Norwegian Refugee Council|OCHA|UNOCHA|OHCHR|OIM|OMS|OPS|Oxfam|PAH|PAM|PIN|People in Need|PLAN|Plan International|PMA|PNUD|PU-AMI|PUI|Première Urgence Internationale|RET|RI|Relief International|
  Samaritan's Purse|Save the Children|SCI|SI|SIDA|SIF|Secours Islamique France|Solidarités International|Tearfund|TDH|Terre des hommes|TGH|Triangle|UNDP|UNESCO|UNFPA|UN-Habitat|UNHCR|UNICEF|UNMAS|UNODC|UNOPS|UNRWA|UN Women|ONU Femmes|ONU Mujeres|USAID|VSF|
  WFP|World Food Programme|WHH|Welthungerhilfe|WHO|World Health Organization|World Bank|WV|WVI|World Vision|World Vision International|ZOA`
    .split('|')
    .map(foldName),
);

/** @param folded by `foldName` */
export function hasOrganisationWord(folded: string): boolean {
  return folded.split(' ').some((word) => WORDS.has(word));
}

/** The whole text, or one of its parts as in "World Food Programme (WFP)", is such a body. */
export function isWellKnown(text: string, folded: string): boolean {
  if (text.length > 120) return false;
  if (WELL_KNOWN.has(folded)) return true;
  const parts = text.split(/\s*[()[\]/+,;]\s*|\s+[-–—]\s+/u);
  return parts.length > 1 && parts.some((part) => WELL_KNOWN.has(foldName(part)));
}
