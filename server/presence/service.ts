/** 3W of stored versions: counts by any definition, records, lists and exports; what is sensitive stays closed here, whoever asks. */
import { createFindPublic } from '../catalogue/visible.ts';
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import type { AdminUnit } from '../contract/admin.ts';
import { toIso3, type AdminLevel, type DatasetId, type VersionTag } from '../contract/ids.ts';
import type { CountDefinition, OrgRole, PresenceColumns } from '../contract/presence/presence.ts';
import { ORG_ROLES } from '../contract/presence/columns.ts';
import { toAddress } from '../contract/paths.ts';
import { DEFAULT_DEFINITION, METHODS, STATUSES } from '../contract/presence/presence.ts';
import { createCellTable } from './disclosure/cells.ts';
import { tellCell, tellCount, toldSector, type ToldTable } from './disclosure/tell.ts';
import { countMatrix, crossSectors, listByArea, toldMatrix, type AreaList } from './tables/matrix.ts';
import { withhold } from '../kinds/withhold.ts';
import type { MatrixAnswer, OrganisationsAnswer, OverviewAnswer, RecordsAnswer, SummaryAnswer } from '../contract/presence/api.ts';
import { countPresence, selectPresence } from '../contract/presence/count.ts';
import { ForbiddenError } from '../errors.ts';
import { unitsUnder, writeHapiCsv, writeRecordsCsv } from './files.ts';
import { createOrgTypeTable, createSectorTable, withOwnSectors } from '../matching/sectors.ts';
import { createCarrier, type CarrierDeps } from './carry/carrier.ts';
import { matrixOnto, tellOnto, type ToldAsked } from './carry/told.ts';
import { describeDefinition, refuse } from './definition.ts';
import type { FindPolicy, PresencePolicy } from './policy.ts';
import type { Datasets } from '../catalogue/datasets.ts';
import { readGeometry } from '../catalogue/geometry.ts';
import { createPresenceFiles, type LoadedPresence } from './file.ts';

export interface PresenceDeps {
  datasets: Pick<Datasets, 'getVersion' | 'readArtifact' | 'listUnits'>;
  findPolicy: FindPolicy;
  /** Texts of data/sectors.csv and data/org-types.csv. */
  tables: { sectors: string; orgTypes: string };
  /** What became of units between two versions of boundaries, and what people decided; without it versions are followed by what they keep of themselves. */
  following?: Pick<CarrierDeps, 'findChanges' | 'findDecisions'>;
}

/** Which version is asked, and whether the one who asks may see names of organisations of a sensitive dataset. */
export interface PresenceRequest {
  dataset: DatasetId;
  version: VersionTag | 'current';
  trusted: boolean;
  /** Counted on this version of the boundaries; on those that it was placed on where nothing is said. */
  onto?: VersionTag | 'current' | undefined;
}

export type Presence = ReturnType<typeof createPresence>;

/** More than any country has. */
const ALL_UNITS = 1_000_000;
/** How long the work on a table may keep others waiting, in milliseconds. */
const SLICE = 8;

