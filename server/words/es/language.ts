import type { Language } from '../language.ts';

export default {
  name: 'Español',
  locale: 'es',
  direction: 'ltr',
  comma: ', ',
  semicolon: '; ',
  and: ' y ',
  or: ' o ',
  units: { cm: 'cm', m: 'm', km: 'km' },
} satisfies Language;
