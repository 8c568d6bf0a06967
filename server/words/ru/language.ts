import type { Language } from '../language.ts';

export default {
  name: 'Русский',
  locale: 'ru',
  direction: 'ltr',
  comma: ', ',
  semicolon: '; ',
  less: 'менее {measure}',
  units: { mm: 'мм', cm: 'см', m: 'м', km: 'км' },
  countries: { CD: 'ДР Конго', CG: 'Конго', MM: 'Мьянма', PS: 'Палестина' },
} satisfies Language;
