/** Where a table ends: a file cut short on its way, and notes below the last row. */
import { LANGS } from '../../../server/contract/languages.ts';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../../server/errors.ts';
import { readTables } from '../../../server/formats/tables/table.ts';
import { uploadOf } from '../../helpers/tables/workbook.ts';

const one = async (name: string, data: string | Uint8Array) => (await readTables(uploadOf(name, data)))[0]!;

describe('where a table ends', () => {
  const head = 'ADM1_PCODE;ADM2_PCODE;ADM2_FR;T_TL\n';
  const rows = ['TG01;TG0101;Alba;100000', 'TG01;TG0102;Bero;41500', 'TG02;TG0201;Kpele;64000'];
  test.each([
    ['two of four cells', `${head}${rows.join('\n')}\nTG02;TG02`, ['TG02, TG02', 5]],
    ['one cell', `${head}${rows.join('\n')}\nTG`, ['TG', 5]],
    ['behind a separator', `${head}${rows.join('\n')}\nTG02;TG0202;`, ['TG02, TG0202', 5]],
    ['commas, CRLF', `${head}${rows.join('\n')}\nTG02;TG02`.replaceAll(';', ',').replaceAll('\n', '\r\n'), ['TG02, TG02', 5]],
    ['tabs', `${head}${rows.join('\n')}\nTG02;TG02`.replaceAll(';', '\t'), ['TG02, TG02', 5]],
    ['a title above', `Population;;;\n\n${head}${rows.join('\n')}\nTG02;TG02`, ['TG02, TG02', 7]],
    ['a short title above', `Population\n${head}${rows.join('\n')}\nTG02;TG02`, ['TG02, TG02', 6]],
    ['within quotes before', `${head}${rows.join('\n')}\nTG02;"TG;02"`, ['TG02, TG;02', 5]],
    ['UTF-16', Buffer.from(`\ufeff${head}${rows.join('\n')}\nTG02;TG02`, 'utf16le'), ['TG02, TG02', 5]],
    ['one row', 'code,people,women\nEX01,5', ['EX01, 5', 2]],
  ])('cut in the middle of a row is an error that names it: %s', async (_, data, [text, row]) => {
    const error = (await one('x.csv', data).catch((caught: unknown) => caught)) as InputError;
    expect(error).toBeInstanceOf(InputError);
    expect([error.code, error.message]).toEqual(['table.cut-short', expect.stringContaining(`row ${row}: `)]);
    expect(error.message).toContain(String(text));
    expect(Object.keys((error.details as { texts: object }).texts)).toHaveLength(LANGS.length);
  });

  test.each([
    ['whole, without a last line break', `${head}${rows.join('\n')}`, 3],
    ['ended by a line break', `${head}${rows.join('\n')}\nTG02;TG0202\n`, 4],
    ['rows of many widths', 'a,b,c,d\n1,2,3,4\n1,2\n1,2,3,4\n1,2', 4],
    ['a note at the end', `${head}${rows.join('\n')}\nSource: INSTAT 2025`, 3],
    ['a note after an empty line', `${head}${rows.join('\n')}\n\nNote: projections`, 3],
    ['one column', 'code\nEX01\nEX0', 2],
  ])('%s is read', async (_, data, count) => expect((await one('x.csv', data)).rows).toBe(count));

  test('notes below the table are none of its rows, and said', async () => {
    const notes = 'definition,"Organisations that implement, by district"\nsources,INSTAT 2025\nlicence,CC BY-IGO\n';
    const table = await one('x.csv', `adm1_pcode,adm2_pcode,adm2_name,value\nTG01,TG0101,Alba,5\nTG01,TG0102,Bero,7\n\n${notes.replaceAll(/^(.*)$/gm, '$1')}`);
    expect([table.rows, table.dropped]).toEqual([2, { blank: 1, total: 0, instruction: 3, repeatedHeader: 0 }]);
    expect(table.droppedRows.map(({ text }) => text)).toEqual(['definition | Organisations that implement, by district', 'sources | INSTAT 2025', 'licence | CC BY-IGO']); // prettier-ignore
  });

  test.each([
    ['pairs are a table', 'key,value\nsource,INSTAT\n\nlicence,CC BY\n', 2],
    ['rows after a gap are data where they are as wide', 'a,b,c,d\nx,1,2,3\n\ny,4,5,6\n', 2],
    ['a short row without a gap', 'org,code,sector,people\nAlpha,EX01,WASH,5\nBeta,EX02\n', 2],
    ['codes after a gap', 'code,a,b,c\n1,1,2,3\n\n2,5\n', 2],
  ])('%s', async (_, data, count) => expect((await one('x.csv', data)).rows).toBe(count));
});
