/** 3W of stored versions: counts by any definition, records, lists and exports; what is sensitive stays closed here, whoever asks. */
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import type { AdminLevel, DatasetId, VersionTag } from '../contract/ids.ts';
import type { CountDefinition, OrgRole, PresenceColumns } from '../contract/presence/presence.ts';
import { DEFAULT_DEFINITION, METHODS, STATUSES } from '../contract/presence/presence.ts';
import type { MatrixAnswer, OrganisationsAnswer, OverviewAnswer, RecordsAnswer, SummaryAnswer } from '../contract/presence/api.ts';
import { ancestorsAt, countPresence, selectPresence } from '../contract/presence/count.ts';
import { ForbiddenError, NotFoundError } from '../errors.ts';
import { unitsUnder, writeHapiCsv, writeRecordsCsv } from './files.ts';
import { createOrgTypeTable, createSectorTable, withOwnSectors } from '../matching/sectors.ts';
import { describeDefinition } from './definition.ts';
import type { PresencePolicy, PresenceStore } from './store.ts';
import type { Datasets } from '../catalogue/datasets.ts';
import { createPresenceFiles, type LoadedPresence } from './file.ts';

export interface PresenceDeps {
  datasets: Pick<Datasets, 'getVersion' | 'readArtifact'>;
  store: Pick<PresenceStore, 'findPolicy'>;
  /** Texts of data/sectors.csv and data/org-types.csv. */
  tables: { sectors: string; orgTypes: string };
}

/** Which version is asked, and whether the one who asks may see names of organisations of a sensitive dataset. */
export interface PresenceRequest {
  dataset: DatasetId;
  version: VersionTag | 'current';
  trusted: boolean;
}

export type Presence = ReturnType<typeof createPresence>;
const NO_SUMS = { sectors: 0, records: 0, people: null };

