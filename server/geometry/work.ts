/**
 * What one stage may do for what it was given. On boundaries as countries draw them every stage takes time in proportion to the vertices;
 * what is made to be slow (lines that all cross, units that all lie on each other, places that all hash alike) takes its square.
 */
import { TooLargeError } from '../errors.ts';

/** Steps that any input may take, some tenths of a second; a small file is never refused for the shape of its few vertices. */
const FLOOR = 20_000_000;
const SHAPES =
  'Too many lines or units lie on top of each other: check the layers in a GIS, repair or remove what does not belong there, or upload the levels one by one.';

export class Work {
  readonly #stage: string;
  readonly #advice: string;
  #left: number;

  /** `size` things, vertices mostly, with at most `each` steps for one of them; `floor` steps for all input whatever its size. */
  constructor(stage: string, size: number, each: number, floor = FLOOR, advice = SHAPES) {
    this.#stage = stage;
    this.#advice = advice;
    this.#left = floor + size * each;
  }

  /** @throws TooLargeError `read.tooMany` once the stage has done more than it may. */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0)
      throw new TooLargeError('read.tooMany', `${this.#stage} would take far more work than files of this size need, so it was stopped. ${this.#advice}`);
  }
}
