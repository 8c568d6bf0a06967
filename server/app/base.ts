/** The archive below the maps, as the configuration names it. */
import type { Config } from '../config.ts';
import { ConfigError } from '../config.ts';
import { pathOf } from '../contract/paths.ts';
import { BaseError, openBase, type OpenBase } from '../ground/base.ts';

/** @throws ConfigError: a server that should have a base does not start without it */
export function openBaseOf({ basemap }: Pick<Config, 'basemap'>): OpenBase | null {
  if (basemap === null) return null;
  try {
    return openBase(basemap, pathOf('getBaseMap'));
  } catch (error) {
    throw error instanceof BaseError ? new ConfigError([`$CODMAP_BASEMAP: ${error.message}`]) : error;
  }
}
