/** What maps are given by the configuration: the archive below them, and whose disclaimers they have. */
import type { Config } from '../config.ts';
import { ConfigError } from '../config.ts';
import { pathOf } from '../contract/paths.ts';
import { DisclaimersError, publisherOf, readPublisher, type Publisher } from '../disclaimers/publishers.ts';
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

/** @throws ConfigError: maps without the words that were asked for are not shown */
export function openPublisherOf({ disclaimers: { publisher, file } }: Pick<Config, 'disclaimers'>): Publisher {
  if (publisher !== 'own') return publisherOf(publisher);
  try {
    return readPublisher(file);
  } catch (error) {
    throw error instanceof DisclaimersError ? new ConfigError([`$CODMAP_DISCLAIMERS: ${error.message}`]) : error;
  }
}
