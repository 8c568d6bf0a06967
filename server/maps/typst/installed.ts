/** Whether the optional packages of sheets are here, told without loading 50 MB of native code. */
import { createRequire } from 'node:module';
import { fontFiles } from '../sheet/fonts.ts';

const COMPILER = '@myriaddreamin/typst-ts-node-compiler';
let found: boolean | undefined;

export const isTypstInstalled = (): boolean => (found ??= isHere());

function isHere(): boolean {
  const require = createRequire(import.meta.url);
  try {
    fontFiles();
    // Its native part is a package for each system, of which npm installs the one that fits.
    const { optionalDependencies = {} } = createRequire(require.resolve(COMPILER))('./package.json') as { optionalDependencies?: Record<string, string> };
    const ownRequire = createRequire(require.resolve(COMPILER));
    return Object.keys(optionalDependencies).some((name) => canResolve(ownRequire, name));
  } catch {
    return false;
  }
}

function canResolve(require: NodeJS.Require, name: string): boolean {
  try {
    require.resolve(name);
    return true;
  } catch {
    return false;
  }
}
