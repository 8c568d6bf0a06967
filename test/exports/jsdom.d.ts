/** What we use of a package that has no types of its own. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(text: string);
    readonly window: object;
  }
}
