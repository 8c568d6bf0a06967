import type { Language } from '../language.ts';

export default {
  name: 'Español',
  locale: 'es',
  direction: 'ltr',
  comma: ', ',
  semicolon: '; ',
  less: 'menos de {measure}',
  units: { mm: 'mm', cm: 'cm', m: 'm', km: 'km' },
  countries: { CD: 'RD Congo', CG: 'Congo', MM: 'Myanmar', PS: 'Palestina' },
} satisfies Language;
