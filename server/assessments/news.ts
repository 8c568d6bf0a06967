/** Assessments as files to hand on. What is subscribed to is as a stranger sees it, whoever asks. */
import { PAGES, toAddress } from '../contract/paths.ts';
import { STATUSES, type Assessment } from '../contract/assessments/assessments.ts';
import type { CoverageQuery } from '../contract/assessments/coverage.ts';
import type { Scope } from '../contract/groups/groups.ts';
import type { AdminLevel } from '../contract/ids.ts';
import type { Lang } from '../contract/languages.ts';
import { NO_RIGHTS } from '../groups/who.ts';
import { writeFeed } from '../meetings/files/feed.ts';
import { say } from '../words/words.ts';
import type { Answers } from './answers.ts';
import type { Filter } from './coverage/measure.ts';
import type { AssessmentDeps } from './deps.ts';
import { writeCalendar } from './files/calendar.ts';
import { writeForm } from './files/form.ts';
import { writeHxl, writeTable, writeWorkbook } from './files/table.ts';
import { leadsOf, titleIn, windowOf } from './model.ts';
import type { Asker } from './seen.ts';
import { STATUS_TEXT } from './words.ts';

/** Where a record is told. */
const placeOf = (base: string, scope: Scope, assessment: string) => `${base}${PAGES.assessments.replace(':iso3', scope.toLowerCase())}?entry=${assessment}`;

/** Files of a registry: tables as the one who asks may know them, calendar and feed as a stranger does. */
export function createNews({ store, outside, sectors }: Pick<AssessmentDeps, 'store' | 'outside' | 'sectors'>, answers: Answers) {
  const stranger = async (scope: Scope): Promise<Asker> => ({ structure: await outside.readStructure(scope), rights: NO_RIGHTS });
  const open = async (scope: Scope, filter: Filter, lang: Lang) => (await answers.records(scope, await stranger(scope), { ...filter, state: 'confirmed' }, lang)).assessments; // prettier-ignore

  return {
    csv: async (scope: Scope, asker: Asker, filter: Filter, lang: Lang) => writeTable((await answers.records(scope, asker, filter, lang)).assessments, lang),
    xlsx: async (scope: Scope, asker: Asker, filter: Filter, lang: Lang) =>
      writeWorkbook((await answers.records(scope, asker, filter, lang)).assessments, lang),
    async json(scope: Scope, asker: Asker, filter: Filter, lang: Lang): Promise<string> {
      const { assessments, ground } = await answers.records(scope, asker, filter, lang);
      return JSON.stringify({ scope, boundaries: ground.version, assessments }, null, 1);
    },
    async hxl(scope: Scope, asker: Asker, filter: Filter, lang: Lang) {
      const { assessments, ground } = await answers.records(scope, asker, filter, lang);
      return writeHxl(assessments, ground, lang);
    },

    /** A point within each unit of the level, with what is told of it. */
    async geojson(scope: Scope, asker: Asker, query: CoverageQuery): Promise<string> {
      const told = await answers.coverage(scope, asker, query);
      const ground = await answers.openGround(scope, []);
      const features = told.units.map(({ missing, ...unit }) => ({
        type: 'Feature',
        id: unit.pcode,
        geometry: { type: 'Point', coordinates: ground.tree.find(query.level, unit.pcode)?.center ?? [] },
        properties: { level: query.level, ...unit, missing: missing.join(';') },
      }));
      const { units: _units, ...about } = told;
      return JSON.stringify({ type: 'FeatureCollection', coverage: about, features });
    },

    async calendar(scope: Scope, filter: Filter, lang: Lang, base: string): Promise<string> {
      const told = await open(scope, { ...filter, status: filter.status ?? [...STATUSES] }, lang); // prettier-ignore
      const sequences = new Map((await store.list(scope)).map(({ id, sequence }) => [id, sequence]));
      const windows = told.flatMap((each) => {
        const window = windowOf(each);
        if (window === null) return [];
        const { id, status, createdAt, updatedAt } = each;
        const summary = `${titleIn(each, lang)} (${say(lang, `clause.${STATUS_TEXT[status]}`)})`;
        return [{ id, status, createdAt, updatedAt, ...window, sequence: sequences.get(id) ?? 0, summary, description: aboutOf(each, lang), url: placeOf(base, scope, id) }]; // prettier-ignore
      });
      return writeCalendar(say(lang, 'assessments.name', { of: await outside.nameCountry(scope, lang) }), windows);
    },

    async feed(scope: Scope, filter: Filter, lang: Lang, base: string, now: Date): Promise<string> {
      const told = await open(scope, filter, lang);
      const country = await outside.nameCountry(scope, lang);
      const entries = told.map((each) => ({
        id: `urn:uuid:${each.id}`,
        title: `${titleIn(each, lang)} (${say(lang, `clause.${STATUS_TEXT[each.status]}`)})`,
        link: placeOf(base, scope, each.id),
        text: aboutOf(each, lang),
        category: 'assessment' as const,
        published: new Date(each.createdAt),
        updated: new Date(each.updatedAt),
      }));
      const self = `${base}${toAddress('getAssessmentsFeed', { scope })}`;
      return writeFeed(
        entries,
        { id: self, title: say(lang, 'assessments.name', { of: country }), subtitle: say(lang, 'assessments.feed'), lang, page: base, self, author: country },
        now,
      );
    },

    async form(scope: Scope, level: AdminLevel, lang: Lang): Promise<Uint8Array> {
      return writeForm({ scope, ground: await answers.openGround(scope, []), sectors, level, lang, version: answers.today().replaceAll('-', '') });
    },
  };
}

/** Who leads it, about what, where and when, in words. */
function aboutOf(each: Assessment, lang: Lang): string {
  const { coverage } = each;
  const window = windowOf(each);
  const lines = [
    leadsOf(each) === '' ? '' : say(lang, 'assessments.led-by', { name: leadsOf(each) }),
    each.sectors.length === 0 ? '' : say(lang, 'assessments.sectors', { list: each.sectors }),
    coverage.of === 'units' ? say(lang, 'assessments.covers.units', { count: coverage.areas.length }) : say(lang, `assessments.covers.${coverage.of}`),
    window === null ? '' : window.start === window.end ? window.start : `${window.start} – ${window.end}`,
  ];
  return lines.filter(Boolean).join('. ');
}
