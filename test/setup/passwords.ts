/**
 * In each process of the project `http`: a password costs a sixteenth of the work, and is hashed and checked as ever else. Servers of these tests
 * run in the same process; what this work protects from, guessing at a stolen database, none of them is about.
 */
import crypto, { type ScryptOptions } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

const CHEAP = Symbol.for('codmap.cheap-passwords');
const { scrypt } = crypto;
if (!(CHEAP in scrypt)) {
  const cheap = (password: crypto.BinaryLike, salt: crypto.BinaryLike, length: number, options: ScryptOptions, done: Parameters<typeof scrypt>[4]) =>
    scrypt(password, salt, length, { ...options, N: options.N! / 16 }, done);
  crypto.scrypt = Object.assign(cheap, scrypt, { [CHEAP]: true }) as typeof scrypt;
  syncBuiltinESMExports();
}
