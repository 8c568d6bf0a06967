/** Every case of every check, and the files that somebody would upload of one. */
import type { Feature } from 'geojson';
import { ATTRIBUTES } from './attributes.ts';
import { GEOMETRY } from './geometry.ts';
import { country, type Case, type Change } from './squares.ts';

export const RECIPES = { ...GEOMETRY, ...ATTRIBUTES };

export interface Made {
  /** Texts of GeoJSON files by their names. */
  files: { name: string; text: string }[];
  /** The outline that the country is compared with, where the case has one. */
  reference: Feature[] | null;
  country: string;
}

export function make(recipe: Change[] | Case): Made {
  const { changes, country: iso3 = 'XNV' } = Array.isArray(recipe) ? { changes: recipe } : recipe;
  const layers = country();
  for (const change of changes) change(layers);
  const { reference, ...rest } = layers;
  const files = Object.entries(rest).map(([layer, features]) => {
    const lines = features.map((feature) => JSON.stringify(feature));
    return { name: `xnv_${layer}.geojson`, text: `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n` };
  });
  return { files, reference: (reference as Feature[] | undefined) ?? null, country: iso3 };
}

/** The files of one case, as a form sends them. */
export function filesOfCase(check: string, kind: 'faulty' | 'sound', name: string): File[] {
  const recipe = RECIPES[check]?.[kind][name];
  if (!recipe) throw new Error(`No ${kind} case ${name} of ${check}`);
  return make(recipe).files.map((file) => new File([file.text], file.name));
}
