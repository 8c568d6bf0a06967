/** A layer definition of QGIS (`.qlr`): dragged into a project, tiles and features of a version appear, styled and named. Pure. */
import { PALETTE } from '../../contract/maps/palette.ts';
import { escapeXml } from '../../formats/text/escape.ts';

export interface QlrLayer {
  /** Id of the collection; `current` in it follows the current version. */
  collection: string;
  name: string;
}

export interface QlrTiles {
  /** With `{z}`, `{x}` and `{y}`. */
  address: string;
  minzoom: number;
  maxzoom: number;
  /** The country first. */
  levels: readonly number[];
  /** Which name column of the labels; 0: the first. */
  nameColumn: number;
  name: string;
}

export interface QlrParts {
  /** What the group of layers is called. */
  title: string;
  /** Address of the server, without trailing slash. */
  base: string;
  /** null: only features. */
  tiles: QlrTiles | null;
  layers: readonly QlrLayer[];
}

/** What no XML may hold. */
// oxlint-disable-next-line no-control-regex -- these are what must not be in XML
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const xml = (text: string) => escapeXml(text.replace(FORBIDDEN, ''));

/** UTF-8 text. Features are not shown at first: tiles are, and features come when somebody wants them. */
export function toQlr({ title, base, tiles, layers }: QlrParts): string {
  const drawn = [
    ...layers.map(({ collection, name }) => ({
      id: collection.replaceAll('-', '_'),
      name,
      provider: 'OAPIF',
      isShown: tiles === null,
      source: featureSource(base, collection),
      map: featureLayer,
    })),
    ...(tiles
      ? [
          {
            id: 'tiles',
            name: tiles.name,
            provider: 'vectortile',
            isShown: true,
            source: tileSource(tiles),
            map: (id: string, name: string, source: string) => tileLayer(id, name, source, tiles),
          },
        ]
      : []),
  ];
  const tree = drawn.map(
    ({ id, name, provider, isShown, source }) =>
      `<layer-tree-layer expanded="0" checked="Qt::${isShown ? 'Checked' : 'Unchecked'}" id="${xml(id)}" name="${xml(name)}" providerKey="${provider}" source="${xml(source)}"/>`,
  );
  const maps = drawn.map(({ id, name, source, map }) => map(xml(id), xml(name), xml(source)));
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE qgis-layer-definition>
<qlr><layer-tree-group expanded="1" checked="Qt::Checked" name=""><layer-tree-group expanded="1" checked="Qt::Checked" name="${xml(title)}">
${tree.join('\n')}
</layer-tree-group></layer-tree-group>
<maplayers>
${maps.join('\n')}
</maplayers></qlr>
`;
}

const featureSource = (base: string, collection: string) => ` pagingEnabled='true' restrictToRequestBBOX='1' typename='${collection}' url='${base}/ogc'`;
/** Braces are escaped, as QGIS writes them. */
const tileSource = ({ address, minzoom, maxzoom }: QlrTiles) =>
  `type=xyz&url=${address.replaceAll('{', '%7B').replaceAll('}', '%7D')}&zmin=${minzoom}&zmax=${maxzoom}`;

const srs = (authid: string) => `<srs><spatialrefsys><authid>${authid}</authid></spatialrefsys></srs>`;

const featureLayer = (id: string, name: string, source: string) =>
  `<maplayer type="vector"><id>${id}</id><datasource>${source}</datasource><layername>${name}</layername>${srs('EPSG:4326')}<provider encoding="UTF-8">OAPIF</provider></maplayer>`;

const option = (name: string, value: string | number) => `<Option type="QString" name="${name}" value="${value}"/>`;
const options = (values: Record<string, string | number>) =>
  `<Option type="Map">${Object.entries(values)
    .map(([name, value]) => option(name, value))
    .join('')}</Option>`;

/** `#rrggbb` as QGIS writes colours. */
function rgba(colour: string): string {
  const value = Number.parseInt(colour.slice(1, 7), 16);
  return `${value >> 16},${(value >> 8) & 255},${value & 255},255`;
}

const symbol = (type: 'fill' | 'line', layer: string, values: Record<string, string | number>) =>
  `<symbols><symbol name="0" type="${type}" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="${layer}" enabled="1" pass="0" locked="0">${options(values)}</layer></symbol></symbols>`;

/** Millimetres of borders by level. */
const WIDTHS = [0.7, 0.5, 0.35, 0.25, 0.2, 0.15];
const SIZES = [12, 10, 9, 8, 7, 7];
const FROM = [2, 5, 7, 8, 9, 9];

function tileLayer(id: string, name: string, source: string, { levels, nameColumn }: QlrTiles): string {
  const { light } = PALETTE;
  const deepest = levels.at(-1) ?? 0;
  const style = (own: string, layer: string, geometry: number, expression: string, from: number, inner: string) =>
    `<style name="${own}" layer="${layer}" geometry="${geometry}" enabled="1" expression="${expression}" min-zoom="${from}" max-zoom="-1">${inner}</style>`;
  const fill = { color: rgba(light.mapLand), style: 'solid', outline_style: 'no' };
  const line = (level: number) => ({
    line_color: rgba(level === 0 ? light.mapBorder : level === 1 ? light.mapOutline : light.mapLine),
    line_style: 'solid',
    line_width: WIDTHS[level]!,
    line_width_unit: 'MM',
    joinstyle: 'round',
    capstyle: 'round',
  });
  const field = nameColumn > 0 ? `coalesce(&quot;name${nameColumn}&quot;,&quot;name&quot;)` : '&quot;name&quot;';
  const text = (level: number) =>
    `<settings calloutType="simple"><text-style fieldName="${field}" isExpression="1" fontSize="${SIZES[level]}" fontSizeUnit="Point" fontFamily="Noto Sans" textColor="${rgba(light.ink)}" textOpacity="1"><text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="${rgba(light.surface)}" bufferOpacity="1"/></text-style><placement placement="1" priority="${10 - level}"/><rendering drawLabels="1"/></settings>`;
  const symbols = [
    style(`fill-adm${deepest}`, `adm${deepest}`, 2, '', -1, symbol('fill', 'SimpleFill', fill)),
    ...levels.toReversed().map((level) => style(`line-adm${level}`, 'lines', 1, `&quot;level&quot; = ${level}`, -1, symbol('line', 'SimpleLine', line(level)))),
  ];
  const labels = levels.toReversed().map((level) => style(`label-adm${level}`, 'labels', 0, `&quot;level&quot; = ${level}`, FROM[level]!, text(level)));
  return `<maplayer type="vector-tile"><id>${id}</id><datasource>${source}</datasource><layername>${name}</layername>${srs('EPSG:3857')}<provider>vectortile</provider><renderer type="basic"><styles>${symbols.join('')}</styles></renderer><labeling type="basic"><styles>${labels.join('')}</styles></labeling></maplayer>`;
}