export function createPresence({ datasets, store, tables }: PresenceDeps) {
  const open = createPresenceFiles((artifact) => datasets.readArtifact(artifact));
  const sectorTable = createSectorTable(tables.sectors);
  const orgTypeTable = createOrgTypeTable(tables.orgTypes);

  interface Opened extends LoadedPresence {
    /** In force for the one who asks. */
    policy: PresencePolicy | undefined;
  }

  async function load({ dataset, version, trusted }: PresenceRequest): Promise<Opened> {
    const loaded = await open(await datasets.getVersion(dataset, version));
    return { ...loaded, policy: trusted ? undefined : await store.findPolicy(dataset) };
  }

  /** For answers that name organisations or rows. @throws ForbiddenError `presence.sensitive` */
  async function loadNames(request: PresenceRequest): Promise<Opened> {
    const opened = await load(request);
    if (opened.policy)
      throw new ForbiddenError(
        'presence.sensitive',
        `${request.dataset} is sensitive: only counts are given. Sign in as a member of the working group to see more.`,
      );
    return opened;
  }

  /** A sensitive dataset answers no question that could tell where one organisation is. */
  function refuseNarrow({ policy, version }: Opened, level: AdminLevel, definition: CountDefinition): void {
    if (!policy) return;
    if (level > policy.deepestLevel)
      throw new ForbiddenError('presence.too-deep', `${version.dataset} is sensitive: counts are given down to adm${policy.deepestLevel} only.`);
    if (definition.orgs.length > 0)
      throw new ForbiddenError('presence.sensitive', `${version.dataset} is sensitive: counts of chosen organisations are not given.`);
  }

  const about = ({ version, columns }: LoadedPresence) => ({ dataset: version.dataset, version: version.version, boundaries: columns.boundaries });

  return {
    sectorTable,
    orgTypeTable,
    open: (version: DatasetVersion) => open(version),

    async getOverview(request: PresenceRequest): Promise<OverviewAnswer> {
      const opened = await load(request);
      const { data, columns, policy, version } = opened;
      const whole = (definition: Partial<CountDefinition>) => countPresence(columns, { ...DEFAULT_DEFINITION, ...definition }, 0).totals;
      const days = columns.periods.flatMap(([start, end]) => [start, end]).filter((day) => day !== null);
      const types = Map.groupBy(
        columns.organisations.filter(({ type }) => type !== null),
        ({ type }) => type!,
      );
      return {
        ...about(opened),
        source: policy ? { ...data.source, file: '', sheet: '' } : data.source,
        sheets: policy ? [] : data.sheets,
        period: days.length === 0 ? null : { start: days.reduce((a, b) => (a < b ? a : b)), end: days.reduce((a, b) => (a > b ? a : b)) },
        proposedPeriod: data.proposedPeriod,
        rows: data.rows,
        levels: version.levels.filter(({ level }) => !policy || level <= policy.deepestLevel).map(({ level, units }) => ({ level, units })),
        sectors: columns.sectors.map((sector) => {
          const { records, organisations } = whole({ sectors: [sector.code] });
          return { ...sector, records, organisations: hidden(policy, organisations) ? 0 : organisations };
        }),
        orgTypes: [...types]
          .map(([code, list]) => ({ code, organisations: hidden(policy, list.length) ? 0 : list.length }))
          .sort((a, b) => b.organisations - a.organisations),
        statuses: STATUSES.map((status) => ({ status, records: whole({ statuses: [status], role: 'any' }).records })),
        roles: (['implementing', 'programming', 'funding'] as const).filter((role) => data.records[role].some((set) => set > 0)),
        hasPeople: columns.columns.people.some((people) => people !== null),
        definition: DEFAULT_DEFINITION,
        policy: policy ? { deepestLevel: policy.deepestLevel as AdminLevel, suppressBelow: policy.suppressBelow, reason: policy.reason } : null,
        review: {
          groups: data.groups.length,
          rows: data.rows.needReview,
          sectors: data.openSectors.length,
          orgTypes: data.openOrgTypes.length,
          merges: data.merges.length,
        },
      };
    },

    /**
     * For those who ask by hand. A saved map goes on counting where an organisation of it is no more.
     * @throws NotFoundError `presence.code-unknown` where a filter names what does not exist: zeros would look like an answer
     */
    async refuseUnknown(request: PresenceRequest, { sectors, orgTypes, orgs }: CountDefinition): Promise<void> {
      const { columns, policy } = await load(request);
      const types = new Set(columns.organisations.flatMap(({ type }) => type ?? []));
      const codes = columns.sectors.map(({ code }) => code);
      refuse('sector', sectors, (code) => codes.includes(code) || sectorTable.get(code) !== undefined, codes);
      refuse('type of organisations', orgTypes, (code) => types.has(code) || orgTypeTable.get(code) !== undefined, [...types]);
      // Who is in a sensitive dataset is not told by a refusal either: it answers no question about one organisation.
      if (policy || orgs.length === 0) return;
      const ids = new Set(columns.organisations.map(({ id }) => id));
      refuse('organisation', orgs, (id) => ids.has(id), [...ids], ` All are at /api/v1/presence/${request.dataset}/organisations.`);
    },

    /** @throws ForbiddenError where the dataset is sensitive and the question too narrow */
    async summarize(request: PresenceRequest, level: AdminLevel, definition: CountDefinition): Promise<SummaryAnswer> {
      const opened = await load(request);
      refuseNarrow(opened, level, definition);
      const { policy, columns } = opened;
      const count = countPresence(columns, definition, level);
      const suppressed = Object.entries(count.byPcode).flatMap(([pcode, { organisations }]) => (hidden(policy, organisations) ? [pcode] : []));
      for (const pcode of suppressed) delete count.byPcode[pcode];
      if (policy && suppressed.length > 0) {
        // With one unit hidden, the total less the others would give it away; people and activities of the whole say too much then.
        Object.assign(count.totals, hidden(policy, count.totals.organisations) ? { count: 0, organisations: 0, ...NO_SUMS } : { records: 0, people: null });
        if (definition.unit !== 'organisations') count.totals.count = 0;
      }
      return {
        ...about(opened),
        ...count,
        definitionText: describeDefinition(definition, withOwnSectors(sectorTable, columns.sectors), orgTypeTable),
        suppressed,
      };
    },

    /** The compact columns, for counting in a client. */
    async getColumns(request: PresenceRequest): Promise<PresenceColumns> {
      return (await loadNames(request)).columns;
    },

    /** Records of the definition in a unit and below it, in the order of the source. */
    async listRecords(
      request: PresenceRequest,
      definition: CountDefinition,
      { pcode, limit, offset }: { pcode: string | null; limit: number; offset: number },
    ): Promise<Omit<RecordsAnswer, 'next'>> {
      const opened = await loadNames(request);
      const { data, columns } = opened;
      const inside = unitsUnder(data.units, pcode);
      const wanted = selectRows(data, columns, definition);
      const rows = data.records.row.flatMap((_, i) => (wanted(i) && (!inside || inside.has(data.records.unit[i]!)) ? [i] : []));
      const records = rows.slice(offset, offset + limit).map((i) => toRecord(data, i));
      return { ...about(opened), sectorTexts: textsOf(columns), total: rows.length, records };
    },

    /** Organisations of the definition in a unit and below it, those with most activities first. */
    async listOrganisations(request: PresenceRequest, definition: CountDefinition, pcode: string | null): Promise<OrganisationsAnswer> {
      const opened = await loadNames(request);
      const { columns } = opened;
      const inside = unitsUnder(columns.units, pcode);
      const found = new Map<number, { records: number; sectors: Set<number>; units: Set<number> }>();
      for (const { entry, orgs, sectors } of selectPresence(columns, definition).selected) {
        const unit = columns.columns.unit[entry]!;
        if (inside && !inside.has(unit)) continue;
        for (const org of orgs) {
          let own = found.get(org);
          if (!own) found.set(org, (own = { records: 0, sectors: new Set(), units: new Set() }));
          own.records += columns.columns.records[entry]!;
          for (const sector of sectors) own.sectors.add(sector);
          if (unit >= 0) own.units.add(unit);
        }
      }
      const organisations = [...found]
        .map(([org, { records, sectors, units }]) => ({
          ...columns.organisations[org]!,
          records,
          sectors: [...sectors].map((sector) => columns.sectors[sector]!.code).sort(),
          units: units.size,
        }))
        .sort((a, b) => b.records - a.records || (a.name < b.name ? -1 : 1));
      return { ...about(opened), sectorTexts: textsOf(columns), definition, organisations };
    },

    /** What the definition counts, by unit and sector. */
    async getMatrix(request: PresenceRequest, level: AdminLevel, definition: CountDefinition): Promise<MatrixAnswer> {
      const opened = await load(request);
      refuseNarrow(opened, level, definition);
      const { columns, policy } = opened;
      const codes = columns.sectors.map(({ code }) => code).filter((code) => definition.sectors.length === 0 || definition.sectors.includes(code));
      const at = ancestorsAt(columns.units, level);
      const present = [...new Set(columns.columns.unit.flatMap((unit) => (unit >= 0 && at[unit]! >= 0 ? [at[unit]!] : [])))];
      const units = present.map((unit) => columns.units[unit]!).sort((a, b) => (a.pcode < b.pcode ? -1 : 1));
      const bySector = codes.map((code) => countPresence(columns, { ...definition, sectors: [code] }, level).byPcode);
      return {
        ...about(opened),
        level,
        definition,
        sectors: codes,
        sectorTexts: textsOf(columns),
        units: units.map(({ pcode, name }) => ({ pcode, name })),
        counts: units.map(({ pcode }) =>
          bySector.map((counts) => {
            const cell = counts[pcode];
            return !cell || hidden(policy, cell.organisations) ? 0 : cell.count;
          }),
        ),
      };
    },

    async writeCsv(request: PresenceRequest, kind: 'records' | 'hapi' | 'hxl', definition: CountDefinition, pcode: string | null): Promise<Uint8Array> {
      const { data, columns } = await loadNames(request);
      if (kind === 'records') return writeRecordsCsv(data, pcode);
      const country = request.dataset.slice(-3).toUpperCase();
      return writeHapiCsv(columns, { country, definition, sectors: withOwnSectors(sectorTable, columns.sectors), hxl: kind === 'hxl', under: pcode });
    },
  };
}

