import type { Language } from '../language.ts';

export default {
  name: 'Français',
  locale: 'fr',
  direction: 'ltr',
  comma: ', ',
  semicolon: ' ; ',
  less: 'moins de {measure}',
  units: { mm: 'mm', cm: 'cm', m: 'm', km: 'km' },
  countries: { CD: 'RD Congo', CG: 'Congo', MM: 'Myanmar', PS: 'Palestine' },
} satisfies Language;
