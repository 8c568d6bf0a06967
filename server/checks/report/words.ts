/** Words of the report itself, in the four languages of the interface. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Lang } from '../../contract/languages.ts';

const WORDS = {
  report: { en: 'Quality report', fr: 'Rapport de qualité', es: 'Informe de calidad', ar: 'تقرير الجودة' },
  checklist: { en: 'Data evaluation checklist', fr: 'Liste d’évaluation des données', es: 'Lista de evaluación de datos', ar: 'قائمة تقييم البيانات' },
  error: { en: 'Error', fr: 'Erreur', es: 'Error', ar: 'خطأ' },
  warning: { en: 'Warning', fr: 'Avertissement', es: 'Advertencia', ar: 'تحذير' },
  info: { en: 'Note', fr: 'Remarque', es: 'Nota', ar: 'ملاحظة' },
  errors: { en: 'Errors', fr: 'Erreurs', es: 'Errores', ar: 'أخطاء' },
  warnings: { en: 'Warnings', fr: 'Avertissements', es: 'Advertencias', ar: 'تحذيرات' },
  infos: { en: 'Notes', fr: 'Remarques', es: 'Notas', ar: 'ملاحظات' },
  accepted: { en: 'Accepted exceptions', fr: 'Exceptions acceptées', es: 'Excepciones aceptadas', ar: 'استثناءات مقبولة' },
  acceptedBy: { en: 'Accepted', fr: 'Accepté', es: 'Aceptado', ar: 'مقبول' },
  publishable: { en: 'Can be published', fr: 'Peut être publié', es: 'Se puede publicar', ar: 'يمكن نشرها' },
  notPublishable: { en: 'Cannot be published yet', fr: 'Ne peut pas encore être publié', es: 'Aún no se puede publicar', ar: 'لا يمكن نشرها بعد' },
  passed: { en: 'Passed', fr: 'Réussi', es: 'Superado', ar: 'ناجح' },
  failed: { en: 'Failed', fr: 'Échoué', es: 'Fallido', ar: 'راسب' },
  skipped: { en: 'Not checked', fr: 'Non vérifié', es: 'No comprobado', ar: 'لم يُفحص' },
  levels: { en: 'Admin levels', fr: 'Niveaux administratifs', es: 'Niveles administrativos', ar: 'المستويات الإدارية' },
  level: { en: 'Level', fr: 'Niveau', es: 'Nivel', ar: 'المستوى' },
  severity: { en: 'Severity', fr: 'Gravité', es: 'Gravedad', ar: 'الخطورة' },
  check: { en: 'Check', fr: 'Contrôle', es: 'Comprobación', ar: 'الفحص' },
  finding: { en: 'Finding', fr: 'Constat', es: 'Hallazgo', ar: 'النتيجة' },
  pcodes: { en: 'P-codes', fr: 'P-codes', es: 'P-codes', ar: 'رموز الأماكن' },
  rows: { en: 'Rows', fr: 'Lignes', es: 'Filas', ar: 'الصفوف' },
  detail: { en: 'Detail', fr: 'Détail', es: 'Detalle', ar: 'التفصيل' },
  place: { en: 'Place', fr: 'Lieu', es: 'Lugar', ar: 'الموقع' },
  questions: { en: 'Questions to answer before publishing', fr: 'Questions avant publication', es: 'Preguntas antes de publicar', ar: 'أسئلة تسبق النشر' },
  columns: { en: 'Columns', fr: 'Colonnes', es: 'Columnas', ar: 'الأعمدة' },
  allChecks: { en: 'All checks', fr: 'Tous les contrôles', es: 'Todas las comprobaciones', ar: 'كل الفحوص' },
  source: { en: 'Checksum of the upload', fr: 'Somme de contrôle de l’envoi', es: 'Suma de control de la carga', ar: 'بصمة الملفات المرفوعة' },
  fullyUsable: { en: 'Fully usable', fr: 'Entièrement utilisable', es: 'Plenamente utilizable', ar: 'صالحة تمامًا' },
  partlyUsable: { en: 'Partly usable', fr: 'Partiellement utilisable', es: 'Parcialmente utilizable', ar: 'صالحة جزئيًا' },
  needsImprovement: { en: 'Needs improvement', fr: 'À améliorer', es: 'Necesita mejoras', ar: 'تحتاج إلى تحسين' },
  result: { en: 'Result', fr: 'Résultat', es: 'Resultado', ar: 'النتيجة' },
  section: { en: 'Section', fr: 'Section', es: 'Sección', ar: 'القسم' },
  question: { en: 'Point', fr: 'Point', es: 'Punto', ar: 'البند' },
  mark: { en: 'Mark', fr: 'Note', es: 'Marca', ar: 'العلامة' },
  remark: { en: 'Remark', fr: 'Observation', es: 'Observación', ar: 'ملاحظة' },
  byHand: { en: 'to be judged by a person', fr: 'à juger par une personne', es: 'a juzgar por una persona', ar: 'يقيّمه شخص' },
} satisfies Record<string, Record<Lang, string>>;

/** Words beside a number, which decides their form. The sums show their number in a type of its own, so it is not repeated. */
const COUNTED = {
  units: {
    en: '{n, plural, one {# unit} other {# units}}',
    fr: '{n, plural, one {# unité} other {# unités}}',
    es: '{n, plural, one {# unidad} other {# unidades}}',
    ar: '{n, plural, zero {لا وحدات} one {وحدة واحدة} two {وحدتان} few {# وحدات} many {# وحدة} other {# وحدة}}',
  },
  occurrences: {
    en: '{n, plural, one {# occurrence} other {# occurrences}}',
    fr: '{n, plural, one {# occurrence} other {# occurrences}}',
    es: '{n, plural, one {# caso} other {# casos}}',
    ar: '{n, plural, zero {لا حالات} one {حالة واحدة} two {حالتان} few {# حالات} many {# حالة} other {# حالة}}',
  },
  more: {
    en: '{n, plural, other {and # more}}',
    fr: '{n, plural, other {et # de plus}}',
    es: '{n, plural, other {y # más}}',
    ar: '{n, plural, one {وحالة أخرى} two {وحالتان أخريان} few {و# حالات أخرى} many {و# حالة أخرى} other {و# حالة أخرى}}',
  },
  errors: {
    en: '{n, plural, one {error} other {errors}}',
    fr: '{n, plural, one {erreur} other {erreurs}}',
    es: '{n, plural, one {error} other {errores}}',
    ar: '{n, plural, zero {أخطاء} one {خطأ} two {خطآن} few {أخطاء} many {خطأً} other {خطأ}}',
  },
  warnings: {
    en: '{n, plural, one {warning} other {warnings}}',
    fr: '{n, plural, one {avertissement} other {avertissements}}',
    es: '{n, plural, one {advertencia} other {advertencias}}',
    ar: '{n, plural, zero {تحذيرات} one {تحذير} two {تحذيران} few {تحذيرات} many {تحذيرًا} other {تحذير}}',
  },
  infos: {
    en: '{n, plural, one {note} other {notes}}',
    fr: '{n, plural, one {remarque} other {remarques}}',
    es: '{n, plural, one {nota} other {notas}}',
    ar: '{n, plural, zero {ملاحظات} one {ملاحظة} two {ملاحظتان} few {ملاحظات} many {ملاحظة} other {ملاحظة}}',
  },
  accepted: {
    en: '{n, plural, one {accepted exception} other {accepted exceptions}}',
    fr: '{n, plural, one {exception acceptée} other {exceptions acceptées}}',
    es: '{n, plural, one {excepción aceptada} other {excepciones aceptadas}}',
    ar: '{n, plural, zero {استثناءات مقبولة} one {استثناء مقبول} two {استثناءان مقبولان} few {استثناءات مقبولة} many {استثناءً مقبولًا} other {استثناء مقبول}}',
  },
} satisfies Record<string, Record<Lang, string>>;

export function counted(key: keyof typeof COUNTED, n: number, lang: Lang): string {
  return String(new IntlMessageFormat(COUNTED[key][lang], lang).format({ n }));
}

export type Word = keyof typeof WORDS;

export function word(key: Word, lang: Lang): string {
  return WORDS[key][lang];
}