/** Everything a stored 3W answers. Throws NotFoundError where a version has no 3W, ForbiddenError where the policy of a sensitive one (decision 0028) does not let the question be asked. */
export function createPresence({ datasets, findPolicy, tables, following }: PresenceDeps) {
  const open = createPresenceFiles((artifact) => datasets.readArtifact(artifact));
  const sectorTable = createSectorTable(tables.sectors);
  const orgTypeTable = createOrgTypeTable(tables.orgTypes);
  const unitsOf = async (dataset: DatasetId, version: VersionTag) => (await datasets.listUnits(dataset, version, { limit: ALL_UNITS, offset: 0 })).units;
  const carrier = createCarrier({
    getVersion: (dataset, ref) => datasets.getVersion(dataset, ref),
    findPublic: createFindPublic(datasets),
    listUnits: unitsOf,
    readShapes: (version) => readGeometry(version, (artifact) => datasets.readArtifact(artifact)),
    ...following,
  });

  interface Opened extends LoadedPresence {
    /** In force for the one who asks. */
    policy: PresencePolicy | undefined;
  }

  /** @throws ForbiddenError `presence.sensitive` to strangers where the version is not the current one: two tables would each tell of the other */
  async function load({ dataset, version, trusted, onto }: PresenceRequest): Promise<Opened> {
    const policy = trusted ? undefined : await findPolicy(dataset);
    const found = await datasets.getVersion(dataset, version);
    if (policy && found.status !== 'current')
      throw new ForbiddenError(
        'presence.sensitive',
        `${dataset} is sensitive: only its current version is available. Ask for version=current, or sign in as a member of the working group.`,
      );
    const opened = await open(found);
    // Of a sensitive one cells are told under other codes, never counted anew.
    return { ...opened, policy, columns: onto && !policy ? await carrier.carry(opened, onto) : opened.columns };
  }

  /** By the columns of a version, which are the same object as long as it is kept in memory. */
  const tables3w = new WeakMap<PresenceColumns, Map<string, Promise<ToldTable>>>();

  /** The one table that strangers are told of, made once for each version and policy. */
  function tableOf({ columns }: Opened, { deepestLevel, suppressBelow }: PresencePolicy): Promise<ToldTable> {
    const own = tables3w.get(columns) ?? new Map<string, Promise<ToldTable>>();
    tables3w.set(columns, own);
    const key = `${deepestLevel} ${suppressBelow}`;
    const table = own.get(key) ?? makeTable(columns, deepestLevel, suppressBelow);
    own.set(key, table);
    return table;
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

  /** @throws ForbiddenError `presence.too-deep` */
  function refuseDeep({ version }: Opened, { deepestLevel }: PresencePolicy, level: AdminLevel): void {
    if (level > deepestLevel)
      throw new ForbiddenError('presence.too-deep', `${version.dataset} is sensitive: counts are given down to adm${deepestLevel} only.`);
  }

  /** Of a sensitive 3W: the boundaries that it shall be told on, and what became of its units; null where it stays on its own. */
  async function ontoOf(opened: Opened, { onto }: PresenceRequest): Promise<{ version: VersionTag; asked: ToldAsked } | null> {
    const to = onto ? await carrier.target(opened, onto) : null;
    if (!to) return null;
    const from = opened.columns.boundaries!.version as VersionTag;
    const [fates, before, units] = await Promise.all([carrier.findFates(from, to), unitsOf(to.dataset, from), unitsOf(to.dataset, to.version)]);
    return { version: to.version, asked: { fates, before, units } };
  }

  const about = ({ version, columns }: LoadedPresence) => ({ dataset: version.dataset, version: version.version, boundaries: columns.boundaries });
  const aboutOnto = (opened: Opened, onto: Awaited<ReturnType<typeof ontoOf>>) => ({
    ...about(opened),
    ...(onto ? { boundaries: { dataset: opened.columns.boundaries!.dataset, version: onto.version as string } } : {}),
    ...carriedOf(opened, onto),
  });

  return {
    sectorTable,
    orgTypeTable,
    open: (version: DatasetVersion) => open(version),
    carrier,
    /** Whether strangers are told a part only (decision 0028). */
    isSensitive: async (dataset: DatasetId): Promise<boolean> => (await findPolicy(dataset)) !== undefined,

    async getOverview(request: PresenceRequest): Promise<OverviewAnswer> {
      const opened = await load(request);
      const { data, columns, policy, version } = opened;
      const days = columns.periods.flatMap(([start, end]) => [start, end]).filter((day) => day !== null);
      const common = {
        ...about(opened),
        period: days.length === 0 ? null : { start: days.reduce((a, b) => (a < b ? a : b)), end: days.reduce((a, b) => (a > b ? a : b)) },
        definition: DEFAULT_DEFINITION,
      };
      if (policy) {
        const table = await tableOf(opened, policy);
        return {
          ...common,
          source: { ...data.source, file: '', sheet: '' },
          sheets: [],
          proposedPeriod: null,
          rows: null,
          levels: version.levels.filter(({ level }) => level <= policy.deepestLevel).map(({ level, units }) => ({ level, units })),
          sectors: columns.sectors.map(({ code, parent, text }) => ({
            code,
            parent,
            ...(text === undefined ? {} : { text }),
            records: null,
            ...tellCell(table, null, code),
          })),
          // What cannot be asked for is not offered.
          orgTypes: [],
          statuses: [],
          roles: ['implementing'],
          hasPeople: false,
          policy: { deepestLevel: policy.deepestLevel as AdminLevel, suppressBelow: policy.suppressBelow, reason: policy.reason },
          review: null,
        };
      }
      const whole = (definition: Partial<CountDefinition>) => countPresence(columns, { ...DEFAULT_DEFINITION, ...definition }, 0).totals;
      const types = Map.groupBy(
        columns.organisations.filter(({ type }) => type !== null),
        ({ type }) => type!,
      );
      return {
        ...common,
        source: data.source,
        sheets: data.sheets,
        proposedPeriod: data.proposedPeriod,
        rows: data.rows,
        levels: version.levels.map(({ level, units }) => ({ level, units })),
        sectors: columns.sectors.map((sector) => {
          const { records, organisations } = whole({ sectors: [sector.code] });
          return { ...sector, records, organisations };
        }),
        orgTypes: [...types].map(([code, list]) => ({ code, organisations: list.length })).sort((a, b) => b.organisations - a.organisations),
        statuses: STATUSES.map((status) => ({ status, records: whole({ statuses: [status], role: 'any' }).records })),
        roles: ORG_ROLES.filter((role) => data.records[role].some((set) => set > 0)),
        hasPeople: columns.columns.people.some((people) => people !== null),
        policy: null,
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
    async refuseUnknown(request: PresenceRequest, definition: CountDefinition): Promise<void> {
      const { sectors, orgTypes, orgs } = definition;
      const { columns, policy } = await load(request);
      // Who is in a sensitive dataset is not told by a refusal either: it answers no question about one organisation, or one type.
      if (policy) toldSector(request.dataset, definition);
      const types = new Set(columns.organisations.flatMap(({ type }) => type ?? []));
      const codes = columns.sectors.map(({ code }) => code);
      refuse('sector', sectors, (code) => codes.includes(code) || sectorTable.get(code) !== undefined, codes);
      refuse('type of organisations', orgTypes, (code) => types.has(code) || orgTypeTable.get(code) !== undefined, [...types]);
      if (orgs.length === 0) return;
      const ids = new Set(columns.organisations.map(({ id }) => id));
      refuse('organisation', orgs, (id) => ids.has(id), [...ids], ` All are at ${toAddress('listOrganisations', { id: request.dataset })}.`);
    },

    /** @throws ForbiddenError where the dataset is sensitive and the question too narrow */
    async summarize(request: PresenceRequest, level: AdminLevel, definition: CountDefinition): Promise<SummaryAnswer> {
      const opened = await load(request);
      const { policy, columns } = opened;
      const definitionText = describeDefinition(definition, withOwnSectors(sectorTable, columns.sectors), orgTypeTable);
      if (!policy) {
        return { ...aboutOnto(opened, null), ...countPresence(columns, definition, level), definitionText, withheld: [] };
      }
      refuseDeep(opened, policy, level);
      const sector = toldSector(request.dataset, definition);
      const told = tellCount(columns, await tableOf(opened, policy), level, definition, sector);
      const onto = await ontoOf(opened, request);
      const count = onto ? tellOnto(told, onto.asked) : told;
      const withheld = Object.keys(count.byPcode).filter((code) => count.byPcode[code]!.reason === 'withheld');
      return { ...aboutOnto(opened, onto), ...count, definitionText, withheld };
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

    /** What the definition counts, by unit and sector: clusters, each with its areas of responsibility after it. Totals are unions. */
    async getMatrix(request: PresenceRequest, level: AdminLevel, definition: CountDefinition): Promise<MatrixAnswer> {
      const opened = await load(request);
      const { columns, policy } = opened;
      if (policy) refuseDeep(opened, policy, level);
      const sector = policy ? toldSector(request.dataset, definition) : null;
      const told = policy && (await tableOf(opened, policy));
      const heads = crossSectors(columns.sectors, definition.sectors);
      const matrix = told ? toldMatrix(columns, told, level, heads, sector) : countMatrix(columns, definition, level, heads);
      const onto = told ? await ontoOf(opened, request) : null;
      const shown = onto ? matrixOnto(matrix, level, onto.asked) : matrix;
      return { ...aboutOnto(opened, onto), level, definition, sectorTexts: textsOf(columns), ...shown, empty: told ? 'withheld' : 'unstated' };
    },

    /** Who is in each unit of the level, by the definition. @throws ForbiddenError `presence.sensitive` */
    async listByArea(request: PresenceRequest, level: AdminLevel, definition: CountDefinition): Promise<AreaList[]> {
      return listByArea((await loadNames(request)).columns, definition, level);
    },

    /** Units of the boundaries down to a level, whether anything is reported of them or not; none where the 3W was read without boundaries. */
    async listUnits(request: PresenceRequest, level: AdminLevel): Promise<AdminUnit[]> {
      const opened = await load(request);
      const { boundaries } = opened.columns;
      if (!boundaries) return [];
      const onto = opened.policy && (await ontoOf(opened, request));
      if (onto) return (await unitsOf(boundaries.dataset as DatasetId, onto.version)).filter((unit) => unit.level <= level);
      const units = await unitsOf(boundaries.dataset as DatasetId, boundaries.version as VersionTag);
      return units.filter((unit) => unit.level <= level);
    },

    async writeCsv(request: PresenceRequest, kind: 'records' | 'hapi' | 'hxl', definition: CountDefinition, pcode: string | null): Promise<Uint8Array> {
      const { data, columns } = await loadNames(request);
      if (kind === 'records') return writeRecordsCsv(data, pcode);
      const country = toIso3(request.dataset);
      return writeHapiCsv(columns, { country, definition, sectors: withOwnSectors(sectorTable, columns.sectors), hxl: kind === 'hxl', under: pcode });
    },
  };
}

/** How many rows went where is not told of a sensitive 3W. */
function carriedOf({ columns }: LoadedPresence, onto: { version: VersionTag; asked: ToldAsked } | null) {
  if (!onto) return columns.carried ? { carried: columns.carried } : {};
  return { carried: { from: columns.boundaries!.version, to: onto.version, compared: onto.asked.fates !== null, rows: null, moved: null } };
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

/** Whether row i of the data is in the definition: asked of the same selection as every count, through a copy with one entry for each row. */
function selectRows(data: LoadedPresence['data'], columns: PresenceColumns, definition: CountDefinition): (row: number) => boolean {
  const { records } = data;
  const { unit, stated, implementing, programming, funding, sectors, status, period, people } = records;
  const each: PresenceColumns = {
    ...columns,
    columns: {
      unit,
      stated,
      doubt: unit.map(() => -1),
      implementing,
      programming,
      funding,
      sectors,
      status,
      period,
      people,
      records: Array.from({ length: unit.length }, () => 1),
    },
  };
  const chosen = new Uint8Array(unit.length);
  for (const { entry } of selectPresence(each, definition).selected) chosen[entry] = 1;
  return (row) => chosen[row] === 1;
}

async function makeTable(columns: PresenceColumns, deepest: number, below: number): Promise<ToldTable> {
  const table = createCellTable(columns, deepest);
  const work = withhold(table, below);
  for (let start = performance.now(); ;) {
    const { done, value } = work.next();
    if (done) return { ...table, withheld: value };
    if (performance.now() - start < SLICE) continue;
    await new Promise((resolve) => setImmediate(resolve));
    start = performance.now();
  }
}
