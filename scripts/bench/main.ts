/** `npm run bench -- NAME [ARGUMENTS]` runs one benchmark; without a name it lists them with what each measures and needs. */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [name, ...rest] = process.argv.slice(2);
const folder = import.meta.dirname;
/** A benchmark is a file whose head comment says how to call it. */
const benches = (readdirSync(folder, { recursive: true }) as string[])
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => {
    const head = /^\/\*\*([^]*?)\*\//.exec(readFileSync(join(folder, file), 'utf8'))?.[1] ?? '';
    return head.includes(`node scripts/bench/${file}`) ? [{ name: file.replace('.ts', ''), about: head.replace(/^\s*\* ?/gm, '').trim() }] : [];
  });

if (benches.some((bench) => bench.name === name))
  process.exitCode = spawnSync(process.execPath, [join(folder, `${name}.ts`), ...rest], { stdio: 'inherit' }).status ?? 1;
else {
  process.stdout.write(benches.map((bench) => `${bench.name}\n${bench.about.replace(/^/gm, '    ')}\n`).join('\n'));
  if (name) process.exitCode = 2;
}
