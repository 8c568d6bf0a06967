/**
 * The OCHA Data Evaluation Checklist, filled in from the checks. Sections 2–10 of the sheet that evaluators fill by hand today.
 * A point is ✘ where a check it rests on has an open error, ! where there are warnings, ✔ where all passed;
 * what no check can know is left to a person and says so. The worst group decides.
 */
import type { CheckResult, ValidationReport } from '../../contract/finding.ts';
import { findingText, findingTitle } from '../../words/all.ts';
import { skipReason } from '../../words/clauses.ts';
import type { Lang } from '../../contract/languages.ts';
import type { Text } from '../../words/text.ts';
import type { Word } from './words.ts';

export type Mark = '✔' | '!' | '✘' | '–';

export interface ChecklistPoint {
  text: string;
  checks: string[];
  mark: Mark;
  /** Titles and sentences of what was found, worst first. */
  remarks: string[];
}

export interface ChecklistSection {
  number: number;
  title: string;
  mark: Mark;
  points: ChecklistPoint[];
}

export interface Checklist {
  /** As evaluators number their work orders: `vnm_202509`. */
  workOrder: string;
  result: Extract<Word, 'fullyUsable' | 'partlyUsable' | 'needsImprovement'>;
  sections: ChecklistSection[];
}

type Point = [checks: string, text: Text];

