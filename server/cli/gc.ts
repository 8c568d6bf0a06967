/** `codmap gc`: what was collected, or would be, in words. */
import type { Collection } from '../upkeep/collect.ts';
import { counted } from './report.ts';

const WHY = { unnamed: 'nothing names it', released: 'replaced by another' } as const;
const megabytes = (bytes: number) => `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
const sum = (list: { bytes: number }[]) => megabytes(list.reduce((total, { bytes }) => total + bytes, 0));

export function formatCollection({ store, dryRun, objects, named, leftovers, staying, trash, expired, returned, refusal }: Collection): string {
  const would = dryRun || refusal !== null;
  const lines = [
    `Store ${store}: ${counted(objects, 'file')}, ${named.toLocaleString('en')} of them named.`,
    ...leftovers.map(({ key, bytes, modifiedAt, why }) => `${key}  ${bytes.toLocaleString('en')} bytes, ${modifiedAt.slice(0, 10)}, ${WHY[why]}`),
    ...expired.map(({ key, bytes, since }) => `${key}  ${bytes.toLocaleString('en')} bytes, in the trash since ${since}`),
    ...returned.map((key) => `${key}  taken back from the trash: something names it again`),
  ];
  if (refusal !== null) lines.push(`Nothing was collected. ${refusal}`);
  lines.push(`${would ? 'Would be moved to the trash' : 'Moved to the trash'}: ${counted(leftovers.length, 'file')}, ${sum(leftovers)}.`);
  lines.push(`${would ? 'Would be deleted for good' : 'Deleted for good'}: ${counted(expired.length, 'file')}, ${sum(expired)}.`);
  if (staying.young > 0) lines.push(`Less than a day old, so perhaps part of an upload in progress: ${counted(staying.young, 'file')}.`);
  if (staying.kept > 0)
    lines.push(`Kept although nothing names them, because they were there before the database knew them or were taken back: ${counted(staying.kept, 'file')}.`);
  if (trash.objects > 0) lines.push(`Already in the trash: ${counted(trash.objects, 'file')}, ${megabytes(trash.bytes)}; codmap gc --restore takes them back.`);
  return lines.join('\n');
}
