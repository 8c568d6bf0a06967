import type { Language } from '../language.ts';

export default {
  name: 'Français',
  locale: 'fr',
  direction: 'ltr',
  comma: ', ',
  semicolon: ' ; ',
  and: ' et ',
  or: ' ou ',
  units: { cm: 'cm', m: 'm', km: 'km' },
} satisfies Language;
