import type { Language } from '../say.ts';

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
