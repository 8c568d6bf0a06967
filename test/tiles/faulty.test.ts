import { expect, test } from 'vitest';
import { writeTiles } from '../../server/tiles/write.ts';
import { country } from '../helpers/country.ts';
import { roughGrid, seeded } from '../geometry/shapes.ts';
import { ArchiveReader, collect } from './archiveReader.ts';

/** Area of one layer in squares of a tile, with what lies in the buffers. */
async function areaOf(reader: ArchiveReader, zoom: number, name: string): Promise<number> {
  let sum = 0;
  for (const { features } of await reader.all(zoom, name))
    for (const ring of features.flatMap(({ parts }) => parts))
      for (let i = 1; i < ring.length; i++) sum += ring[i - 1]![0] * ring[i]![1] - ring[i]![0] * ring[i - 1]![1];
  return sum / 2 / 4096 ** 2;
}

test('a country of tens of thousands of edges keeps its land where units overlap', async () => {
  const cells = roughGrid(seeded(31), 6, 4, { x: 10, y: 4, detail: 1600, rough: 0.2 });
  // Unit 10 has the land of unit 6 too, which lies at the outline: dissolved, its sides are there twice, and once within the country.
  const faulty = cells.map((row, i) => (i === 10 ? [...row, ...cells[6]!] : row));
  const read = async (rows: typeof cells) => {
    const { sink, bytes } = collect();
    await writeTiles(country(rows, 6), { maxZoom: 10 }, sink);
    return new ArchiveReader(bytes());
  };
  const [sound, reader] = [await read(cells), await read(faulty)];
  for (let zoom = 2; zoom <= 10; zoom++) {
    const whole = await areaOf(sound, zoom, 'adm0');
    expect((await areaOf(reader, zoom, 'adm0')) / whole, `z${zoom} adm0`).toBeCloseTo(1, 2);
    for (const name of ['adm1', 'adm2']) {
      const area = await areaOf(reader, zoom, name);
      // A twenty-fourth of the land is there twice.
      if (area > 0) expect(area / whole - 1 / 24, `z${zoom} ${name}`).toBeCloseTo(1, 1);
    }
  }
});