/** Words of the source for sectors that no list of ours has. */
const textsOf = ({ sectors }: Pick<PresenceColumns, 'sectors'>) =>
  Object.fromEntries(sectors.flatMap(({ code, text }) => (text === undefined ? [] : [[code, text]])));

/** Row i of the data, as the API tells it. */
function toRecord(data: LoadedPresence['data'], i: number): RecordsAnswer['records'][number] {
  const { records: from } = data;
  const names = (role: OrgRole) => data.orgSets[from[role][i]!]!.map((org) => data.organisations[org]!.id);
  const unit = data.units[from.unit[i]!];
  const [start, end] = data.periods[from.period[i]!]!;
  const point = data.points?.[from.point?.[i] ?? -1];
  return {
    row: from.row[i]!,
    organisations: { implementing: names('implementing'), programming: names('programming'), funding: names('funding') },
    sectors: data.sectorSets[from.sectors[i]!]!.map((sector) => data.sectors[sector]!.code),
    status: STATUSES[from.status[i]!]!,
    start,
    end,
    activity: data.activities[from.activity[i]!] ?? null,
    people: from.people[i]!,
    pcode: unit?.pcode ?? null,
    level: unit?.level ?? null,
    statedLevel: from.stated[i]! < 0 ? null : from.stated[i]!,
    stated: data.places[from.place[i]!]!,
    method: METHODS[from.method[i]!]!,
    score: from.score[i]!,
    question: data.questions[from.question[i]!] ?? null,
    point: point ? { lon: point[0], lat: point[1] } : null,
  };
}

/** Codes named in a refusal. */
const NAMED = 30;

function refuse(what: string, asked: readonly string[], exists: (code: string) => boolean, known: readonly string[], more = ''): void {
  const unknown = asked.filter((code) => !exists(code));
  if (unknown.length === 0) return;
  const some = known.slice(0, NAMED).join(', ') + (known.length > NAMED ? ', …' : '');
  throw new NotFoundError('presence.code-unknown', `There is no ${what} "${unknown.join('", "')}" here. There are: ${some || 'none'}.${more}`);
}

/** Above zero, but so few that one could guess who. */
function hidden(policy: PresencePolicy | undefined, organisations: number): boolean {
  return policy !== undefined && organisations > 0 && organisations < policy.suppressBelow;
}

/** Whether row i of the data is in the definition: asked of the same selection as every count, through a copy with one entry for each row. */
function selectRows(data: LoadedPresence['data'], columns: PresenceColumns, definition: CountDefinition): (row: number) => boolean {
  const { records } = data;
  const { unit, stated, implementing, programming, funding, sectors, status, period, people } = records;
  const each: PresenceColumns = {
    ...columns,
    columns: { unit, stated, implementing, programming, funding, sectors, status, period, people, records: Array.from({ length: unit.length }, () => 1) },
  };
  const chosen = new Uint8Array(unit.length);
  for (const { entry } of selectPresence(each, definition).selected) chosen[entry] = 1;
  return (row) => chosen[row] === 1;
}
