/** Which columns are told with a feature: coordinates are in the geometry, and what is ignored is told to nobody. */
import { PLACES } from './read/columns.ts';

const NOT_KEPT: readonly string[] = [...PLACES, 'ignore'];
export const isKept = (is: string): boolean => !NOT_KEPT.includes(is);
