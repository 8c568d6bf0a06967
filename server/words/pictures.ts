/** Words printed on pictures, in the four languages of the interface. */
import type { Lang } from '../contract/languages.ts';
import { DISCLAIMER } from '../contract/languages.ts';

export type { Lang };

const WORDS = {
  zero: { en: 'None', fr: 'Aucun', es: 'Ninguno', ar: 'لا شيء' },
  noData: { en: 'No data', fr: 'Pas de données', es: 'Sin datos', ar: 'لا بيانات' },
  notReported: { en: 'Not reported', fr: 'Non rapporté', es: 'No informado', ar: 'غير مُبلّغ عنه' },
  notPlaced: { en: 'In doubt', fr: 'Lieu incertain', es: 'Lugar dudoso', ar: 'المكان غير مؤكد' },
  aboveOnly: { en: 'Known only above', fr: 'Connu seulement au-dessus', es: 'Conocido solo arriba', ar: 'معروف في مستوى أعلى فقط' },
  withheld: { en: 'Withheld', fr: 'Non communiqué', es: 'No se divulga', ar: 'محجوب' },
  sources: { en: 'Sources', fr: 'Sources', es: 'Fuentes', ar: 'المصادر' },
  draft: { en: 'DRAFT – NOT CLEARED', fr: 'PROJET – NON VALIDÉ', es: 'BORRADOR – SIN AUTORIZAR', ar: 'مسودة – غير معتمدة' },
  allAreas: { en: 'All areas', fr: 'Toutes les zones', es: 'Todas las áreas', ar: 'كل المناطق' },
  allClusters: { en: 'All clusters', fr: 'Tous les clusters', es: 'Todos los clústeres', ar: 'كل القطاعات' },
  moreAreas: { en: '{n} more in the table', fr: '{n} autres dans le tableau', es: '{n} más en la tabla', ar: '{n} أخرى في الجدول' },
  people: { en: 'People', fr: 'Habitants', es: 'Habitantes', ar: 'السكان' },
  density: { en: 'People per km²', fr: 'Habitants par km²', es: 'Habitantes por km²', ar: 'السكان لكل كم²' },
  organisations: { en: 'Organisations', fr: 'Organisations', es: 'Organizaciones', ar: 'المنظمات' },
  activities: { en: 'Activities', fr: 'Activités', es: 'Actividades', ar: 'الأنشطة' },
  reached: { en: 'People reached', fr: 'Personnes atteintes', es: 'Personas alcanzadas', ar: 'الأشخاص الذين تم الوصول إليهم' },
  ratio: { en: 'People per organisation', fr: 'Habitants par organisation', es: 'Habitantes por organización', ar: 'عدد السكان لكل منظمة' },
  changeOfOrganisations: {
    en: 'Change in organisations',
    fr: 'Évolution du nombre d’organisations',
    es: 'Variación de organizaciones',
    ar: 'التغير في عدد المنظمات',
  },
  changeOfActivities: { en: 'Change in activities', fr: 'Évolution du nombre d’activités', es: 'Variación de actividades', ar: 'التغير في عدد الأنشطة' },
  changeOfPeople: {
    en: 'Change in people reached',
    fr: 'Évolution du nombre de personnes atteintes',
    es: 'Variación de personas alcanzadas',
    ar: 'التغير في عدد الأشخاص الذين تم الوصول إليهم',
  },
  boundaries: { en: 'Admin boundaries', fr: 'Limites administratives', es: 'Límites administrativos', ar: 'الحدود الإدارية' },
} satisfies Record<string, Record<Lang, string>>;

export type Word = keyof typeof WORDS;

export const word = (key: Word, lang: Lang): string => WORDS[key][lang];

/** Digits that stand beside P-codes and are copied into sheets are Latin in Arabic too. */
export const localeOf = (lang: Lang) => ({ en: 'en-GB', fr: 'fr', es: 'es', ar: 'ar-u-nu-latn' })[lang];

