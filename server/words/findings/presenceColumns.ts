/** Texts of findings on the columns of a 3W, and on what coordinates and codes say as a whole. */
import type { Messages } from '../text.ts';

const ROWS_AR = '{count, plural, one {صف واحد} two {صفّان} few {# صفوف} many {# صفًا} other {# صف}}';
/** After "in". */
const IN_ROWS_AR = '{count, plural, one {صف واحد} two {صفّين} few {# صفوف} many {# صفًا} other {# صف}}';

export const presenceColumnMessages: Messages = {
  'presence.columns-used': {
    title: { en: 'Columns used', fr: 'Colonnes utilisées', es: 'Columnas usadas', ar: 'الأعمدة المستخدمة' },
    text: {
      en: 'The numbers rest on {count, plural, one {# column} other {# columns}}; check that each holds what it was taken for.',
      fr: 'Les chiffres reposent sur {count, plural, one {# colonne} other {# colonnes}} ; vérifiez que chacune contient ce pour quoi elle a été prise.',
      es: 'Las cifras se basan en {count, plural, one {# columna} other {# columnas}}; compruebe que cada una contenga aquello por lo que se tomó.',
      ar: 'تستند الأرقام إلى {count, plural, one {عمود واحد} two {عمودين} few {# أعمدة} many {# عمودًا} other {# عمود}}؛ تحقّق من أن كلًا منها يحمل ما عُدّ له.',
    },
  },
  'presence.column-asked': {
    title: { en: 'Column to be confirmed', fr: 'Colonne à confirmer', es: 'Columna por confirmar', ar: 'عمود يحتاج إلى تأكيد' },
    text: {
      en: 'What {count, plural, one {# column holds} other {# columns hold}} is not sure enough to publish; say it once, and next month’s file is read the same way.',
      fr: 'Le contenu de {count, plural, one {# colonne} other {# colonnes}} n’est pas assez sûr pour publier ; précisez-le une fois, et le fichier du mois prochain sera lu de même.',
      es: 'Lo que {count, plural, one {contiene # columna} other {contienen # columnas}} no es lo bastante seguro para publicar; dígalo una vez y el archivo del próximo mes se leerá igual.',
      ar: 'ما {count, plural, one {يحمله عمود واحد} two {يحمله عمودان} few {تحمله # أعمدة} many {يحمله # عمودًا} other {يحمله # عمود}} ليس مؤكدًا بما يكفي للنشر؛ حدّده مرة واحدة فيُقرأ ملف الشهر القادم بالطريقة نفسها.',
    },
  },
  'presence.column-wrong': {
    title: { en: 'Column looks wrong', fr: 'Colonne douteuse', es: 'Columna dudosa', ar: 'عمود يبدو خاطئًا' },
    text: {
      en: '{count, plural, one {# column holds} other {# columns hold}} something else than what {count, plural, one {it was} other {they were}} taken for; say which column is meant.',
      fr: '{count, plural, one {# colonne contient} other {# colonnes contiennent}} autre chose que ce pour quoi {count, plural, one {elle a été prise} other {elles ont été prises}} ; indiquez la bonne colonne.',
      es: '{count, plural, one {# columna contiene} other {# columnas contienen}} algo distinto de aquello por lo que se {count, plural, one {tomó} other {tomaron}}; indique cuál es la columna.',
      ar: '{count, plural, one {عمود واحد يحمل غير ما عُدّ له} two {عمودان يحملان غير ما عُدّا له} few {# أعمدة تحمل غير ما عُدّت له} many {# عمودًا تحمل غير ما عُدّت له} other {# عمود تحمل غير ما عُدّت له}}؛ بيّن العمود المقصود.',
    },
  },
  'presence.code-scheme': {
    title: { en: 'Codes of another scheme', fr: 'Codes d’un autre système', es: 'Códigos de otro sistema', ar: 'رموز من نظام آخر' },
    text: {
      en: 'The codes in “{heading}” ({count, plural, one {# row} other {# rows}}) are none of the boundaries; the rows were placed by the names beside them.',
      fr: 'Les codes de « {heading} » ({count, plural, one {# ligne} other {# lignes}}) ne sont pas ceux des limites ; les lignes ont été placées d’après les noms voisins.',
      es: 'Los códigos de «{heading}» ({count, plural, one {# fila} other {# filas}}) no son de los límites; las filas se ubicaron por los nombres que los acompañan.',
      ar: `الرموز في «{heading}» (${ROWS_AR}) ليست من رموز الحدود؛ وُضعت الصفوف بحسب الأسماء المجاورة لها.`,
    },
  },
  'presence.point-elsewhere': {
    title: { en: 'Coordinates elsewhere', fr: 'Coordonnées ailleurs', es: 'Coordenadas en otro lugar', ar: 'إحداثيات في مكان آخر' },
    text: {
      en: 'In {count, plural, one {# row} other {# rows}} the coordinates lie outside the unit of the code or name; choose which is right. Until then {count, plural, one {it stays} other {they stay}} in the unit that holds both.',
      fr: 'Dans {count, plural, one {# ligne} other {# lignes}}, les coordonnées sont hors de l’unité du code ou du nom ; choisissez. D’ici là, elles restent dans l’unité qui contient les deux.',
      es: 'En {count, plural, one {# fila} other {# filas}} las coordenadas quedan fuera de la unidad del código o del nombre; elija lo correcto. Hasta entonces quedan en la unidad que contiene ambos.',
      ar: `في ${IN_ROWS_AR} تقع الإحداثيات خارج وحدة الرمز أو الاسم؛ اختر الصحيح. وحتى ذلك الحين تبقى في الوحدة التي تضم كليهما.`,
    },
  },
  'presence.placed-by-point': {
    title: { en: 'Placed by coordinates', fr: 'Placées par coordonnées', es: 'Ubicadas por coordenadas', ar: 'وُضعت بالإحداثيات' },
    text: {
      en: '{count, plural, one {# row has no code and was} other {# rows have no code and were}} placed where {count, plural, one {its} other {their}} coordinates lie.',
      fr: '{count, plural, one {# ligne sans code a été placée} other {# lignes sans code ont été placées}} là où se trouvent {count, plural, one {ses} other {leurs}} coordonnées.',
      es: '{count, plural, one {# fila sin código se ubicó} other {# filas sin código se ubicaron}} donde están sus coordenadas.',
      ar: '{count, plural, one {صف واحد بلا رمز وُضع حيث تقع إحداثياته} two {صفّان بلا رمز وُضعا حيث تقع إحداثياتهما} few {# صفوف بلا رمز وُضعت حيث تقع إحداثياتها} many {# صفًا بلا رمز وُضعت حيث تقع إحداثياتها} other {# صف بلا رمز وُضعت حيث تقع إحداثياتها}}.',
    },
  },
  'presence.points-unreadable': {
    title: { en: 'Coordinates not readable', fr: 'Coordonnées illisibles', es: 'Coordenadas ilegibles', ar: 'إحداثيات غير مقروءة' },
    text: {
      en: 'In {count, plural, one {# row} other {# rows}} the coordinates are no pair of degrees and were not used; write them as 9.01 and 38.76.',
      fr: 'Dans {count, plural, one {# ligne} other {# lignes}}, les coordonnées ne sont pas une paire de degrés et n’ont pas servi ; écrivez-les comme 9,01 et 38,76.',
      es: 'En {count, plural, one {# fila} other {# filas}} las coordenadas no son un par de grados y no se usaron; escríbalas como 9.01 y 38.76.',
      ar: `في ${IN_ROWS_AR} ليست الإحداثيات زوجًا من الدرجات ولم تُستخدم؛ اكتبها مثل 9.01 و38.76.`,
    },
  },
  'presence.points-outside': {
    title: { en: 'Coordinates outside the country', fr: 'Coordonnées hors du pays', es: 'Coordenadas fuera del país', ar: 'إحداثيات خارج البلد' },
    text: {
      en: 'In {count, plural, one {# row} other {# rows}} the coordinates lie in no unit of the boundaries and were not used; check whether latitude and longitude are swapped.',
      fr: 'Dans {count, plural, one {# ligne} other {# lignes}}, les coordonnées ne sont dans aucune unité des limites et n’ont pas servi ; vérifiez que latitude et longitude ne sont pas interverties.',
      es: 'En {count, plural, one {# fila} other {# filas}} las coordenadas no están en ninguna unidad de los límites y no se usaron; compruebe que latitud y longitud no estén intercambiadas.',
      ar: `في ${IN_ROWS_AR} لا تقع الإحداثيات في أي وحدة من الحدود ولم تُستخدم؛ تحقّق من عدم تبادل خط العرض وخط الطول.`,
    },
  },
};
