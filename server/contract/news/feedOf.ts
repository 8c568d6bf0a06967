/** Which feed a page names. */
import { toAddress } from '../paths.ts';

/** Of the dataset, group or country of a page; else of all. @param params named parts of its path */
export function feedOf({ iso3, dataset, group, scope }: Readonly<Record<string, string>>): string {
  const country = iso3 ?? scope;
  if (dataset !== undefined && country !== undefined) return toAddress('getDatasetFeed', { id: dataset });
  if (country === undefined) return toAddress('getNewsFeed');
  const of = { scope: country.toUpperCase() };
  return group === undefined ? toAddress('getCountryFeed', of) : toAddress('getGroupFeed', { ...of, group });
}
