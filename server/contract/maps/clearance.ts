/** Clearance of a saved map: somebody with the right to publish says, by name and day, that it may go out as it is (decision 0074). */
import { z } from 'zod';
import { datasetId, versionTag } from '../ids.ts';

export const mapClearance = z.object({
  at: z.string(),
  by: z.string().nullable().describe('Name; null for those who are no members, and of whoever is not known.'),
  versions: z.record(datasetId, versionTag).describe('What was cleared: the version of each dataset that the map showed.'),
  holds: z.boolean().describe('false: the map follows its data and shows a newer version now, which is to be cleared again.'),
});
export type MapClearance = z.infer<typeof mapClearance>;
export type Cleared = Omit<MapClearance, 'holds'>;

/** What was looked at: of a map that was changed since, nobody clears the change unseen. */
export const clearanceBody = z.object({ updatedAt: z.iso.datetime().describe('`updatedAt` of the map that was looked at.') });
