/** The style and the layer definition of a version: valid, and safe whatever names hold. */
import { DOMParser } from '@xmldom/xmldom';
import { validateStyleMin, type StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import type { TileJson } from '../../server/contract/datasets/api.ts';
import { licenseOf } from '../../server/ogc/catalogues/facts.ts';
import { toQlr } from '../../server/ogc/desktop/qlr.ts';
import { levelsIn, toStyle } from '../../server/ogc/desktop/style.ts';

const tilejson = {
  tilejson: '3.0.0', name: 'Sierra Leone', version: '1.0.0', attribution: 'SSL', tiles: ['https://maps.example.org/tiles/cod-ab-sle/v01/{z}/{x}/{y}.mvt'],
  minzoom: 0, maxzoom: 10, bounds: [-13, 7, -10, 10], center: [-11, 8, 7], languages: ['en', 'fr'],
  vector_layers: ['adm0', 'adm1', 'adm2', 'lines', 'labels'].map((id) => ({ id, fields: {} })),
} as unknown as TileJson; // prettier-ignore

test.each([{}, { levels: [1, 2], lang: 'fr' }, { levels: [5] }, { lang: 'ar' }])('a style with %j is valid', (options) => {
  const style = toStyle(tilejson, options);
  expect(validateStyleMin(style as unknown as StyleSpecification).map(({ message }) => message).filter((message) => !message.includes('glyphs'))).toEqual([]); // prettier-ignore
  expect(JSON.stringify(style)).not.toContain('sprite');
});

test('names are those of the language where the tiles have it', () => {
  const text = (lang: string) =>
    JSON.stringify((toStyle(tilejson, { lang })['layers'] as { layout?: { 'text-field'?: unknown } }[]).at(-1)!.layout!['text-field']);
  expect([text('en'), text('fr'), text('ar')]).toEqual(['["get","name"]', '["coalesce",["get","name1"],["get","name"]]', '["get","name"]']);
  expect(levelsIn(tilejson)).toEqual([0, 1, 2]);
});

test('a layer definition is XML whatever names hold', () => {
  const name = 'Côte "d’Ivoire" <b>&\u0000\u0008]]> \'x\'';
  const text = toQlr({
    title: name,
    base: 'https://maps.example.org',
    tiles: { address: tilejson.tiles[0]!, minzoom: 0, maxzoom: 10, levels: [0, 1, 2], nameColumn: 1, name },
    layers: [{ collection: 'cod-ab-sle_v01_adm2', name }],
  });
  const faults: string[] = [];
  const document = new DOMParser({ onError: (_, message) => void faults.push(message) }).parseFromString(text, 'text/xml');
  expect(faults).toEqual([]);
  const layers = [...document.getElementsByTagName('maplayer')];
  expect(layers.map((layer) => layer.getElementsByTagName('layername')[0]!.textContent)).toEqual(Array(2).fill('Côte "d’Ivoire" <b>&]]> \'x\''));
  expect(layers[0]!.getElementsByTagName('datasource')[0]!.textContent).toBe(
    " pagingEnabled='true' restrictToRequestBBOX='1' typename='cod-ab-sle_v01_adm2' url='https://maps.example.org/ogc'",
  );
});

test.each([
  ['CC BY-IGO', null, 'https://creativecommons.org/licenses/by/3.0/igo/'],
  ['Creative Commons Attribution for Intergovernmental Organisations', null, 'https://creativecommons.org/licenses/by/3.0/igo/'],
  ['CC BY 4.0', 'CC-BY-4.0', 'https://creativecommons.org/licenses/by/4.0/'],
  ['CC BY-SA 4.0', 'CC-BY-SA-4.0', 'https://creativecommons.org/licenses/by-sa/4.0/'],
  ['CC BY-NC 4.0', null, null],
  ['Open Database License (ODbL)', 'ODbL-1.0', 'https://opendatacommons.org/licenses/odbl/1-0/'],
  ['https://example.org/licence', null, 'https://example.org/licence'],
  ['ask the statistics office', null, null],
  ['', null, null],
])('of the licence %j nothing is guessed', (stated, spdx, url) => expect(licenseOf(stated)).toEqual({ spdx, url }));
