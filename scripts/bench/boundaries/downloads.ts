/**
 * Every download of every boundary source of ../shared/data, ingested and checked like an upload, one after another in one thread. A source that is refused is
 * listed with the reason. It takes an hour of a processor.
 *
 *   node scripts/bench/boundaries/downloads.ts [NAME…]
 */
import { checkDownloads, DOWNLOADS, filesOf, SOURCES } from '../../../test/helpers/boundaries/downloads.ts';

const wanted = process.argv.slice(2);
const print = (...cells: string[]) => console.log(`| ${cells.join(' | ')} |`);
print('source', 'errors in `published`', ...DOWNLOADS, 'seconds of processor');
print(...Array.from({ length: DOWNLOADS.length + 3 }, () => '---'));
for (const source of SOURCES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const files = filesOf(source);
  if (!files || files.length === 0) {
    print(source.name, 'not here');
    continue;
  }
  const before = process.cpuUsage();
  try {
    const { errors, checked } = await checkDownloads(files, source.iso3, DOWNLOADS);
    const { user, system } = process.cpuUsage(before);
    const told = checked.map(({ unlisted, invalid }) => [...unlisted, ...(invalid > 0 ? [`${invalid} invalid`] : [])].join('; ') || 'none');
    print(source.name, String(errors), ...told, ((user + system) / 1e6).toFixed(0));
  } catch (error) {
    print(source.name, error instanceof Error ? `refused: ${error.message.slice(0, 200)}` : String(error));
  }
}