const SECTIONS: [title: Text, points: Point[]][] = [
  [
    { en: 'Files', fr: 'Fichiers', es: 'Archivos', ar: 'الملفات' },
    [
      [
        'F9 N6',
        {
          en: 'Text is UTF-8 and reads right',
          fr: 'Le texte est en UTF-8 et se lit bien',
          es: 'El texto es UTF-8 y se lee bien',
          ar: 'النص بترميز UTF-8 ويُقرأ صحيحًا',
        },
      ],
      ['G5', { en: 'Projection is WGS 84', fr: 'La projection est WGS 84', es: 'La proyección es WGS 84', ar: 'الإسقاط WGS 84' }],
      [
        'G1 G2 G4',
        {
          en: 'Closed polygons, two dimensions',
          fr: 'Polygones fermés, deux dimensions',
          es: 'Polígonos cerrados, dos dimensiones',
          ar: 'مضلعات مغلقة ببعدين',
        },
      ],
      [
        'G6 G7 G8 B9',
        { en: 'Extent is that of the country', fr: 'L’étendue est celle du pays', es: 'La extensión es la del país', ar: 'النطاق هو نطاق البلد' },
      ],
    ],
  ],
  [
    { en: 'Layers and metadata', fr: 'Couches et métadonnées', es: 'Capas y metadatos', ar: 'الطبقات والبيانات الوصفية' },
    [
      [
        'F2 F3 F10 F11',
        {
          en: 'All levels are there, one layer each',
          fr: 'Tous les niveaux sont là, une couche chacun',
          es: 'Están todos los niveles, una capa cada uno',
          ar: 'كل المستويات موجودة، طبقة لكل منها',
        },
      ],
      [
        'F4',
        {
          en: 'Layers are named after the template',
          fr: 'Les couches sont nommées selon le modèle',
          es: 'Las capas se nombran según la plantilla',
          ar: 'أسماء الطبقات وفق النموذج',
        },
      ],
      ['D1 D2 D3 D4 D5', { en: 'Dates of validity', fr: 'Dates de validité', es: 'Fechas de validez', ar: 'تواريخ السريان' }],
      ['R1 R2', { en: 'Version', fr: 'Version', es: 'Versión', ar: 'النسخة' }],
      [
        '',
        {
          en: 'Source, contributor, methodology and caveats',
          fr: 'Source, contributeur, méthode et réserves',
          es: 'Fuente, colaborador, metodología y salvedades',
          ar: 'المصدر والمساهم والمنهجية والتحفظات',
        },
      ],
    ],
  ],
  [
    { en: 'Fields', fr: 'Champs', es: 'Campos', ar: 'الحقول' },
    [
      [
        'F5',
        {
          en: 'Name and code fields, with those of upper levels',
          fr: 'Champs de nom et de code, y compris des niveaux supérieurs',
          es: 'Campos de nombre y código, con los superiores',
          ar: 'حقول الأسماء والرموز مع المستويات العليا',
        },
      ],
      ['F7', { en: 'Only essential fields', fr: 'Seulement les champs essentiels', es: 'Solo campos esenciales', ar: 'الحقول الأساسية فقط' }],
      ['F6 F8', { en: 'Consistent field names', fr: 'Noms de champs cohérents', es: 'Nombres de campo coherentes', ar: 'أسماء حقول متسقة' }],
    ],
  ],
  [
    { en: 'Names', fr: 'Noms', es: 'Nombres', ar: 'الأسماء' },
    [
      [
        'N16',
        {
          en: 'Country named as by the United Nations',
          fr: 'Pays nommé comme par les Nations Unies',
          es: 'País nombrado como por las Naciones Unidas',
          ar: 'اسم البلد كما في الأمم المتحدة',
        },
      ],
      [
        'N1 N9 N10 N11',
        { en: 'Every unit has a real name', fr: 'Chaque unité a un vrai nom', es: 'Cada unidad tiene un nombre real', ar: 'لكل وحدة اسم حقيقي' },
      ],
      ['N7 N8', { en: 'Proper case', fr: 'Casse correcte', es: 'Mayúsculas correctas', ar: 'حالة الأحرف صحيحة' }],
      ['N2 N3 N4 N5 N18', { en: 'Clean spelling', fr: 'Orthographe propre', es: 'Grafía limpia', ar: 'إملاء نظيف' }],
      [
        'N14',
        {
          en: 'Names unique within their parent',
          fr: 'Noms uniques sous leur parent',
          es: 'Nombres únicos bajo su superior',
          ar: 'أسماء فريدة تحت الوحدة الأم',
        },
      ],
      ['N17', { en: 'adm1 names against ISO 3166-2', fr: 'Noms adm1 et ISO 3166-2', es: 'Nombres de adm1 e ISO 3166-2', ar: 'أسماء adm1 مقابل ISO 3166-2' }],
    ],
  ],
  [
    { en: 'Codes', fr: 'Codes', es: 'Códigos', ar: 'الرموز' },
    [
      [
        'P1 P2 P3 P4 P5 P9',
        { en: 'Codes fully constructed', fr: 'Codes complètement construits', es: 'Códigos completamente construidos', ar: 'رموز مكتملة البناء' },
      ],
      [
        'P6 P8',
        { en: 'One code, one unit, one name', fr: 'Un code, une unité, un nom', es: 'Un código, una unidad, un nombre', ar: 'رمز واحد لوحدة واحدة واسم واحد' },
      ],
      [
        'P10',
        {
          en: 'Codes agree with the previous version',
          fr: 'Codes conformes à la version précédente',
          es: 'Códigos conformes a la versión anterior',
          ar: 'الرموز توافق النسخة السابقة',
        },
      ],
      ['P11', { en: 'Room for new units', fr: 'Place pour de nouvelles unités', es: 'Espacio para unidades nuevas', ar: 'مجال لوحدات جديدة' }],
      ['', { en: 'National codes used', fr: 'Codes nationaux employés', es: 'Se usan códigos nacionales', ar: 'استعمال الرموز الوطنية' }],
    ],
  ],
  [
    { en: 'Geometry and topology', fr: 'Géométrie et topologie', es: 'Geometría y topología', ar: 'الأشكال والعلاقات' },
    [
      [
        'T1',
        {
          en: 'Must not overlap (lowest level)',
          fr: 'Aucun chevauchement (niveau inférieur)',
          es: 'Sin solapes (nivel inferior)',
          ar: 'بلا تداخل (أدنى مستوى)',
        },
      ],
      [
        'T2 T3',
        {
          en: 'Must not have gaps; known holes noted',
          fr: 'Aucun trou ; trous connus notés',
          es: 'Sin huecos; los conocidos anotados',
          ar: 'بلا فجوات؛ الثقوب المعروفة مذكورة',
        },
      ],
      [
        'G3 G12 G13',
        {
          en: 'No self-intersections or duplicate vertices',
          fr: 'Ni auto-intersections ni sommets doublés',
          es: 'Sin autointersecciones ni vértices dobles',
          ar: 'بلا تقاطع ذاتي أو رؤوس مكررة',
        },
      ],
      [
        'G10 G11 G15',
        {
          en: 'No stray or doubled polygons',
          fr: 'Ni polygones égarés ni doublés',
          es: 'Sin polígonos perdidos ni duplicados',
          ar: 'بلا مضلعات شاردة أو مكررة',
        },
      ],
      [
        'G9',
        {
          en: 'A multipart unit is one record',
          fr: 'Une unité multipartie est un enregistrement',
          es: 'Una unidad multiparte es un registro',
          ar: 'الوحدة متعددة الأجزاء سجل واحد',
        },
      ],
    ],
  ],
  [
    { en: 'Hierarchy', fr: 'Hiérarchie', es: 'Jerarquía', ar: 'التسلسل' },
    [
      ['B1 B2 B4 B5', { en: 'Nested by geometry', fr: 'Emboîtement géométrique', es: 'Anidamiento geométrico', ar: 'متداخلة هندسيًا' }],
      ['P7 B8', { en: 'Nested by attribute', fr: 'Emboîtement par attributs', es: 'Anidamiento por atributos', ar: 'متداخلة بالحقول' }],
      ['B3', { en: 'Codes agree with the position', fr: 'Codes conformes à la position', es: 'Códigos conformes a la posición', ar: 'الرموز توافق الموقع' }],
      [
        'B6 B7',
        {
          en: 'Codes and names agree across layers',
          fr: 'Codes et noms concordants entre couches',
          es: 'Códigos y nombres concordantes entre capas',
          ar: 'الرموز والأسماء متوافقة بين الطبقات',
        },
      ],
      ['', { en: 'Agreement with UN SALB', fr: 'Accord avec UN SALB', es: 'Acuerdo con UN SALB', ar: 'التوافق مع UN SALB' }],
    ],
  ],
  [
    { en: 'Languages', fr: 'Langues', es: 'Idiomas', ar: 'اللغات' },
    [
      ['L1 L2 N19', { en: 'Languages declared', fr: 'Langues déclarées', es: 'Idiomas declarados', ar: 'اللغات معلنة' }],
      ['L3', { en: 'First names romanised', fr: 'Premiers noms romanisés', es: 'Primeros nombres romanizados', ar: 'الأسماء الأولى باللاتينية' }],
      [
        'L4 L5 N12 N13',
        { en: 'Letters fit the languages', fr: 'Les lettres conviennent aux langues', es: 'Las letras corresponden a los idiomas', ar: 'الحروف تناسب اللغات' },
      ],
    ],
  ],
  [
    { en: 'Companion layers', fr: 'Couches complémentaires', es: 'Capas complementarias', ar: 'الطبقات المرافقة' },
    [
      [
        'S3',
        {
          en: 'Capitals of adm1, in their units',
          fr: 'Chefs-lieux de adm1, dans leurs unités',
          es: 'Capitales de adm1, en sus unidades',
          ar: 'عواصم adm1 داخل وحداتها',
        },
      ],
      ['S1 S2', { en: 'Areas and centres', fr: 'Superficies et centres', es: 'Superficies y centros', ar: 'المساحات والمراكز' }],
      ['S4', { en: 'Gazetteer', fr: 'Répertoire', es: 'Nomenclátor', ar: 'السجل' }],
    ],
  ],
];

