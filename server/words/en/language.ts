import type { Language } from '../language.ts';

export default {
  name: 'English',
  locale: 'en-GB',
  direction: 'ltr',
  comma: ', ',
  semicolon: '; ',
  and: ' and ',
  or: ' or ',
  units: { cm: 'cm', m: 'm', km: 'km' },
} satisfies Language;