const ROWS: Record<Lang, Partial<Record<Intl.LDMLPluralRule, string>>> = {
  en: { one: '{n} row', other: '{n} rows' },
  fr: { one: '{n} ligne', other: '{n} lignes' },
  es: { one: '{n} fila', other: '{n} filas' },
  ar: { one: 'صف واحد', two: 'صفّان', few: '{n} صفوف', many: '{n} صفًا', other: '{n} صف' },
};

/** A number of rows of the source, as each language counts. */
export function rowsText(rows: number, lang: Lang): string {
  const text = ROWS[lang][new Intl.PluralRules(lang).select(rows)] ?? ROWS[lang].other!;
  return text.replace('{n}', new Intl.NumberFormat(localeOf(lang)).format(rows));
}

/** Notes that the United Nations ask for when these places are in view. West, south, east, north. */
const NOTES: { box: [number, number, number, number]; text: Record<Lang, string> }[] = [
  {
    box: [27.9, 8.4, 29.6, 10.7],
    text: {
      en: 'Final status of the Abyei area is not yet determined.',
      fr: 'Le statut définitif de la zone d’Abyei n’est pas encore déterminé.',
      es: 'El estatuto definitivo de la zona de Abyei aún no está determinado.',
      ar: 'لم يُحدد بعد الوضع النهائي لمنطقة أبيي.',
    },
  },
  {
    box: [23.9, 8.6, 36.0, 12.3],
    text: {
      en: 'Final boundary between the Republic of Sudan and the Republic of South Sudan has not yet been determined.',
      fr: 'La frontière définitive entre la République du Soudan et la République du Soudan du Sud n’est pas encore déterminée.',
      es: 'La frontera definitiva entre la República del Sudán y la República de Sudán del Sur aún no está determinada.',
      ar: 'لم تُحدد بعد الحدود النهائية بين جمهورية السودان وجمهورية جنوب السودان.',
    },
  },
  {
    box: [72.5, 32.2, 80.4, 37.1],
    text: {
      en: 'Dotted line represents approximately the Line of Control in Jammu and Kashmir agreed upon by India and Pakistan. The final status of Jammu and Kashmir has not yet been agreed upon by the parties.',
      fr: 'La ligne pointillée représente approximativement la ligne de contrôle au Jammu-et-Cachemire convenue par l’Inde et le Pakistan. Le statut définitif du Jammu-et-Cachemire n’a pas encore été convenu par les parties.',
      es: 'La línea de puntos representa aproximadamente la línea de control en Jammu y Cachemira convenida por la India y el Pakistán. Las partes aún no han convenido el estatuto definitivo de Jammu y Cachemira.',
      ar: 'يمثل الخط المنقط تقريبًا خط المراقبة في جامو وكشمير المتفق عليه بين الهند وباكستان. ولم يتفق الطرفان بعد على الوضع النهائي لجامو وكشمير.',
    },
  },
  {
    box: [-61.5, -53.0, -57.5, -50.9],
    text: {
      en: 'A dispute exists between the Governments of Argentina and the United Kingdom concerning sovereignty over the Falkland Islands (Malvinas).',
      fr: 'Un différend existe entre les Gouvernements de l’Argentine et du Royaume-Uni au sujet de la souveraineté sur les îles Falkland (Malvinas).',
      es: 'Existe una controversia entre los Gobiernos de la Argentina y el Reino Unido sobre la soberanía de las Islas Malvinas (Falkland Islands).',
      ar: 'هناك نزاع بين حكومتي الأرجنتين والمملكة المتحدة على السيادة على جزر فوكلاند (مالفيناس).',
    },
  },
];

/** The short disclaimer, and the notes for what is in view. */
export function disclaimers([west, south, east, north]: readonly [number, number, number, number], lang: Lang): string[] {
  const notes = NOTES.filter(({ box }) => box[0] < east && box[2] > west && box[1] < north && box[3] > south);
  return [DISCLAIMER[lang], ...notes.map(({ text }) => text[lang])];
}
