/**
 * The OCHA Data Evaluation Checklist, filled in from the checks. Sections 2–10 of the sheet that evaluators fill by hand today.
 * A point is ✘ where a check it rests on has an open error, ! where there are warnings, ✔ where all passed;
 * what no check can know is left to a person and says so. The worst group decides.
 */
import type { PointAnswer } from '../../contract/datasets/review.ts';
import type { CheckResult, ValidationReport } from '../../contract/finding.ts';
import { findingText, findingTitle } from '../../words/findings.ts';
import { skipReason } from '../../words/clauses.ts';
import type { Lang } from '../../contract/languages.ts';
import { say, type WordId } from '../../words/words.ts';

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
  result: 'fullyUsable' | 'partlyUsable' | 'needsImprovement';
  sections: ChecklistSection[];
}

/** Points of a section, by the checks they rest on; what no check can know rests on none. */
type Point = [checks: string, text: WordId];

const SECTIONS: [title: WordId, points: Point[]][] = [
  [
    'checklist.files',
    [
      ['F9 N6', 'checklist.files.text-is-utf-8'],
      ['G5', 'checklist.files.projection-is-wgs-84'],
      ['G1 G2 G4', 'checklist.files.closed-polygons-two-dimensions'],
      ['G6 G7 G8 B9', 'checklist.files.extent-is-that-of'],
    ],
  ],
  [
    'checklist.layers-and-metadata',
    [
      ['F2 F3 F10 F11', 'checklist.layers.all-levels-are-there'],
      ['F4', 'checklist.layers.layers-are-named-after'],
      ['D1 D2 D3 D4 D5', 'checklist.layers.dates-of-validity'],
      ['R1 R2', 'checklist.layers.version'],
      ['', 'checklist.layers.source-contributor-methodology-and'],
    ],
  ],
  [
    'checklist.fields',
    [
      ['F5', 'checklist.fields.name-and-code-fields'],
      ['F7', 'checklist.fields.only-essential-fields'],
      ['F6 F8', 'checklist.fields.consistent-field-names'],
    ],
  ],
  [
    'checklist.names',
    [
      ['N16', 'checklist.names.country-named-as-by'],
      ['N1 N9 N10 N11', 'checklist.names.every-unit-has-a'],
      ['N7 N8', 'checklist.names.proper-case'],
      ['N2 N3 N4 N5 N18', 'checklist.names.clean-spelling'],
      ['N14', 'checklist.names.names-unique-within-their'],
      ['N17', 'checklist.names.adm1-names-against-iso'],
    ],
  ],
  [
    'checklist.codes',
    [
      ['P1 P2 P3 P4 P5 P9', 'checklist.codes.codes-fully-constructed'],
      ['P6 P8', 'checklist.codes.one-code-one-unit'],
      ['P10', 'checklist.codes.codes-agree-with-the'],
      ['P11', 'checklist.codes.room-for-new-units'],
      ['', 'checklist.codes.national-codes-used'],
    ],
  ],
  [
    'checklist.geometry-and-topology',
    [
      ['T1', 'checklist.geometry.must-not-overlap-lowest'],
      ['T2 T3', 'checklist.geometry.must-not-have-gaps'],
      ['G3 G12 G13', 'checklist.geometry.no-self-intersections-or'],
      ['G10 G11 G15', 'checklist.geometry.no-stray-or-doubled'],
      ['G9', 'checklist.geometry.a-multipart-unit-is'],
    ],
  ],
  [
    'checklist.hierarchy',
    [
      ['B1 B2 B4 B5', 'checklist.hierarchy.nested-by-geometry'],
      ['P7 B8', 'checklist.hierarchy.nested-by-attribute'],
      ['B3', 'checklist.hierarchy.codes-agree-with-the'],
      ['B6 B7', 'checklist.hierarchy.codes-and-names-agree'],
      ['', 'checklist.hierarchy.agreement-with-un-salb'],
    ],
  ],
  [
    'checklist.languages',
    [
      ['L1 L2 N19', 'checklist.languages.languages-declared'],
      ['L3', 'checklist.languages.first-names-romanised'],
      ['L4 L5 N12 N13', 'checklist.languages.letters-fit-the-languages'],
    ],
  ],
  [
    'checklist.companion-layers',
    [
      ['S3', 'checklist.companion.capitals-of-adm1-in'],
      ['S1 S2', 'checklist.companion.areas-and-centres'],
      ['S4', 'checklist.companion.gazetteer'],
    ],
  ],
];

/** Points that rest on no check: what they are about only a person can know. */
export const OPEN_POINTS: readonly WordId[] = SECTIONS.flatMap(([, points]) => points.flatMap(([checks, text]) => (checks === '' ? [text] : [])));

const SAID: Record<PointAnswer, Mark> = { yes: '✔', no: '✘', 'not-applicable': '–' };

const WORSE: Mark[] = ['–', '✔', '!', '✘'];
const worst = (marks: Mark[]): Mark => marks.reduce((a, b) => (WORSE.indexOf(b) > WORSE.indexOf(a) ? b : a), '–');

/** What a reviewer said of a point that no check can know. */
export interface AnsweredPoint {
  point: string;
  answer: PointAnswer;
  note: string | null;
}

/** @param country ISO3 and @param date ISO day: they make the work order number */
export function fillChecklist(
  report: ValidationReport,
  lang: Lang,
  about: { country: string; date: string },
  answered: readonly AnsweredPoint[] = [],
): Checklist {
  const byId = new Map(report.results.map((result) => [result.check, result]));
  const sections = SECTIONS.map(([title, points], index): ChecklistSection => {
    const judged = points.map(([ids, text]): ChecklistPoint => {
      const checks = ids.split(' ').filter(Boolean);
      const said = checks.length === 0 ? answered.find(({ point }) => point === text) : undefined;
      if (said) {
        const note = said.note === null ? [] : [said.note];
        return { text: say(lang, text), checks, mark: SAID[said.answer], remarks: [say(lang, `report.answered.${said.answer}`), ...note] };
      }
      const results = checks.flatMap((id) => byId.get(id) ?? []);
      return { text: say(lang, text), checks, mark: pointMark(results), remarks: results.flatMap((result) => remarksOf(result, lang)) };
    });
    return { number: index + 2, title: say(lang, title), mark: worst(judged.map(({ mark }) => mark)), points: judged };
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
