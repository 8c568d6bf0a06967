/** The part of the package `vcf` that tests use; it ships no types. */
declare module 'vcf' {
  interface Property {
    valueOf(): string;
  }
  class Card {
    static parse(text: string): Card[];
    get(name: string): Property | Property[] | undefined;
  }
  export default Card;
}
