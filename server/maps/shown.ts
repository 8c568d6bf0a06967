/** Which datasets each route of maps shows, so that whoever may not receive one of them gets no answer (http/serve.ts). */
import type { DatasetId, Iso3 } from '../contract/ids.ts';
import { toBoundariesId } from '../contract/ids.ts';
import { datasetsOf, peopleOf, type MapSpec } from '../contract/maps/map.ts';
import type { RouteName } from '../contract/paths.ts';
import type { Route } from '../contract/route.ts';
import type { NotFoundError } from '../errors.ts';
import { unknownVersion } from '../http/request.ts';
import type { Served, Shows } from '../http/serve.ts';
import { unknownEmbed, unknownMap, type Maps } from './service.ts';

/** What the routes of maps are asked, each a part of it. */
interface AskedOfMap {
  params: { id: string; iso3: Iso3 } | undefined;
  query: { spec?: MapSpec; url?: string } | undefined;
  body: { spec?: MapSpec } | undefined;
}

/** A map or embed by its address on this server. */
export const ADDRESS_OF_MAP = /^\/(maps|m|embed)\/([a-z2-9]{6,20})$/;

/** Routes that show nothing of data, or take out of a list what may not be received. */
const NOTHING: readonly RouteName[] = ['listMaps', 'checkEmbeds'];
/** They say in words on a page that it is closed. */
const IN_WORDS: readonly RouteName[] = ['showMap', 'showEmbed'];
const OF_EMBEDS: readonly RouteName[] = ['showEmbed', 'changeEmbed', 'endEmbed'];

/** As a version that there never was is told of. */
function unknownIn({ boundary, data }: MapSpec, dataset: DatasetId): NotFoundError {
  const beside = peopleOf(data);
  const ref = dataset === boundary.dataset ? boundary.version : data.kind !== 'boundaries' && dataset === data.dataset ? data.version : beside?.version;
  return unknownVersion(dataset, ref ?? 'current');
}

export function withShown(served: readonly Served[], maps: Maps): Served[] {
  const byAddress = async (url: string): Promise<DatasetId[]> => {
    const [, kind, id] = (URL.canParse(url) && ADDRESS_OF_MAP.exec(new URL(url).pathname)) || [];
    return id === undefined ? [] : kind === 'embed' ? maps.shownByEmbed(id) : maps.shownByMap(id);
  };
  const showsOf = (name: RouteName): Shows<Route> | undefined => {
    if (NOTHING.includes(name)) return undefined;
    const isEmbed = OF_EMBEDS.includes(name);
    return {
      tells: IN_WORDS.includes(name),
      async datasets(given) {
        const { params, query, body } = given as unknown as AskedOfMap;
        const said = [query?.spec, body?.spec].flatMap((spec) => (spec ? datasetsOf(spec) : []));
        if (name === 'getCountrySvg') return [toBoundariesId(params!.iso3)];
        if (query?.url !== undefined) return byAddress(query.url);
        const stored = params === undefined ? [] : await (isEmbed ? maps.shownByEmbed(params.id) : maps.shownByMap(params.id));
        return [...said, ...stored];
      },
      unknown(given, dataset) {
        const { params, query, body } = given as unknown as AskedOfMap;
        const spec = query?.spec ?? body?.spec;
        if (spec && datasetsOf(spec).includes(dataset)) return unknownIn(spec, dataset);
        if (query?.url !== undefined) {
          const [, kind, id] = ADDRESS_OF_MAP.exec(new URL(query.url).pathname)!;
          return kind === 'embed' ? unknownEmbed(id!) : unknownMap(id!);
        }
        if (name === 'getCountrySvg') return unknownVersion(dataset, 'current');
        return isEmbed ? unknownEmbed(params!.id) : unknownMap(params!.id);
      },
    };
  };
  return served.map((each) => {
    const shows = showsOf(each.route.name);
    return shows ? { ...each, shows } : each;
  });
}
