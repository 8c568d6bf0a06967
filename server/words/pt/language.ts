import type { Language } from '../language.ts';

/** As Mozambique, Angola and Guinea-Bissau write it, which is the European way. */
export default {
  name: 'Português',
  locale: 'pt-PT',
  direction: 'ltr',
  comma: ', ',
  semicolon: '; ',
  less: 'menos de {measure}',
  units: { mm: 'mm', cm: 'cm', m: 'm', km: 'km' },
  countries: { CD: 'RD Congo', CG: 'Congo', MM: 'Mianmar', PS: 'Palestina' },
} satisfies Language;
