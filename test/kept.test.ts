/** What is kept in memory: made once, and gone when there is no room. */
import { describe, expect, test } from 'vitest';
import { createKept } from '../server/kept.ts';

describe('createKept', () => {
  test('made once, even by two at once; the least used goes first; a failure is not kept', async () => {
    const kept = createKept<{ size: number }>(10, ({ size }) => size);
    let made = 0;
    const make = (size: number) => () => {
      made++;
      return Promise.resolve({ size });
    };
    await Promise.all([kept.get('a', make(4)), kept.get('a', make(4))]);
    await kept.get('b', make(4));
    await kept.get('a', make(4));
    expect(made).toBe(2);
    await kept.get('c', make(4));
    await kept.get('a', make(4));
    expect(made).toBe(3);
    await kept.get('b', make(4));
    expect(made).toBe(4);
    await expect(kept.get('d', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    await kept.get('d', make(40));
    await kept.get('d', make(40));
    expect(made).toBe(5);
  });

  test('by number where no size is said; who waits for one made long does not lose it', async () => {
    const kept = createKept<string>(2);
    let made: string[] = [];
    const make = (name: string) => () => {
      made.push(name);
      return Promise.resolve(name);
    };
    let finish: (name: string) => void;
    const slow = kept.get('slow', () => new Promise<string>((resolve) => (finish = resolve)));
    for (const name of ['a', 'b', 'c']) await kept.get(name, make(name));
    finish!('slow');
    expect(await slow).toBe('slow');
    made = [];
    for (const name of ['c', 'b', 'a']) expect(await kept.get(name, make(name))).toBe(name);
    expect(made).toEqual(['a']);
  });
});