const WORSE: Mark[] = ['–', '✔', '!', '✘'];
const worst = (marks: Mark[]): Mark => marks.reduce((a, b) => (WORSE.indexOf(b) > WORSE.indexOf(a) ? b : a), '–');

/** @param country ISO3 and @param date ISO day: they make the work order number */
export function fillChecklist(report: ValidationReport, lang: Lang, about: { country: string; date: string }): Checklist {
  const byId = new Map(report.results.map((result) => [result.check, result]));
  const sections = SECTIONS.map(([title, points], index): ChecklistSection => {
    const judged = points.map(([ids, text]): ChecklistPoint => {
      const checks = ids.split(' ').filter(Boolean);
      const results = checks.flatMap((id) => byId.get(id) ?? []);
      return { text: text[lang], checks, mark: pointMark(results), remarks: results.flatMap((result) => remarksOf(result, lang)) };
    });
    return { number: index + 2, title: title[lang], mark: worst(judged.map(({ mark }) => mark)), points: judged };
  });
  const overall = worst(sections.map(({ mark }) => mark));
  const result = overall === '✘' ? 'needsImprovement' : overall === '!' ? 'partlyUsable' : 'fullyUsable';
  return { workOrder: `${about.country.toLowerCase()}_${about.date.slice(0, 4)}${about.date.slice(5, 7)}`, result, sections };
}

/** A point with one of its checks left out is not passed: it stays with the person, unless what was checked is already bad. */
function pointMark(results: CheckResult[]): Mark {
  const marks = results.map(markOf);
  const mark = worst(marks);
  return mark === '✔' && marks.includes('–') ? '–' : mark;
}

/** A check that broke off or was skipped proves nothing: it stays with the person. Notes do not spoil a mark, accepted exceptions neither. */
function markOf(result: CheckResult): Mark {
  if (result.status === 'skipped') return '–';
  const open = result.findings.filter((finding) => finding.count > finding.accepted);
  if (open.some(({ severity }) => severity === 'error')) return '✘';
  return open.some(({ severity }) => severity === 'warning') ? '!' : '✔';
}

function remarksOf(result: CheckResult, lang: Lang): string[] {
  if (result.status === 'skipped') return [skipReason(result, lang) ?? []].flat();
  return result.findings.filter(({ severity }) => severity !== 'info').map((finding) => `${findingTitle(finding, lang)}: ${findingText(finding, lang)}`);
}
