import type { Language } from '../language.ts';

export default {
  name: 'Français',
  locale: 'fr',
  direction: 'ltr',
  comma: ', ',
  semicolon: ' ; ',
  less: 'moins de {measure}',
  units: { mm: 'mm', cm: 'cm', m: 'm', km: 'km' },
} satisfies Language;
