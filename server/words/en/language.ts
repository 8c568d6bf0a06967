import type { Language } from '../language.ts';

export default {
  name: 'English',
  locale: 'en-GB',
  direction: 'ltr',
  comma: ', ',
  semicolon: '; ',
  less: 'less than {measure}',
  units: { mm: 'mm', cm: 'cm', m: 'm', km: 'km' },
  countries: { CD: 'DR Congo', CG: 'Congo', MM: 'Myanmar', PS: 'Palestine' },
} satisfies Language;
