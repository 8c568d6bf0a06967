/** Words of the pages that the server makes: maps, embeds, notices. */
import type { Lang } from './pictures.ts';

const WORDS = {
  name: { en: 'Name', fr: 'Nom', es: 'Nombre', ar: 'الاسم' },
  pcode: { en: 'P-code', fr: 'P-code', es: 'P-code', ar: 'رمز المكان' },
  table: { en: 'Show as a table', fr: 'Afficher le tableau', es: 'Mostrar como tabla', ar: 'عرض كجدول' },
  wholeTable: { en: 'All {n} as a table (CSV)', fr: 'Les {n} en tableau (CSV)', es: 'Los {n} en tabla (CSV)', ar: 'الجدول الكامل ({n}) بصيغة CSV' },
  legend: { en: 'Legend', fr: 'Légende', es: 'Leyenda', ar: 'مفتاح الخريطة' },
  open: { en: 'Open this map', fr: 'Ouvrir cette carte', es: 'Abrir este mapa', ar: 'فتح هذه الخريطة' },
  live: { en: 'Explore the map', fr: 'Explorer la carte', es: 'Explorar el mapa', ar: 'استكشاف الخريطة' },
  loading: { en: 'Loading the map…', fr: 'Chargement de la carte…', es: 'Cargando el mapa…', ar: 'جارٍ تحميل الخريطة…' },
  failed: {
    en: 'The map could not be loaded; the picture stays.',
    fr: 'La carte n’a pas pu être chargée ; l’image reste.',
    es: 'No se pudo cargar el mapa; la imagen permanece.',
    ar: 'تعذر تحميل الخريطة؛ تبقى الصورة.',
  },
  asOf: { en: 'As of {date}', fr: 'État au {date}', es: 'A fecha de {date}', ar: 'حتى {date}' },
  pinned: { en: 'fixed version', fr: 'version figée', es: 'versión fija', ar: 'إصدار ثابت' },
  current: { en: 'latest version', fr: 'dernière version', es: 'última versión', ar: 'أحدث إصدار' },
  downloads: { en: 'Downloads', fr: 'Téléchargements', es: 'Descargas', ar: 'التنزيلات' },
  change: {
    en: 'Explore and change this map',
    fr: 'Explorer et modifier cette carte',
    es: 'Explorar y modificar este mapa',
    ar: 'استكشاف هذه الخريطة وتعديلها',
  },
  country: { en: 'All of {country}', fr: 'Tout : {country}', es: 'Todo: {country}', ar: 'كل {country}' },
  refused: {
    en: 'This map may not be shown on this website.',
    fr: 'Cette carte ne peut pas être affichée sur ce site.',
    es: 'Este mapa no se puede mostrar en este sitio web.',
    ar: 'لا يُسمح بعرض هذه الخريطة على هذا الموقع.',
  },
  refusedWhy: {
    en: 'Its publisher has not listed this website. The map itself is open:',
    fr: 'Son éditeur n’a pas inscrit ce site. La carte elle-même est ouverte :',
    es: 'Su editor no ha incluido este sitio. El mapa en sí es abierto:',
    ar: 'لم يُدرج الناشر هذا الموقع. الخريطة نفسها متاحة:',
  },
  closed: {
    en: 'This map counts a sensitive source in a way that is not given.',
    fr: 'Cette carte compte une source sensible d’une manière qui n’est pas communiquée.',
    es: 'Este mapa cuenta una fuente sensible de un modo que no se divulga.',
    ar: 'تعدّ هذه الخريطة مصدرًا حساسًا بطريقة غير متاحة للعموم.',
  },
  gone: { en: 'This map is no longer here.', fr: 'Cette carte n’est plus ici.', es: 'Este mapa ya no está aquí.', ar: 'لم تعد هذه الخريطة هنا.' },
} satisfies Record<string, Record<Lang, string>>;

export type PageWord = keyof typeof WORDS;

export function pageWord(key: PageWord, lang: Lang, values: Record<string, string> = {}): string {
  return WORDS[key][lang].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
