/** What we use of packages that have no types of their own. */
declare module 'jsonld' {
  const jsonld: {
    expand(document: unknown, options: { documentLoader: (address: string) => Promise<never> }): Promise<unknown[]>;
    toRDF(document: unknown, options: { documentLoader: (address: string) => Promise<never> }): Promise<unknown>;
  };
  export default jsonld;
}
declare module 'stac-node-validator' {
  export default function validate(
    document: unknown,
    options: { loader: (address: string) => Promise<object> },
  ): Promise<{ valid: boolean; results: { core: unknown[]; extensions: Record<string, unknown[]> } }>;
}
