/** Languages of the interface, and what must read the same wherever it is printed. */
export const LANGS = ['en', 'fr', 'es', 'ar'] as const;
export type Lang = (typeof LANGS)[number];

/** The short disclaimer of United Nations maps. The client prints the same words from its own messages; a test compares them. */
export const DISCLAIMER: Record<Lang, string> = {
  en: 'The boundaries and names shown and the designations used on this map do not imply official endorsement or acceptance by the United Nations.',
  fr: 'Les frontières et noms indiqués et les désignations employées sur cette carte n’impliquent ni reconnaissance ni acceptation officielle par l’Organisation des Nations Unies.',
  es: 'Los límites y nombres que figuran en este mapa y las denominaciones utilizadas no implican su apoyo o aceptación oficial por las Naciones Unidas.',
  ar: 'لا تعني الحدود والأسماء الظاهرة والتسميات المستخدمة في هذه الخريطة إقرارها أو قبولها رسميًا من الأمم المتحدة.',
};
