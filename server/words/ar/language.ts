import type { Language } from '../language.ts';

/** Digits are Latin: they stand beside P-codes and are copied into sheets. */
export default {
  name: 'العربية',
  locale: 'ar-u-nu-latn',
  direction: 'rtl',
  comma: '، ',
  semicolon: '؛ ',
  less: 'أقل من {measure}',
  units: { mm: 'مم', cm: 'سم', m: 'م', km: 'كم' },
  countries: { CD: 'جمهورية الكونغو الديمقراطية', CG: 'الكونغو', MM: 'ميانمار', PS: 'فلسطين' },
} satisfies Language;
