/** Counts as they are told to whoever asks: of a sensitive 3W with gaps that say why. Types only. */
import type { PresenceCount, UnitCount } from './presence.ts';

/** A unit as it is told: of a sensitive 3W without what its tables do not hold, and where its number is withheld without that (decision 0028). */
export type ToldUnit = { [part in keyof UnitCount]: number | null } & { reason?: 'withheld' | undefined };

/** A count as it is told. null is what is not given of a sensitive 3W, never zero. */
export interface ToldCount extends Omit<PresenceCount, 'byPcode' | 'possible' | 'knownOnlyAbove' | 'notPlaced' | 'inDoubt' | 'totals'> {
  byPcode: Record<string, ToldUnit>;
  /** Nothing of a sensitive 3W. */
  possible: Record<string, ToldUnit>;
  knownOnlyAbove: Record<string, number | null>;
  notPlaced: Record<string, number | null>;
  inDoubt: Record<string, number | null>;
  totals: { [part in keyof PresenceCount['totals']]: part extends 'units' ? number : number | null } & { reason?: 'withheld' | undefined };
}
