/** A page is well-formed when every element that opens closes in order; enough to catch an unescaped value. */
export const wellFormed = {
  check(html: string): void {
    const open: string[] = [];
    for (const [, slash, name, self] of html
      .replace(/<!doctype html>/, '')
      .replace(/<style>[^]*?<\/style>/g, '')
      .matchAll(/<(\/?)([a-z0-9]+)(?:\s[^<>]*?)?(\/?)>/g)) {
      if (['meta', 'br'].includes(name!) || self) continue;
      if (!slash) open.push(name!);
      else if (open.pop() !== name) throw new Error(`</${name}> closes another element`);
    }
    if (open.length > 0) throw new Error(`not closed: ${open.join(' ')}`);
  },
};
