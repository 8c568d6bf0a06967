/** What a kind of data lays on the frame of the country page. */
import type { TemplateResult } from 'lit';
import type { MapSpec } from '../../server/contract/maps/map.ts';
import type { VersionAnswer } from '../../server/contract/datasets/api.ts';
import type { ToCurrent } from '../kit/versions/states.ts';
import type { StageMap } from '../map/stage.ts';

export interface Layer {
  /** Place and topic: the title of the page while no unit is chosen, and of a map that is saved of it. */
  readonly title: string;
  /** Of when what is shown is, in words; '' while that is not known. A saved map says that of what it shows then. */
  readonly period: string;
  /** What the map shows of the boundaries, with the values of this kind over it. */
  lay(shown: StageMap): StageMap;
  /** What is said of a unit under the pointer, line by line. */
  linesOf(level: number, pcode: string): string[];
  /** The version of the values, and the way to the current one; absent on the page of the boundaries. */
  readonly source?: VersionAnswer | null;
  readonly currentSource?: ToCurrent | null;
  /** The live map is there, or will not be. */
  mapChanged(): void;
  /** Opens the panel that shares what is shown. */
  share(): Promise<void>;
  /** What is shown as a map of its own, on the versions that are shown: what is printed in the place of the page. */
  toSpec(): MapSpec;
}

/** A kind of data on the page: its layer of the map and its own parts of the frame. */
export interface Kind {
  layer: Layer;
  panel(): TemplateResult;
  /** The wide view over the map. */
  table(): TemplateResult;
  /** Code that the wide view needs and nothing else does. */
  loadTable?(): Promise<unknown>;
}
