/** What a kind of data adds to the page of its drafts: what the draft holds, beside the version before, and what is still to be decided in it. */
import type { TemplateResult } from 'lit';
import type { BoundaryLayer } from '../../server/contract/boundaries/columns.ts';
import type { ColumnQuestion } from '../../server/contract/columns.ts';
import type { TileJson, VersionAnswer } from '../../server/contract/datasets/api.ts';
import type { Translate } from '../i18n/translate.ts';
import { ApiProblem } from './api.ts';
import type { App } from './view.ts';

/** One honest step before publishing. */
export interface DraftStep {
  id: string;
  /** What the button says. */
  label: string;
  /** Rows that hang on it; null where that is not known. */
  rows: number | null;
  /** Where it is done, or what does it. */
  href?: string;
  run?: () => void;
  /** What somebody must be allowed who does it. */
  permission: string;
}

/** The page that a part stands on. */
export interface DraftPage {
  readonly app: App;
  readonly t: Translate;
  readonly signal: AbortSignal;
  may(permission: string): boolean;
  changed(): void;
  showTab(tab: string): void;
  /** Marks units on the map and goes there, and to what is told to lie beside them. */
  showUnits(level: number, pcodes: readonly string[], beside?: readonly (readonly [number, number, number, number])[]): void;
  /** Goes to a place, with some ground around it. */
  showPlace(box: readonly [number, number, number, number]): void;
  /** The files were read again: shows what they are now. */
  reload(version: string): Promise<void>;
}

export interface DraftOf {
  version: VersionAnswer;
  /** The version that it would take the place of; null: nothing was published before. */
  before: VersionAnswer | null;
  /** The boundaries on the map, with their tiles. */
  ground: VersionAnswer | null;
  tilejson: TileJson | null;
}

/** Values over the boundaries, as the map takes them. */
export interface DraftPainting {
  values: ReadonlyMap<string, number | string>;
  at: number;
  breaks: readonly number[];
  colors: readonly string[];
  looks?: boolean | readonly string[];
}

/** A layer over the boundaries, as the map takes it. */
export interface DraftOverlay {
  id: string;
  shape: 'points' | 'lines' | 'areas';
  from: object;
}

/** A repair in progress over the boundaries, as the map takes it. */
export interface DraftRepair {
  tiles: string;
  operation: string | null;
  units: readonly string[];
  turned: boolean;
  isAfterKnown: boolean;
  isSwiped: boolean;
}

/** What a tab of its own adds to the page while it is open. */
export interface DraftRepairs {
  render(): TemplateResult;
  readonly shown: DraftRepair | null;
  /** Level and codes of the units that are called by name on the map. */
  readonly named: { level: number; pcodes: readonly string[] } | null;
  /** Where before ends and after begins, as a share of the map from its left. */
  readonly swipe: { at: number; before: 'west' | 'east' } | null;
  /** What lies over the map. */
  renderOver(): TemplateResult;
  /** On a phone list and map are seen in turn. */
  readonly turn: 'list' | 'map';
}

/** An earlier drawing beside that of the draft, as the map takes both. */
export interface DraftComparison {
  readonly drawing: { tilejson: TileJson; nameColumn: number; highlighted: readonly { level: number; pcodes: readonly string[] }[] } | null;
  readonly swipe: DraftRepairs['swipe'];
  /** What lies over the map. */
  renderOver(version: string): TemplateResult;
}

/** The review of a version beside its page. */
export interface DraftReview {
  /** Once for each state of the version. */
  load(): Promise<void>;
  /** What is left before the rules of its group hold; null where they do, or where there are none. */
  step(): DraftStep | null;
}

export interface DraftPart {
  /** @throws what the API throws */
  load(of: DraftOf): Promise<void>;
  /** In the order in which they gain most rows. */
  steps(): DraftStep[];
  /** What the draft holds; absent where its findings tell all. */
  render?(): TemplateResult;
  /** The version that it is compared with, beside it on the map. */
  readonly comparison?: DraftComparison;
  /** What it changes against the published version, and the same in a sentence; null where nothing was published before. */
  renderChanges?(): TemplateResult;
  changesText?(): string | null;
  /** Its repair; null while that is on its way. */
  openRepairs?(): DraftRepairs | null;
  /** Its columns, and what is asked of them. */
  renderColumns(): TemplateResult;
  /** Which level the map shows now. */
  showLevel(level: number): void;
  /** null while it is on its way, or where nothing is painted. */
  readonly painting: DraftPainting | null;
  /** What of it lies over the boundaries. */
  readonly overlays?: readonly DraftOverlay[];
  legend(): { title: string; list: TemplateResult } | null;
  /** What is said of a unit under the pointer. */
  linesOf(level: number, pcode: string): string[];
}

/** How the columns of the files were read, and what is asked about them. */
export interface ColumnsRead {
  columns: readonly unknown[];
  questions: readonly ColumnQuestion<unknown>[];
  /** Of boundaries. */
  layers?: readonly BoundaryLayer[];
}

const UNREAD: ColumnsRead = { columns: [], questions: [] };

/** Nothing for strangers, who see what a published version holds, and of versions stored before columns were written down. */
export async function readColumns(page: Pick<DraftPage, 'app' | 'signal' | 'may'>, { dataset, version }: VersionAnswer): Promise<ColumnsRead> {
  if (!page.may('draft.read')) return UNREAD;
  const { app, signal } = page;
  try {
    return await app.api.call('readColumns', { params: { id: dataset, version }, query: { lang: app.language }, signal });
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return UNREAD;
    throw error;
  }
}
