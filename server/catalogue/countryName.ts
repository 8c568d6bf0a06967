/** What a country is called where people read it: mails, calendars, files of contacts, documents. */
import type { Iso3 } from '../contract/ids.ts';
import type { Lang } from '../contract/languages.ts';
import { countryName } from '../matching/countries.ts';
import type { Database } from '../store/schema.ts';

/** The code only where neither lists of countries nor any dataset know a name. */
export type NameCountry = (country: string, lang: Lang) => Promise<string>;

/** As lists of countries call it; a country that stands in none, as its own data do: its boundaries know its name, other data often only its code. */
export const createNameCountry =
  (db: Database): NameCountry =>
  async (country, lang) => {
    const listed = countryName(country as Iso3, lang);
    if (listed !== country) return listed;
    const rows = await db.selectFrom('dataset').select('country_names').where('country', '=', country).orderBy('id').execute();
    const known = rows.map((row) => JSON.parse(row.country_names) as Record<string, string>);
    const names = [...known.map((each) => each[lang]), ...known.map((each) => each['en']), ...known.flatMap((each) => Object.values(each))];
    return names.find((name) => name !== undefined && name !== '' && name !== country) ?? country;
  };
